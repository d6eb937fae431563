# shellcheck shell=bash
# How the command talks: progress and complaints on standard error, answers on standard output.

say() { printf '%s\n' "$*" >&2; }

# die SENTENCE…: it cannot go on; the sentences say why and what to do.
die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# wrong SENTENCE: the command was called wrongly.
wrong() {
  printf '%s\n' "$1" "./rempart help lists what there is." >&2
  exit 2
}

# absolute DIR: its absolute path; it need not exist.
absolute() {
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$PWD/${1#./}" ;;
  esac
}

# logged FILE COMMAND…: runs it quietly into FILE; a failure shows the end of FILE.
logged() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null && return
  local status=$?
  tail -n 40 "$log" >&2
  say "That failed (exit code $status). The whole log: $log"
  return "$status"
}
