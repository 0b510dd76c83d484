# The limits of --check are those of an optimised build on a quiet machine; these runs see to it that the streams run in full and cleanly.
if(PVGL_GL)
  add_test(NAME bench_draws COMMAND pvgl bench draws)
  set_tests_properties(bench_draws PROPERTIES LABELS bench TIMEOUT 120 RUN_SERIAL TRUE ENVIRONMENT "LIBGL_ALWAYS_SOFTWARE=1;ASAN_OPTIONS=detect_leaks=0")
  foreach(name upload writeback scale)
    add_test(NAME bench_${name} COMMAND pvgl bench ${name})
    set_tests_properties(bench_${name} PROPERTIES LABELS "bench;long" TIMEOUT 300 RUN_SERIAL TRUE ENVIRONMENT "LIBGL_ALWAYS_SOFTWARE=1;ASAN_OPTIONS=detect_leaks=0")
  endforeach()
endif()
