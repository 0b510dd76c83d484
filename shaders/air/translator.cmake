include(${CMAKE_CURRENT_LIST_DIR}/llvm.cmake)
if(PVGL_GL)
  pvgl_library(air SOURCES
    translate.cpp visible_functions.cpp llvm_tools.cpp module_loader.cpp passes.cpp structurize.cpp memory_intrinsics.cpp lower_integers.cpp runtime_functions.cpp narrow_compares.cpp lower_llvm.cpp lower_memory.cpp
    control_flow.cpp loop_exits.cpp narrowing.cpp use_plan.cpp
    glsl_type.cpp glsl_expr.cpp names.cpp helper_library.cpp
    emitter.cpp emit_values.cpp emit_arithmetic.cpp emit_casts.cpp emit_vectors.cpp conversions.cpp
    addresses.cpp local_pointers.cpp pointer_split.cpp guest_pointers.cpp emit_guest_pointers.cpp memory_access.cpp storage.cpp
    uniformity.cpp convergence.cpp simd.cpp simd_operations.cpp fragment_quads.cpp matrix_order.cpp simdgroup_matrix.cpp
    intrinsics.cpp intrinsics_math.cpp packing.cpp atomics.cpp kernel_builtins.cpp graphics_builtins.cpp
    texture_call.cpp interpolation.cpp handles.cpp memory_handles.cpp argument_members.cpp textures.cpp texture_access.cpp texture_levels.cpp texture_gradients.cpp stage_io.cpp stage_storage.cpp fetched_input.cpp
    DEPS pvg_base air_json PRIVATE_DEPS air_readers air_container pvgl_llvm fmt::fmt)
endif()
