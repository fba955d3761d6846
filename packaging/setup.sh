#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings what Outpost needs from the system's own package manager, and nothing when all is there.
#
#   packaging/setup.sh            install what is missing (Debian 12 and 13), no questions as root
#   packaging/setup.sh --list     print the missing packages, change nothing; exit 1 if there are any
#
# Exit codes: 0 all there; 1 something could not be installed; 3 it would have damaged this system,
# so nothing was changed (packaging/private-root.sh is the way out then).
# OUTPOST_OS_RELEASE and OUTPOST_APT_DIR stand for /etc/os-release and /etc/apt (for the tests of this script).
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
osRelease=${OUTPOST_OS_RELEASE:-/etc/os-release}
aptDir=${OUTPOST_APT_DIR:-/etc/apt}

say() { printf '%s\n' "$*"; }
fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

# ---- which system is this -------------------------------------------------------------------
osField() { sed -n "s/^$1=//p" "$osRelease" 2>/dev/null | tr -d '"' | head -n 1; }
id=$(osField ID)
version=$(osField VERSION_ID)
like=$(osField ID_LIKE)

# ---- what is missing ------------------------------------------------------------------------
# One dpkg-query for the whole list keeps the usual case, nothing to do, far below 0.3 s.
missingDebian() {
    local list=$1 name op value
    declare -A have=()
    local -a names=()
    while read -r name op value; do
        case $name in ''|'#'*) continue ;; esac
        names+=("$name")
    done <"$list"
    while read -r name state value; do
        if [ "$state" = ii ] || [ "$state" = hi ]; then have[$name]=$value; fi
    done < <(dpkg-query -W -f='${Package} ${db:Status-Abbrev} ${Version}\n' "${names[@]}" 2>/dev/null || true)
    while read -r name op value; do
        case $name in ''|'#'*) continue ;; esac
        if [ -z "${have[$name]:-}" ]; then
            if [ "${op:-}" = or ] && command -v "$value" >/dev/null 2>&1; then continue; fi
            printf '%s\n' "$name"
        elif [ "${op:-}" = ">=" ] && [[ "${have[$name]#*:}" != "$value"* ]] &&
            ! dpkg --compare-versions "${have[$name]}" ge "$value"; then
            printf '%s\n' "$name"
        fi
    done <"$list"
}

# Other systems: the list is an aid, nobody tried it, so set-up installs nothing there by itself.
otherSystem() {
    local name=$1 list=$2 installed=$3 command=$4 package missing=()
    while read -r package _; do
        case $package in ''|'#'*) continue ;; esac
        if ! $installed "$package" >/dev/null 2>&1; then missing+=("$package"); fi
    done <"$list"
    if [ ${#missing[@]} -eq 0 ]; then exit 0; fi
    say "set-up: $name is not tried. These packages should be what is missing:"
    say "  $command ${missing[*]}"
    fail "install them yourself and start again, or use packaging/private-root.sh."
}

case "$id" in
    debian) ;;
    ubuntu|pop|linuxmint) otherSystem "Ubuntu" "$here/dependencies/ubuntu.txt" "dpkg -s" "sudo apt-get install" ;;
    fedora) otherSystem "Fedora" "$here/dependencies/fedora.txt" "rpm -q --whatprovides" "sudo dnf install" ;;
    arch|manjaro) otherSystem "Arch Linux" "$here/dependencies/arch.txt" "pacman -T" "sudo pacman -S --needed" ;;
    *)
        case " $like " in
            *" debian "*) fail "${id:-this system} is not tried; packaging/dependencies/debian.txt lists what is needed." ;;
            *) fail "${id:-this system} is not known; packaging/dependencies/ lists what is needed on Debian, Ubuntu, Fedora and Arch." ;;
        esac ;;
esac

