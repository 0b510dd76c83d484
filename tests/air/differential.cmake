# The CPU reference of AIR functions and the tests that compare translated ones with it. x86-64 only: its compiler runs code at run time.
if(PVGL_GL AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  set(cpu ${CMAKE_CURRENT_LIST_DIR}/cpu)
  pvgl_library(air_cpu SOURCES
    ${cpu}/shape.cpp ${cpu}/entry_point.cpp ${cpu}/texture.cpp ${cpu}/memory.cpp ${cpu}/run.cpp
    ${cpu}/intrinsic.cpp ${cpu}/intrinsics_float.cpp ${cpu}/intrinsics_integer.cpp ${cpu}/intrinsics_convert.cpp
    ${cpu}/intrinsics_pack.cpp ${cpu}/intrinsics_atomic.cpp ${cpu}/intrinsics_simd.cpp ${cpu}/intrinsics_matrix.cpp
    ${cpu}/intrinsics_texture.cpp ${cpu}/intrinsics_fragment.cpp
    ${cpu}/trace.cpp ${cpu}/guide.cpp ${cpu}/data_races.cpp ${cpu}/callbacks.cpp ${cpu}/scheduler.cpp ${cpu}/rewrite_module.cpp ${cpu}/rewrite_loops.cpp ${cpu}/rewrite_code.cpp ${cpu}/stored_type.cpp
    ${cpu}/program.cpp ${cpu}/execution.cpp ${cpu}/draw.cpp ${cpu}/constants.cpp ${cpu}/size_arguments.cpp ${cpu}/inputs.cpp
    DEPS pvg_base pvgl_llvm)
  pvgl_library(air_differential SOURCES
    ${cpu}/gl_resources.cpp ${cpu}/glsl_kernel.cpp ${cpu}/glsl_target.cpp ${cpu}/glsl_draw.cpp
    ${cpu}/subject.cpp ${cpu}/grids.cpp ${cpu}/comparison.cpp ${cpu}/differential.cpp
    DEPS air_cpu air PRIVATE_DEPS gl_caps PkgConfig::EPOXY fmt::fmt)
  pvgl_library(air_generator SOURCES ${cpu}/generator.cpp ${cpu}/generated_program.cpp ${cpu}/generated_expression.cpp DEPS pvgl_llvm)
  pvgl_executable(pvgl-air-check SOURCES ${cpu}/check_main.cpp ${cpu}/check_log.cpp DEPS air_differential air_container fmt::fmt)

  pvgl_test(air_reference_test LABEL air TIMEOUT 120 SOURCES ${CMAKE_CURRENT_LIST_DIR}/reference_test.cpp ${CMAKE_CURRENT_LIST_DIR}/draw_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/guide_test.cpp ${CMAKE_CURRENT_LIST_DIR}/one_kernel.cpp
    DEPS air_differential)
  pvgl_test(air_generated_test LABEL air TIMEOUT 300 SOURCES ${CMAKE_CURRENT_LIST_DIR}/generated_test.cpp DEPS air_differential air_generator)
  # A thousand programs in two halves, which run side by side. Without the driver's own optimiser, a quarter of the time.
  set_tests_properties(air_generated_test PROPERTIES ENVIRONMENT "PVGL_AIR_PROGRAMS=500;PVGL_AIR_SEED=1;GALLIVM_PERF=nopt")
  add_test(NAME air_generated_test_2 COMMAND air_generated_test)
  set_tests_properties(air_generated_test_2 PROPERTIES LABELS air TIMEOUT 300
    ENVIRONMENT "PVGL_AIR_PROGRAMS=500;PVGL_AIR_SEED=126;GALLIVM_PERF=nopt")
  add_test(NAME air_generated_test_long COMMAND air_generated_test)
  set_tests_properties(air_generated_test_long PROPERTIES LABELS long TIMEOUT 3600 ENVIRONMENT "PVGL_AIR_PROGRAMS=20000;PVGL_AIR_SEED=1")
  # The demo's kernel by way of the command; exit code 77 says that there is no OpenGL.
  add_test(NAME pvgl_shader_against_cpu COMMAND pvgl-shader --against-cpu ${PROJECT_BINARY_DIR}/shaders/demo --function add)
  set_tests_properties(pvgl_shader_against_cpu PROPERTIES LABELS air TIMEOUT 60 SKIP_RETURN_CODE 77)
  # Functions of the corpus in PVGL_CORPUS; exit code 77 says that there is none.
  add_test(NAME air_check COMMAND pvgl-air-check --quiet --every 100 --inputs 1)
  set_tests_properties(air_check PROPERTIES LABELS air TIMEOUT 300 SKIP_RETURN_CODE 77)
  add_test(NAME air_check_long COMMAND pvgl-air-check --quiet --seconds 60)
  set_tests_properties(air_check_long PROPERTIES LABELS long TIMEOUT 7200 SKIP_RETURN_CODE 77)
endif()
