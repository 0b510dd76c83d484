pvgl_fuzz(fuzz_pipeline SOURCES pipeline.cpp DEPS pvg_object
  MUTATOR pipeline_mutator.cpp TABLES formats MAX_LEN 1024 CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/pipeline)
