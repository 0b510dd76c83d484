pvgl_test(renderer_words_test LABEL protocol TIMEOUT 60 SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/renderer_words_test.cpp DEPS pvg_seam)
