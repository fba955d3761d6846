#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the sources stands in every translation and is translated, and no text stands there that left the
sources: lupdate would leave no difference. Works on copies; the tree is not touched.

    cmake/gates/translations.py [--root DIR]
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SOURCES = ("core", "app", "qml")
# English needs a file for its plurals only; its other texts are the sources themselves.
PLURALS_ONLY = ("_en.ts",)


def messages(path):
    """{(context, source, comment, plural): translation element}"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = translation.get("type", "") if translation is not None else "unfinished"
            if kind in ("vanished", "obsolete"):
                continue
            key = (name, message.findtext("source", ""), message.findtext("comment", ""), message.get("numerus", "no"))
            found[key] = (kind, translation)
    return found


def is_empty(translation):
    forms = translation.findall("numerusform")
    texts = [form.text or "" for form in forms] if forms else ["".join(translation.itertext())]
    return any(not text.strip() for text in texts)


def describe(key):
    context, source, comment, _ = key
    text = source if len(source) < 90 else source[:87] + "..."
    return f'{context}: "{text}"' + (f" ({comment})" if comment else "")


def check(root, path, lupdate):
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / path.name
        shutil.copy(path, fresh)
        arguments = ["-no-obsolete", "-locations", "none", "-silent"]
        if path.name.endswith(PLURALS_ONLY):
            arguments.append("-pluralonly")
        present = [str(root / name) for name in SOURCES if (root / name).is_dir()]
        done = subprocess.run([lupdate, *arguments, "-I", str(root), *present, "-ts", str(fresh)], capture_output=True, text=True,
                              check=False)
        if done.returncode:
            return [f"lupdate failed: {(done.stderr or done.stdout).strip()}"]
        wanted, present = messages(fresh), messages(path)
    problems = [f"missing: {describe(key)}" for key in wanted if key not in present]
    problems += [f"no longer in the sources: {describe(key)}" for key in present if key not in wanted]
    for key in wanted:
        if key in present:
            kind, translation = present[key]
            if kind == "unfinished" or translation is None or is_empty(translation):
                problems.append(f"unfinished: {describe(key)}")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2], type=Path)
    root = parser.parse_args().root.resolve()
    lupdate = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or shutil.which("lupdate")
    if lupdate is None:
        print("lupdate is missing; run packaging/setup.sh")
        return 1
    files = sorted((root / "translations").glob("*.ts"))
    if not files:
        print("translations/ holds no translation")
        return 1
    failed = False
    for path in files:
        problems = check(root, path, lupdate)
        failed = failed or bool(problems)
        print(f"{path.relative_to(root)}: {len(problems) or 'nothing'} to do")
        for problem in problems[:60]:
            print(f"  {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
