# pvgl trace: a library, so that its tests link it.
pvgl_library(pvgl_trace_tool SOURCES trace_command.cpp trace_dump.cpp trace_fields.cpp trace_info.cpp trace_stream.cpp
  DEPS pvg_trace pvg_stream pvg_fifo pvg_memory nlohmann_json::nlohmann_json CLI11::CLI11)
