# SPDX-License-Identifier: GPL-3.0-or-later
"""Common misspellings, by codespell, in English text and comments. German, word lists and data are left out."""

import re
import shutil
import subprocess
from pathlib import Path

from tree import CPP, Finding

IGNORED = Path(__file__).resolve().parents[1] / "spelling-ignore.txt"
# Names in code run words together; encoded bytes are no words at all.
IDENTIFIER = r"\b\w*[a-z0-9][A-Z]\w*\b|\b[A-Za-z0-9+/=]{24,}\b"
KINDS = CPP + (".md", ".qml", ".py", ".sh", ".cmake", "CMakeLists.txt", ".1", ".desktop")
OUTSIDE = ("translations/", "resources/wordlists/", "tests/data/", "tests/peers/node_modules/", "tests/fuzz/corpus/")


def check(tree):
    tool = shutil.which("codespell")
    if tool is None:
        return [Finding("codespell", 0, "is missing; run packaging/setup.sh")]
    paths = list(tree.matching(KINDS, outside=OUTSIDE))
    if not paths:
        return []
    done = subprocess.run([tool, "--ignore-words", str(IGNORED), "--builtin", "clear", "--ignore-regex", IDENTIFIER, *paths],
                          cwd=tree.root, capture_output=True, text=True, check=False)
    findings = []
    for line in done.stdout.splitlines():
        match = re.match(r"(?:\./)?(.+?):(\d+): (.+)$", line)
        if match and not tree.allowed(match.group(1), int(match.group(2)), "spelling"):
            findings.append(Finding(match.group(1), int(match.group(2)), match.group(3)))
    if done.returncode not in (0, 64, 65) and not findings:
        findings.append(Finding("codespell", 0, (done.stderr.strip().splitlines() or ["failed"])[-1]))
    return findings
