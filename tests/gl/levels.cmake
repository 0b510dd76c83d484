# After backend.cmake's support library, whichever file comes first.
pvgl_test(gl_levels_test LABEL gl TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/levels_test.cpp DEPS gl_test_support)
set_property(TEST gl_levels_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
