if(PVGL_GL)
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  pvgl_test(air_stages_test LABEL air TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/stage_input_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tessellation_test.cpp ${CMAKE_CURRENT_LIST_DIR}/texture_limits_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/visible_functions_test.cpp ${CMAKE_CURRENT_LIST_DIR}/kernel_runner.cpp
    DEPS air air_command air_container_writer air_linking pvgl_llvm PkgConfig::EPOXY fmt::fmt)
endif()
