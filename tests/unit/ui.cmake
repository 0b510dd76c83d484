if(TARGET ui)
  pvgl_test(ui_test LABEL unit TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/ui_hud_items_test.cpp ${CMAKE_CURRENT_LIST_DIR}/ui_hud_text_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ui_hud_test.cpp ${CMAKE_CURRENT_LIST_DIR}/ui_status_test.cpp DEPS ui)
endif()
