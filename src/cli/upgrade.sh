# shellcheck shell=bash
# New code over the same home folder: what runs is stopped, its database copied and migrated, and the new version
# started as the former was. Where a migration fails the copy comes back, and the former version runs again: never on a
# database that may be between two versions.

upgrade() {
  local home=$root/data words=() pid port code=0 former=() next=()
  split_home "$@"
  [ ${#words[@]} -eq 0 ] || wrong "upgrade does not know '${words[0]}'."
  need_backup_programs
  prepare_home "$home"
  pid=$(sed -n 's/^pid=//p' "$home/run/info.properties" 2>/dev/null || true)
  if runs_in "$home" "$pid"; then
    [ -d /proc/self ] || die "Stop Rempart first (process $pid), then call this again."
    mapfile -d '' -t former <"/proc/$pid/cmdline"
    take_settings "$pid"
    say "Rempart runs in $home (process $pid). It is stopped for the upgrade."
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  fi
  (backup_exec "$home" upgrade) || code=$?
  if [ "$code" -ne 0 ] && is_half_migrated "$home"; then
    say "The database in $home may be between two versions, so nothing was started." \
      "Call ./rempart upgrade --home $home again: it brings back the copy from before, then migrates anew." \
      "Once that went well, start Rempart as before, with the settings that it had."
    return "$code"
  fi
  [ ${#former[@]} -gt 0 ] || return "$code"
  port=$(port_of "${former[@]}")
  if [ "$code" -eq 0 ]; then
    as_former "${former[@]}"
    start_again "$home" "$port" "${next[@]}"
    say "The new version runs in $home."
  else
    start_again "$home" "$port" "${former[@]}"
    say "The former version runs again in $home."
  fi
  return "$code"
}

# is_half_migrated HOME: whether the note is there that a migration leaves until all of it is done or taken back, and
# nothing started since.
is_half_migrated() {
  [ -e "$1/backup/upgrade-begun" ] && ! [ "$1/run/info.properties" -nt "$1/backup/upgrade-begun" ]
}

# runs_in HOME PID: whether this process runs it, as its owner. The account writes the number, and root shall send no
# signal to whatever it names.
runs_in() {
  is_rempart "$2" || return 1
  if [ ! -d /proc/self ]; then return 0; fi
  tr '\0' '\n' <"/proc/$2/cmdline" | grep -qxF -- "--rempart.home=$1" && [ "$(owner_of "/proc/$2")" = "$(owner_of "$1")" ]
}

# take_settings PID: what an operator set for the process that runs.
take_settings() {
  local variable all=()
  mapfile -d '' -t all <"/proc/$1/environ"
  for variable in "${all[@]}"; do
    case $variable in REMPART_*=*) export "${variable?}" ;; esac
  done
}

port_of() {
  local word
  for word in "$@"; do
    case $word in --server.port=*) printf '%s\n' "${word#*=}" ;; esac
  done
}

# as_former WORD…: the same call of the new program. Sets next.
as_former() {
  local word
  next=("$JAVA_HOME/bin/java")
  shift
  for word in "$@"; do
    case $word in */rempart.jar) word=$program/rempart.jar ;; esac
    next+=("$word")
  done
}

# start_again HOME PORT COMMAND…: returns when it is ready. What it says goes into a log of the home folder.
start_again() {
  local home=$1 port=$2 child known
  shift 2
  known=$home/run/info.properties
  (run_again "$home" "$port" "$@") &
  child=$!
  disown "$child"
  until runs_in "$home" "$(sed -n 's/^pid=//p' "$known" 2>/dev/null || true)"; do
    kill -0 "$child" 2>/dev/null || die "It did not start. What it said is in $home/log/run.log."
    sleep 0.5
  done
}

# The account opens the log, since it could put a link in its place for root to follow.
run_again() {
  local home=$1 port=$2 command
  shift 2
  # shellcheck disable=SC2016 # for the shell that it is given to
  command=(setsid sh -c 'exec >>"$1/log/run.log" 2>&1 </dev/null; shift; exec "$@"' start "$home" "$@")
  if is_root; then run_as_owner "$home" "${port:-0}" "${command[@]}"; fi
  exec "${command[@]}"
}