command -v dpkg-query >/dev/null || fail "dpkg-query is missing: is this really Debian?"
# Testing and unstable have no VERSION_ID and are newer than 13.
major=${version%%.*}
if [ -n "$major" ] && [ "$major" -lt 12 ]; then
    fail "Debian $version is too old: Outpost needs Debian 12 or newer (or packaging/private-root.sh)."
fi

mapfile -t missing < <(missingDebian "$here/dependencies/debian.txt")
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi
if [ "${1:-}" = --list ]; then printf '%s\n' "${missing[@]}"; exit 1; fi

# ---- install, after a rehearsal ---------------------------------------------------------------
work=$(mktemp -d "${TMPDIR:-/tmp}/outpost-setup.XXXXXX")
trap 'rm -rf "$work"' EXIT
log=$work/log

if [ "$(id -u)" -eq 0 ]; then
    asRoot=()
elif command -v sudo >/dev/null 2>&1; then
    asRoot=(sudo)
else
    fail "not root and no sudo here. As root, run: packaging/setup.sh"
fi
aptGet=(env LC_ALL=C DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a APT_LISTCHANGES_FRONTEND=none
    apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Acquire::Retries=3)

sourceFile=$aptDir/sources.list.d/outpost-trixie.sources
pinFile=$aptDir/preferences.d/outpost-trixie
target=() # extra apt options that choose the release
# base-files comes along with the first set-up, so that a Debian 12 then calls itself 13: the source file
# says what it really is.
pinned=no
if [ "$major" = 12 ] || [ -e "$sourceFile" ]; then pinned=yes; fi
if [ "$pinned" = yes ]; then
    target=(-t trixie)

    # The rehearsal has its own lists and settings, so that a refusal leaves no trace on this system.
    mkdir -p "$work/parts" "$work/prefs" "$work/lists/partial" "$work/cache/archives/partial"
    cp -a "$aptDir/sources.list.d/." "$work/parts/" 2>/dev/null || true
    cp -a "$aptDir/preferences.d/." "$work/prefs/" 2>/dev/null || true
    [ "$(id -u)" -ne 0 ] || chmod 755 "$work"
    rehearse=("${aptGet[@]}" -o APT::Sandbox::User=root
        -o "Dir::Etc::SourceParts=$work/parts" -o "Dir::Etc::PreferencesParts=$work/prefs"
        -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache")

    if [ ! -e "$sourceFile" ]; then
        "${rehearse[@]}" update >"$log" 2>&1 || true
        # apt itself says which mirror it uses for Debian 12; both kinds of source list look the same here.
        mirror='' key=''
        while IFS='|' read -r uri release component signed; do
            [ "$release" = bookworm ] || [ "$release" = oldstable ] || [ "$release" = stable ] || continue
            [ "$component" = main ] || continue
            mirror=$uri key=$signed
            break
        done < <("${rehearse[@]}" indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(SIGNED_BY)' \
            'Identifier: Packages' 'Codename: bookworm' 'Origin: Debian' 2>/dev/null)
        if [ -z "$mirror" ]; then
            tail -n 5 "$log" >&2
            fail "apt knows no Debian 12 mirror, so there is none to take Debian 13 from. Mend the source list and start again."
        fi
        case "$key" in /*) ;; *) key=/usr/share/keyrings/debian-archive-keyring.gpg ;; esac
        {
            say "# Written by Outpost's set-up; harmless to remove. The pin is in $pinFile."
            say "Types: deb"
            say "URIs: $mirror"
            say "Suites: trixie"
            say "Components: main"
            if [ -r "$key" ]; then say "Signed-By: $key"; fi
        } >"$work/parts/outpost-trixie.sources"
        # Priority 100: what is installed stays, and only what is asked for comes from Debian 13.
        printf 'Package: *\nPin: release n=trixie\nPin-Priority: 100\n' >"$work/prefs/outpost-trixie"
    fi
    "${rehearse[@]}" update >"$log" 2>&1 || true
else
    rehearse=("${aptGet[@]}")
    if ! "${rehearse[@]}" -s install --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
        "${asRoot[@]}" "${aptGet[@]}" update >"$log" 2>&1 || { tail -n 5 "$log" >&2; say "set-up: apt-get update had errors; going on."; }
    fi
fi

simulate() {
    "${rehearse[@]}" -s install -y --no-install-recommends "${target[@]}" "$@" >"$work/plan" 2>"$log" || {
        grep -E '^(E:| )' "$log" "$work/plan" | sed 's/^[^:]*://' | tail -n 15 >&2
        fail "apt cannot install what is missing (see above). Nothing was changed."
    }
}
# Removals that would hurt: all but a library replaced by its renamed successor (libX or libXv5 by libXt64),
# and PackageKit, which a desktop gets back at its next update.
harmful() {
    awk '
        /^Inst / { name = $2; sub(/:.*/, "", name); plain = name; if (gsub(/t64/, "", plain)) successor[plain] = 1; arrives[name] = 1 }
        /^Remv / { name = $2; sub(/:.*/, "", name); removed[++n] = name }
        END {
            for (i = 1; i <= n; i++) {
                name = removed[i]
                plain = name; sub(/v5$/, "", plain)
                if (name ~ /^lib/ && ((name in successor) || (plain in successor))) continue
                if (name ~ /packagekit/ || name ~ /^gir1\.2-packagekit/) continue
                if (name in arrives) continue
                print name
            }
        }' "$work/plan"
}
simulate "${missing[@]}"
mapfile -t lost < <(harmful)
wanted=("${missing[@]}")
if [ ${#lost[@]} -gt 0 ] && [ "$pinned" = yes ]; then
    # Some leave only because nobody asked for their newer version: ask.
    keep=()
    for package in "${lost[@]}"; do
        if "${rehearse[@]}" -s install "${target[@]}" --no-install-recommends "$package" >"$work/one" 2>/dev/null &&
            grep -q "^Inst $package " "$work/one"; then keep+=("$package"); fi
    done
    if [ ${#keep[@]} -gt 0 ]; then
        wanted=("${missing[@]}" "${keep[@]}")
        simulate "${wanted[@]}"
        mapfile -t lost < <(harmful)
    fi
fi
if [ ${#lost[@]} -gt 0 ]; then
    {
        say "set-up: changed nothing, because installing would remove: ${lost[*]}"
        say "set-up: instead, Outpost can be built in a Debian 13 of its own below your cache folder, which leaves this system alone:"
        say "  packaging/private-root.sh ./run        (or ./check; needs debootstrap and sudo, or podman)"
    } >&2
    exit 3
fi

count=$(grep -c '^Inst ' "$work/plan" || true)
from=""
if [ "$pinned" = yes ]; then from=" from Debian 13, with a pin that keeps the rest of this Debian 12 as it is"; fi
say "set-up: installing ${#wanted[@]} packages ($count with what they need)$from: ${wanted[*]}"

if [ "$pinned" = yes ] && [ ! -e "$sourceFile" ]; then
    "${asRoot[@]}" install -m 644 "$work/prefs/outpost-trixie" "$pinFile"
    "${asRoot[@]}" install -m 644 "$work/parts/outpost-trixie.sources" "$sourceFile"
fi
if [ "$pinned" = yes ]; then "${asRoot[@]}" "${aptGet[@]}" update >"$log" 2>&1 || true; fi
if ! "${asRoot[@]}" "${aptGet[@]}" -q install -y --no-install-recommends -o Dpkg::Options::=--force-confold \
    "${target[@]}" "${wanted[@]}" </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "apt-get install failed (its last lines are above)."
fi

mapfile -t missing < <(missingDebian "$here/dependencies/debian.txt")
if [ ${#missing[@]} -gt 0 ]; then fail "still missing after the installation: ${missing[*]}"; fi
say "set-up: done."
