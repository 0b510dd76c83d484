pvgl_test(guest_test LABEL unit TIMEOUT 60 SOURCES
  guest_command_test.cpp guest_ring_test.cpp guest_task_test.cpp guest_objects_test.cpp guest_pipeline_test.cpp guest_stream_test.cpp
  guest_vfio_client_test.cpp
  DEPS pvg_guest_encoder pvg_guest_vfio)
