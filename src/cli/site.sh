# shellcheck shell=bash
# Two sites and a witness: hands over to the application's jar. start and stop keep the programs of a machine running
# where systemd does not.

site() { site_or_witness site "$@"; }

witness() { site_or_witness witness "$@"; }

site_main=eu.rempart.ops.site.command.SiteCommand
site_java=(-Xmx128m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError
  -XX:-HeapDumpOnOutOfMemoryError -XX:+DisableAttachMechanism --enable-native-access=ALL-UNNAMED)

site_or_witness() {
  local noun=$1 home=$root/data words=() file
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --home) need_value "$@" && home=$2 && shift 2 ;;
      *) words+=("$1") && shift ;;
    esac
  done
  home=$(absolute "$home")
  case ${words[0]:-} in
    start) site_start "$noun" "$home" ;;
    stop) site_stop "$home" ;;
    join)
      file=${words[1]:-}
      [ -n "$file" ] || wrong "$noun join needs the file that ./rempart site init made."
      [ -f "$file" ] || die "There is no file $file."
      ask_passphrase
      # read here, since the account that runs Rempart may not be able to
      words[1]=-
      prepare_site "$home"
      words+=("${unit_options[@]}")
      site_java "$noun" "$home" "${words[@]}" <"$file"
      rm -f "$file"
      ;;
    init | status | switch | promote | replace | renew | run | watch)
      # as root they would make a folder of a mistyped name, and give it to the account
      if is_root && [ "${words[0]}" != init ]; then refuse_stranger "$noun" "$home"; fi
      prepare_site "$home"
      if [ "${words[0]}" = init ]; then words+=("${unit_options[@]}"); fi
      site_exec "$noun" "$home" "${words[@]}"
      ;;
    *) if [ "$noun" = witness ]; then
      wrong "witness needs one of: join, status, run, start, stop."
    else
      wrong "site needs one of: init, join, status, switch, promote, replace, renew, run, start, stop."
    fi ;;
  esac
}

prepare_site() {
  ensure_built
  ulimit -c 0 # keys are in memory
  umask 077
  program=$app
  # what the units of systemd call; root's drops its rights by itself, as here
  unit_options=(--program "$root/rempart")
  if is_root; then
    unit_options+=(--program-user root)
    take_home "$1"
    prepare_owner "$1"
  fi
}

# refuse_stranger site|witness HOME
refuse_stranger() {
  [ -f "$2/site/cluster.json" ] || die "$2 belongs to no cluster. Make one with ./rempart site init, or join one with ./rempart $1 join FILE."
}

site_java() { (site_exec "$@"); }

# site_exec site|witness HOME WORD…: replaces this process, so that a signal to it is a signal to the programs.
site_exec() { site_exec_after '' "$@"; }

# site_exec_after LOG site|witness HOME WORD…: the same; what it says goes into that folder, unless that is empty. The
# account opens the file, since it could put a link in its place for root to follow.
site_exec_after() {
  local log=$1 noun=$2 home=$3 options=("${site_java[@]}") command
  shift 3
  # One compiler is enough for what runs for months; the others make keys of 4096 bits, which it makes six times slower.
  case $1 in run | watch) options+=(-XX:TieredStopAtLevel=1) ;; esac
  command=("$JAVA_HOME/bin/java" "${options[@]}" -cp "$program/rempart.jar" "$site_main" "$noun" "$@" --home "$home")
  # shellcheck disable=SC2016 # for the shell that it is given to
  if [ -n "$log" ]; then
    command=(sh -c 'mkdir -p "$1" && exec >"$1/supervisor.log" 2>&1 </dev/null; shift; exec "$@"' start "$log" "${command[@]}")
  fi
  if is_root; then run_as_owner "$home" 0 "${command[@]}"; fi
  exec "${command[@]}"
}

ask_passphrase() {
  if [ -n "${REMPART_JOIN_PASSPHRASE:-}" ] || [ ! -t 0 ]; then return; fi
  printf 'Passphrase of the join file: ' >&2
  IFS= read -rs REMPART_JOIN_PASSPHRASE
  printf '\n' >&2
  export REMPART_JOIN_PASSPHRASE
}

site_pid() { cat "$1/site/run/supervisor.pid" 2>/dev/null || true; }

# is_site HOME PID: whether this process keeps the programs of this home running, as its owner. The account writes the
# number, and root shall send no signal to whatever it names.
is_site() {
  [[ $2 =~ ^[0-9]+$ ]] || return 1
  local said
  said=$(tr '\0' ' ' 2>/dev/null <"/proc/$2/cmdline") || return 1
  [[ $said == *"$site_main"*"--home $1 "* ]] && [ "$(owner_of "/proc/$2")" = "$(owner_of "$1")" ]
}

# site_start site|witness HOME: returns when the programs run.
site_start() {
  local noun=$1 home=$2 log=$2/site/log child
  refuse_stranger "$noun" "$home"
  if is_site "$home" "$(site_pid "$home")"; then
    say "The programs of $home run already (process $(site_pid "$home"))."
    return
  fi
  prepare_site "$home"
  (site_exec_after "$log" "$noun" "$home" run) &
  child=$!
  while ! is_site "$home" "$(site_pid "$home")"; do
    kill -0 "$child" 2>/dev/null || die "They did not start:" "$(said_by_owner "$home" "$log/supervisor.log")"
    sleep 0.2
  done
  disown "$child"
  say "The programs of $home run (process $(site_pid "$home")). What they say is in $log."
}

# said_by_owner HOME FILE: its last lines, as far as the owner may read them.
said_by_owner() {
  if is_root; then (run_as_owner "$1" 0 tail -n 20 "$2"); else tail -n 20 "$2"; fi
}

# site_stop HOME: returns when all have ended.
site_stop() {
  local pid
  pid=$(site_pid "$1")
  if ! is_site "$1" "$pid"; then
    say "No programs of $1 run."
    return
  fi
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  say "The programs of $1 have ended."
}
