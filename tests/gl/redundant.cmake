# Shares nothing with the state cache that it watches.
pvgl_test(gl_redundant_test LABEL gl TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/redundant_test.cpp DEPS gl_test_support)
set_property(TEST gl_redundant_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
