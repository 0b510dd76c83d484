# The engine: everything of the renderer's engine thread but what executes packets (pvg_exec).
pvgl_library(pvg_engine SOURCES
  engine.cpp engine_core.cpp engine_drain.cpp engine_replay.cpp engine_control.cpp engine_work.cpp engine_display.cpp device_info.cpp
  DEPS pvg_display pvg_fifo pvg_object)
if(PVGL_TSAN AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # The fence orders two atomics, which ThreadSanitizer knows without it.
  set_source_files_properties(engine_drain.cpp PROPERTIES COMPILE_OPTIONS -Wno-tsan)
endif()
