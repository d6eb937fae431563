# shellcheck shell=bash
# An agent that measures in another place: the same jar, another main class, without Spring, database
# or vault. TERM ends it; what it has not delivered yet is in its folder.

probe() {
  [ $# -gt 0 ] || wrong "probe needs --zone and --server; src/docs/operating.md says what for."
  ensure_built
  ulimit -c 0 # its key is in memory
  umask 077
  # Replaced by Java, so that a signal to this process is a signal to the agent.
  # shellcheck disable=SC2086 # several options in one variable
  exec "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError \
    -XX:-HeapDumpOnOutOfMemoryError -XX:+DisableAttachMechanism ${REMPART_JAVA_OPTS:-} \
    -cp "$app/rempart.jar" eu.rempart.watch.agent.ProbeCommand "$@"
}
