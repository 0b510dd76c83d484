if(PVGL_GL)
  # One static program: the kernel's init, linked from the same encoder as pvgl-guest.
  add_executable(e2e_init e2e_init.cpp ${PROJECT_SOURCE_DIR}/pvg/guest/sysfs_platform.cpp)
  target_link_libraries(e2e_init PRIVATE pvgl_flags pvg_guest_scenes pvg_guest_console)
  target_link_options(e2e_init PRIVATE -static)
  pvgl_executable(cut_metallib SOURCES cut_metallib.cpp ${PROJECT_SOURCE_DIR}/pvg/guest/metallib_cut.cpp DEPS pvg_guest_scenes air_container_writer)
endif()

# The counting itself: what says that nothing leaks has to see a leak.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME e2e_census_test COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tests/e2e/census_test.py)
set_tests_properties(e2e_census_test PROPERTIES LABELS unit TIMEOUT 60 ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1")

# e2e_scene(name FRAMES n SCENE s [more arguments of run_e2e.py])
function(e2e_scene name)
  cmake_parse_arguments(A "" "FRAMES;SCENE" "MORE" ${ARGN})
  math(EXPR last "${A_FRAMES} - 1")
  add_test(NAME e2e_${name} COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tests/e2e/run_e2e.py --pvgl $<TARGET_FILE:pvgl>
    --init $<TARGET_FILE:e2e_init> --cut $<TARGET_FILE:cut_metallib> --scene ${A_SCENE} --frames ${A_FRAMES} ${A_MORE}
    --compare $<TARGET_FILE:golden_compare> reference ${A_SCENE} ${last})
  set_tests_properties(e2e_${name} PROPERTIES LABELS e2e TIMEOUT 420 SKIP_RETURN_CODE 77 RUN_SERIAL TRUE
    ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;LIBGL_ALWAYS_SOFTWARE=1")
endfunction()

if(PVGL_GL)
  e2e_scene(triangle FRAMES 3 SCENE triangle)
  e2e_scene(metallib FRAMES 2 SCENE metallib MORE --metallib darlinghq+indium/test__triangle__AAPLShaders.metallib
    --vertex vertexShader --fragment fragmentShader)

  # One machine's life: resets, reboots, panic, sleep, other machines on the same socket. TCG boots take seconds, so the long run has the most.
  set(lifetime Python3::Interpreter ${PROJECT_SOURCE_DIR}/tests/e2e/run_lifetime.py --pvgl $<TARGET_FILE:pvgl> --init $<TARGET_FILE:e2e_init>)
  set(lifetime_compare --compare $<TARGET_FILE:golden_compare> reference triangle 0)
  add_test(NAME e2e_lifetime COMMAND ${lifetime} --resets 40 --reboots 2 ${lifetime_compare})
  add_test(NAME e2e_lifetime_long COMMAND ${lifetime} --resets 100 --reboots 20 --ends ${lifetime_compare})
  set_tests_properties(e2e_lifetime e2e_lifetime_long PROPERTIES SKIP_RETURN_CODE 77 RUN_SERIAL TRUE
    ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;LIBGL_ALWAYS_SOFTWARE=1")
  set_tests_properties(e2e_lifetime PROPERTIES LABELS e2e TIMEOUT 300)
  set_tests_properties(e2e_lifetime_long PROPERTIES LABELS long TIMEOUT 1500)

  # The same guest over the socket alone.
  set(console Python3::Interpreter ${PROJECT_SOURCE_DIR}/tests/e2e/run_console.py --pvgl $<TARGET_FILE:pvgl> --guest $<TARGET_FILE:pvgl-guest>)
  add_test(NAME console_lifetime COMMAND ${console} --resets 150 --kills 6 ${lifetime_compare})
  add_test(NAME console_lifetime_long COMMAND ${console} --resets 1000 --kills 50 ${lifetime_compare})
  set_tests_properties(console_lifetime console_lifetime_long PROPERTIES RUN_SERIAL TRUE
    ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;LIBGL_ALWAYS_SOFTWARE=1")
  set_tests_properties(console_lifetime PROPERTIES LABELS e2e TIMEOUT 120)
  set_tests_properties(console_lifetime_long PROPERTIES LABELS long TIMEOUT 600)

  # The independent client is not part of this tree; where a checkout stands beside it, it has its say.
  add_test(NAME conformance COMMAND ${PROJECT_SOURCE_DIR}/tests/e2e/run_conformance.sh $<TARGET_FILE:pvgl>)
  set_tests_properties(conformance PROPERTIES LABELS e2e TIMEOUT 300 SKIP_RETURN_CODE 77 RUN_SERIAL TRUE)
endif()
