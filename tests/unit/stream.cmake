pvgl_test(stream_test LABEL unit TIMEOUT 60
  SOURCES stream_decode_test.cpp stream_framing_test.cpp
  DEPS pvg_stream pvg_object)
if(PVGL_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC 12 sees an impossible size in an instrumented vector::resize.
  set_source_files_properties(stream_decode_test.cpp PROPERTIES COMPILE_OPTIONS -Wno-error)
endif()
