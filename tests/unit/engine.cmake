pvgl_test(engine_test LABEL unit TIMEOUT 60 SOURCES
  engine_control_test.cpp engine_drain_test.cpp engine_work_test.cpp engine_display_page_test.cpp engine_display_events_test.cpp
  engine_display_present_test.cpp engine_display_picture_test.cpp engine_device_info_test.cpp
  engine_bringup_test.cpp engine_thread_test.cpp ${PROJECT_SOURCE_DIR}/tests/support/fake_executor.cpp
  DEPS pvg_engine pvg_guest_encoder fmt::fmt)
