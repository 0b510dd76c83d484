pvgl_test(exec_pass_test LABEL unit TIMEOUT 60 SOURCES exec_pass_test.cpp exec_patches_test.cpp exec_state_test.cpp exec_textures_test.cpp DEPS pvg_exec)
