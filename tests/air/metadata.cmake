if(PVGL_GL)
  pvgl_test(air_metadata_test LABEL air TIMEOUT 120
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/metadata_test.cpp ${PROJECT_SOURCE_DIR}/tests/fuzz/metadata_module.cpp DEPS air pvgl_llvm)
endif()
