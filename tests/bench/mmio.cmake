# Register latency with a saturated renderer; ratios of one run, but tails of a busy machine: long runs only.
if(PVGL_GL)
  add_test(NAME bench_mmio COMMAND pvgl bench mmio --check)
  set_tests_properties(bench_mmio PROPERTIES LABELS long TIMEOUT 120 RUN_SERIAL TRUE ENVIRONMENT "LIBGL_ALWAYS_SOFTWARE=1")
endif()
