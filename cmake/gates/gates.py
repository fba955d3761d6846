#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the gates over the tree: rules that a compiler does not check and that guard correctness.

    cmake/gates/gates.py [--root DIR] [--list] [--changed] [GATE...]

Each file in rules/ is one gate with `check(tree) -> [Finding]`. Exit code 0 when nothing was found.
A single line can be excused by a comment on it or above it: `gate: allow RULE - reason`.
"""

import argparse
import importlib
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from tree import Tree  # noqa: E402

# The slow ones first: they wait for other programs while Python does the rest.
NAMES = ["formatting", "spelling", "wellformed", "layers", "qtfree", "networks", "forbidden", "tokens",
         "untranslated", "licences", "paths", "sizes"]


def run(name, tree):
    started = time.monotonic()
    gate = importlib.import_module("rules." + name)
    findings = gate.check(tree)
    return name, findings, time.monotonic() - started, getattr(gate, "INFORMATION", False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gates", nargs="*", metavar="GATE", help="default: all")
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2], type=Path)
    parser.add_argument("--list", action="store_true", help="print the names of the gates")
    options = parser.parse_args()
    if options.list:
        print("\n".join(NAMES))
        return 0
    unknown = [name for name in options.gates if name not in NAMES]
    if unknown:
        print(f"no such gate: {', '.join(unknown)} (there are: {', '.join(NAMES)})", file=sys.stderr)
        return 2

    tree = Tree(options.root)
    failed = 0
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        for name, findings, seconds, information in pool.map(lambda name: run(name, tree), options.gates or NAMES):
            if not findings:
                print(f"  {name:<14} ok {seconds:6.1f} s", flush=True)
            elif information:
                print(f"  {name:<14} for information")
                for finding in findings:
                    print(f"    {finding}")
            else:
                failed += 1
                print(f"  {name:<14} FAILED: {len(findings)} found in {seconds:.1f} s")
                for finding in findings[:60]:
                    print(f"    {finding}")
                if len(findings) > 60:
                    print(f"    and {len(findings) - 60} more")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
