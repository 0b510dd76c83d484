pvgl_fuzz(fuzz_device SOURCES device.cpp DEPS pvg_device
  MUTATOR device_mutator.cpp step_mutator.cpp TABLES registers config MAX_LEN 512 CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/device)
