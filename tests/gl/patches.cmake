# Attributes that translated functions fetch themselves, from AIR to pixels and bytes: patches, stage input of kernels.
pvgl_test(gl_patches_test LABEL gl TIMEOUT 60
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/patches_test.cpp ${CMAKE_CURRENT_LIST_DIR}/stage_input_test.cpp ${CMAKE_CURRENT_LIST_DIR}/../air/kernel_runner.cpp
  DEPS gl_test_support air pvgl_llvm PkgConfig::EPOXY fmt::fmt)
set_property(TEST gl_patches_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
