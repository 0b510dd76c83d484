pvgl_fuzz(fuzz_worker_reply SOURCES worker_reply.cpp DEPS air_json air_frames nlohmann_json::nlohmann_json MUTATOR outcome_mutator.cpp MAX_LEN 8192
  CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/worker_reply DICT ${CMAKE_CURRENT_LIST_DIR}/shader_cache.dict)
