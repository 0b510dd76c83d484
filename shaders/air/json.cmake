find_package(nlohmann_json REQUIRED GLOBAL)

pvgl_library(air_json SOURCES json.cpp DEPS pvg_base PRIVATE_DEPS nlohmann_json::nlohmann_json)
