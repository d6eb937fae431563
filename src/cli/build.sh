# shellcheck shell=bash
# Builds the application when its sources changed, and lays it out unpacked in a folder named after
# them: what runs is never overwritten by the next build. Sets app.

stamp_file=$root/src/target/app.stamp

# A digest of everything that goes into the application; tests, documents and what builds write do not.
sources_digest() {
  (
    cd "$root"
    # A folder that is missing is no reason to end here; the build will say so.
    { find pom.xml frontend tls jooq-codegen src/pom.xml src/main \
      \( -name target -o -path '*/test' -o -path frontend/generated -o -path src/main/bundles \) -prune \
      -o -type f ! -path frontend/index.html -print0 2>/dev/null || true; } \
      | LC_ALL=C sort -z | xargs -0 cksum | cksum | tr -cs '0-9\n' '-'
  )
}

app_of() { printf '%s\n' "$root/src/target/app-$1"; }

is_built() { [ "$(cat "$stamp_file" 2>/dev/null)" = "$1" ] && [ -f "$(app_of "$1")/rempart.jar" ]; }

ensure_built() {
  local digest
  need_jdk
  digest=$(sources_digest)
  app=$(app_of "$digest")
  is_built "$digest" && return
  need_maven
  need_node
  lock_build
  if ! is_built "$digest"; then build_application "$digest"; fi
  unlock_build
}

# Two builds in one folder would spoil each other. Where flock is missing, one takes care oneself.
lock_build() {
  mkdir -p "$log_folder"
  exec 9>"$log_folder/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
}

unlock_build() { exec 9>&-; }

build_application() {
  local began=$SECONDS jar
  say "Building Rempart (about three minutes the first time, one later) …"
  cd "$root"
  # Tests and style are checked by ./rempart test.
  logged "$log_folder/build.log" "$maven" -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -pl src -am package || die "Rempart could not be built."
  jar=$(find src/target -maxdepth 1 -name 'rempart-application-*.jar' | head -n 1)
  [ -n "$jar" ] || die "The build left no jar in src/target."
  rm -rf "$app.new" "$app"
  logged "$log_folder/build.log" "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app.new" \
    || die "The built jar could not be unpacked."
  mv "$app.new/$(basename "$jar")" "$app.new/rempart.jar"
  mv "$app.new" "$app"
  forget_old_builds
  printf '%s\n' "$1" >"$stamp_file"
  cd "$OLDPWD"
  say "Built in $((SECONDS - began)) s."
}

# The build before this one may be started next, and an older one may still run: an upgrade that fails starts it again.
forget_old_builds() {
  # shellcheck disable=SC2012 # our own names, no blanks in them
  forget_unused "$(ls -dt src/target/app-*/ | tail -n +3)"
}

# is_in_use FOLDER: whether a process has it in its command.
is_in_use() {
  case $(all_commands) in
    */"$(basename "$1")"/*) return 0 ;;
    *) return 1 ;;
  esac
}

# forget_unused FOLDERS: removes those of them, one a line, that no process has in its command. What lists them has
# ended by then: its own command has them all.
forget_unused() {
  local old commands
  commands=$(all_commands)
  while IFS= read -r old; do
    [ -n "$old" ] || continue
    case $commands in
      */"$(basename "$old")"/*) ;;
      *) rm -rf "$old" ;;
    esac
  done <<<"$1"
}

# What all processes were called with.
all_commands() {
  if [ -d /proc/self ]; then
    # one that ends meanwhile is none
    { cat /proc/[0-9]*/cmdline 2>/dev/null || true; } | tr '\0' '\n'
  else
    ps -A -ww -o command= 2>/dev/null || true
  fi
}
