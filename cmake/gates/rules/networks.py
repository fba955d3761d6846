# SPDX-License-Identifier: GPL-3.0-or-later
"""No network is named outside its own folder, its descriptor, tests and docs: a new network is a new folder."""

import json
import re
from pathlib import Path

from tree import Finding, line_of

WORDS = Path(__file__).resolve().parents[1] / "network-words.txt"
SEARCHED = ("core/", "app/", "qml/", "resources/", "packaging/", "cmake/")
ALLOWED = ("core/networks/CMakeLists.txt", "core/CMakeLists.txt", "resources/networks/", "cmake/gates/", "resources/world/",
           "resources/wordlists/", "resources/licences/",
           "app/composition/Networks.cpp", "app/composition/CMakeLists.txt")
KINDS = (".h", ".cpp", ".qml", ".js", ".json", ".cmake", ".txt", ".qrc", ".desktop", ".xml", ".sh", ".py", ".in")
ADDRESS = re.compile(r"^(?:[1-9A-HJ-NP-Za-km-z]{32,44}|0x[0-9a-fA-F]{40})$")
# The one composition line: it may name the library, the header and the namespace of a network.
COMPOSITION = re.compile(r"core/networks/|networks::|\boutpost_core_networks|\boutpost::networks")


def _descriptor_words(value, words, addresses, key=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            if ADDRESS.match(name):
                addresses.add(name)
            _descriptor_words(inner, words, addresses, name)
    elif isinstance(value, list):
        for inner in value:
            _descriptor_words(inner, words, addresses, key)
    elif isinstance(value, str):
        if ADDRESS.match(value):
            addresses.add(value)
        elif key.lower() in ("symbol", "ticker", "id", "network") and re.fullmatch(r"[A-Za-z][\w-]{2,20}", value):
            words.add(value)


def vocabulary(tree):
    words, addresses, removed = set(), set(), set()
    for path in tree.files:
        parts = path.split("/")
        if path.startswith("core/networks/") and len(parts) > 3:
            words.add(parts[2])
        if path.startswith("resources/networks/") and path.endswith(".json"):
            words.add(Path(path).stem)
            try:
                descriptor = json.loads(tree.text(path))
            except ValueError:
                continue  # the gate `wellformed` says so
            if isinstance(descriptor, dict):
                for key in ("symbols", "assets", "tokens", "mints", "programs", "id", "name"):
                    _descriptor_words(descriptor.get(key), words, addresses, key)
    for line in WORDS.read_text().splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("-"):
            removed.add(line[1:].lower())
        elif line:
            words.add(line)
    return {word for word in words if word.lower() not in removed}, addresses


def _pattern(words, addresses):
    # A symbol in capitals is searched as such ("MOBILE" is a token, "mobile" a word); a name in any spelling,
    # inside an identifier too.
    parts = []
    for word in sorted(words):
        if word.isupper():
            parts.append(r"(?<![A-Za-z0-9])" + re.escape(word) + r"(?![A-Za-z0-9])")
        else:
            parts.append("(?i:" + re.escape(word) + ")")
    parts += [re.escape(address) for address in sorted(addresses)]
    return re.compile("|".join(parts))


def check(tree):
    words, addresses = vocabulary(tree)
    # Addresses that belong to the chain and not to a network stand in both.
    shared = set()
    for path in tree.matching((".h", ".cpp"), under=("core/chain/",)):
        shared |= {address for address in addresses if address in tree.text(path)}
    pattern = _pattern(words, addresses - shared)
    findings = []
    for path in tree.matching(KINDS, under=SEARCHED, outside=ALLOWED):
        parts = path.split("/")
        own = parts[2].lower() if path.startswith("core/networks/") and len(parts) > 3 else None
        text = tree.text(path)
        if own is not None:
            # Inside a network's folder only the other networks are strangers; its own symbols are its business.
            others = {word for word in words if not word.isupper() and word.lower() != own
                      and any(f.startswith(f"core/networks/{word}/") for f in tree.files)}
            if not others:
                continue
            matches = _pattern(others, set()).finditer(text)
        else:
            matches = pattern.finditer(text)
        for match in matches:
            line = line_of(text, match.start())
            content = text.split("\n")[line - 1]
            if path.startswith("app/") and COMPOSITION.search(content) and ("composition/" in path or path.endswith("CMakeLists.txt")):
                continue
            if not tree.allowed(path, line, "network-name"):
                findings.append(Finding(path, line, f'"{match.group(0)}" names a network outside its folder'))
    return findings
