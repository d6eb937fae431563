# shellcheck shell=bash
# Finds the tools, and installs those that are missing where it may: packages on Debian as root, and
# Node.js, from the npm registry, into the folder .node of this project. Sets JAVA_HOME, maven, chromium,
# postgresql_programs.

jdk_major=25
node_version=24.21.0
npm_version=11.19.1
# Of the embedded server, and of Debian 13: its programs work on each other's data.
postgresql_major=17
log_folder=$root/target

# ---- Debian packages

can_apt() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && grep -qsE '^ID(_LIKE)?=.*debian' /etc/os-release
}

# apt_install PACKAGE…: the package lists may be absent or old, so a failure refreshes them once.
apt_install() {
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@")
  say "Installing $* …"
  "${install[@]}" >"$(apt_log)" 2>&1 </dev/null && return
  logged "$(apt_log)" apt-get update -q && logged "$(apt_log)" "${install[@]}"
}

apt_log() { mkdir -p "$log_folder" && printf '%s\n' "$log_folder/apt.log"; }

# ---- JDK

# Where JDKs usually lie, one folder a line, the caller's choice first.
jdk_places() {
  local javac
  printf '%s\n' "${JAVA_HOME:-}"
  javac=$(command -v javac) && dirname "$(dirname "$(readlink -f "$javac")")"
  printf '%s\n' /usr/lib/jvm/* /opt/* /opt/java/* /usr/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home
}

# major_of JDK: the major version in its release file, nothing if this is no JDK.
major_of() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || return 0
}

find_jdk() {
  local place
  while IFS= read -r place; do
    if [ -n "$place" ] && [ "$(major_of "$place")" = "$jdk_major" ]; then
      printf '%s\n' "$place"
      return
    fi
  done < <(jdk_places)
  return 1
}

need_jdk() {
  local found
  if ! found=$(find_jdk); then
    if can_apt; then apt_install "openjdk-$jdk_major-jdk-headless" || true; fi
    found=$(find_jdk) || die "$(jdk_advice)"
  fi
  export JAVA_HOME=$found
}

jdk_advice() {
  printf '%s\n' "There is no JDK $jdk_major (JAVA_HOME: ${JAVA_HOME:-not set})." \
    "Install one (Debian 13: apt-get install openjdk-$jdk_major-jdk-headless; elsewhere: Eclipse Temurin $jdk_major)" \
    "and let JAVA_HOME point to it."
}

# ---- Maven

need_maven() {
  if ! command -v mvn >/dev/null; then
    if can_apt; then apt_install maven || true; fi
    command -v mvn >/dev/null || die "There is no Maven. Install Maven 3.9 or newer (Debian: apt-get install maven) so that mvn is on the PATH."
  fi
  maven=$(command -v mvn)
}

# ---- Node.js: Vaadin wants this major version exactly, whatever the machine has.

has_node() { [ "$("$root/.node/bin/node" --version 2>/dev/null)" = "v$node_version" ] && [ -e "$root/.node/bin/npm" ]; }

need_node() {
  has_node && return
  if ! command -v npm >/dev/null; then
    if can_apt; then apt_install nodejs npm || true; fi
    command -v npm >/dev/null || die "There is no npm. Install Node.js with npm, any version (Debian: apt-get install npm); it fetches Node.js $node_version for the build."
  fi
  say "Fetching Node.js $node_version into .node …"
  rm -rf "$root/.node"
  logged "$log_folder/node.log" npm install --global --prefix "$root/.node" "node@$node_version" "npm@$npm_version" || true
  has_node || die "Node.js $node_version could not be fetched from the npm registry."
}

# ---- What only the tests need

# The one without windows first: it needs a quarter less of the processors for the same pages.
find_chromium() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome; }

# For tests in a network of their own.
need_ip() {
  if ! command -v ip >/dev/null && can_apt; then apt_install iproute2 || true; fi
  command -v ip >/dev/null || die "There is no ip, by which tests get a network of their own. Install it (Debian: apt-get install iproute2)."
}

# For the journey whose packets are compared with the page of places.
need_tcpdump() {
  if ! command -v tcpdump >/dev/null && can_apt; then apt_install tcpdump || true; fi
  command -v tcpdump >/dev/null || die "There is no tcpdump, by which a journey sees where packets go." \
    "Install it (Debian: apt-get install tcpdump), or run: ./rempart test --fast"
}

need_chromium() {
  if ! command -v chromium-headless-shell >/dev/null && can_apt; then
    apt_install chromium-headless-shell fonts-liberation || find_chromium >/dev/null || apt_install chromium || true
  fi
  if ! find_chromium >/dev/null; then
    die "There is no Chromium for the journeys. Install it (Debian: apt-get install chromium-headless-shell), or run: ./rempart test --fast"
  fi
  # shellcheck disable=SC2034 # read by the caller
  chromium=$(find_chromium)
}

# Where PostgreSQL's programs usually lie, one folder a line. Debian's own commands on the PATH choose a version by
# the clusters they know, so they come last.
postgresql_places() {
  local here
  printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin \
    | sort -rV
  here=$(command -v pg_dump) && dirname "$here"
}

# postgresql_program NAME: prints its path, where it is there in our major version.
postgresql_program() {
  local place
  while IFS= read -r place; do
    if [ -x "$place/$1" ] && [ "$(version_of "$place/$1" --version | cut -d. -f1)" = "$postgresql_major" ]; then
      printf '%s\n' "$place/$1"
      return
    fi
  done < <(postgresql_places)
  return 1
}

# version_of PROGRAM ARGUMENT: the first number with a point in what it says of itself, such as 17.12.
version_of() { "$1" "$2" 2>/dev/null </dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1; }

# Prints the folder that has all of its programs, client and server.
find_postgresql() {
  local server program
  server=$(postgresql_program postgres) || return 1
  for program in initdb pg_ctl pg_dump psql pg_basebackup pg_amcheck; do
    [ -x "$(dirname "$server")/$program" ] || return 1
  done
  dirname "$server"
}

need_postgresql() {
  if ! find_postgresql >/dev/null; then
    if can_apt; then apt_install_postgresql || true; fi
    find_postgresql >/dev/null || die "$(postgresql_advice)"
  fi
  # shellcheck disable=SC2034 # read by the caller
  postgresql_programs=$(find_postgresql)
}

createcluster=/etc/postgresql-common/createcluster.d

# apt_install_refusing FILE MODE TEXT PACKAGE…: installs packages while a file tells Debian what not to do beside. A
# shell of its own, so that the file goes with it, also when somebody presses Ctrl-C.
apt_install_refusing() (
  refusal=$1
  trap 'rm -f "$refusal"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  printf '%s\n' "$3" >"$refusal"
  chmod "$2" "$refusal"
  shift 3
  apt_install "$@"
)

# The programs alone: Debian's package would make a database server beside them, and start it.
apt_install_postgresql() {
  mkdir -p "$createcluster"
  apt_install_refusing "$createcluster/rempart.conf" 644 'create_main_cluster = false' "postgresql-$postgresql_major"
}

postgresql_advice() {
  printf '%s\n' "There are no programs of PostgreSQL $postgresql_major for the journeys." \
    "Install them (Debian 13: apt-get install postgresql-$postgresql_major), or run: ./rempart test --fast"
}

# For backups, and a server for files that tests send them to.
backup_packages=(pgbackrest restic openssh-client)
backup_test_packages=("${backup_packages[@]}" openssh-server)
sshd=/usr/sbin/sshd

find_backup_programs() { command -v pgbackrest >/dev/null && command -v restic >/dev/null && command -v sftp >/dev/null; }

need_backup_programs() {
  find_backup_programs && return
  if can_apt; then apt_install_quietly "${backup_packages[@]}" || true; fi
  find_backup_programs || die "There are no programs for backups. Install them (Debian 13: apt-get install ${backup_packages[*]})."
}

need_backup_test_programs() {
  find_backup_programs && [ -x "$sshd" ] && return
  if can_apt; then apt_install_quietly "${backup_test_packages[@]}" || true; fi
  find_backup_programs && [ -x "$sshd" ] \
    || die "There are no programs for the tests of backups. Install them (Debian 13: apt-get install ${backup_test_packages[*]})."
}

# For the tests of two sites: etcd, Patroni with the library by which it reaches etcd, and pgBackRest, whose server runs beside.
engine_packages=(etcd-server patroni python3-etcd pgbackrest)
python_packages=/usr/lib/python3/dist-packages
policy=/usr/sbin/policy-rc.d

find_engines() { command -v etcd >/dev/null && command -v patroni >/dev/null && command -v pgbackrest >/dev/null && [ -e "$python_packages/etcd/__init__.py" ]; }

need_engines() {
  find_engines && return
  if can_apt; then apt_install_engines || true; fi
  find_engines || die "There are no programs of two sites, which journeys and bench failover need." \
    "Install them (Debian 13: apt-get install ${engine_packages[*]}), or run: ./rempart test --fast"
}

apt_install_engines() { apt_install_quietly "${engine_packages[@]}"; }

# apt_install_quietly PACKAGE…: the programs alone, where Debian's packages would start a service of their own. A policy
# that is there is somebody else's, and stays.
apt_install_quietly() {
  if [ -e "$policy" ]; then
    apt_install "$@"
  else
    apt_install_refusing "$policy" 755 $'#!/bin/sh\nexit 101' "$@"
  fi
}

need_openssl() {
  command -v openssl >/dev/null && return
  if can_apt; then apt_install openssl || true; fi
  command -v openssl >/dev/null || die "There is no openssl for the tests. Install it (Debian: apt-get install openssl)."
}

# SoftHSM's library lies where each system likes; the first that is there.
find_softhsm() {
  local place
  command -v softhsm2-util >/dev/null || return 1
  for place in /usr/lib/softhsm /usr/lib/*/softhsm /usr/lib64/softhsm /usr/lib64/pkcs11 /usr/local/lib/softhsm /opt/homebrew/lib/softhsm; do
    if [ -e "$place/libsofthsm2.so" ]; then
      printf '%s\n' "$place/libsofthsm2.so"
      return
    fi
  done
  return 1
}

need_softhsm() {
  if ! find_softhsm >/dev/null; then
    if can_apt; then apt_install softhsm2 || true; fi
    find_softhsm >/dev/null || die "There is no SoftHSM, a token in software, for the tests. Install it (Debian: apt-get install softhsm2)."
  fi
  # shellcheck disable=SC2034 # read by the caller
  softhsm=$(find_softhsm)
}
