# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of the records are made by themselves; what happened to the records, and where recovery words lie, is told."""

import contextlib
import os
import stat
import subprocess

from console import ConsoleTest, main


class Records(ConsoleTest):
    def copies(self, console):
        folder = os.path.join(console.data, "backups")
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def damage(self, console):
        store = os.path.join(console.data, "store.db")
        for suffix in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(store + suffix)
        with open(store, "wb") as f:
            f.write(b"no database at all" * 400)

    def warned(self, reply):
        return {w["code"]: w for w in (reply.json or {}).get("warnings", [])}

    def plain(self, console, *args):
        """As a person runs it."""
        words = [word for word in console.command(*args) if word != "--json"]
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                              env=console.environment())
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_any_command_makes_a_copy_when_the_newest_is_older_than_a_day_and_three_are_kept(self):
        c = self.prepared()
        first = self.copies(c)
        self.assertEqual(len(first), 1, first)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(c.data, "backups", first[0])).st_mode), 0o600)
        c.ok("fleet", "list")
        self.assertEqual(self.copies(c), first, "it is not a day old")
        for _ in range(4):
            c.ok("demo", "advance", "--days", 2)
        copies = self.copies(c)
        self.assertEqual(len(copies), 3, copies)
        self.assertNotIn(first[0], copies)
        self.assertEqual([os.path.basename(f["file"]) for f in c.ok("data", "verify")["copies"]][0:2],
                         [self.copies(c)[-1], self.copies(c)[-2]])

    def test_what_came_back_from_a_copy_is_told_by_every_command_until_data_verify_has_shown_it(self):
        c = self.prepared()
        devices = c.ok("fleet", "list")["count"]
        c.ok("data", "verify")
        self.damage(c)
        for command in (["fleet", "list"], ["op", "list"], ["fleet", "list"]):
            reply = c.run(*command)
            self.assertEqual(reply.code, 0, str(reply))
            warning = self.warned(reply)["recordsRecovered"]
            self.assert_sentence(warning["message"])
            self.assertIn("may be missing", warning["action"])
            self.assertIn(warning["asOf"][:4], warning["message"], "as of when the records are")
            self.assertIn(warning["message"], reply.err)
            self.assertTrue(os.path.exists(warning["damagedFile"]))
        self.assertEqual(c.ok("fleet", "list")["count"], devices)
        failed = c.run("device", "show", "nope")
        self.assertIn("recordsRecovered", self.warned(failed), "a command that fails says it, too")
        code, out, err = self.plain(c, "fleet", "list")
        self.assertEqual(code, 0)
        self.assertIn("were damaged", err)
        self.assertNotIn("were damaged", out)
        verified = c.run("data", "verify")
        self.assertTrue(verified.json["recovered"])
        self.assertIn("recordsRecovered", self.warned(verified))
        for command in (["fleet", "list"], ["data", "verify"]):
            self.assertNotIn("recordsRecovered", self.warned(c.run(*command)))

    def test_records_without_a_good_copy_start_anew_and_say_what_is_lost(self):
        c = self.prepared()
        for copy in self.copies(c):
            os.remove(os.path.join(c.data, "backups", copy))
        self.damage(c)
        reply = c.run("wallet", "list")
        warning = self.warned(reply)["recordsRecovered"]
        self.assertIsNone(warning["restoredFrom"])
        self.assertIn("lost", warning["action"])
        self.assertIn(warning["message"], c.run("op", "list").err)

    def test_a_file_with_recovery_words_is_named_by_every_command_until_it_is_gone(self):
        c = self.console
        made = c.run("wallet", "create", "--words-out", c.words)
        self.assertIn("wordsFileExists", self.warned(made))
        for command in (["wallet", "list"], ["fleet", "list"], ["device", "show", "nope"]):
            reply = c.run(*command)
            warning = self.warned(reply)["wordsFileExists"]
            self.assertEqual(warning["file"], c.words)
            self.assertIn(c.words, reply.err)
            self.assertIn("Delete it", reply.err)
        with open(c.words) as f:
            self.assertNotIn(f.read().split()[0] + " ", c.run("wallet", "list").err)
        os.remove(c.words)
        self.assertEqual(self.warned(c.run("wallet", "list")), {})


if __name__ == "__main__":
    main()
