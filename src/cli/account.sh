# shellcheck shell=bash
# Root prepares, and an account without rights runs: strangers' requests, mails and files are read by
# the running program. What root does for it is a fixed list (root_helper), here and nowhere else.

account=rempart
# For the account, and root's: copies of programs that lie where it can't go, such as below /root. No home folder
# may be here, since nothing in it is ever the account's.
account_folder=/usr/local/lib/rempart

is_root() { [ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ]; }

# root_helper VERB [ARGUMENT]: what needs root, and nothing else; nothing is evaluated.
#   account              makes the account, where it is missing
#   home DIR             gives a home folder that is new or root's to the account
#   destination ACCOUNT DIR  gives a folder for backups that is new, or root's and empty, to the account
#   program ACCOUNT DIR  prints where the account can read this unpacked application: there, or in a copy
root_helper() {
  local verb=$1
  shift
  case $verb in
    account) make_account ;;
    home) give_home "$1" ;;
    destination) give_destination "$1" "$2" ;;
    program) readable_program "$1" "$2" ;;
    *) die "The helper for root does not know '$verb'." ;;
  esac
}

make_account() {
  if ! id "$account" >/dev/null 2>&1; then
    logged "$log_folder/account.log" useradd --system --user-group --home-dir "$account_folder" --no-create-home \
      --shell /usr/sbin/nologin "$account" || die "The account '$account' could not be made."
  fi
  # root's, so that the account can't change what it runs
  install -d -o root -g root -m 755 "$account_folder" "$account_folder/app"
}

# give_home DIR: only what is empty, or was a home folder before, changes hands.
give_home() {
  local home=$1 running
  running=$(sed -n 's/^pid=//p' "$home/run/info.properties" 2>/dev/null || true)
  if is_rempart "$running"; then die "Rempart runs in $home as root now (process $running). Stop it first, then start again: its data then changes hands."; fi
  if [ ! -e "$home" ]; then
    install -d -m 700 "$home"
  elif [ ! -d "$home" ]; then
    die "$home is no folder."
  elif [ -n "$(ls -A "$home")" ] && ! is_home "$home"; then
    die "$home belongs to root and is no home folder of Rempart. Choose another with --home, one that is new or empty."
  fi
  end_database_of_root "$home"
  # links are not followed: what they lead to stays whose it is
  chown -h -R -P "$account:" "$home"
}

# give_destination ACCOUNT DIR: a disk is mounted as root's; nothing else of root's changes hands. No part of the path
# may be a link or the account's, which could lead root to another folder.
give_destination() {
  local who=$1 folder
  folder=$(realpath -m -s -- "$2")
  [ "$(readlink -m -- "$folder")" = "$folder" ] \
    || die "$folder leads through a link. Give the folder itself: $(readlink -m -- "$folder")"
  if is_roots_above "$folder"; then
    [ -e "$folder" ] || install -d -m 700 -o "$who" -g "$(id -g "$who")" "$folder"
    if [ -d "$folder" ] && [ "$(owner_of "$folder")" = root ] \
      && [ -z "$(find "$folder" -mindepth 1 -maxdepth 1 ! -name lost+found -print -quit)" ]; then
      chmod 700 "$folder" # before it is the account's, which could put a link in its place
      chown -h "$who:" "$folder"
    fi
  fi
  if [ -e "$folder" ]; then
    as_owner "$who" test -d "$folder" -a -w "$folder" \
      || die "The account '$who', which runs Rempart, can't write to $folder. Choose a folder that is new or empty, and that it can reach."
  fi
}

# is_roots_above DIR: whether all folders above it that are there are root's.
is_roots_above() {
  local above=$1
  while [ "$above" != / ]; do
    above=$(dirname "$above")
    if [ -e "$above" ] && [ "$(owner_of "$above")" != root ]; then return 1; fi
  done
}

is_home() { [ -f "$1/lock" ] && [ -d "$1/keys" ]; }

# After a kill -9 of a program that ran as root, its PostgreSQL may still run as root: the account could
# not stop it.
end_database_of_root() {
  local pid
  pid=$(head -n 1 "$1/postgres/postmaster.pid" 2>/dev/null) || return 0
  if [[ $pid =~ ^[0-9]+$ ]] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$1/postgres"; then
    kill -INT "$pid" 2>/dev/null || true
    tail --pid="$pid" -f /dev/null
  fi
}

# readable_program ACCOUNT DIR: the unpacked application is never changed, only replaced, so a copy stays right.
readable_program() {
  local who=$1 unpacked=$2 copy
  if as_owner "$who" test -r "$unpacked/rempart.jar" -a -r "$unpacked/lib"; then
    printf '%s\n' "$unpacked"
    return
  fi
  copy=$account_folder/app/$(basename "$unpacked")
  if [ ! -d "$copy" ]; then
    rm -rf "$copy.new"
    cp -R "$unpacked" "$copy.new"
    chmod -R u=rwX,go=rX "$copy.new"
    mv "$copy.new" "$copy"
    forget_old_copies "$(basename "$unpacked")"
  fi
  printf '%s\n' "$copy"
}

