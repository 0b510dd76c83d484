# The programs of translated functions as files, and what glslang says of those of the libraries in PVGL_CORPUS; exit code 77 says that there
# are none. The samples have their own test.
if(TARGET pvgl-shader)
  find_package(CLI11 REQUIRED)
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  set(programs ${CMAKE_CURRENT_LIST_DIR}/programs)
  pvgl_executable(air_programs
    SOURCES ${programs}/write_programs.cpp ${programs}/linked_program.cpp ${CMAKE_CURRENT_LIST_DIR}/sample_file.cpp
      ${CMAKE_CURRENT_LIST_DIR}/sample_module.cpp ${PROJECT_SOURCE_DIR}/shaders/demo/module_finish.cpp
    DEPS air_command air_worker_process air_linking renderer_gl pvgl_llvm CLI11::CLI11 nlohmann_json::nlohmann_json fmt::fmt)
  set(check ${programs}/check_glslang.py --programs $<TARGET_FILE:air_programs> --worker $<TARGET_FILE:pvgl-shader>)
  add_test(NAME air_glslang COMMAND ${check} --every 25)
  set_tests_properties(air_glslang PROPERTIES LABELS air TIMEOUT 120 SKIP_RETURN_CODE 77)
  add_test(NAME air_glslang_long COMMAND ${check})
  set_tests_properties(air_glslang_long PROPERTIES LABELS long TIMEOUT 1800 SKIP_RETURN_CODE 77)
endif()
