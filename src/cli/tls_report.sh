# shellcheck shell=bash
# Has Debian's testssl.sh and sslscan look at what runs on a home folder, and writes what they found as a
# page in Markdown. They need some two minutes; the server must be reachable as localhost.

tls_report() {
  local home=$root/data out='' port ca tester folder
  while [ $# -gt 0 ]; do
    case $1 in
      --home) need_value "$@" && home=$2 && shift 2 ;;
      --out) need_value "$@" && out=$2 && shift 2 ;;
      *) wrong "bench tls-report does not know '$1'." ;;
    esac
  done
  home=$(absolute "$home")
  port=$(info --home "$home" | sed -n 's|^url=https://[^:]*:\([0-9]*\).*|\1|p')
  [ -n "$port" ] || die "Nothing runs in $home: start it with ./rempart run --home $home"
  ca=$(info --home "$home" | sed -n 's|^ca_certificate=||p')
  tester=$(command -v testssl || command -v testssl.sh) \
    || die "There is no testssl.sh. Install it (Debian: apt-get install testssl.sh sslscan)."
  folder=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$folder'" EXIT
  say "testssl.sh looks at localhost:$port …"
  "$tester" --quiet --color 0 --warnings batch --csvfile "$folder/findings.csv" ${ca:+--add-ca "$ca"} \
    "https://localhost:$port" >"$folder/testssl.txt" </dev/null || true # its code counts findings
  grep -q 'Overall Grade' "$folder/testssl.txt" || die "testssl.sh came to no grade: $(tail -n 5 "$folder/testssl.txt")"
  if command -v sslscan >/dev/null; then
    sslscan --no-colour "localhost:$port" >"$folder/sslscan.txt" </dev/null
  fi
  if [ -n "$out" ]; then tls_page "$folder" >"$out"; fi
  tls_summary "$folder"
}

# What weighs: the rating, and each finding worse than a remark.
tls_summary() {
  sed -n '/Rating specs/,$p' "$1/testssl.txt" | grep -E 'weighted|Score|Grade' | sed 's/^ *//'
  printf '\nFindings by severity:'
  # A certificate within a finding goes over many lines: those are no findings.
  awk -F'","' '$4 ~ /^(OK|INFO|WARN|LOW|MEDIUM|HIGH|CRITICAL)$/ { n[$4]++ } END { for (s in n) printf " %s %d", s, n[s] }' \
    "$1/findings.csv"
  printf '\n'
  awk -F'","' '$4 ~ /^(WARN|LOW|MEDIUM|HIGH|CRITICAL)$/ { gsub(/"/, "", $1); printf "  %s %s: %s\n", $4, $1, $5 }' \
    "$1/findings.csv"
}

tls_page() {
  printf '# What testssl.sh and sslscan see\n\nDate: %s. Made by `./rempart bench tls-report --out FILE`; ' "$(date -u +%Y-%m-%d)"
  printf 'what keeps the score from 100 is in decision record 0032.\n\n```\n'
  tls_summary "$1"
  printf '```\n\n## testssl.sh\n\n```\n'
  # Without what differs from one run to the next, or names the machine.
  sed -e '/^ *Start /d; /^ *Done /d; /rDNS/d; /Further IP/d' -e "s/nonce-[A-Za-z0-9+\/=]*/nonce-…/g" -e 's/[[:space:]]*$//' \
    "$1/testssl.txt" | cat -s
  printf '```\n'
  if [ -e "$1/sslscan.txt" ]; then
    printf '\n## sslscan\n\n```\n'
    sed -e 's/[[:space:]]*$//' "$1/sslscan.txt" | cat -s
    printf '```\n'
  fi
}
