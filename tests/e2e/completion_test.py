# SPDX-License-Identifier: GPL-3.0-or-later
"""The completion script, asked by a real bash as its line editor asks it."""

import os
import shutil
import subprocess
import unittest

from console import ConsoleTest, main

ASK = """
source /dev/stdin <<< "$SCRIPT"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_outpostctl outpostctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@unittest.skipUnless(shutil.which("bash"), "no bash")
class Completion(ConsoleTest):
    @classmethod
    def setUpClass(cls):
        cls.script = subprocess.run([cls.console_binary(), "--completion"], capture_output=True, text=True, timeout=30,
                                    check=True).stdout

    @staticmethod
    def console_binary():
        from console import Console
        return Console.binary

    def complete(self, *words):
        done = subprocess.run(["bash", "--norc", "-c", ASK, "ask", "outpostctl", *words], capture_output=True, text=True,
                              timeout=30, check=True, env=dict(os.environ, SCRIPT=self.script))
        self.assertEqual(done.stderr, "")
        return {line for line in done.stdout.splitlines() if line}

    def test_nouns(self):
        self.assertEqual(self.complete("wa"), {"wallet"})
        self.assertTrue({"wallet", "device", "earnings", "op", "data", "demo"} <= self.complete(""))

    def test_verbs_of_a_noun_also_behind_options_and_their_values(self):
        self.assertEqual(self.complete("device", "lo"), {"locate"})
        self.assertEqual(self.complete("--home", "wallet", "--demo", "device", "lo"), {"locate"})
        self.assertEqual(self.complete("--seed", "=", "7", "device", "lo"), {"locate"})
        self.assertNotIn("create", self.complete("device", ""))

    def test_options_of_the_verb_and_of_all(self):
        self.assertEqual(self.complete("device", "locate", "helium:1", "--l"), {"--lat", "--lon"})
        self.assertEqual(self.complete("earnings", "claim", "--a"), {"--all"})
        self.assertEqual(self.complete("earnings", "claim", "--comm"), {"--commit"})
        self.assertEqual(self.complete("--curr"), {"--currency"})
        self.assertNotIn("--lat", self.complete("earnings", "claim", "--"))

    def test_values_that_are_chosen_from_a_list(self):
        self.assertEqual(self.complete("--currency", ""), {"EUR", "USD", "GBP", "JPY"})
        self.assertEqual(self.complete("--currency", "=", "U"), {"USD"})
        self.assertEqual(self.complete("--currency", "="), {"EUR", "USD", "GBP", "JPY"})
        self.assertEqual(self.complete("wallet", "create", "--words", ""), {"12", "24"})

    def test_where_a_value_is_free_files_are_left_to_bash(self):
        self.assertEqual(self.complete("--password-file", ""), set())
        self.assertIn("-o default", self.script)

    def test_every_option_that_help_names_is_completed(self):
        for path in ((), ("wallet", "create"), ("earnings", "claim"), ("op", "list")):
            shown = subprocess.run([self.console_binary(), *path, "--help"], capture_output=True, text=True, timeout=30,
                                   check=True).stdout
            named = {word.strip(",") for word in shown.split() if word.startswith("--")}
            self.assertTrue(named)
            offered = self.complete(*path, "--")
            self.assertEqual({name for name in named if name not in offered}, set(), path)


if __name__ == "__main__":
    main()
