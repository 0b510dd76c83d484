# GPU resets, hangs, lack of memory and refused programs over the socket, with the real processes. Most of it is the guest's waiting: it may run
# beside others.
if(PVGL_GL)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME faults COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/run_faults.py --pvgl $<TARGET_FILE:pvgl> --guest $<TARGET_FILE:pvgl-guest>
    --compare $<TARGET_FILE:golden_compare> reference triangle 0)
  set_tests_properties(faults PROPERTIES LABELS e2e TIMEOUT 240 ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;LIBGL_ALWAYS_SOFTWARE=1")
endif()
