# shellcheck shell=bash
# Looks at the machine and changes nothing. Exit code 0 when ./rempart run and ./rempart test have all that they
# need, 1 when something is missing or wrong.

# In MB: the program, the embedded PostgreSQL and two passwords at once; and with a build beside them.
memory_least=2000
memory_good=4000


doctor() {
  [ $# -eq 0 ] || wrong "doctor takes no option."
  missing=0
  refused=0
  doctor_jdk
  doctor_maven
  doctor_node
  doctor_tests
  doctor_sites
  doctor_machine
  doctor_clock
  doctor_port
  doctor_mail
  [ "$refused" -eq 0 ] || printf '\nWrong: %s. Put it right by hand, as said above.\n' "$refused"
  if [ "$missing" -eq 0 ]; then
    [ "$refused" -eq 0 ] || return 1
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

refusing() {
  printf '  wrong    %-20s %s\n' "$1" "$2"
  refused=$((refused + 1))
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
  if tool=$(find_postgresql); then there "PostgreSQL $postgresql_major" "$tool"; else lacking "PostgreSQL $postgresql_major" "its programs, for the tests; Debian 13: apt-get install postgresql-$postgresql_major"; fi
  if tool=$(command -v openssl); then there OpenSSL "$tool"; else lacking OpenSSL "for the tests; Debian: apt-get install openssl"; fi
  if tool=$(find_softhsm); then there SoftHSM "$tool"; else lacking SoftHSM "for the tests; Debian: apt-get install softhsm2"; fi
}

# What two sites and backups need; ./rempart run does without.
doctor_sites() {
  local program
  for program in pg_dump pg_basebackup pg_amcheck; do
    optional "$program" "$(postgresql_program "$program")" --version "postgresql-client-$postgresql_major" "backups and two sites"
  done
  for program in postgres pg_rewind; do
    optional "$program" "$(postgresql_program "$program")" --version "postgresql-$postgresql_major" "two sites"
  done
  optional patroni "$(command -v patroni)" --version patroni "two sites"
  optional etcd "$(command -v etcd)" --version etcd-server "two sites"
  if [ -e "$python_packages/etcd/__init__.py" ]; then
    there python3-etcd "found at $python_packages"
  else
    note python3-etcd "missing: install with apt-get install python3-etcd, needed for two sites"
  fi
  optional etcdctl "$(command -v etcdctl)" version etcd-client "two sites"
  optional pgbackrest "$(command -v pgbackrest)" version pgbackrest backups
  optional restic "$(command -v restic)" version restic backups
  unversioned sftp "$(command -v sftp)" openssh-client backups
  unversioned sshd "$(command -v "$sshd")" openssh-server "the tests of backups"
}

# optional NAME PATH ARGUMENT PACKAGE PURPOSE: PATH is empty where it is missing, ARGUMENT asks it for its version.
optional() {
  if [ -n "$2" ]; then
    there "$1" "found $(version_of "$2" "$3") at $2"
  else
    unversioned "$1" "" "$4" "$5"
  fi
}

# unversioned NAME PATH PACKAGE PURPOSE: as optional, of a program that does not say its version.
unversioned() {
  if [ -n "$2" ]; then
    there "$1" "found at $2"
  else
    note "$1" "missing: install with apt-get install $3, needed for $4"
  fi
}

# In MB; nothing where the system does not say.
memory_total() { awk '$1 == "MemTotal:" { print int($2 / 1024) }' /proc/meminfo 2>/dev/null; }

# yes, no, or nothing where nobody knows.
clock_synchronized() { timedatectl show --property NTPSynchronized --value 2>/dev/null; }

# answers HOST PORT: whether anything accepts connections there.
answers() { timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>/dev/null; }

doctor_clock() {
  case $(clock_synchronized) in
    yes) there "Clock" "is set by the network" ;;
    no) refusing "Clock" "is not set by the network (NTP): signed answers of agents and alerts need the right time; timedatectl set-ntp true" ;;
    *) note "Clock" "nobody here says whether it is set by the network (NTP); it has to be right to the second" ;;
  esac
}

doctor_port() {
  if answers localhost 8443; then
    note "Port 8443" "is in use, by Rempart or by something else: ./rempart run --port N takes another"
  else
    there "Port 8443" "free"
  fi
}

doctor_mail() {
  local host=${REMPART_MAIL_HOST:-} port=${REMPART_MAIL_PORT:-587}
  if [ -z "$host" ]; then
    note "Mail" "REMPART_MAIL_HOST is not set: no mail goes out before an administrator sets the server up on the page Outgoing mail"
  elif answers "$host" "$port"; then
    there "Mail" "$host:$port answers"
  else
    refusing "Mail" "$host:$port does not answer"
  fi
}

doctor_machine() {
  local free memory
  memory=$(memory_total)
  if [ -z "$memory" ]; then
    note "Memory" "this system does not say how much it has; $memory_good MB are good"
  elif [ "$memory" -lt "$memory_least" ]; then
    refusing "Memory" "$memory MB; Rempart needs $memory_least, and $memory_good with a build beside it"
  elif [ "$memory" -lt "$memory_good" ]; then
    note "Memory" "$memory MB; enough to run, little for a build beside it ($memory_good MB)"
  else
    there "Memory" "$memory MB"
  fi
  free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "$free" -ge 3000 ]; then there "Disk" "$free MB free"; else lacking "Disk" "$free MB free; a build and a database need 3000"; fi
  if [ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ] && ! unshare -U true 2>/dev/null; then
    note "Account" "root may not open a user namespace here, which the embedded PostgreSQL needs: run as another account"
  fi
  if [ -z "$(swap_in_clear)" ]; then there "Swap" "none that is not encrypted"; else note "Swap" "$(swap_advice)"; fi
  if is_built "$(sources_digest)"; then there "Application" "built"; else note "Application" "is built by the next ./rempart run"; fi
}
