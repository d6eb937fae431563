# shellcheck shell=bash
# ./rempart test: what it needs, where the tests write, and that what they leave goes with them; and the long
# profile, which no run of the tests has the time for.

tests() {
  local goal=verify
  while [ $# -gt 0 ]; do
    case $1 in
      --fast) goal=test && shift ;;
      --long)
        shift
        tests_long "$@"
        return
        ;;
      *) wrong "test does not know '$1'." ;;
    esac
  done
  need_jdk
  need_maven
  need_node
  need_openssl
  need_softhsm
  need_ip
  need_backup_test_programs
  local options=("-Drempart.softhsm=$softhsm")
  if [ "$goal" = verify ]; then
    need_chromium
    need_tcpdump
    need_postgresql
    need_engines
    options+=("-Drempart.chromium=$chromium" "-Drempart.postgresql.programs=$postgresql_programs")
  fi
  forget_old_scratch
  if scratch=$(scratch_in_memory); then
    options+=("-Dtest.scratch=$scratch")
    export TMPDIR=$scratch # the browsers' profiles
  fi
  cd "$root"
  # Surefire keeps what tests print in files, so that the results stay readable.
  run_to_the_end "$maven" -B -ntp -Dstyle.color=never -Dmaven.test.redirectTestOutputToFile=true \
    "${options[@]}" "$goal"
}

# ---- The long profile: readers of strangers' files under fuzzing, each alone in a process with 512 MB, which
# no file may end. Ten minutes each. And "properties": tests that try few seeds or rows otherwise, with all of them.

long_parts=(mail vcard icalendar csv xlsx workbook opendocument jpeg properties)

# long_class PART: the test of that part.
long_class() {
  case $1 in
    mail) echo MailFuzzTest ;;
    vcard) echo VCardFuzzTest ;;
    icalendar) echo ICalendarFuzzTest ;;
    csv) echo CsvFuzzTest ;;
    xlsx) echo XlsxFuzzTest ;;
    workbook) echo 'WorkbookFuzzTest#workbooksOfExcelAreReadOrRefused' ;;
    opendocument) echo 'WorkbookFuzzTest#openDocumentsAreReadOrRefused' ;;
    jpeg) echo JpegFuzzTest ;;
    properties) echo MillionRowsTest,HindsightPropertyTest,HindsightTest,BudgetsPropertyTest,AlertPropertyTest ;;
    *) return 1 ;;
  esac
}

# tests_long [PART…] [--seconds N]
tests_long() {
  local seconds=600 parts=() part commit failed=0
  while [ $# -gt 0 ]; do
    case $1 in
      --seconds) need_value "$@" && seconds=$2 && shift 2 ;;
      *)
        long_class "$1" >/dev/null || wrong "test --long does not know '$1': ${long_parts[*]}."
        parts+=("$1")
        shift
        ;;
    esac
  done
  [[ $seconds =~ ^[0-9]{2,6}$ ]] || wrong "--seconds needs a number from 10 on, not '$seconds'."
  [ ${#parts[@]} -gt 0 ] || parts=("${long_parts[@]}")
  need_jdk
  need_maven
  need_node
  commit=$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)
  mkdir -p "$root/src/target/long"
  cd "$root"
  for part in "${parts[@]}"; do
    if [ "$part" = properties ]; then say "$part"; else say "$part: $seconds seconds"; fi
    "$maven" -q -B -ntp -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
      -Dtest="$(long_class "$part")" -Dfuzz.seconds="$seconds" -Dfuzz.commit="$commit" -Drempart.long=true \
      -Dtest.jvm.args="-Xmx512m -XX:+ExitOnOutOfMemoryError" \
      -pl src -am test </dev/null || failed=1
    [ "$part" != properties ] || continue # its outcome is that of its tests
    tail -n 1 "$root/src/target/long/$part.txt" 2>/dev/null || say "$part: the process ended; its last file is src/target/long/$part-last.bin"
  done
  return $failed
}

# ---- Scratch: each class of tests has a copy of a migrated database, of 2,400 files, which take some disks
# two seconds and memory a thirtieth of one. Used where there is plenty of it.

scratch_memory=/dev/shm
scratch_room=$((10 * 1024 * 1024)) # kB; a whole run fills about half of it
scratch=

# scratch_in_memory: prints a new folder in memory, where there is room and programs may run.
scratch_in_memory() {
  local folder
  [ "$(kb_free_in "$scratch_memory")" -ge "$scratch_room" ] && [ "$(kb_of_memory)" -ge $((scratch_room * 3 / 2)) ] || return 1
  folder=$(mktemp -d "$scratch_memory/rempart-test.$$.XXXXXX" 2>/dev/null) || return 1
  printf '#!/bin/sh\n' >"$folder/program" && chmod +x "$folder/program"
  if "$folder/program" 2>/dev/null; then
    printf '%s\n' "$folder"
  else
    rm -rf "$folder"
    return 1
  fi
}

kb_free_in() {
  local kb
  kb=$(df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print $4 }')
  printf '%s\n' "${kb:-0}"
}

# What programs could still take without anybody being swapped out.
kb_of_memory() {
  local kb
  kb=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo 2>/dev/null)
  printf '%s\n' "${kb:-0}"
}

# Of runs that were killed: memory that nobody would give back.
forget_old_scratch() {
  local folder pid
  for folder in "$scratch_memory"/rempart-test.*; do
    pid=${folder#"$scratch_memory"/rempart-test.}
    pid=${pid%%.*}
    if [ -O "$folder" ] && ! kill -0 "$pid" 2>/dev/null; then rm -rf "$folder"; fi
  done
}

# run_to_the_end COMMAND…: ends as it ends, and gives the memory back whatever happens.
run_to_the_end() {
  local running status=0
  "$@" </dev/null &
  running=$!
  trap 'kill "$running" 2>/dev/null || true' INT TERM
  trap 'if [ -n "$scratch" ]; then rm -rf "$scratch"; fi' EXIT
  wait "$running" || status=$?
  # a signal wakes the first wait only
  while kill -0 "$running" 2>/dev/null; do wait "$running" || status=$?; done
  exit "$status"
}
