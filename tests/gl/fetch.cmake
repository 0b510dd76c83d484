# What a pass or a stage of ours gives to fragment functions, from AIR to pixels: framebuffer fetch, barycentric coordinates.
pvgl_test(gl_fetch_test LABEL gl TIMEOUT 60
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/fetch_test.cpp ${CMAKE_CURRENT_LIST_DIR}/barycentric_test.cpp ${CMAKE_CURRENT_LIST_DIR}/../air/kernel_runner.cpp
  DEPS gl_test_support air pvgl_llvm PkgConfig::EPOXY fmt::fmt)
set_property(TEST gl_fetch_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
