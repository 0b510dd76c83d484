# pvgl with a renderer and a guest of our own beside it: it looks for them next to its executable.
set(fake_bin ${CMAKE_BINARY_DIR}/tests/fake-bin)
add_executable(pvgl_fake_renderer ${PROJECT_SOURCE_DIR}/tests/support/fake_renderer/fake_renderer_main.cpp)
target_link_libraries(pvgl_fake_renderer PRIVATE pvgl_flags pvg_renderer_link)
add_custom_command(OUTPUT ${fake_bin}/pvgl
  COMMAND ${CMAKE_COMMAND} -E make_directory ${fake_bin}
  COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:pvgl> ${fake_bin}/pvgl
  COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:pvgl_fake_renderer> ${fake_bin}/pvgl-renderer
  COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:pvgl_fake_renderer> ${fake_bin}/pvgl-shader
  COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:pvgl_fake_renderer> ${fake_bin}/pvgl-guest
  DEPENDS pvgl pvgl_fake_renderer)
add_custom_target(pvgl_fake_bin ALL DEPENDS ${fake_bin}/pvgl)
