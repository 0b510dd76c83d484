# What turns, through the device and drawn directly: times of a busy machine, long runs only.
if(PVGL_GL AND TARGET pvgl)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  pkg_check_modules(EGL REQUIRED IMPORTED_TARGET egl)
  pvgl_executable(direct_lit SOURCES direct_lit.cpp ${PROJECT_SOURCE_DIR}/tests/gl/egl_context.cpp DEPS pvg_guest_lit_models renderer_gl PkgConfig::EGL)
  add_test(NAME bench_lit COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/lit.py --pvgl $<TARGET_FILE:pvgl> --direct $<TARGET_FILE:direct_lit> --check 3)
  set_tests_properties(bench_lit PROPERTIES LABELS long TIMEOUT 280 RUN_SERIAL TRUE ENVIRONMENT "LIBGL_ALWAYS_SOFTWARE=1")
endif()
