#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./check with tools made of paper: what it prints at its end and when it fails."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
TOP = Path(__file__).resolve().parents[2]

CTEST = """#!/bin/bash
echo "ctest $*" >>"$CALLS"
case "$*" in
    *"-L ^fuzz"*) echo "100% tests passed, 0 tests failed out of 5" ;;
    *"-L ^bench"*) echo "100% tests passed, 0 tests failed out of 2" ;;
    *asan*) echo "$ASAN_LINE"; exit "$ASAN_STATUS" ;;
    *) echo "$CTEST_LINE"; exit "$CTEST_STATUS" ;;
esac
"""
CMAKE = """#!/bin/bash
echo "cmake $*" >>"$CALLS"
case "$*" in *"$BREAK"*) [ -z "$BREAK" ] || { echo "error: broken"; exit 1; } ;; esac
"""
QUIET = "#!/bin/bash\nexit ${STATUS:-0}\n"


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("check", "run", ".ci/run"):
            (self.folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(TOP / name, self.folder / name)
        for name, text in (("packaging/setup.sh", "#!/bin/bash\nexit ${SETUP_STATUS:-0}\n"), ("packaging/package.sh", QUIET),
                           ("packaging/test-package.sh", QUIET),
                           ("packaging/private-root.sh", "#!/bin/bash\necho \"private-root $*\" >>\"$CALLS\"\n"),
                           ("tools/id", "#!/bin/bash\necho ${USER_ID:-0}\n"), ("tools/ctest", CTEST), ("tools/cmake", CMAKE),
                           ("tools/python3", QUIET), ("tools/npm", QUIET)):
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
            path.chmod(0o755)

    def run_check(self, *arguments, command="check", **settings):
        environment = {**os.environ, "PATH": f"{self.folder / 'tools'}:{os.environ['PATH']}",
                       "CALLS": str(self.folder / "calls"), "CTEST_LINE": "100% tests passed, 0 tests failed out of 812",
                       "CTEST_STATUS": "0", "ASAN_LINE": "100% tests passed, 0 tests failed out of 700", "ASAN_STATUS": "0",
                       "BREAK": "", "OUTPOST_INSIDE_PRIVATE_ROOT": "1", **settings}
        done = subprocess.run([str(self.folder / command), *arguments], capture_output=True, text=True, check=False,
                              env=environment, stdin=subprocess.DEVNULL)
        self.lines = done.stdout.rstrip("\n").split("\n")
        calls = self.folder / "calls"
        self.calls = calls.read_text() if calls.exists() else ""
        return done

    def test_ends_with_ctests_line_and_the_count(self):
        done = self.run_check()
        self.assertEqual(0, done.returncode, done.stdout)
        self.assertEqual(["100% tests passed, 0 tests failed out of 812", "812 passed, 0 failed"], self.lines[-2:])

    def test_prints_the_time_of_each_stage(self):
        self.run_check()
        summary = "\n".join(self.lines[self.lines.index(next(line for line in self.lines if line.startswith("Summary"))):])
        for name in ("set-up", "gates", "gate self-tests", "configure", "build", "tests", "qmllint", "translations", "package"):
            self.assertRegex(summary, rf"ok +\d+ s  {name}\n")

    def test_leaves_the_long_tests_to_full(self):
        self.run_check()
        self.assertIn("-LE ^(long|fuzz|bench)$", self.calls)
        self.assertNotIn("asan", self.calls)

    def test_a_failing_test_fails_it(self):
        done = self.run_check(CTEST_LINE="99% tests passed, 2 tests failed out of 812", CTEST_STATUS="8")
        self.assertEqual(1, done.returncode)
        self.assertEqual("810 passed, 2 failed", self.lines[-1])

    def test_a_run_without_any_test_fails_it(self):
        done = self.run_check(CTEST_LINE="No tests were found!!!", CTEST_STATUS="8")
        self.assertEqual(1, done.returncode)
        self.assertEqual("0 passed, 1 failed", self.lines[-1])

    def test_a_broken_build_ends_it(self):
        done = self.run_check(BREAK="--build build/dev")
        self.assertEqual(1, done.returncode)
        self.assertNotIn("ctest", self.calls)
        self.assertEqual("0 passed, 1 failed", self.lines[-1])
        self.assertIn("error: broken", done.stdout)

    def test_a_failing_gate_fails_it_and_the_tests_still_run(self):
        done = self.run_check(STATUS="1")
        self.assertEqual(1, done.returncode)
        self.assertIn("812 passed", self.lines[-1])

    def test_failed_set_up_ends_it(self):
        done = self.run_check(SETUP_STATUS="1")
        self.assertEqual(1, done.returncode)
        self.assertEqual("", self.calls)

    def test_refused_set_up_goes_on_in_a_root_of_its_own_where_nobody_can_be_asked(self):
        for command, arguments in (("check", ["--full"]), ("run", ["--seed", "2"])):
            (self.folder / "calls").unlink(missing_ok=True)
            done = self.run_check(*arguments, command=command, SETUP_STATUS="3", OUTPOST_INSIDE_PRIVATE_ROOT="")
            self.assertEqual(0, done.returncode, done.stdout)
            self.assertEqual(f"private-root ./{command} {' '.join(arguments)}\n", self.calls)

    def test_refused_set_up_ends_it_for_who_is_not_root_or_is_inside_already(self):
        for command in ("check", "run"):
            for settings in ({"USER_ID": "1000", "OUTPOST_INSIDE_PRIVATE_ROOT": ""}, {"OUTPOST_INSIDE_PRIVATE_ROOT": "1"}):
                done = self.run_check(command=command, SETUP_STATUS="3", **settings)
                self.assertNotEqual(0, done.returncode)
                self.assertEqual("", self.calls)

    def test_full_runs_the_long_tests_sanitizers_and_fuzzing(self):
        done = self.run_check("--full")
        self.assertEqual(0, done.returncode, done.stdout)
        for word in ("--preset asan", "-L ^fuzz$", "-LE ^(fuzz|bench|deep)$"):
            self.assertIn(word, self.calls)
        self.assertNotIn("--preset tsan", self.calls)

    def test_deep_adds_threads_and_benchmarks(self):
        done = self.run_check("--deep")
        self.assertEqual(0, done.returncode, done.stdout)
        for word in ("--preset asan", "--preset tsan", "-L ^fuzz$", "--preset bench", "-LE ^(fuzz|bench)$"):
            self.assertIn(word, self.calls)
        self.assertEqual("819 passed, 0 failed", self.lines[-1])

    def test_a_test_that_fails_only_under_a_sanitizer_fails_it(self):
        done = self.run_check("--deep", ASAN_LINE="99% tests passed, 1 tests failed out of 700", ASAN_STATUS="8")
        self.assertEqual(1, done.returncode)
        self.assertEqual("819 passed, 1 failed", self.lines[-1])

    def test_unknown_option_is_refused(self):
        self.assertEqual(2, self.run_check("--ful").returncode)

    def test_build_machine_runs_the_full_check(self):
        self.assertEqual(0, self.run_check(command=".ci/run").returncode)
        self.assertIn("-LE ^(fuzz|bench|deep)$", self.calls)
        self.assertEqual("817 passed, 0 failed", self.lines[-1])


if __name__ == "__main__":
    unittest.main()
