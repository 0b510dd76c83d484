pvgl_fuzz(fuzz_stream SOURCES stream.cpp DEPS pvg_exec
  MUTATOR stream_mutator.cpp TABLES opcodes operations MAX_LEN 1536 CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/stream)
