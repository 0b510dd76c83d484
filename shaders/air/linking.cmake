# Text that linkers of translated stages put around them.
pvgl_library(air_linking SOURCES barycentric_link.cpp stage_input.cpp tessellation_link.cpp DEPS pvg_base PRIVATE_DEPS fmt::fmt)
