# shellcheck shell=bash
# Tells what runs on a home folder: reads the file that the application writes there when it starts.

info() {
  local home=$root/data file pid
  while [ $# -gt 0 ]; do
    case $1 in
      --home) need_value "$@" && home=$2 && shift 2 ;;
      *) wrong "info does not know '$1'." ;;
    esac
  done
  home=$(absolute "$home")
  file=$home/run/info.properties
  [ -d "$home" ] || die "There is no home folder $home: nothing runs there, and nothing ever did."
  [ -e "$file" ] || die "Nothing runs in $home (there is no $file)."
  [ -r "$file" ] || die "$file belongs to another account: ask as $(owner_of "$file")."
  # Comments go, and the backslashes that Java's properties put before colons and equals signs.
  sed -e '/^[#!]/d' -e '/^[[:space:]]*$/d' -e 's/\\\(.\)/\1/g' "$file"
  pid=$(sed -n 's/^pid=//p' "$file")
  if is_rempart "$pid"; then return; fi
  die "Nothing runs in $home now: the lines above are those of the last run."
}

owner_of() { stat -c %U "$1" 2>/dev/null || stat -f %Su "$1"; }

# is_rempart PID: whether this process lives and is ours (numbers are used again).
is_rempart() {
  [ -n "$1" ] || return 1
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline" | grep -q rempart
  else
    ps -o command= -p "$1" 2>/dev/null | grep -q rempart
  fi
}
