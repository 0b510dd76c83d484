pvgl_test(exec_present_test LABEL unit TIMEOUT 60 SOURCES ${CMAKE_CURRENT_LIST_DIR}/exec_present_test.cpp DEPS pvg_exec)
