# The benchmark has to run cleanly; its figures are judged elsewhere.
pvgl_test(exec_bench_test LABEL unit TIMEOUT 60 SOURCES exec_bench_test.cpp DEPS pvg_bench)
