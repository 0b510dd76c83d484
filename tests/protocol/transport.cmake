pvgl_test(transport_test LABEL protocol TIMEOUT 60
  SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/transport_framing_test.cpp ${CMAKE_CURRENT_SOURCE_DIR}/transport_dma_table_test.cpp
          ${CMAKE_CURRENT_SOURCE_DIR}/transport_session_test.cpp
  DEPS pvg_device)
pvgl_test(transport_server_test LABEL protocol TIMEOUT 120
  SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/transport_server_test.cpp
  DEPS pvg_device pvg_renderer_link)
