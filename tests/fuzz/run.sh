#!/usr/bin/env bash
# run.sh BUILD STATE LIBFUZZER_OPTION...   runs every target that BUILD/fuzz lists, two at a time, each with its dictionary and its committed
# corpus; STATE keeps what they learn. A target that finds something ends the run with 1, after its report and the input as base64.
set -euo pipefail
build=$1 state=$2
shift 2
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:malloc_context_size=4:quarantine_size_mb=32} UBSAN_OPTIONS=print_stacktrace=1

run_target() {
  local name=$1 args corpus work log artifact
  shift
  mapfile -t args <"$build/fuzz/$name.args"
  corpus=${args[-1]}
  unset 'args[-1]'
  work=$state/$name
  log=$work/log
  mkdir -p "$work/corpus" "$work/findings"
  if "$build/bin/$name" "${args[@]}" -timeout=10 -rss_limit_mb=2048 -len_control=100 -print_final_stats=1 -artifact_prefix="$work/findings/" \
    "$@" "$work/corpus" "$corpus" >"$log" 2>&1; then
    printf '%-16s %s executions, %s a second, no finding\n' "$name" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")"
    return
  fi
  printf '%s: a finding\n' "$name"
  grep -v '^#' "$log" | tail -60
  for artifact in "$work"/findings/*; do
    [ -e "$artifact" ] || continue
    printf '%s as base64; replay with %s\n' "$artifact" "bin/$name FILE"
    base64 "$artifact"
  done
  return 1
}

# The end of a target frees its place for the next one.
failed=0
running=0
for args in "$build"/fuzz/*.args; do
  if [ $running -ge 2 ]; then
    wait -n || failed=1
    running=$((running - 1))
  fi
  run_target "$(basename "$args" .args)" "$@" &
  running=$((running + 1))
done
while [ $running -gt 0 ]; do
  wait -n || failed=1
  running=$((running - 1))
done
exit $failed
