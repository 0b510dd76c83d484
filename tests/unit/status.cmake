# The protocol document's status columns against what the host does.
pvgl_test(status_stream_test LABEL unit TIMEOUT 60 SOURCES status_stream_test.cpp DEPS pvg_exec)
pvgl_test(status_object_test LABEL unit TIMEOUT 60 SOURCES status_object_test.cpp DEPS pvg_object)
pvgl_test(status_fifo_test LABEL unit TIMEOUT 120 SOURCES status_fifo_test.cpp ${PROJECT_SOURCE_DIR}/tests/support/fake_executor.cpp
  DEPS pvg_engine pvg_guest_encoder fmt::fmt)
