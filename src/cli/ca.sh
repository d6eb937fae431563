# shellcheck shell=bash
# The own certificate authority: hands over to the application's jar, which does it without starting
# the product. Works while the product runs, which notices within seconds.

ca() {
  local home=$root/data words=()
  while [ $# -gt 0 ]; do
    case $1 in
      --home) need_value "$@" && home=$2 && shift 2 ;;
      *) words+=("$1") && shift ;;
    esac
  done
  case ${words[0]:-} in
    show | issue | renew | revoke | export) ;;
    *) wrong "ca needs one of: show, issue, renew, revoke, export." ;;
  esac
  home=$(absolute "$home")
  [ -d "$home" ] || die "There is no home folder $home: Rempart makes its authority there when it first starts."
  ensure_built
  ulimit -c 0 # keys are in memory
  umask 077
  exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-HeapDumpOnOutOfMemoryError \
    -XX:+DisableAttachMechanism -cp "$app/rempart.jar" eu.rempart.edge.authority.AuthorityCommand \
    --home "$home" "${words[@]}"
}
