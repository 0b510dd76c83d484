if(PVGL_GL)
  pvgl_test(air_structure_test LABEL air TIMEOUT 120 SOURCES ${CMAKE_CURRENT_LIST_DIR}/structure_test.cpp ${CMAKE_CURRENT_LIST_DIR}/kernel_runner.cpp
    DEPS air pvgl_llvm PkgConfig::EPOXY fmt::fmt)
endif()
