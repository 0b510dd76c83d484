pvgl_test(trace_tool_test LABEL unit TIMEOUT 60 SOURCES trace_tool_test.cpp DEPS pvgl_trace_tool)
