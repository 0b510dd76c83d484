# Formats, texture kinds, views and samplers, each against values computed without the product.
pvgl_test(gl_resources_test LABEL gl TIMEOUT 180
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/formats_test.cpp ${CMAKE_CURRENT_LIST_DIR}/blocks_test.cpp ${CMAKE_CURRENT_LIST_DIR}/kinds_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/addressing_test.cpp ${CMAKE_CURRENT_LIST_DIR}/pixel_codec.cpp
  DEPS gl_test_support)
set_property(TEST gl_resources_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
