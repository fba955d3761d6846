#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package of a build and looks at it: packaging/package.sh BUILD-FOLDER
# The package lies in BUILD-FOLDER/package afterwards; its programs answer --version from an unpacked copy.
set -euo pipefail
build=$(realpath "$1")
rm -rf "$build/package"
(cd "$build" && cpack -G DEB --config CPackConfig.cmake)
rm -rf "$build/package/_CPack_Packages"
package=$(find "$build/package" -maxdepth 1 -name '*.deb' -print -quit)
[ -n "$package" ] || { echo "cpack made no package" >&2; exit 1; }

contents=$(dpkg-deb -c "$package")
depends=$(dpkg-deb -f "$package" Depends)
missing=()
for file in usr/bin/outpost usr/bin/outpostctl usr/share/applications/org.outpost.Outpost.desktop \
    usr/share/metainfo/org.outpost.Outpost.metainfo.xml usr/share/doc/outpost/copyright \
    usr/share/icons/hicolor/scalable/apps/org.outpost.Outpost.svg usr/share/man/man1/outpostctl.1.gz; do
    grep -q " \./$file\$" <<<"$contents" || missing+=("$file")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "the package lacks: ${missing[*]}" >&2
    exit 1
fi
for library in libqt6quick6 libsodium23 libsqlite3 libcurl; do
    grep -q "$library" <<<"$depends" || { echo "the package does not depend on $library" >&2; exit 1; }
done
if grep -E -q '\./usr/(include|lib)/|\.(a|cmake|h)$' <<<"$contents"; then
    echo "the package holds files that only a build needs:" >&2
    grep -E '\./usr/(include|lib)/|\.(a|cmake|h)$' <<<"$contents" | head >&2
    exit 1
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/outpost-package.XXXXXX")
trap 'rm -rf "$work"' EXIT
dpkg-deb -x "$package" "$work"
for program in outpost outpostctl; do
    if ! HOME=$work QT_QPA_PLATFORM=offscreen timeout 30 "$work/usr/bin/$program" --version; then
        echo "$program --version fails" >&2
        exit 1
    fi
done
dpkg-deb -I "$package"
echo "package: $package ($(du -h "$package" | cut -f 1))"
