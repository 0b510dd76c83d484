if(PVGL_GL)
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  pvgl_test(air_kernel_test LABEL air TIMEOUT 120 SOURCES ${CMAKE_CURRENT_LIST_DIR}/kernel_test.cpp ${CMAKE_CURRENT_LIST_DIR}/kernel_runner.cpp
    DEPS air pvgl_llvm PkgConfig::EPOXY fmt::fmt)
endif()
