# What the back end does when its driver fails, and what reads see that have nothing to see. After backend.cmake's support library, whichever
# file comes first.
pvgl_test(gl_robustness_test LABEL gl TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/faults_test.cpp ${CMAKE_CURRENT_LIST_DIR}/zeros_test.cpp
  DEPS gl_test_support)
set_property(TEST gl_robustness_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
