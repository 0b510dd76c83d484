pvgl_fuzz(fuzz_object SOURCES object.cpp DEPS pvg_object CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/object)
