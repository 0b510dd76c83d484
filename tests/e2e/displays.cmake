# Displays over the socket, with the real processes: several of them, modes, gamma, hot plug.
if(PVGL_GL)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME displays COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/run_displays.py --pvgl $<TARGET_FILE:pvgl>)
  set_tests_properties(displays PROPERTIES LABELS e2e TIMEOUT 300 RUN_SERIAL TRUE
    ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;LIBGL_ALWAYS_SOFTWARE=1")
endif()
