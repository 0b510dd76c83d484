pvgl_test(event_loop_test LABEL unit TIMEOUT 60 SOURCES event_loop_test.cpp DEPS pvg_base)
