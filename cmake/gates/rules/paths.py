# SPDX-License-Identifier: GPL-3.0-or-later
"""No path of one machine and no package mirror's address: both are wrong everywhere else."""

import re

from tree import Finding, line_of

# Written in pieces, so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w.])(?:/" + r"work/|/tmp/" + r"w/|/home/(?!user\b|\.\.\.|\$)[a-z][\w-]*/|/" + r"Users/[a-z]\w*/"
                     r"|\.\./" + r"shared/|\bfile:///(?:home|" + r"work)/)")
MIRROR = re.compile(r"\b(?:deb|ftp|snapshot|security|cdn-fastly)(?:\.[a-z]{2})?\." + r"debian\.org\b|\b(?:archive|security|ports)\."
                    + r"ubuntu\.com\b|\bmirrors?\.[a-z0-9-]+\.[a-z]+\b|\bregistry\.npmmirror\.com\b|\b[a-z0-9.-]+\.pkg\.dev\b"
                    r"|\bartifactory\.[a-z.]+\b")
BINARY = (".png", ".ttf", ".otf", ".woff2", ".db", ".qm", ".bin", ".gz", ".ico", ".webp")


def check(tree):
    findings = []
    for path in tree.files:
        if path.endswith(BINARY) or path == "LICENSE":
            continue
        text = tree.text(path)
        for pattern, rule, why in ((MACHINE, "machine-path", "is a path of one machine"),
                                   (MIRROR, "mirror", "is a mirror's address")):
            for match in pattern.finditer(text):
                # Tests keep files in a file system of memory, whose folders may be called anything.
                if path.startswith("tests/") and match.group(0).startswith("/home/"):
                    continue
                line = line_of(text, match.start())
                if not tree.allowed(path, line, rule):
                    findings.append(Finding(path, line, f"{match.group(0)} {why}"))
    return findings
