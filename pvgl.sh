#!/usr/bin/env bash
# pvgl.sh demo [options of `pvgl demo`]   install what is missing, build, show the demo
# pvgl.sh test [--long]                   install, build, run the tests (--long: ten million inputs a fuzz target, thread checks, long runs)
# pvgl.sh coverage                        install, build, run the tests of pvg/, print its line coverage; fails below 90 %
# pvgl.sh build                           install and build only
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

build_dir=${PVGL_BUILD_DIR:-build}
sanitized_dir=$build_dir-sanitized
jobs=$(nproc)

say() { printf 'pvgl.sh: %s\n' "$*"; }
die() { printf 'pvgl.sh: %s\n' "$*" >&2; exit 1; }

usage() { sed -n '2,5s/^# //p' "$0"; }

common_packages=(
  build-essential cmake ninja-build pkg-config ccache
  libsdl2-dev libepoxy-dev libegl-dev libgl-dev libgl1-mesa-dri libegl1 libdrm-dev libglm-dev libimgui-dev libstb-dev
  libspdlog-dev libfmt-dev libcli11-dev nlohmann-json3-dev libpng-dev libxxhash-dev libseccomp-dev libzstd-dev libssl-dev doctest-dev
)
thread_tests="flip_test engine_test trace_test transport_server_test"
test_packages=(xvfb python3-numpy cpio zstd binutils glslang-tools)

# The newest LLVM from 19 on that this distribution offers, or that is already here.
llvm_package() {
  local v
  for v in $(seq 30 -1 19); do
    if [ -e "/usr/lib/llvm-$v/lib/cmake/llvm/LLVMConfig.cmake" ]; then echo "llvm-$v-dev"; return; fi
  done
  for v in $(seq 30 -1 19); do
    if apt-cache show "llvm-$v-dev" >/dev/null 2>&1; then echo "llvm-$v-dev"; return; fi
  done
  return 1
}

is_installed() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

missing_packages() {
  local p
  for p in "$@"; do is_installed "$p" || echo "$p"; done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "packages are missing and neither root nor sudo is available; install: $*"
  fi
}

