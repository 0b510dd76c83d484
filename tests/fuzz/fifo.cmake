pvgl_fuzz(fuzz_fifo SOURCES fifo.cpp ${PROJECT_SOURCE_DIR}/tests/support/fake_executor.cpp DEPS pvg_engine fmt::fmt
  MUTATOR fifo_mutator.cpp step_mutator.cpp TABLES commands operations MAX_LEN 384 CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/fifo)
