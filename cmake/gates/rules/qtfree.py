# SPDX-License-Identifier: GPL-3.0-or-later
"""The folders that hold keys, money and bytes use no Qt: neither a header nor a library (layers.txt, qt-free)."""

import re

from rules.layers import TABLE, Rules
from tree import CPP, Finding, line_of

HEADER = re.compile(r"^\s*#\s*include\s*[<\"]((?:Q[A-Z]\w*|Qt\w*/[\w./]+|q[a-z]+\w*\.h|QCoro\w*|qcoro[\w/.]*))[>\"]", re.M)
TYPE = re.compile(r"\b(Q_OBJECT|Q_GADGET|Q_ENUM|Q_ENUM_NS|QString|QByteArray|QObject|QStringLiteral)\b")
LINK = re.compile(r"\bQt6?::\w+|\bQCoro6?::\w+")
# qrcodegen and the like start with a q as well; they are not Qt.
FOREIGN = ("qrcodegen",)


def check(tree):
    folders = tuple(folder + "/" for folder in Rules(TABLE.read_text()).qt_free)
    findings = []
    for path in tree.matching(CPP, under=folders):
        text = tree.code(path)
        for match in HEADER.finditer(text):
            if not match.group(1).startswith(FOREIGN):
                findings.append(Finding(path, line_of(text, match.start(1)), f"<{match.group(1)}> in a folder without Qt"))
        match = TYPE.search(text)
        if match:
            findings.append(Finding(path, line_of(text, match.start()), f"{match.group(0)} in a folder without Qt"))
    for path in tree.matching(("CMakeLists.txt", ".cmake"), under=folders):
        text = re.sub(r"#[^\n]*", "", tree.text(path))
        for match in LINK.finditer(text):
            findings.append(Finding(path, line_of(text, match.start()), f"links {match.group(0)} in a folder without Qt"))
        for call in re.finditer(r"outpost_library\s*\(([^)]*)\)", text):
            if re.search(r"(?<![\w:])QT(?![\w:])", call.group(1)):
                findings.append(Finding(path, line_of(text, call.start()), "outpost_library(... QT) in a folder without Qt"))
    return findings
