#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the nouns and verbs of docs/cli.md and of the man page with what `outpostctl --help` lists.

Usage: cli_docs_test.py PATH_OF_OUTPOSTCTL
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORD = re.compile(r"^[a-z][a-z-]*$")


def listed_by_help(program, *words):
    """Names under "Subcommands:" of a help text; descriptions are indented further than names."""
    run = subprocess.run([program, *words, "--help"], capture_output=True, text=True, timeout=30, check=True)
    names = set()
    inside = False
    for line in run.stdout.splitlines():
        if line.startswith("Subcommands:"):
            inside = True
        elif inside and (found := re.match(r"^  ([a-z][a-z-]*)(\s|$)", line)):
            names.add(found.group(1))
    return names


def program_table(program):
    return {noun: listed_by_help(program, noun) for noun in listed_by_help(program)}


def documented_table(text):
    """The table under the heading "Nouns and verbs", up to the next heading."""
    part = re.search(r"^## Nouns and verbs$(.*?)^## ", text, re.M | re.S)
    if not part:
        raise SystemExit('docs/cli.md has no section "Nouns and verbs"')
    table = {}
    for line in part.group(1).splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == 2 and WORD.match(cells[0]) and cells[0] != "noun":
            if cells[0] in table:
                raise SystemExit(f"docs/cli.md lists {cells[0]} twice")
            table[cells[0]] = set(cells[1].split())
    return table


def manual_table(text):
    """Lines such as `.It Cm wallet create Fl -words-out Ar FILE`."""
    table = {}
    for noun, verb in re.findall(r"^\.It Cm ([a-z]+) ([a-z-]+)", text, re.M):
        table.setdefault(noun, set()).add(verb)
    return table


def differences(name, documented, real):
    for noun in sorted(documented.keys() | real.keys()):
        for verb in sorted(documented.get(noun, set()) - real.get(noun, set())):
            yield f"{name} lists `{noun} {verb}`, which the program does not have"
        for verb in sorted(real.get(noun, set()) - documented.get(noun, set())):
            yield f"{name} does not list `{noun} {verb}`"


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    real = program_table(sys.argv[1])
    if not real or not all(real.values()):
        raise SystemExit("no nouns, or a noun without verbs, found in the help text")
    problems = []
    documents = [("docs/cli.md", documented_table), ("docs/man/outpostctl.1", manual_table)]
    for name, read in documents:
        problems += differences(name, read((ROOT / name).read_text(encoding="utf-8")), real)
    for problem in problems:
        print(problem)
    print(f"{sum(map(len, real.values()))} verbs of {len(real)} nouns compared, {len(problems)} differences")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
