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

pvgl_test(transport_process_test LABEL protocol TIMEOUT 120 SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/transport_process_test.cpp DEPS pvg_base)
target_compile_definitions(transport_process_test PRIVATE PVGL_FAKE_BIN="${fake_bin}")
add_dependencies(transport_process_test pvgl_fake_bin)

# What holds the socket must not be able to crash in GL, LLVM or a toolkit.
find_program(PVGL_READELF readelf)
if(PVGL_READELF)
  add_test(NAME pvgl_links_no_gl COMMAND ${CMAKE_COMMAND} -DREADELF=${PVGL_READELF} -DEXECUTABLE=$<TARGET_FILE:pvgl>
    -P ${PROJECT_SOURCE_DIR}/tests/support/check_dynamic_section.cmake)
  set_tests_properties(pvgl_links_no_gl PROPERTIES LABELS protocol TIMEOUT 20)
endif()
