# SPDX-License-Identifier: GPL-3.0-or-later
"""The longest files, for information: each asks whether it is still one thing. Never fails."""

from tree import Finding

INFORMATION = True
LIMITS = ((".cpp", 600), (".h", 300), (".qml", 300))


def check(tree):
    found = []
    for suffix, limit in LIMITS:
        for path in tree.matching((suffix,), under=("core/", "app/", "qml/")):
            lines = tree.text(path).count("\n")
            if lines > limit:
                found.append((lines, path, limit))
    return [Finding(path, 0, f"{lines} lines (asks from {limit} on)") for lines, path, limit in sorted(found, reverse=True)[:10]]
