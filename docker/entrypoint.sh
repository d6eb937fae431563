#!/usr/bin/env bash
# Starts Rempart in its image. Arguments are passed on to the application.
#   entrypoint.sh [--spring.option=value…]   run
#   entrypoint.sh ca WORD…                   what ./rempart ca does, beside the running application
#   entrypoint.sh site|witness WORD…         what ./rempart site and ./rempart witness do; "run" keeps the programs running
#   entrypoint.sh edge --config FILE …       what ./rempart edge does: the edge alone, in front of nodes
#   entrypoint.sh train                      write the class cache and end (when the image is built)
set -euo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
app=${REMPART_APP:-$folder/app}
home=${REMPART_HOME:-/var/lib/rempart}
cache=${REMPART_CACHE:-$folder/cache/rempart.aot}
args=${REMPART_JAVA_ARGS:-$folder/java.args}
secrets=${REMPART_SECRETS:-/run/secrets}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Keys and customer data live in this process' memory: no core file, nothing readable by others.
ulimit -c 0
umask 077

if [ "${1:-}" = edge ]; then
  shift
  exec "$java" @"$args" -cp "$app/rempart.jar" eu.rempart.edge.front.EdgeCommand "$@"
fi

mkdir -p "$home" 2>/dev/null || true
if [ ! -w "$home" ]; then
  echo "The folder $home cannot be written by account $(id -u): mount a volume there that belongs to it." >&2
  exit 1
fi

if [ "${1:-}" = ca ]; then
  shift
  exec "$java" -XX:+UseSerialGC -cp "$app/rempart.jar" \
    eu.rempart.edge.authority.AuthorityCommand --home "$home" "$@"
fi

if [ "${1:-}" = site ] || [ "${1:-}" = witness ]; then
  options=(-Xmx128m -XX:+UseSerialGC)
  # One compiler is enough for what runs for months; the others make keys of 4096 bits, which it makes six times slower.
  case ${2:-} in run | watch) options+=(-XX:TieredStopAtLevel=1) ;; esac
  exec "$java" "${options[@]}" -XX:+ExitOnOutOfMemoryError \
    -XX:-HeapDumpOnOutOfMemoryError -XX:+DisableAttachMechanism --enable-native-access=ALL-UNNAMED \
    -cp "$app/rempart.jar" eu.rempart.ops.site.command.SiteCommand "$@" --home "$home"
fi

options=(@"$args")
if [ "${1:-}" = train ]; then
  shift
  options+=("-XX:AOTCacheOutput=$cache" -Dspring.context.exit=onRefresh)
  set -- --server.port=0 "$@"
else
  if [ -f "$cache" ]; then options+=("-XX:AOTCache=$cache"); fi
  # Each file in the folder of secrets is a setting of that name.
  set -- --server.port="${REMPART_PORT:-8443}" --spring.config.import="optional:configtree:$secrets/" "$@"
fi

# The cache is bound to the path of the jar and to the working folder.
cd "$app"
# Replaced by Java, so that the engine's stop signal reaches the application.
# shellcheck disable=SC2086 # several options in one variable
exec "$java" "${options[@]}" ${REMPART_JAVA_OPTS:-} -jar rempart.jar --rempart.home="$home" "$@"
