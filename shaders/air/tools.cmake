# pvgl-shader is the one executable that runs LLVM.
if(PVGL_GL)
  find_package(CLI11 REQUIRED)
  find_package(glm REQUIRED)
  pvgl_library(air_command SOURCES command.cpp command_options.cpp command_constants.cpp command_jobs.cpp command_run.cpp command_check.cpp command_output.cpp
    bench_command.cpp bench_translate.cpp
    DEPS pvg_base air_container air_json air_service air_worker_process PRIVATE_DEPS demo_shaders CLI11::CLI11 glm::glm nlohmann_json::nlohmann_json)
  pvgl_executable(pvgl-shader SOURCES main.cpp DEPS air_command air_worker air)
endif()
