# The OpenGL back end against a real driver, without a window.
pkg_check_modules(EGL REQUIRED IMPORTED_TARGET egl)
add_library(gl_test_support STATIC
  ${CMAKE_CURRENT_LIST_DIR}/egl_context.cpp ${CMAKE_CURRENT_LIST_DIR}/fixture.cpp ${CMAKE_CURRENT_LIST_DIR}/drawing.cpp)
target_include_directories(gl_test_support PUBLIC ${CMAKE_CURRENT_LIST_DIR})
target_link_libraries(gl_test_support PUBLIC pvgl_flags renderer_gl doctest::doctest PkgConfig::EGL)

foreach(topic blit completion compute drawing pass pipeline present raster sampling transfer upload vertex views)
  pvgl_test(gl_${topic}_test LABEL gl TIMEOUT 120 SOURCES ${CMAKE_CURRENT_LIST_DIR}/${topic}_test.cpp DEPS gl_test_support)
  # Drivers leak a little at exit; what the back end leaks are GL objects, which no leak checker sees.
  set_property(TEST gl_${topic}_test PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
endforeach()
