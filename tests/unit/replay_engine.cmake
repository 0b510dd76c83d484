pvgl_test(replay_engine_test LABEL unit TIMEOUT 60 SOURCES replay_engine_test.cpp replayer_test.cpp DEPS pvg_capture pvg_engine pvg_exec)
