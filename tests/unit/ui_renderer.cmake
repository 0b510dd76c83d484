if(TARGET app_renderer_core)
  find_package(PNG REQUIRED)
  pvgl_test(app_renderer_test LABEL unit TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/ui_fit_test.cpp ${CMAKE_CURRENT_LIST_DIR}/ui_options_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ui_stats_test.cpp ${CMAKE_CURRENT_LIST_DIR}/ui_png_test.cpp DEPS app_renderer_core PNG::PNG)
endif()
