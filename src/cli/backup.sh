# shellcheck shell=bash
# Backups and what comes back from them: installs the programs, then hands over to the application's jar. What runs
# makes the backups; the command asks it to, by its database.

backup_main=eu.rempart.ops.backup.command.BackupCommand

backup() {
  local home=$root/data words=() word
  split_home "$@"
  case ${words[0]:-} in
    add)
      need_backup_programs
      prepare_home "$home"
      word=$(address_of "${words[@]:1}")
      if [ -t 0 ]; then words+=(--ask); fi
      if is_root && [[ $word == /?* ]] && [ ! -e "$word" ]; then
        root_helper destination "$(owner_of "$home")" "$word"
        or_without "$word" backup_exec "$home" backup "${words[@]}"
        return
      fi
      if is_root && [[ $word == /?* ]]; then root_helper destination "$(owner_of "$home")" "$word"; fi
      backup_exec "$home" backup "${words[@]}"
      ;;
    kit)
      prepare_home "$home"
      write_kit "$home"
      ;;
    remove | list | run | verify | drill | cancel)
      prepare_home "$home"
      backup_exec "$home" backup "${words[@]}"
      ;;
    *) wrong "backup needs one of: add, remove, list, run, verify, drill, cancel, kit." ;;
  esac
}

restore() {
  local home='' words=() word kit='' list='' new='' status=0
  split_home "$@"
  set -- "${words[@]}"
  words=()
  while [ $# -gt 0 ]; do
    case $1 in
      --list) list=$1 && words+=("$1") && shift ;;
      --kit) need_value "$@" && kit=$2 && shift 2 ;;
      *) words+=("$1") && shift ;;
    esac
  done
  [ -n "$home$list" ] || wrong "restore needs --home DIR: a folder that is new or empty; or --list."
  [ -n "$kit" ] || wrong "restore needs --kit FILE: the backup kit, typed or printed into a file."
  [ -r "$kit" ] || die "There is no file $kit with a kit."
  if [ -n "$list" ]; then home=$(mktemp -d); fi # nothing is written into the one that was named
  # the note of a restore that was broken off says that the folder was empty before
  if [ -e "$home" ] && [ ! -e "$home/restore-begun" ] && ls -A "$home" 2>/dev/null | grep -qvx lock; then
    die "$home is not empty. A restore begins with nothing: choose a folder that is new or empty. Nothing was changed. (backup-not-empty)"
  fi
  need_backup_programs
  ensure_built
  ulimit -c 0
  umask 077
  program=$app
  [ -e "$home" ] || new=new
  if is_root; then
    take_home "$home"
    prepare_owner "$home"
  fi
  # read here, since the account that runs Rempart may not be able to
  if [ -n "$list" ]; then
    (backup_exec "$home" restore "${words[@]}" --kit - <"$kit") || status=$?
    rm -rf "$home"
    return "$status"
  fi
  if is_root && [ -n "$new" ]; then
    or_without "$home" backup_exec "$home" restore "${words[@]}" --kit - <"$kit"
    return
  fi
  backup_exec "$home" restore "${words[@]}" --kit - <"$kit"
}

# or_without FOLDER COMMAND…: as the command ends; where it fails, the folder that was made for it goes, if it is empty.
or_without() {
  local folder=$1 status=0
  shift
  ("$@") || status=$?
  if [ "$status" -ne 0 ]; then rmdir "$folder" 2>/dev/null || true; fi
  return "$status"
}

# split_home OPTION…: sets home and words.
split_home() {
  while [ $# -gt 0 ]; do
    case $1 in
      --home) need_value "$@" && home=$2 && shift 2 ;;
      *) words+=("$1") && shift ;;
    esac
  done
  [ -z "$home" ] || home=$(absolute "$home")
}

# address_of WORD…: the first that is no option and no value of one.
address_of() {
  while [ $# -gt 0 ]; do
    case $1 in
      --country | --host-key | --yes-host-key | --to | --technology | --image-path) shift $(($# > 1 ? 2 : 1)) ;;
      --*) shift ;;
      *) printf '%s\n' "$1" && return ;;
    esac
  done
}

# prepare_home HOME: of an installation that runs. Sets program.
prepare_home() {
  [ -d "$1/keys" ] || die "There is no installation in $1. Start it once with ./rempart run. (backup-not-running)"
  ensure_built
  ulimit -c 0 # keys are in memory
  umask 077
  program=$app
  if is_root; then prepare_owner "$1"; fi
}

# write_kit HOME: root's file is root's, so the account only prints the text.
write_kit() {
  local out='' text
  set -- "$1" "${words[@]:1}"
  local home=$1
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --out) need_value "$@" && out=$2 && shift 2 ;;
      *) wrong "backup kit does not know '$1'." ;;
    esac
  done
  if [ -z "$out" ]; then backup_exec "$home" backup kit; fi
  text=$(backup_exec "$home" backup kit) || return 1
  # never through a link that the account put there
  (set -C && umask 077 && printf '%s\n' "$text" >"$out") 2>/dev/null || die "$out is there already, or can't be written. Choose another file."
  say "The kit is in $out. Print it, keep the paper where no server is, and delete the file."
}

# backup_exec HOME NOUN WORD…: replaces this process.
backup_exec() {
  local home=$1 noun=$2 command
  shift 2
  command=("$JAVA_HOME/bin/java" "${site_java[@]}" -cp "$program/rempart.jar" "$backup_main" "$noun" "$@" --home "$home")
  if is_root; then run_as_owner "$home" 0 "${command[@]}"; fi
  exec "${command[@]}"
}
