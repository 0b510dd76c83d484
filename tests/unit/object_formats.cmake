pvgl_test(object_formats_test LABEL unit TIMEOUT 60 SOURCES object_formats_test.cpp DEPS pvg_object)
