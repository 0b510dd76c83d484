pvgl_fuzz(fuzz_socket SOURCES socket.cpp DEPS pvg_device TABLES transport registers MAX_LEN 4096
  CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/socket DICT ${CMAKE_CURRENT_LIST_DIR}/socket.dict)
