# What ties the file format to the engine: recorder and replayer.
pvgl_library(pvg_capture SOURCES memory_image.cpp recorder.cpp replayer.cpp replay_engine.cpp DEPS pvg_trace pvg_engine)
