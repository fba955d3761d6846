# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that are never right here: nested event loops, blocking waits, context properties, floating point in
money, weak randomness near keys. Each rule has a name for `gate: allow NAME - reason`."""

import re
from dataclasses import dataclass

from tree import CPP, Finding, line_of


@dataclass(frozen=True)
class Rule:
    name: str
    pattern: re.Pattern
    why: str
    under: tuple
    outside: tuple = ()
    only: str = ""  # a regular expression that the path must match


def rule(name, pattern, why, under=("core/", "app/", "qml/"), outside=(), only=""):
    return Rule(name, re.compile(pattern), why, tuple(under), tuple(outside), only)


EVERYWHERE = ("core/", "app/", "qml/", "tests/")
DEMO = r"^(?!core/networks/[^/]+/demo/)"

RULES = [
    rule("event-loop", r"\bQEventLoop\b|\bprocessEvents\s*\(", "a nested event loop lets anything happen in between"),
    rule("dialog-exec", r"\b(?:dialog|menu|drag|messageBox)\w*\s*(?:\.|->)\s*exec\s*\(", "opens a nested event loop"),
    rule("blocking-wait", r"\bwaitFor(?:ReadyRead|BytesWritten|Connected|Disconnected|Started|Finished|Encrypted|"
         r"NewConnection|Done)\s*\(", "blocks its thread: use .then(context, fn)"),
    rule("sleep", r"\b(?:msleep|usleep|nanosleep|qSleep|sleep_for|sleep_until)\s*\(|\bQThread::sleep\s*\(",
         "waits for time instead of for the event; tests use FakeClock", EVERYWHERE),
    rule("detach", r"(?:\.|->)\s*detach\s*\(\s*\)", "a detached thread outlives what it uses", EVERYWHERE),
    rule("context-property", r"\bsetContextProperty\s*\(|\bsetContextObject\s*\(", "give screens their view-model as a required property", EVERYWHERE),
    rule("qml-register", r"\bqmlRegister\w+\s*[<(]", "use QML_ELEMENT and its kin", EVERYWHERE),
    rule("singleton", r"\bstatic\s+[\w:]+\s*[&*]?\s*(?:instance|sharedInstance)\s*\(", "the composition root builds and owns everything"),
    rule("shell", r"(?<![\w.>:])(?:std::)?(?:system|popen)\s*\(", "runs a shell"),
    rule("unbounded-copy", r"\b(?:strcpy|strcat|sprintf|vsprintf|gets)\s*\(", "writes past its buffer", EVERYWHERE),
    rule("plain-debug", r"\b(?:qDebug|qInfo|qWarning|qCritical)\s*\(\s*\)", "log to the module's category (qCDebug and its kin)"),
    rule("weak-random", r"\bmt19937(?:_64)?\b|\brandom_device\b|\bdefault_random_engine\b|\bminstd_rand0?\b|"
         r"\bQRandomGenerator\b|(?<![\w.>])(?:std::)?s?rand\s*\(|\bdrand48\b",
         "not for keys, salts, nonces or ids: use SecureRng", ("core/", "app/"), ("core/sim/",), DEMO),
    rule("second-rng", r"\brandombytes_\w+|\bgetrandom\s*\(|\bgetentropy\s*\(|\bRAND_bytes\b|\barc4random\w*",
         "SecureRng has exactly one implementation", ("core/", "app/"), ("core/base/SecureRng",)),
    rule("todo", r"\b(?:TODO|FIXME|XXX)\b(?!\(#\d+\))", "finish it, or name the issue: TODO(#12)", EVERYWHERE),
]

# Money never passes through floating point; places and signal strengths may.
MONEY = re.compile(
    r"^(?:core/(?:wallet|chain)/"
    r"|core/domain/(?:Amount|Asset|Money|Price|Fiat|Earning|Claim|Stake|Operation)\w*\."
    r"|core/(?:services|networks/[^/]+|ledger|store)/(?:.*/)?\w*(?:Amount|Money|Price|Fiat|Earning|Claim|Collect|Stake|Fee|Balance|Valuation)\w*\."
    r"|app/format/\w*(?:Money|Amount|Fiat)\w*\.)")
FLOAT = re.compile(r"\b(?:double|float)\b|\b(?:stod|stof|strtod|strtof|atof|toDouble|toFloat)\s*\(")
# Folders in which amounts are everywhere: here the line says itself what its floating point is.
MONEY_NEAR = ("app/viewmodels/", "app/cli/", "app/format/", "app/models/", "core/services/", "core/store/")
NO_MONEY = re.compile(r"latitude|longitude|metre|degree|progress|\bgain\b|\bdBm?\b|elevation|pixel|\bbar(?:s|Of)\b", re.IGNORECASE)
TODO_RULES = {"todo"}


def check(tree):
    findings = []
    for path in tree.matching(CPP + (".mm",), under=EVERYWHERE):
        code = tree.code(path)
        for item in RULES:
            if not path.startswith(item.under) or (item.outside and path.startswith(item.outside)):
                continue
            if item.only and not re.match(item.only, path):
                continue
            text = tree.text(path) if item.name in TODO_RULES else code
            for match in item.pattern.finditer(text):
                line = line_of(text, match.start())
                if not tree.allowed(path, line, item.name):
                    findings.append(Finding(path, line, f"{match.group(0).strip()} ({item.name}): {item.why}"))
        everywhere = MONEY.match(path)
        if everywhere or path.startswith(MONEY_NEAR):
            lines = tree.lines(path)
            for match in FLOAT.finditer(code):
                line = line_of(code, match.start())
                if not everywhere and NO_MONEY.search(lines[line - 1]):
                    continue
                if not tree.allowed(path, line, "float-money"):
                    findings.append(Finding(path, line, f"{match.group(0).strip()} (float-money): money is integers in base units"))
    for path in tree.matching((".qml", ".js"), under=("qml/",)):
        code = tree.code(path)
        for match in re.finditer(r"\bMultiEffect\b|\bShaderEffect\b", code):
            line = line_of(code, match.start())
            if not tree.allowed(path, line, "effect"):
                findings.append(Finding(path, line, f"{match.group(0)} (effect): draws nothing in the software renderer"))
    return findings
