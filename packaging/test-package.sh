#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the package in a fresh Debian 13 and starts both programs there, so that a dependency which only the
# build machine happens to have is found: packaging/test-package.sh FOLDER-WITH-THE-PACKAGE
# Needs root (or sudo). Leaves nothing behind.
set -euo pipefail
export LC_ALL=C
folder=$(realpath "$1")
package=$(find "$folder" -maxdepth 1 -name '*.deb' -print -quit)
[ -n "$package" ] || { echo "no package in $folder" >&2; exit 1; }

sudo=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "test-package: needs root or sudo" >&2; exit 1; }
    sudo=(sudo)
fi
if ! command -v debootstrap >/dev/null 2>&1; then
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends debootstrap >/dev/null
fi
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' 'Component: main' 2>/dev/null |
    head -n 1 || true)

root=$(mktemp -d "${TMPDIR:-/tmp}/outpost-debian13.XXXXXX")
trap '"${sudo[@]}" rm -rf --one-file-system "$root"' EXIT
chmod 755 "$root" # it is the root folder of everybody inside
echo "making a Debian 13"
"${sudo[@]}" debootstrap --variant=minbase trixie "$root" ${mirror:+"$mirror"} >"$folder/debootstrap.log" 2>&1 || {
    tail -n 5 "$folder/debootstrap.log" >&2
    exit 1
}
"${sudo[@]}" cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
"${sudo[@]}" cp "$package" "$root/outpost.deb"
"${sudo[@]}" tee "$root/test.sh" >/dev/null <<'INNER'
set -eu
export DEBIAN_FRONTEND=noninteractive HOME=/home/tester LC_ALL=C.UTF-8
# A fresh machine has services that start with packages; this one has no process of its own.
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod +x /usr/sbin/policy-rc.d
apt-get -qq update
echo "installing the package, without recommended ones"
apt-get -q install -y --no-install-recommends /outpost.deb >/install.log 2>&1 || { tail -n 20 /install.log; exit 1; }
useradd --create-home tester 2>/dev/null || { mkdir -p /home/tester; useradd -d /home/tester tester; chown tester /home/tester; }
as_tester() { setpriv --reuid tester --regid tester --clear-groups "$@"; }
echo "the command line"
as_tester outpostctl --version
as_tester outpostctl --help >/dev/null
as_tester outpostctl --demo --json device scan >/tmp/scan.json || { cat /tmp/scan.json; exit 1; }
grep -q '"devices"\|"id"' /tmp/scan.json
echo "the console, without a display"
as_tester env QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software timeout 300 outpost --demo --self-test
echo "installing Xvfb"
apt-get -q install -y --no-install-recommends xvfb xauth libgl1-mesa-dri >/install.log 2>&1 || { tail -n 20 /install.log; exit 1; }
echo "the console, on an X server"
as_tester env LIBGL_ALWAYS_SOFTWARE=1 timeout 300 xvfb-run -a -s '-screen 0 1280x800x24' outpost --demo --self-test
echo "removing the package"
apt-get -q purge -y outpost >/install.log 2>&1
[ ! -e /usr/bin/outpost ]
INNER
# A process and a mount name space of their own: what the programs start ends here, and mounts vanish.
"${sudo[@]}" unshare --mount --pid --fork --propagation private bash -c '
    set -e
    mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    exec chroot "$1" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash /test.sh' _ "$root"
echo "the package installs, starts and goes away on Debian 13"
