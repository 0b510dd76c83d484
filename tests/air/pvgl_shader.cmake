# The executable itself: workers are started, every demo shader is translated.
if(TARGET pvgl-shader)
  add_test(NAME pvgl_shader_demo COMMAND pvgl-shader ${PROJECT_BINARY_DIR}/shaders/demo)
  set_tests_properties(pvgl_shader_demo PROPERTIES LABELS unit TIMEOUT 60 PASS_REGULAR_EXPRESSION "16 ok, 0 declined, 0 failed")
  add_test(NAME pvgl_shader_worker_usage COMMAND pvgl-shader --worker --fd nonsense)
  set_tests_properties(pvgl_shader_worker_usage PROPERTIES LABELS unit TIMEOUT 10 PASS_REGULAR_EXPRESSION "needs --fd and the number")
endif()
