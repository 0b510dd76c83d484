# Forms of draws, with pixels and counters that are computed in the tests.
pvgl_test(gl_forms_test LABEL gl TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/forms_test.cpp DEPS gl_test_support)
set_property(TEST gl_forms_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
