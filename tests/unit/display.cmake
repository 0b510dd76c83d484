pvgl_test(display_test LABEL unit TIMEOUT 60 SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/display_config_test.cpp ${CMAKE_CURRENT_LIST_DIR}/display_events_test.cpp ${CMAKE_CURRENT_LIST_DIR}/display_gamma_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/display_vblank_test.cpp
  DEPS pvg_display)
