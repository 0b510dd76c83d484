# The readers alone, so that a tree for fuzzing compiles little; tests/air/metadata_test.cpp takes the same modules through the translator.
if(TARGET pvgl_llvm)
  pvgl_fuzz(fuzz_metadata SOURCES metadata.cpp metadata_module.cpp DEPS air_readers pvgl_llvm MAX_LEN 256
    CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/metadata DICT ${CMAKE_CURRENT_LIST_DIR}/metadata.dict)
endif()
