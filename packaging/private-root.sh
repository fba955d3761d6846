#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command of this project in a Debian 13 of its own, for systems where installing the packages would
# do harm or where there are none:
#
#   packaging/private-root.sh ./check
#
# The root lives below the user's cache folder (OUTPOST_ROOT_DIR names another place) and is made once, by
# debootstrap (as root or with sudo) or, without root, by podman. The source tree and the home folder are
# mounted at the same paths, so wallets stay where they are; nothing of this system is changed. To remove it:
# delete the folder, or `podman rm outpost-debian13`.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# -gt 0 ] || { echo "usage: packaging/private-root.sh COMMAND..." >&2; exit 2; }
root=${OUTPOST_ROOT_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/outpost/debian13}

# Only what the programs need to know crosses into the root.
kept=(CI DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_RUNTIME_DIR LANG TERM http_proxy https_proxy no_proxy
    NODE_EXTRA_CA_CERTS SSL_CERT_FILE SSL_CERT_DIR)

withPodman() {
    local name environment=()
    # A container is kept between calls, so that set-up runs once.
    if ! podman container exists outpost-debian13; then
        podman create --name outpost-debian13 -v "$top:$top" -v /tmp/.X11-unix:/tmp/.X11-unix -v "$HOME:$HOME" \
            --security-opt label=disable docker.io/library/debian:13 sleep infinity >/dev/null
    fi
    podman start outpost-debian13 >/dev/null
    for name in "${kept[@]}"; do [ -z "${!name:-}" ] || environment+=(-e "$name=${!name}"); done
    podman exec -w "$top" outpost-debian13 packaging/setup.sh
    exec podman exec -i "${environment[@]}" -e "HOME=$HOME" -w "$top" outpost-debian13 "$@"
}

sudo=()
if [ "$(id -u)" -ne 0 ]; then
    if command -v podman >/dev/null 2>&1; then withPodman "$@"; fi
    command -v sudo >/dev/null 2>&1 || { echo "private-root: needs podman, or sudo for debootstrap." >&2; exit 1; }
    sudo=(sudo)
fi

if ! command -v debootstrap >/dev/null 2>&1; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "private-root: debootstrap is missing; install it with your package manager." >&2
        exit 1
    fi
    echo "private-root: installing debootstrap."
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update >/dev/null 2>&1 || true
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends debootstrap >/dev/null
fi

if [ ! -e "$root/.outpost-ready" ]; then
    # The mirror is the one this system uses; debootstrap's own default where apt names none.
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' 'Component: main' 2>/dev/null |
        head -n 1 || true)
    echo "private-root: making a Debian 13 in $root (about 2.5 GB when set-up has run in it)."
    "${sudo[@]}" rm -rf --one-file-system "$root.new"
    mkdir -p "$(dirname "$root")"
    "${sudo[@]}" debootstrap --variant=minbase --include=ca-certificates trixie "$root.new" ${mirror:+"$mirror"} >"${TMPDIR:-/tmp}/outpost-debootstrap.$$" 2>&1 || {
        tail -n 5 "${TMPDIR:-/tmp}/outpost-debootstrap.$$" >&2
        echo "private-root: debootstrap failed." >&2
        exit 1
    }
    rm -f "${TMPDIR:-/tmp}/outpost-debootstrap.$$"
    "${sudo[@]}" touch "$root.new/.outpost-ready"
    "${sudo[@]}" mv "$root.new" "$root"
fi
"${sudo[@]}" cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
# A company's own certificates are needed inside as well.
bundle=/etc/ssl/certs/ca-certificates.crt
if [ -r "$bundle" ]; then
    "${sudo[@]}" cp -L --remove-destination "$bundle" "$root/etc/ssl/outpost-host.crt"
    export NODE_EXTRA_CA_CERTS=/etc/ssl/outpost-host.crt
fi
unset SSL_CERT_FILE SSL_CERT_DIR

environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "HOME=$HOME" OUTPOST_INSIDE_PRIVATE_ROOT=1)
for name in "${kept[@]}"; do [ -z "${!name:-}" ] || environment+=("$name=${!name}"); done

# The mounts live in a mount name space of their own and vanish with the command. Set-up runs as root inside,
# the command as the person who called.
exec "${sudo[@]}" unshare --mount --propagation private bash -c '
    set -e
    root=$1 top=$2 home=$3 user=$4 runtime=$5; shift 5
    bind() { if [ -d "$1" ]; then mkdir -p "$root$1"; mount --bind "$1" "$root$1"; fi; }
    mount --bind "$root" "$root" # a root that is a mount of its own lets programs inside have mounts of their own
    mount -t proc proc "$root/proc"
    mount --rbind /sys "$root/sys" 2>/dev/null || true
    mount --rbind /dev "$root/dev"
    bind "$home"
    bind "$top"
    bind /tmp/.X11-unix
    if [ -n "$runtime" ]; then bind "$runtime"; fi
    separator=0
    for word in "$@"; do separator=$((separator + 1)); [ "$word" != -- ] || break; done
    settings=("${@:1:$((separator - 1))}")
    shift "$separator"
    chroot "$root" env -i "${settings[@]}" HOME=/root "$top/packaging/setup.sh"
    exec chroot --userspec="$user" "$root" env -i "${settings[@]}" bash -c "cd \"\$0\" && exec \"\$@\"" "$top" "$@"
' _ "$root" "$top" "$HOME" "$(id -u):$(id -g)" "${XDG_RUNTIME_DIR:-}" "${environment[@]}" -- "$@"
