pvgl_test(engine_barriers_test LABEL unit TIMEOUT 60 SOURCES
  engine_barriers_test.cpp ${PROJECT_SOURCE_DIR}/tests/support/fake_executor.cpp
  DEPS pvg_engine pvg_guest_encoder fmt::fmt)
