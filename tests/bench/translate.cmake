# Through the real workers. Limits in milliseconds hold on a quiet machine only: the check is for long runs.
if(PVGL_GL)
  add_test(NAME bench_translate_demo COMMAND pvgl-shader --bench)
  set_tests_properties(bench_translate_demo PROPERTIES LABELS unit TIMEOUT 60
    PASS_REGULAR_EXPRESSION "translate: 18 functions, 18 ok, 0 over 3 s of CPU, 0 worker deaths")
  add_test(NAME bench_translate_corpus COMMAND sh -c "test -d \"$PVGL_CORPUS\" || { echo no corpus: PVGL_CORPUS is not set; exit 77; }; exec \"$0\" --bench \"$PVGL_CORPUS\" --check" $<TARGET_FILE:pvgl-shader>)
  set_tests_properties(bench_translate_corpus PROPERTIES LABELS long TIMEOUT 600 SKIP_RETURN_CODE 77 RUN_SERIAL TRUE)
endif()
