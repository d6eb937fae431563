# shellcheck shell=bash
# The edge alone, on a machine in front of nodes: the same jar, another main class, without Spring,
# database or vault. TERM lets open connections end; HUP has it read its file anew.

edge() {
  [ $# -gt 0 ] || wrong "edge needs --config FILE; src/docs/operating.md says what stands in it."
  ensure_built
  ulimit -c 0 # keys are in memory
  umask 077
  # Replaced by Java, so that a signal to this process is a signal to the edge.
  # shellcheck disable=SC2086 # several options in one variable
  exec "$JAVA_HOME/bin/java" @"$root/src/cli/java.args" ${REMPART_JAVA_OPTS:-} \
    -cp "$app/rempart.jar" eu.rempart.edge.front.EdgeCommand "$@"
}
