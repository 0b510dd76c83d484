pvgl_fuzz(fuzz_trace SOURCES trace.cpp DEPS pvg_trace MAX_LEN 2048 CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/trace
  DICT ${CMAKE_CURRENT_LIST_DIR}/trace.dict)
