pvgl_test(object_test LABEL unit TIMEOUT 60 SOURCES
  object_resources_test.cpp object_states_test.cpp object_pipelines_test.cpp object_truncation_test.cpp object_table_test.cpp
  DEPS pvg_object pvg_guest_encoder)
