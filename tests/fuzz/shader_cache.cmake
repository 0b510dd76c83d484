pvgl_fuzz(fuzz_shader_cache SOURCES shader_cache.cpp DEPS air_cache nlohmann_json::nlohmann_json MUTATOR outcome_mutator.cpp MAX_LEN 8192
  CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/shader_cache DICT ${CMAKE_CURRENT_LIST_DIR}/shader_cache.dict)
