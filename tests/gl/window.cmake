# The window's composed picture: without an X server through SDL's offscreen driver, and under Xvfb where there is one.
if(TARGET app_window)
  find_package(SDL2 REQUIRED)
  pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
  pvgl_test(window_test LABEL gl TIMEOUT 120 SOURCES ${CMAKE_CURRENT_LIST_DIR}/window_test.cpp DEPS app_window PkgConfig::EPOXY SDL2::SDL2)
  set_tests_properties(window_test PROPERTIES ENVIRONMENT "SDL_VIDEODRIVER=offscreen")
  find_program(XVFB_RUN xvfb-run)
  # -noreset: the server would start anew, and refuse connections meanwhile, after each case closes its window.
  if(XVFB_RUN)
    add_test(NAME window_x11_test COMMAND ${XVFB_RUN} -a -s "-screen 0 1280x1024x24 -noreset" $<TARGET_FILE:window_test>)
    set_tests_properties(window_x11_test PROPERTIES LABELS gl TIMEOUT 120 ENVIRONMENT "SDL_VIDEODRIVER=x11")
  endif()
endif()
