# What the translator knows of a module before its passes run; apart, so that it can be fuzzed without the rest.
include(${CMAKE_CURRENT_LIST_DIR}/llvm.cmake)
if(TARGET pvgl_llvm)
  pvgl_library(air_readers SOURCES entry.cpp function_constants.cpp ir_limits.cpp sampler_state.cpp DEPS pvg_base PRIVATE_DEPS pvgl_llvm fmt::fmt)
endif()
