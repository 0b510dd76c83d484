find_package(PNG REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

get_property(topics GLOBAL PROPERTY PVGL_FEATURE_TOPICS)
set(feature_references ${topics})
list(TRANSFORM feature_references REPLACE "(.+)" "reference/features/\\1.cpp")
pvgl_library(golden_reference SOURCES reference/image.cpp reference/raster.cpp reference/scenes.cpp reference/desktop.cpp reference/lit.cpp
  reference/features/features.cpp ${feature_references} PRIVATE_DEPS PNG::PNG)
pvgl_executable(golden_compare SOURCES compare.cpp DEPS golden_reference)
pvgl_test(golden_reference_test LABEL unit TIMEOUT 60 SOURCES reference_test.cpp DEPS golden_reference)

# golden_scene(name FRAMES n MODE WxH@HZ): one ctest entry, and a line of the target golden_update, which writes the stored pictures.
function(golden_scene name)
  cmake_parse_arguments(A "" "FRAMES;MODE" "" ${ARGN})
  set(command Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/run_golden.py --pvgl $<TARGET_FILE:pvgl> --guest $<TARGET_FILE:pvgl-guest>
    --compare $<TARGET_FILE:golden_compare> --images ${CMAKE_CURRENT_SOURCE_DIR}/images --scene ${name} --frames ${A_FRAMES} --mode ${A_MODE})
  add_test(NAME golden_${name} COMMAND ${command})
  set_tests_properties(golden_${name} PROPERTIES LABELS golden TIMEOUT 280 SKIP_RETURN_CODE 77 RUN_SERIAL TRUE)
  add_custom_command(TARGET golden_update POST_BUILD COMMAND ${command} --update VERBATIM)
endfunction()

# golden_features(topic): all feature scenes of a topic (pvg/guest/scenes/features/feature.h), and a line of golden_features_update.
function(golden_features topic)
  set(command Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/run_features.py --pvgl $<TARGET_FILE:pvgl> --guest $<TARGET_FILE:pvgl-guest>
    --compare $<TARGET_FILE:golden_compare> --images ${CMAKE_CURRENT_SOURCE_DIR}/images --topic ${topic})
  add_test(NAME golden_features_${topic} COMMAND ${command})
  set_tests_properties(golden_features_${topic} PROPERTIES LABELS golden TIMEOUT 280 RUN_SERIAL TRUE)
  add_custom_command(TARGET golden_features_update POST_BUILD COMMAND ${command} --update VERBATIM)
endfunction()

if(TARGET pvgl AND TARGET pvgl-renderer AND TARGET pvgl-shader AND TARGET pvgl-guest)
  add_custom_target(golden_update)
  add_dependencies(golden_update golden_compare pvgl pvgl-renderer pvgl-shader pvgl-guest)
  golden_scene(clear FRAMES 3 MODE 640x480@60)
  golden_scene(triangle FRAMES 3 MODE 640x480@60)
  golden_scene(textured FRAMES 4 MODE 640x480@60)
  golden_scene(arguments FRAMES 4 MODE 640x480@60)
  golden_scene(cursor FRAMES 3 MODE 640x480@60)
  golden_scene(metallib FRAMES 2 MODE 640x480@60)
  golden_scene(cube FRAMES 1 MODE 640x480@60)
  golden_scene(gears FRAMES 1 MODE 640x480@60)
  golden_scene(desktop FRAMES 6 MODE 1920x1080@60)
  add_custom_target(golden_features_update)
  add_dependencies(golden_features_update golden_compare pvgl pvgl-renderer pvgl-shader pvgl-guest)
  foreach(topic ${topics})
    golden_features(${topic})
  endforeach()
endif()
