pvgl_test(device_test LABEL unit TIMEOUT 60
  SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/config_space_test.cpp ${CMAKE_CURRENT_SOURCE_DIR}/registers_test.cpp
          ${CMAKE_CURRENT_SOURCE_DIR}/gpu_device_test.cpp
  DEPS pvg_device)
