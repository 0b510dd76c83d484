pvgl_test(trace_test LABEL unit TIMEOUT 120
  SOURCES trace_records_test.cpp trace_writer_test.cpp trace_reader_test.cpp trace_damage_test.cpp
  DEPS pvg_trace)
