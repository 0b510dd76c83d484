if(PVGL_GL)
  pvgl_test(air_pointer_test LABEL air TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/pointer_test.cpp ${CMAKE_CURRENT_LIST_DIR}/kernel_runner.cpp
    DEPS air pvgl_llvm PkgConfig::EPOXY fmt::fmt)
endif()
