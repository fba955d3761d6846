#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/setup.sh against package managers made of paper: what it installs, and when it refuses to."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
TOP = Path(__file__).resolve().parents[2]

# Answers like dpkg-query: every package of the list is installed but those in $ABSENT.
DPKG_QUERY = """#!/bin/bash
shift 2
for name in "$@"; do
    case " $ABSENT " in *" $name "*) [ -e "$INSTALLED" ] || continue ;; esac
    case " $OLD " in *" $name "*) [ -e "$INSTALLED" ] || { echo "$name ii  1.0"; continue; } ;; esac
    echo "$name ii  99.0"
done
"""

# Answers like apt-get; a simulation prints $PLAN, an installation leaves a mark.
APT_GET = """#!/bin/bash
echo "$*" >>"$CALLS"
case "$*" in
    *indextargets*) echo "http://example.test/debian/|bookworm|main|" ;;
    *" -s "*) printf '%b' "$PLAN" ;;
    *update*) ;;
    *" install "*) touch "$INSTALLED" ;;
esac
"""


class Setup(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        tools = self.folder / "tools"
        tools.mkdir()
        for name, text in (("dpkg-query", DPKG_QUERY), ("apt-get", APT_GET), ("id", "#!/bin/bash\necho 0\n"),
                           ("install", "#!/bin/bash\necho \"install $*\" >>\"$CALLS\"\n")):
            (tools / name).write_text(text)
            (tools / name).chmod(0o755)
        self.tools = tools

    def run_setup(self, os_release, *arguments, absent="", old="", plan="Inst ninja-build (1)\\n"):
        (self.folder / "os-release").write_text(os_release)
        environment = {**os.environ, "PATH": f"{self.tools}:{os.environ['PATH']}", "ABSENT": absent, "OLD": old, "PLAN": plan,
                       "CALLS": str(self.folder / "calls"), "INSTALLED": str(self.folder / "installed"),
                       "OUTPOST_OS_RELEASE": str(self.folder / "os-release"),
                       "OUTPOST_APT_DIR": str(self.folder / "apt"), "TMPDIR": str(self.folder)}
        done = subprocess.run([str(TOP / "packaging/setup.sh"), *arguments], capture_output=True, text=True, check=False,
                              env=environment, stdin=subprocess.DEVNULL)
        calls = self.folder / "calls"
        self.calls = calls.read_text() if calls.exists() else ""
        return done

    DEBIAN13 = 'ID=debian\nVERSION_ID="13"\n'
    DEBIAN12 = 'ID=debian\nVERSION_ID="12"\n'

    def test_does_nothing_when_all_is_there(self):
        done = self.run_setup(self.DEBIAN13)
        self.assertEqual((0, "", ""), (done.returncode, done.stdout, done.stderr))
        self.assertEqual("", self.calls)

    def test_says_in_one_line_what_it_installs(self):
        done = self.run_setup(self.DEBIAN13, absent="ninja-build codespell")
        self.assertEqual(0, done.returncode, done.stderr)
        first = done.stdout.splitlines()[0]
        self.assertIn("installing 2 packages", first)
        self.assertIn("ninja-build", first)
        self.assertIn("codespell", first)
        self.assertIn(" install -y --no-install-recommends", self.calls)

    def test_takes_too_old_a_version_for_missing(self):
        done = self.run_setup(self.DEBIAN13, "--list", old="cmake")
        self.assertEqual((1, "cmake\n"), (done.returncode, done.stdout))

    def test_list_changes_nothing(self):
        done = self.run_setup(self.DEBIAN13, "--list", absent="ninja-build")
        self.assertEqual((1, "ninja-build\n", ""), (done.returncode, done.stdout, self.calls))

    def test_refuses_to_remove_a_program(self):
        done = self.run_setup(self.DEBIAN13, absent="ninja-build", plan="Remv kde-plasma-desktop [5]\\nInst ninja-build (1)\\n")
        self.assertEqual(3, done.returncode)
        self.assertIn("changed nothing", done.stderr)
        self.assertIn("kde-plasma-desktop", done.stderr)
        self.assertIn("private-root.sh", done.stderr)
        self.assertFalse((self.folder / "installed").exists())

    def test_allows_a_library_replaced_by_its_successor(self):
        plan = ("Remv libcurl3-gnutls [7]\\nRemv libglib2.0-0 [2]\\nRemv libsource-highlight4v5 [3]\\n"
                "Inst libcurl3t64-gnutls (8)\\nInst libglib2.0-0t64 (3)\\nInst libsource-highlight4t64 (3)\\n")
        done = self.run_setup(self.DEBIAN13, absent="ninja-build", plan=plan)
        self.assertEqual(0, done.returncode, done.stderr)

    def test_refuses_to_remove_a_library_without_a_successor(self):
        done = self.run_setup(self.DEBIAN13, absent="ninja-build", plan="Remv libkf5archive5 [5]\\n")
        self.assertEqual(3, done.returncode)

    def test_allows_packagekit_to_go(self):
        done = self.run_setup(self.DEBIAN13, absent="ninja-build", plan="Remv packagekit [1]\\nRemv gir1.2-packagekitglib-1.0 [1]\\n")
        self.assertEqual(0, done.returncode, done.stderr)

    def test_debian_12_takes_debian_13_from_its_own_mirror_with_a_pin(self):
        done = self.run_setup(self.DEBIAN12, absent="ninja-build")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("with a pin", done.stdout)
        self.assertIn("-t trixie ninja-build", self.calls)
        self.assertIn("apt/preferences.d/outpost-trixie", self.calls)
        self.assertIn("apt/sources.list.d/outpost-trixie.sources", self.calls)

    def test_debian_12_refusal_leaves_no_source_behind(self):
        done = self.run_setup(self.DEBIAN12, absent="ninja-build", plan="Remv python3-distutils [3]\\n")
        self.assertEqual(3, done.returncode)
        self.assertNotIn("install -m 644", self.calls)

    def test_old_debian_is_refused_with_a_sentence(self):
        done = self.run_setup('ID=debian\nVERSION_ID="11"\n')
        self.assertEqual(1, done.returncode)
        self.assertIn("too old", done.stderr)

    def test_unknown_system_is_refused_with_a_sentence(self):
        done = self.run_setup("ID=plan9\n")
        self.assertEqual(1, done.returncode)
        self.assertIn("packaging/dependencies/", done.stderr)

    def test_untried_system_gets_its_list_and_nothing_is_installed(self):
        for name in ("dpkg", "rpm", "pacman"):
            (self.tools / name).write_text("#!/bin/bash\nexit 1\n")
            (self.tools / name).chmod(0o755)
        for system, word in (("ubuntu", "apt-get install"), ("fedora", "dnf install"), ("arch", "pacman -S")):
            done = self.run_setup(f"ID={system}\n")
            self.assertEqual(1, done.returncode)
            self.assertIn("not tried", done.stdout)
            self.assertIn(word, done.stdout)
            self.assertEqual("", self.calls)

    def test_is_quick_when_all_is_there(self):
        # The sentence in the README is 0.3 s; a machine under load gets ten times that here.
        started = time.monotonic()
        self.run_setup(self.DEBIAN13)
        self.assertLess(time.monotonic() - started, 3.0)


if __name__ == "__main__":
    unittest.main()
