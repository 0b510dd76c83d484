pvgl_test(renderer_death_test LABEL protocol TIMEOUT 60 SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/renderer_death_test.cpp DEPS pvg_seam pvg_base)
