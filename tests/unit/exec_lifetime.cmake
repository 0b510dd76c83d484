pvgl_test(exec_lifetime_test LABEL unit TIMEOUT 60 SOURCES exec_lifetime_test.cpp exec_validity_test.cpp DEPS pvg_exec)
