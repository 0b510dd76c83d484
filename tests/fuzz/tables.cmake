pvgl_fuzz(fuzz_tables SOURCES tables.cpp DEPS pvg_object
  MUTATOR tables_mutator.cpp step_mutator.cpp TABLES operations MAX_LEN 512 CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/tables)
