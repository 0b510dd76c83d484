if(PVGL_GL)
  # One static program: the kernel's init, linked from the same encoder as pvgl-guest.
  add_executable(e2e_init e2e_init.cpp ${PROJECT_SOURCE_DIR}/pvg/guest/sysfs_platform.cpp)
  target_link_libraries(e2e_init PRIVATE pvgl_flags pvg_guest_scenes)
  target_link_options(e2e_init PRIVATE -static)
  pvgl_executable(cut_metallib SOURCES cut_metallib.cpp ${PROJECT_SOURCE_DIR}/pvg/guest/metallib_cut.cpp DEPS pvg_guest_scenes air_container_writer)
endif()
