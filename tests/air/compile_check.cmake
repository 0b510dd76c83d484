# Needs a GL driver and, in PVGL_CORPUS, a folder of Metal libraries; exit code 77 says that one is missing.
if(PVGL_GL)
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  pvgl_executable(air_compile_check SOURCES ${CMAKE_CURRENT_LIST_DIR}/compile_check.cpp DEPS air air_container air_json PkgConfig::EPOXY fmt::fmt)
  add_test(NAME air_compile_check COMMAND air_compile_check --every 50)
  set_tests_properties(air_compile_check PROPERTIES LABELS air TIMEOUT 300 SKIP_RETURN_CODE 77)
endif()
