pvgl_fuzz(fuzz_metallib SOURCES metallib.cpp DEPS air_container air_json MAX_LEN 4096
  CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/metallib DICT ${CMAKE_CURRENT_LIST_DIR}/metallib.dict)
