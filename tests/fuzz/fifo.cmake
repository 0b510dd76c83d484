pvgl_fuzz(fuzz_fifo SOURCES fifo.cpp ${PROJECT_SOURCE_DIR}/tests/support/fake_executor.cpp DEPS pvg_engine fmt::fmt
  CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/fifo)
