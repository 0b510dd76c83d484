pvgl_fuzz(fuzz_metallib SOURCES metallib.cpp DEPS air_container air_json CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/metallib
  DICT ${CMAKE_CURRENT_SOURCE_DIR}/metallib.dict)
