# shellcheck shell=bash
# Keys and customer data are in the memory of a running Rempart: a swap area that is not encrypted
# takes them to a disk in clear.

swap_table=/proc/swaps
block_devices=/sys/class/block

# swap_in_clear: prints the swap areas on disks that are not encrypted, one a line.
swap_in_clear() {
  local area
  [ -r "$swap_table" ] || return 0
  # Blanks in names are written as \040.
  tail -n +2 "$swap_table" | while read -r area _; do
    area=$(printf '%b' "$area")
    if ! is_kept_secret "$(device_below "$area")"; then printf '%s\n' "$area"; fi
  done
}

# device_below AREA: the name of the block device on which a swap area lies; AREA is a device or a file.
device_below() {
  local device=$1
  case $device in
    /dev/*) ;;
    *) device=$(df -P "$device" 2>/dev/null | awk 'NR == 2 { print $1 }') ;;
  esac
  basename "$(readlink -f "${device:-/}")"
}

# is_kept_secret DEVICE: it is memory (zram), or encrypted, or lies on such devices alone.
is_kept_secret() {
  local below found=1
  case $1 in zram*) return ;; esac
  case $(cat "$block_devices/$1/dm/uuid" 2>/dev/null || true) in CRYPT-*) return ;; esac
  for below in "$block_devices/$1/slaves"/*; do
    [ -e "$below" ] || continue
    is_kept_secret "$(basename "$below")" || return 1
    found=0
  done
  return "$found"
}

swap_advice() {
  printf '%s\n' "$(swap_in_clear | paste -sd, - | sed 's/,/, /g') is not encrypted: keys and customer data in memory may reach a disk in clear. Encrypt it, turn it off (swapoff), or keep Rempart out of it (systemd: MemorySwapMax=0)."
}

warn_of_swap() {
  if [ -n "$(swap_in_clear)" ]; then say "Warning: the swap area $(swap_advice)"; fi
}
