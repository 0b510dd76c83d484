# Attacks on the real processes: needs them all.
if(TARGET pvgl AND TARGET pvgl-renderer AND TARGET pvgl-shader AND TARGET pvg_guest_scenes)
  find_package(nlohmann_json REQUIRED)
  pvgl_library(hostile_support SOURCES hostile_host.cpp hostile_guest.cpp hostile_attack.cpp hostile_channel.cpp hostile_matrix.cpp
    DEPS pvg_guest_scenes pvg_guest_vfio golden_reference pvg_fifo pvg_object pvg_stream doctest::doctest nlohmann_json::nlohmann_json)
  target_compile_definitions(hostile_support PRIVATE HOSTILE_PVGL="$<TARGET_FILE:pvgl>")

  foreach(topic fifo objects ring stream matrix_fifo matrix_objects matrix_registers matrix_stream)
    pvgl_test(hostile_${topic}_test LABEL protocol TIMEOUT 180 SOURCES ${CMAKE_CURRENT_LIST_DIR}/hostile_${topic}_test.cpp
      DEPS hostile_support pvg_stream pvg_device)
    add_dependencies(hostile_${topic}_test pvgl pvgl-renderer pvgl-shader)
    set_tests_properties(hostile_${topic}_test PROPERTIES RUN_SERIAL TRUE)
  endforeach()

  pvgl_test(guest_life_test LABEL protocol TIMEOUT 120 SOURCES ${CMAKE_CURRENT_LIST_DIR}/guest_life_test.cpp DEPS hostile_support)
  add_dependencies(guest_life_test pvgl pvgl-renderer pvgl-shader)
  set_tests_properties(guest_life_test PROPERTIES RUN_SERIAL TRUE)
endif()
