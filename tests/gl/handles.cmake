# Argument buffers from AIR and guest memory to what a kernel or a draw computed: executor, translator and OpenGL together. And the arena.
pvgl_test(gl_handles_test LABEL gl TIMEOUT 120
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/handles_test.cpp ${CMAKE_CURRENT_LIST_DIR}/arena_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../air/kernel_runner.cpp ${CMAKE_CURRENT_LIST_DIR}/../air/sample_file.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../air/sample_module.cpp ${PROJECT_SOURCE_DIR}/shaders/demo/module_finish.cpp
  DEPS gl_test_support pvg_exec air air_service pvgl_llvm PkgConfig::EPOXY fmt::fmt)
target_compile_definitions(gl_handles_test PRIVATE PVGL_AIR_SAMPLES="${PROJECT_SOURCE_DIR}/tests/air/samples")
set_property(TEST gl_handles_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
