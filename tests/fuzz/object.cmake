pvgl_fuzz(fuzz_object SOURCES object.cpp DEPS pvg_object TABLES operations formats MAX_LEN 512
  CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/object)
