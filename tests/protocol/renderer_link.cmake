pvgl_test(renderer_link_test LABEL protocol TIMEOUT 60 SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/renderer_link_test.cpp
  DEPS pvg_renderer_link)
