pvgl_test(listener_test LABEL protocol TIMEOUT 60 SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/listener_test.cpp DEPS pvg_transport)
