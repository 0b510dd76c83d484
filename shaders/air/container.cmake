# The container reader is free of LLVM, so that it can be fuzzed and linked everywhere; the writer hashes with OpenSSL.
find_package(OpenSSL REQUIRED COMPONENTS Crypto GLOBAL)

pvgl_library(air_container SOURCES container.cpp DEPS pvg_base)
pvgl_library(air_container_writer SOURCES container_writer.cpp DEPS pvg_base air_container PRIVATE_DEPS OpenSSL::Crypto)