# forget_old_copies NAME: as of builds. It has the next one's name, which is new.
forget_old_copies() {
  # shellcheck disable=SC2012 # our own names, no blanks in them
  forget_unused "$(ls -dt "$account_folder"/app/app-*/ | { grep -v "/$1/\$" || true; } | tail -n +2)"
}

# ---- Running as the account

# as_owner ACCOUNT COMMAND…: without root's rights, and without a way back to them.
as_owner() {
  local who=$1
  shift
  setpriv --reuid "$who" --regid "$(id -g "$who")" --init-groups --no-new-privs --inh-caps=-all --bounding-set=-all "$@"
}

# run_as_owner HOME PORT COMMAND…: replaces this process by the command, which runs as the owner of the home
# folder. Ports below 1024 stay possible.
run_as_owner() {
  local home=$1 port=$2 who capability=()
  shift 2
  who=$(owner_of "$home")
  if [ "$port" -gt 0 ] && [ "$port" -lt 1024 ]; then
    capability=(--inh-caps=+net_bind_service --ambient-caps=+net_bind_service --bounding-set=-all,+net_bind_service)
  else
    capability=(--inh-caps=-all --bounding-set=-all)
  fi
  local drop=(setpriv --reuid "$who" --regid "$(id -g "$who")" --init-groups --no-new-privs "${capability[@]}")
  export HOME=$account_folder
  cd /
  if as_owner "$who" test -x "$home"; then exec "${drop[@]}" "$@"; fi
  # Above the home folder is one that the account can't enter, such as /root. This process alone then sees the
  # home folder, and nothing else, where it is.
  exec unshare --mount --propagation private bash -c "$show_home_alone" show "$home" "$(closed_above "$home" "$who")" \
    "$account_folder/home" "${drop[@]}" "$@"
}

# shellcheck disable=SC2016 # for the shell that it is given to
show_home_alone='
  set -e
  home=$1 closed=$2 aside=$3
  shift 3
  mkdir -p "$aside"
  mount --bind "$home" "$aside"
  mount -t tmpfs -o mode=755,size=1m,nosuid,nodev,noexec tmpfs "$closed"
  (umask 022 && mkdir -p "$home")
  mount --bind "$aside" "$home"
  umount "$aside"
  exec "$@"
'

# closed_above HOME ACCOUNT: the topmost folder above the home folder that the account can't enter.
closed_above() {
  local folder=/ part
  local parts
  IFS=/ read -r -a parts <<<"${1#/}" # no name of a folder has a slash in it
  for part in "${parts[@]}"; do
    folder=${folder%/}/$part
    if ! as_owner "$2" test -x "$folder"; then break; fi
  done
  printf '%s\n' "$folder"
}

# own_files ACCOUNT: the files that settings name are readable for it; a path that is not absolute is one from here.
own_files() {
  local who=$1 setting file
  for setting in REMPART_TLS_CERTIFICATE REMPART_TLS_KEY REMPART_TLS_PKCS11_PINFILE; do
    file=${!setting:-}
    [ -n "$file" ] || continue
    file=$(absolute "$file")
    as_owner "$who" test -r "$file" \
      || die "The account '$who', which runs Rempart, can't read $file ($setting). Let it: chgrp $who and chmod g+r on the file, and chmod g+x on the folders above it that are closed; or copy it to where it can."
    export "$setting=$file"
  done
}

can_show_home_alone() { unshare --mount true 2>/dev/null; }

# take_home HOME: a home folder that is new or root's goes to the account.
take_home() {
  local home=$1
  case $home/ in
    "$account_folder"/*) die "$home lies in $account_folder, which has copies of the program. Choose another folder with --home, for example /var/lib/rempart." ;;
  esac
  root_helper account
  if [ ! -d "$home" ] || [ "$(owner_of "$home")" = root ]; then root_helper home "$home"; fi
}

# prepare_owner HOME: who runs on it is known, and can reach it and the application. Sets program.
prepare_owner() {
  local home=$1 who
  command -v setpriv >/dev/null || die "There is no setpriv, with which root gives up its rights. Install util-linux, or run as another account."
  root_helper account
  who=$(owner_of "$home")
  id "$who" >/dev/null 2>&1 || die "$home belongs to an account that this machine does not know ($(stat -c %u "$home")). Give it to '$account': chown -R $account: '$home'"
  as_owner "$who" test -x "$JAVA_HOME/bin/java" \
    || die "The account '$who' can't run the JDK in $JAVA_HOME. Install one for everybody (Debian 13: apt-get install openjdk-$jdk_major-jdk-headless)."
  if ! as_owner "$who" test -x "$home" && ! can_show_home_alone; then
    die "The account '$who' can't reach $home. Choose another folder with --home, for example /var/lib/rempart."
  fi
  program=$(root_helper program "$who" "$app")
}
