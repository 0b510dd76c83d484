pvgl_fuzz(fuzz_socket SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/socket.cpp DEPS pvg_device CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/socket
  DICT ${CMAKE_CURRENT_SOURCE_DIR}/socket.dict)
