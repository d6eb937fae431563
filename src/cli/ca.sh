# shellcheck shell=bash
# The own certificate authority: hands over to the application's jar, which does it without starting
# the product. Works while the product runs, which notices within seconds.

ca() {
  local home=$root/data out=$PWD words=()
  while [ $# -gt 0 ]; do
    case $1 in
      --home) need_value "$@" && home=$2 && shift 2 ;;
      --out) need_value "$@" && out=$(absolute "$2") && shift 2 ;;
      *) words+=("$1") && shift ;;
    esac
  done
  case ${words[0]:-} in
    show | issue | renew | revoke | export) ;;
    *) wrong "ca needs one of: show, issue, renew, revoke, export." ;;
  esac
  home=$(absolute "$home")
  [ -d "$home" ] || die "There is no home folder $home: Rempart makes its authority there when it first starts."
  home=$(readlink -f "$home") # who owns what it leads to
  [ -d "$out" ] || die "There is no folder $out. Make it, or choose another with --out."
  ensure_built
  ulimit -c 0 # keys are in memory
  umask 077
  if is_root && [ "$(owner_of "$home")" != root ]; then
    ca_as_owner "$home" "$out" "${words[@]}"
    return
  fi
  case ${words[0]} in issue | export) words+=(--out "$out") ;; esac
  exec "$JAVA_HOME/bin/java" "${ca_java[@]}" -cp "$app/rempart.jar" "$ca_main" --home "$home" "${words[@]}"
}

ca_main=eu.rempart.edge.authority.AuthorityCommand
# With all compilers: a key of 4096 bits takes two seconds, and twelve with the first compiler alone.
ca_java=(-XX:+UseSerialGC -XX:-HeapDumpOnOutOfMemoryError -XX:+DisableAttachMechanism)

# ca_as_owner HOME OUT WORD…: what the product reads has to be its account's, while files that are given or issued
# lie where only root may read and write.
ca_as_owner() {
  local home=$1 out=$2 words=() word written file said
  shift 2
  prepare_owner "$home"
  # in memory, and whoever the account is it gets there: into root's TMPDIR it may not
  written=$(mktemp -d /run/rempart-ca.XXXXXXXXXX)
  for word in "$@"; do
    if [ "$1" = revoke ] && [ -f "$word" ]; then
      cp "$word" "$written/.given"
      word=$written/.given
    fi
    words+=("$word")
  done
  chown -R "$(owner_of "$home")" "$written"
  case $1 in issue | export) words+=(--out "$written") ;; esac
  # The folder of the files is named where they end up.
  said=$( (run_as_owner "$home" 0 "$JAVA_HOME/bin/java" "${ca_java[@]}" -cp "$program/rempart.jar" "$ca_main" --home "$home" "${words[@]}") ) \
    || { rm -rf "$written"; return 1; }
  chown -R -h root "$written" # nobody exchanges them any more
  printf '%s\n' "${said//$written/$out}"
  # Those that it says it wrote: nothing else that the account may have put there gets out.
  for file in $(grep -oE "^ *$written/[^/[:space:]]+\$" <<<"$said" || true); do
    [ -f "$file" ] && [ ! -L "$file" ] || continue
    if [ -e "$out/${file##*/}" ] && ! cmp -s "$file" "$out/${file##*/}"; then
      rm -rf "$written"
      die "$out/${file##*/} exists already and holds something else. Move it away, or choose another folder with --out."
    fi
    cp --no-dereference "$file" "$out/${file##*/}"
  done
  rm -rf "$written"
}
