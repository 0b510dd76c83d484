pvgl_fuzz(fuzz_stream SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/stream.cpp DEPS pvg_exec CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/stream)
