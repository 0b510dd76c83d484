pvgl_test(exec_test LABEL unit TIMEOUT 60
  SOURCES exec_coherency_test.cpp exec_packet_test.cpp exec_render_test.cpp
  DEPS pvg_exec)
