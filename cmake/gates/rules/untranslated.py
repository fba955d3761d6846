# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person reads or hears in QML goes through qsTr, and in the window's C++ through tr or Phrase. Text without a
letter (signs, "%1") needs none; the Gallery is for developers, and the command line speaks English only."""

import re

from tree import Finding, line_of

PROPERTY = re.compile(
    r"\b(text|title|subtitle|label|placeholderText|heading|caption|description|message|hint|detail|toolTip|tooltip"
    r"|actionText|buttonText|acceptText|rejectText|emptyText|unit|Accessible\.name|Accessible\.description|ToolTip\.text)"
    r"[ \t]*:(?![:=])")
TRANSLATED = re.compile(r"\b(?:qsTr|qsTrId|qsTranslate|QT_TR_NOOP)\s*\(")
COMPARED = re.compile(r"""(?:[=!]==?|\bcase|\[)\s*(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')\s*[=!]==?""")
NAME = "Outpost"  # the same in every language
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"|\'((?:\\.|[^\'\\\n])*)\'')
ANNOUNCE = re.compile(r"""\bAccessible\.announce\s*\(\s*["']""")

# C++: keys and names of icons are written small and without blanks; what has a capital or a blank is for reading.
CPP_LITERAL = re.compile(
    r'(?:\bQStringLiteral\s*\(\s*u?|\bQLatin1String(?:View)?\s*\(\s*|\bQString::from(?:Utf8|Latin1)\s*\(\s*|\btoQString\s*\(\s*'
    r'|(?<![\w"])u)"((?:\\.|[^"\\\n])*)"')
CPP_FOLDERS = ("app/viewmodels/", "app/format/", "app/models/", "app/map/", "app/platform/", "app/composition/")
# A picture's markup, a path, an address, a pattern, a type in Qt's sense.
CPP_OTHER = re.compile(r"[<>{}]|^[:/.]|://|\\|^[a-z0-9]+([.:/_-][A-Za-z0-9*%]+)+$|^[A-Z0-9_]+$")


def _reads_as_words(literal):
    if literal == NAME or CPP_OTHER.search(literal):
        return False
    plain = re.sub(r"%L?\d+|%n", "", literal)
    return re.search(r"[A-Za-z\u00c0-\u024f]{2,}[,;:]? [A-Za-z\u00c0-\u024f]|\b[A-Z][a-z]{2,}|[a-z]{2,}[.!?\u2026]$", plain) is not None


def _without_calls(text):
    """Blanks each translated call with its arguments, nested parentheses and all."""
    out, position = [], 0
    for match in TRANSLATED.finditer(text):
        if match.start() < position:
            continue
        depth, index, quote = 1, match.end(), ""
        while index < len(text) and depth:
            sign = text[index]
            if quote:
                if sign == "\\":
                    index += 1
                elif sign == quote:
                    quote = ""
            elif sign in "\"'":
                quote = sign
            elif sign == "(":
                depth += 1
            elif sign == ")":
                depth -= 1
            index += 1
        out.append(text[position:match.start()])
        # Not blanks: the expression must still be seen to end here.
        out.append(re.sub(r"[^\n]", "_", text[match.start():index]))
        position = index
    return "".join(out) + text[position:]


def _binding(text, start):
    """The expression of a binding: to the end of its line, further while it visibly goes on."""
    if text[start:].lstrip(" \t").startswith("{"):
        depth = 0
        for index in range(start, len(text)):
            depth += {"{": 1, "}": -1}.get(text[index], 0)
            if depth == 0 and text[index] == "}":
                return text[start:index + 1]
    end = start
    while True:
        stop = text.find("\n", end)
        if stop < 0:
            return text[start:]
        following = text[stop + 1:].lstrip(" \t")
        if text[start:stop].rstrip().endswith(("?", ":", "+", "||", "&&", "(", ",")) or following.startswith(("?", ":", "+", "||", "&&")):
            end = stop + 1
            continue
        return text[start:stop]


def _is_words(literal):
    if literal == NAME:
        return False
    if re.fullmatch(r"#[0-9a-fA-F]{3,8}", literal):
        return False  # a colour: the gate `tokens` asks where it stands
    plain = re.sub(r"%L?\d+|%n|\\.|<[^>]*>|&\w+;", "", literal)
    return re.search(r"[A-Za-z\u00c0-\u024f]{2,}", plain) is not None


def check(tree):
    findings = []
    for path in tree.matching((".qml",), under=("qml/",), outside=("qml/Gallery/",)):
        text = _without_calls(tree.uncommented(path))
        for match in PROPERTY.finditer(text):
            expression = COMPARED.sub(lambda m: re.sub(r"[^\n]", " ", m.group(0)), _binding(text, match.end()))
            # A `;` or a closing brace ends the binding on a shared line.
            for literal in LITERAL.finditer(re.split(r";", expression)[0]):
                content = literal.group(1) if literal.group(1) is not None else literal.group(2)
                line = line_of(text, match.end() + literal.start())
                if _is_words(content) and not tree.allowed(path, line, "untranslated"):
                    findings.append(Finding(path, line, f'{match.group(1)}: "{content}" is not translated (qsTr)'))
        for match in ANNOUNCE.finditer(text):
            line = line_of(text, match.start())
            if not tree.allowed(path, line, "untranslated"):
                findings.append(Finding(path, line, "Accessible.announce with a text that is not translated (qsTr)"))
    for path in tree.matching((".cpp", ".h"), under=CPP_FOLDERS):
        text = tree.uncommented(path)
        for match in CPP_LITERAL.finditer(text):
            line = line_of(text, match.start())
            if _reads_as_words(match.group(1)) and not tree.allowed(path, line, "untranslated"):
                findings.append(Finding(path, line, f'"{match.group(1)}" is not translated (tr)'))
    return findings
