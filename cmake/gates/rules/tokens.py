# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours, font sizes and durations are tokens of qml/Theme: written out anywhere else they escape the dark theme,
the contrast test and the reduced-motion setting."""

import re

from tree import Finding, line_of

HEX = re.compile(r"""["']#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})["']""")
CALL = re.compile(r"\bQt\.(?:rgba|hsla|hsva|color)\s*\(")
NAMED = re.compile(r"""\b(?:\w*[cC]olor)\s*:\s*["'](?!transparent["'])[a-zA-Z]+["']""")
SIZE = re.compile(r"\bfont\s*\.\s*(?:pixelSize|pointSize)\s*:\s*\d|^\s*(?:pixelSize|pointSize)\s*:\s*\d", re.M)
DURATION = re.compile(r"\b(?:duration|velocity)\s*:\s*[1-9]\d*")
CPP_COLOUR = re.compile(r'\bQColor(?:\s+\w+)?\s*[({]\s*(?:0x[0-9a-fA-F]+|\d+\s*,|u?"#|QStringLiteral\("#|QLatin1String\("#)|\bqRgba?\s*\(\s*\d')


def check(tree):
    findings = []

    def report(path, text, pattern, rule, why):
        for match in pattern.finditer(text):
            line = line_of(text, match.start() + len(match.group(0)) - len(match.group(0).lstrip()))
            if not tree.allowed(path, line, rule):
                findings.append(Finding(path, line, f"{match.group(0).strip()} ({rule}): {why}"))

    for path in tree.matching((".qml", ".js"), under=("qml/", "app/"), outside=("qml/Theme/",)):
        text = tree.uncommented(path)
        report(path, text, HEX, "colour", "use a colour of Theme")
        report(path, text, CALL, "colour", "use a colour of Theme")
        report(path, text, NAMED, "colour", "use a colour of Theme")
        report(path, text, SIZE, "font-size", "use a font size of Theme")
        report(path, text, DURATION, "duration", "use a duration of Theme")
    for path in tree.matching((".h", ".cpp"), under=("app/", "qml/"), outside=("qml/Theme/",)):
        report(path, tree.uncommented(path), CPP_COLOUR, "colour", "take colours from Theme")
    return findings
