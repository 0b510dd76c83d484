pvgl_test(exec_handles_test LABEL unit TIMEOUT 60 SOURCES exec_handles_test.cpp DEPS pvg_exec)
