# shellcheck shell=bash
# Looks at the machine and changes nothing. Exit code 0 when ./rempart run and ./rempart test have all
# that they need, 1 when something is missing.

doctor() {
  [ $# -eq 0 ] || wrong "doctor takes no option."
  missing=0
  doctor_jdk
  doctor_maven
  doctor_node
  doctor_tests
  doctor_machine
  if [ "$missing" -eq 0 ]; then
    printf '\nEverything is there.\n'
  elif can_apt; then
    printf '\nMissing: %s. ./rempart run and ./rempart test install it by themselves.\n' "$missing"
    return 1
  else
    printf '\nMissing: %s. Install it as said above.\n' "$missing"
    return 1
  fi
}

there() { printf '  ok       %-20s %s\n' "$1" "$2"; }
note() { printf '  note     %-20s %s\n' "$1" "$2"; }
lacking() {
  printf '  missing  %-20s %s\n' "$1" "$2"
  missing=$((missing + 1))
}

doctor_jdk() {
  local found
  if found=$(find_jdk); then
    there "JDK $jdk_major" "$found"
  else
    lacking "JDK $jdk_major" "Debian 13: apt-get install openjdk-$jdk_major-jdk-headless; elsewhere: Eclipse Temurin $jdk_major, and set JAVA_HOME"
  fi
  if [ -n "${JAVA_HOME:-}" ] && [ "$(major_of "$JAVA_HOME")" != "$jdk_major" ]; then
    note "JAVA_HOME" "$JAVA_HOME is not a JDK $jdk_major and is passed over"
  fi
}

doctor_maven() {
  local mvn
  if mvn=$(command -v mvn); then there Maven "$mvn"; else lacking Maven "Debian: apt-get install maven; elsewhere: Maven 3.9 or newer on the PATH"; fi
}

doctor_node() {
  if has_node; then
    there "Node.js $node_version" "$root/.node/bin/node"
  elif command -v npm >/dev/null; then
    note "Node.js $node_version" "is fetched by npm at the first build ($(command -v npm))"
  else
    lacking npm "Debian: apt-get install npm; it fetches Node.js $node_version at the first build"
  fi
}

doctor_tests() {
  local tool
  if tool=$(find_chromium); then there Chromium "$tool"; else lacking Chromium "for the tests; Debian: apt-get install chromium-headless-shell"; fi
  if tool=$(find_postgresql_client); then there "PostgreSQL client" "$tool"; else lacking "PostgreSQL client" "$postgresql_oldest or newer, for the tests; Debian 13: apt-get install postgresql-client"; fi
  if tool=$(command -v openssl); then there OpenSSL "$tool"; else lacking OpenSSL "for the tests; Debian: apt-get install openssl"; fi
  if tool=$(find_softhsm); then there SoftHSM "$tool"; else lacking SoftHSM "for the tests; Debian: apt-get install softhsm2"; fi
}

doctor_machine() {
  local free
  free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "$free" -ge 3000 ]; then there "Disk" "$free MB free"; else lacking "Disk" "$free MB free; a build and a database need 3000"; fi
  if [ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ] && ! unshare -U true 2>/dev/null; then
    note "Account" "root may not open a user namespace here, which the embedded PostgreSQL needs: run as another account"
  fi
  if [ -z "$(swap_in_clear)" ]; then there "Swap" "none that is not encrypted"; else note "Swap" "$(swap_advice)"; fi
  if is_built "$(sources_digest)"; then there "Application" "built"; else note "Application" "is built by the next ./rempart run"; fi
}
