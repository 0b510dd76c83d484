pvgl_test(fifo_test LABEL unit TIMEOUT 60 SOURCES fifo_ring_test.cpp fifo_channel_test.cpp fifo_stamps_test.cpp DEPS pvg_fifo)
