pvgl_test(exec_merge_test LABEL unit TIMEOUT 60 SOURCES exec_merge_test.cpp DEPS pvg_exec)
