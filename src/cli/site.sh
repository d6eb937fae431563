# shellcheck shell=bash
# Two sites and a witness: hands over to the application's jar. start and stop keep the programs of a machine running
# where systemd does not.

site() { site_or_witness site "$@"; }

witness() { site_or_witness witness "$@"; }

site_main=eu.rempart.ops.site.command.SiteCommand
site_java=(-Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError
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
      site_java "$noun" "$home" "${words[@]}" <"$file"
      rm -f "$file"
      ;;
    init | status | switch | promote | replace | renew | run | watch)
      prepare_site "$home"
      if [ "${words[0]}" = init ]; then words+=(--program "$root/rempart"); fi
      site_exec "$noun" "$home" "${words[@]}"
      ;;
    *) wrong "$noun needs one of: init, join, status, switch, promote, replace, renew, run, start, stop." ;;
  esac
}

prepare_site() {
  ensure_built
  ulimit -c 0 # keys are in memory
  umask 077
  program=$app
  if is_root; then
    take_home "$1"
    prepare_owner "$1"
  fi
}

site_java() { (site_exec "$@"); }

# site_exec site|witness HOME WORD…: replaces this process, so that a signal to it is a signal to the programs.
site_exec() {
  local noun=$1 home=$2 command
  shift 2
  command=("$JAVA_HOME/bin/java" "${site_java[@]}" -cp "$program/rempart.jar" "$site_main" "$noun" "$@" --home "$home")
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

# site_start site|witness HOME: returns when the programs run.
site_start() {
  local noun=$1 home=$2 log=$2/site/log/supervisor.log child
  [ -f "$home/site/cluster.json" ] || die "$home belongs to no cluster. Make one with ./rempart site init, or join one with ./rempart $noun join FILE."
  if is_rempart "$(site_pid "$home")"; then
    say "The programs of $home run already (process $(site_pid "$home"))."
    return
  fi
  prepare_site "$home"
  install -d -m 700 -o "$(owner_of "$home")" "$home/site/log"
  : >"$log"
  rm -f "$home/site/run/supervisor.pid"
  (site_exec "$noun" "$home" run >>"$log" 2>&1 </dev/null) &
  child=$!
  while ! is_rempart "$(site_pid "$home")"; do
    kill -0 "$child" 2>/dev/null || die "They did not start:" "$(cat "$log")"
    sleep 0.2
  done
  disown "$child"
  say "The programs of $home run (process $(site_pid "$home")). What they say is in $home/site/log."
}

# site_stop HOME: returns when all have ended.
site_stop() {
  local pid
  pid=$(site_pid "$1")
  if ! is_rempart "$pid"; then
    say "No programs of $1 run."
    return
  fi
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  say "The programs of $1 have ended."
}
