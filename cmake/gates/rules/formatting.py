# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C++ file is as clang-format 19 leaves it, and no text file has trailing blanks or lacks its last line end."""

import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

from tree import CPP, Finding, line_of

TEXT = CPP + (".qml", ".js", ".mjs", ".py", ".sh", ".cmake", ".txt", ".json", ".in", ".xml", ".desktop")


def check(tree):
    tool = shutil.which("clang-format-19")
    if tool is None:
        return [Finding("clang-format-19", 0, "is missing; run packaging/setup.sh")]
    paths = list(tree.matching(CPP))
    findings = []
    cores = os.cpu_count() or 2
    # A few batches per core: long files do not leave one core idle at the end.
    size = max(1, min(24, len(paths) // (cores * 2) or 1))
    batches = [paths[start:start + size] for start in range(0, len(paths), size)]

    def run(batch):
        done = subprocess.run([tool, "--dry-run", "--style=file", "-ferror-limit=1", *batch], cwd=tree.root,
                              capture_output=True, text=True, check=False)
        return done.stderr

    with ThreadPoolExecutor(max_workers=cores) as pool:
        for errors in pool.map(run, batches):
            seen = set()
            for match in re.finditer(r"^(\S[^:\n]*):(\d+):\d+: (?:warning|error): code should be clang-formatted",
                                     errors, re.M):
                path = match.group(1)
                if path not in seen:
                    seen.add(path)
                    findings.append(Finding(path, int(match.group(2)), "not formatted: clang-format-19 -i " + path))
            if not seen and "error:" in errors:
                findings.append(Finding(".clang-format", 0, errors.strip().splitlines()[0]))

    for path in tree.matching(TEXT, outside=("tests/data/", "resources/")):
        text = tree.text(path)
        if text and not text.endswith("\n"):
            findings.append(Finding(path, line_of(text, len(text)), "the last line has no line end"))
        blanks = re.search(r"[ \t]+$", text, re.M)
        if blanks:
            findings.append(Finding(path, line_of(text, blanks.start()), "blanks at the end of the line"))
    return findings
