pvgl_test(capture_test LABEL unit TIMEOUT 120 SOURCES capture_test.cpp DEPS pvg_capture pvg_engine pvg_exec)
