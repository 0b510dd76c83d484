# The CPU reference of AIR kernels and the tests that compare translated kernels with it. x86-64 only: its compiler runs code at run time.
if(PVGL_GL AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  set(cpu ${CMAKE_CURRENT_LIST_DIR}/cpu)
  pvgl_library(air_cpu SOURCES
    ${cpu}/shape.cpp ${cpu}/kernel_arguments.cpp ${cpu}/memory.cpp ${cpu}/run.cpp
    ${cpu}/intrinsic.cpp ${cpu}/intrinsics_float.cpp ${cpu}/intrinsics_integer.cpp ${cpu}/intrinsics_convert.cpp
    ${cpu}/intrinsics_pack.cpp ${cpu}/intrinsics_atomic.cpp ${cpu}/intrinsics_simd.cpp ${cpu}/intrinsics_matrix.cpp
    ${cpu}/callbacks.cpp ${cpu}/scheduler.cpp ${cpu}/rewrite_module.cpp ${cpu}/rewrite_loops.cpp ${cpu}/rewrite_code.cpp
    ${cpu}/program.cpp ${cpu}/execution.cpp
    DEPS pvg_base pvgl_llvm)
  pvgl_library(air_differential SOURCES
    ${cpu}/glsl_kernel.cpp ${cpu}/inputs.cpp ${cpu}/comparison.cpp ${cpu}/differential.cpp
    DEPS air_cpu air PRIVATE_DEPS PkgConfig::EPOXY fmt::fmt)
  pvgl_executable(pvgl-air-check SOURCES ${cpu}/check_main.cpp DEPS air_differential air_container fmt::fmt)
endif()
