# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that no compiler reads are at least well formed: scripts parse, JSON and XML parse, the desktop and
metainfo files are valid."""

import ast
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

from tree import Finding

XML = (".svg", ".xml", ".qrc", ".ts.xml")


def _shell_scripts(tree):
    for path in tree.files:
        if path.endswith((".sh", ".bash")):
            yield path
        elif "." not in path.rsplit("/", 1)[-1] or path == ".ci/run":
            if re.match(r"#!.*\b(?:ba)?sh\b", tree.text(path)[:80]):
                yield path


def check(tree):
    findings = []
    for path in _shell_scripts(tree):
        done = subprocess.run(["bash", "-n", path], cwd=tree.root, capture_output=True, text=True, check=False)
        if done.returncode:
            findings.append(Finding(path, 0, (done.stderr.strip().splitlines() or ["does not parse"])[0]))
    for path in tree.matching((".py",)):
        try:
            ast.parse(tree.text(path))
        except SyntaxError as error:
            findings.append(Finding(path, error.lineno or 0, f"does not parse: {error.msg}"))
    # Test data may be broken on purpose.
    for path in tree.matching((".json",), outside=("tests/data/", "tests/fuzz/")):
        try:
            json.loads(tree.text(path))
        except ValueError as error:
            findings.append(Finding(path, getattr(error, "lineno", 0), f"is not JSON: {error}"))
    for path in tree.matching(XML, outside=("tests/data/", "tests/fuzz/")):
        try:
            ElementTree.fromstring(tree.text(path).encode())
        except ElementTree.ParseError as error:
            findings.append(Finding(path, error.position[0], f"is not XML: {error}"))
    for suffix, command in ((".desktop", ["desktop-file-validate"]),
                            (".metainfo.xml", ["appstreamcli", "validate", "--no-net", "--no-color",
                                             "--override=url-homepage-missing=info"])):
        for path in tree.matching((suffix,)):
            if shutil.which(command[0]) is None:
                findings.append(Finding(command[0], 0, "is missing; run packaging/setup.sh"))
                continue
            done = subprocess.run([*command, path], cwd=tree.root, capture_output=True, text=True, check=False)
            if done.returncode:
                findings += [Finding(path, 0, line.strip()) for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return findings
