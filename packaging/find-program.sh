#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints where the build put a program: packaging/find-program.sh BUILD-FOLDER NAME
set -euo pipefail
found=$(find "$1" -maxdepth 4 -type f -name "$2" -perm -u+x -print -quit)
if [ -z "$found" ]; then
    echo "the build in $1 has no program $2" >&2
    exit 1
fi
realpath "$found"
