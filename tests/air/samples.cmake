# AIR texts with their GLSL; see sample_test.cpp. glslang has its say where glslang-tools is installed.
if(PVGL_GL)
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  pvgl_test(air_sample_test LABEL air TIMEOUT 120
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/sample_test.cpp ${CMAKE_CURRENT_LIST_DIR}/sample_file.cpp ${CMAKE_CURRENT_LIST_DIR}/sample_textures.cpp
      ${CMAKE_CURRENT_LIST_DIR}/sample_buffers.cpp
      ${CMAKE_CURRENT_LIST_DIR}/sample_runner.cpp ${CMAKE_CURRENT_LIST_DIR}/kernel_runner.cpp
      ${CMAKE_CURRENT_LIST_DIR}/sample_module.cpp ${PROJECT_SOURCE_DIR}/shaders/demo/module_finish.cpp
    DEPS air air_linking pvgl_llvm PkgConfig::EPOXY fmt::fmt)
  target_compile_definitions(air_sample_test PRIVATE
    PVGL_AIR_SAMPLES="${CMAKE_CURRENT_LIST_DIR}/samples" PVGL_AIR_GOLDENS="${CMAKE_CURRENT_LIST_DIR}/golden")
endif()
