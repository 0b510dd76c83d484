pvgl_test(stream_test LABEL unit TIMEOUT 60
  SOURCES stream_decode_test.cpp stream_framing_test.cpp
  DEPS pvg_stream pvg_object)
