# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the gates see it: the files of the repository, their text, and C++ without comments."""

import os
import re
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__", ".cache"}
CPP = (".h", ".hpp", ".cpp", ".cc")


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}" if self.line else f"{self.path}: {self.text}"


class Tree:
    """root: the repository's top folder. Paths are relative to it, with forward slashes."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.files = sorted(self._list())
        self._text = {}

    def _list(self):
        if (self.root / ".git").exists():
            # New files count before they are added, so that a gate speaks before the commit and not after.
            listed = subprocess.run(
                ["git", "-C", str(self.root), "ls-files", "-z", "-c", "-o", "--exclude-standard"],
                capture_output=True, check=False)
            if listed.returncode == 0:
                names = {name for name in listed.stdout.decode().split("\0") if name}
                return [name for name in names if (self.root / name).is_file()]
        found = []
        for folder, subfolders, names in os.walk(self.root):
            subfolders[:] = [name for name in subfolders if name not in SKIPPED_FOLDERS]
            found += [(Path(folder) / name).relative_to(self.root).as_posix() for name in names]
        return found

    def matching(self, suffixes, under=("",), outside=()):
        for path in self.files:
            if path.endswith(tuple(suffixes)) and path.startswith(tuple(under)) and not (
                    outside and path.startswith(tuple(outside))):
                yield path

    def text(self, path):
        if path not in self._text:
            data = (self.root / path).read_bytes()
            self._text[path] = "" if b"\0" in data[:8000] else data.decode("utf-8", errors="replace")
        return self._text[path]

    def lines(self, path):
        return self.text(path).split("\n")

    def code(self, path):
        """C++ or QML text with comments and string contents blanked, line numbers kept."""
        return blank(self.text(path), True)

    def uncommented(self, path):
        """C++ or QML text with comments blanked only."""
        return blank(self.text(path), False)

    def allowed(self, path, line, rule):
        """Whether the line or the one above says `gate: allow RULE - reason`. The reason is not optional."""
        lines = self.lines(path)
        for number in (line, line - 1):
            if 1 <= number <= len(lines):
                waiver = re.search(r"gate: allow ([\w-]+) - \S", lines[number - 1])
                if waiver and waiver.group(1) == rule:
                    return True
        return False


_TOKEN = re.compile(
    r'//[^\n]*'
    r'|/\*.*?\*/'
    r'|R"(?P<mark>[^(\s]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"
    r'|`(?:\\.|[^`\\])*`', re.S)


def _spaces(text):
    return re.sub(r"[^\n]", " ", text)


@lru_cache(maxsize=4096)
def blank(text, strings):
    def replace(match):
        token = match.group(0)
        if token.startswith(("//", "/*")):
            return _spaces(token)
        if strings and token[0] in "\"R" and len(token) > 1:
            # An include keeps its file name: it looks like a string and is none.
            start = text.rfind("\n", 0, match.start()) + 1
            if text[start:match.start()].lstrip().startswith("#"):
                return token
            return '"' + _spaces(token[1:-1]) + '"'
        if strings and token[0] in "'`":
            return token[0] + _spaces(token[1:-1]) + token[0]
        return token

    return _TOKEN.sub(replace, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
