if(PVGL_GL)
  pvgl_test(air_command_test LABEL unit TIMEOUT 60 SOURCES command_test.cpp DEPS air_command demo_shaders nlohmann_json::nlohmann_json)
endif()
