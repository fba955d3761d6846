# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence; fonts, pictures and data from elsewhere have a note beside them."""

from pathlib import PurePosixPath

from tree import Finding

LINE = "SPDX-License-Identifier: GPL-3.0-or-later"
KINDS = (".h", ".hpp", ".cpp", ".qml", ".js", ".mjs", ".cjs", ".py", ".sh", ".cmake", "CMakeLists.txt")
SCRIPTS = ("run", "check", ".ci/run")
FONTS = (".ttf", ".otf", ".woff2")


def check(tree):
    findings = []
    for path in tree.files:
        if path.endswith(KINDS) or path in SCRIPTS:
            if LINE not in "\n".join(tree.lines(path)[:4]):
                findings.append(Finding(path, 1, f"starts without \"{LINE}\""))
        if path.endswith(FONTS):
            folder = str(PurePosixPath(path).parent)
            if not any(name.startswith(folder + "/") and PurePosixPath(name).name.upper().startswith(("LICEN", "COPYING", "OFL"))
                       for name in tree.files):
                findings.append(Finding(path, 0, "a font without its licence beside it"))
    if "LICENSE" not in tree.files:
        findings.append(Finding("LICENSE", 0, "is missing"))
    return findings
