#!/usr/bin/env bash
# pvgl.sh demo [options of `pvgl demo`]   install what is missing, build, show the demo
# pvgl.sh test [--long]                   install, build, run the tests (--long: also fuzzing and long runs)
# pvgl.sh build                           install and build only
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

build_dir=${PVGL_BUILD_DIR:-build}
jobs=$(nproc)

say() { printf 'pvgl.sh: %s\n' "$*"; }
die() { printf 'pvgl.sh: %s\n' "$*" >&2; exit 1; }

usage() { sed -n '2,4s/^# //p' "$0"; }

common_packages=(
  build-essential cmake ninja-build pkg-config ccache
  libsdl2-dev libepoxy-dev libegl-dev libgl-dev libgl1-mesa-dri libegl1 libdrm-dev libglm-dev libimgui-dev libstb-dev
  libspdlog-dev libfmt-dev libcli11-dev nlohmann-json3-dev libpng-dev libxxhash-dev libssl-dev doctest-dev
)
test_packages=(xvfb python3-numpy cpio zstd binutils)

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

# configure_and_build DIR [cmake options]
configure_and_build() {
  local dir=$1
  shift
  if [ ! -e "$dir/build.ninja" ]; then
    cmake -S . -B "$dir" -G Ninja "$@" >"$dir.log" 2>&1 || { cat "$dir.log" >&2; die "CMake failed; its output is above"; }
    mv "$dir.log" "$dir/configure.log"
  fi
  cmake --build "$dir" -j "$jobs" || die "the build in $dir failed"
}

build_main() {
  install_packages "${common_packages[@]}"
  configure_and_build "$build_dir" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -g1 -DNDEBUG"
}

run_demo() {
  build_main
  local headless=0 a
  for a in "$@"; do case $a in --headless | --help | -h) headless=1 ;; esac; done
  if [ $headless = 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${SDL_VIDEODRIVER:-}" ]; then
    die "there is no display here; without one: ./pvgl.sh demo --headless --frames 60 --screenshot demo.png --stats demo.json"
  fi
  exec "$build_dir/bin/pvgl" demo "$@"
}

# The sanitized tree holds pvg/, the shader container and their tests: everything that parses bytes from somebody else.
run_sanitized() {
  # Built quickly rather than fast: line numbers for the reports, little optimisation.
  configure_and_build "$build_dir-asan" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1 -DNDEBUG" \
    -DPVGL_SANITIZE=ON -DPVGL_GL=OFF
  ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --test-dir "$build_dir-asan" --output-on-failure -j "$jobs" -L '^(unit|protocol|fuzz)$'
}

run_fuzzers() {
  local seconds=$1 clang t
  clang=$(compgen -c clang++- | sort -t- -k2 -rn | head -1) || true
  [ -n "$clang" ] || { say "no clang++: fuzz targets only replay their corpus"; return; }
  configure_and_build "$build_dir-fuzz" -DCMAKE_CXX_COMPILER="$clang" -DPVGL_FUZZ=ON -DPVGL_SANITIZE=ON -DPVGL_GL=OFF
  for t in "$build_dir-fuzz"/bin/fuzz_*; do
    say "fuzzing $(basename "$t") for $seconds s"
    mkdir -p "$build_dir-fuzz/corpus/$(basename "$t")"
    "$t" -max_total_time="$seconds" -print_final_stats=1 "$build_dir-fuzz/corpus/$(basename "$t")" "tests/fuzz/corpus/$(basename "$t" | sed s/^fuzz_//)" 2>&1 | tail -15
  done
}

run_tests() {
  local long=0
  # Apple-compiled libraries are never part of this tree; a folder of them may stand beside it.
  if [ -z "${PVGL_CORPUS:-}" ] && [ -d ../shared/data/metallib ]; then PVGL_CORPUS=$(realpath ../shared/data/metallib); fi
  export PVGL_CORPUS=${PVGL_CORPUS:-}
  [ "${1:-}" = --long ] && long=1
  install_packages "${common_packages[@]}" "${test_packages[@]}"
  build_main
  local failed=0
  say "sanitized tests (ASan, UBSan)"
  run_sanitized || failed=1
  [ $long = 1 ] && { run_fuzzers 300 || failed=1; }
  say "tests"
  PVGL_LONG=$long ctest --test-dir "$build_dir" --output-on-failure -j "$jobs" $([ $long = 1 ] || echo -LE '^long$') || failed=1
  [ $failed = 0 ] || die "tests failed"
}

case ${1:-} in
  demo) shift; run_demo "$@" ;;
  test) shift; run_tests "$@" ;;
  build) build_main ;;
  *) usage; exit 2 ;;
esac