install_packages() {
  if ! command -v apt-get >/dev/null; then
    say "no apt-get here: see README for the list of packages; trying to build with what is installed"
    return
  fi
  local missing llvm
  missing=$(missing_packages "$@")
  if [ -n "$missing" ] || ! llvm=$(llvm_package) || ! is_installed "$llvm"; then
    as_root apt-get update -qq
    llvm=$(llvm_package) || die "no LLVM from 19 on is offered by this distribution; see README"
    missing=$(missing_packages "$@" "$llvm")
  fi
  [ -n "$missing" ] || return 0
  say "installing:" $missing
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

# configure_and_build DIR TARGETS [cmake options]
configure_and_build() {
  local dir=$1 targets=$2
  shift 2
  if [ ! -e "$dir/build.ninja" ]; then
    cmake -S . -B "$dir" -G Ninja "$@" >"$dir.log" 2>&1 || { cat "$dir.log" >&2; die "CMake failed; its output is above"; }
    mv "$dir.log" "$dir/configure.log"
  fi
  # shellcheck disable=SC2086
  cmake --build "$dir" -j "$jobs" --target $targets || die "the build in $dir failed"
}

# build_main TARGETS. What the sanitized tree tests as well is not built twice, but for --long.
build_main() {
  install_packages "${common_packages[@]}"
  configure_and_build "$build_dir" "$1" -DPVGL_UNIT_TESTS=OFF -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -g1 -DNDEBUG"
}

run_demo() {
  build_main programs
  local headless=0 a
  for a in "$@"; do case $a in --headless | --help | -h) headless=1 ;; esac; done
  if [ $headless = 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${SDL_VIDEODRIVER:-}" ]; then
    die "there is no display here; without one: ./pvgl.sh demo --headless --frames 60 --screenshot demo.png --stats demo.json"
  fi
  exec "$build_dir/bin/pvgl" demo "$@"
}

# The newest clang from 14 on that is here with its fuzzing runtime, or else that this distribution offers.
clang_version() {
  local v
  for v in $(seq 30 -1 14); do
    if command -v "clang++-$v" >/dev/null && compgen -G "/usr/lib/llvm-$v/lib/clang/*/lib/*/libclang_rt.fuzzer*.a" >/dev/null; then echo "$v"; return; fi
  done
  for v in $(seq 30 -1 14); do
    if apt-cache show "clang-$v" "libclang-rt-$v-dev" >/dev/null 2>&1; then echo "$v"; return; fi
  done
  return 1
}

# The sanitized tree holds pvg/, the shader container, their tests and fuzz targets: everything that parses bytes from somebody else.
# Asserts are on, unlike in the other trees: a programmer's mistake is a finding. Without clang the fuzz targets only replay their corpus.
build_sanitized() {
  local v options=(-DCMAKE_BUILD_TYPE=RelWithDebInfo -DPVGL_SANITIZE=ON -DPVGL_GL=OFF -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -g1")
  if v=$(clang_version) && (install_packages "clang-$v" "libclang-rt-$v-dev"); then
    options+=(-DPVGL_FUZZ=ON -DCMAKE_CXX_COMPILER="clang++-$v" -DCMAKE_C_COMPILER="clang-$v")
  fi
  configure_and_build "$sanitized_dir" all "${options[@]}"
}

run_sanitized() {
  ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --test-dir "$sanitized_dir" --output-on-failure -j "$jobs" -L '^(unit|protocol|fuzz)$'
}

# run_fuzzers LIBFUZZER_OPTION...: every target, two at a time.
run_fuzzers() {
  if ! compgen -G "$sanitized_dir/fuzz/*.args" >/dev/null; then
    say "no clang from 14 on can be had here: the fuzz targets only replayed their corpus"
    return
  fi
  tests/fuzz/run.sh "$sanitized_dir" "$sanitized_dir/state" -seed=1 "$@"
}

# What has threads, under ThreadSanitizer.
run_thread_checks() {
  configure_and_build "$build_dir-tsan" "$thread_tests" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" \
    -DPVGL_TSAN=ON -DPVGL_GL=OFF
  TSAN_OPTIONS=halt_on_error=1 ctest --test-dir "$build_dir-tsan" --output-on-failure -R "^(${thread_tests// /|})\$"
}

# Line coverage of pvg/ by its unit and protocol tests and the fuzz corpus; the guest's encoder and the table printer are not product code.
run_coverage() {
  local dir=$build_dir-coverage
  find_corpus
  install_packages "${common_packages[@]}" "${test_packages[@]}" gcovr
  configure_and_build "$dir" all -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -g1 -DNDEBUG" \
    -DPVGL_COVERAGE=ON -DPVGL_GL=OFF
  find "$dir" -name '*.gcda' -delete
  ctest --test-dir "$dir" --output-on-failure -j "$jobs" -L '^(unit|protocol|fuzz)$' || die "tests failed"
  gcovr --root . --object-directory "$dir" --filter pvg/ --exclude 'pvg/(guest|protocol)/' --sort-uncovered --print-summary --fail-under-line 90 "$dir"
}

# Apple-compiled libraries are never part of this tree; a folder of them may stand beside it.
find_corpus() {
  if [ -z "${PVGL_CORPUS:-}" ] && [ -d ../shared/data/metallib ]; then PVGL_CORPUS=$(realpath ../shared/data/metallib); fi
  export PVGL_CORPUS=${PVGL_CORPUS:-}
}

run_tests() {
  local long=0
  find_corpus
  [ "${1:-}" = --long ] && long=1
  install_packages "${common_packages[@]}" "${test_packages[@]}"
  build_main programs
  cmake -DPVGL_UNIT_TESTS=$([ $long = 1 ] && echo ON || echo OFF) "$build_dir" >"$build_dir/configure.log" 2>&1 || die "CMake failed: $build_dir/configure.log"
  build_main all
  local failed=0
  say "sanitized tests (ASan, UBSan)"
  build_sanitized
  run_sanitized || failed=1
  say "fuzzing"
  if [ $long = 1 ]; then
    # Fake stacks, a large quarantine and the entropic schedule take half of the time; the short runs have all three.
    ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=0:malloc_context_size=0:quarantine_size_mb=2 run_fuzzers -runs=10000000 -entropic=0 || failed=1
    say "thread checks (TSan)"
    run_thread_checks || failed=1
  else
    run_fuzzers -max_total_time=30 || failed=1
  fi
  say "tests"
  PVGL_LONG=$long ctest --test-dir "$build_dir" --output-on-failure -j "$jobs" $([ $long = 1 ] || echo -LE '^long$') || failed=1
  [ $failed = 0 ] || die "tests failed"
}

case ${1:-} in
  demo) shift; run_demo "$@" ;;
  test) shift; run_tests "$@" ;;
  coverage) run_coverage ;;
  build) build_main programs ;;
  *) usage; exit 2 ;;
esac
