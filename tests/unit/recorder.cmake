pvgl_test(recorder_test LABEL unit TIMEOUT 60 SOURCES recorder_test.cpp memory_image_test.cpp trace_summary_test.cpp DEPS pvg_capture)
