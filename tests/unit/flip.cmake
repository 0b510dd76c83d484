pvgl_test(flip_test LABEL unit TIMEOUT 60 SOURCES flip_test.cpp DEPS pvg_engine pvg_exec)
