pvgl_test(memory_test LABEL unit TIMEOUT 60 SOURCES guest_memory_test.cpp address_space_test.cpp DEPS pvg_memory)
