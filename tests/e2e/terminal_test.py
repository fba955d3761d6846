# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person meets in a terminal: questions that show nothing, words instead of ids, plans before acts."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time

from console import Console, ConsoleTest, main


class Terminal:
    """A program with a terminal of its own; `expect` reads until a text has come."""

    def __init__(self, console, *args):
        self.master, slave = pty.openpty()
        self.slave = slave
        self.seen = ""

        def take():
            os.setsid()
            import fcntl
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(console.command(*args), stdin=slave, stdout=subprocess.PIPE, stderr=slave,
                                        env=console.environment(), preexec_fn=take)

    def expect(self, pattern, timeout=30):
        end = time.monotonic() + timeout
        while not (found := re.search(pattern, self.seen)):
            ready, _, _ = select.select([self.master], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"{pattern} did not come: {self.seen}")
            self.seen += os.read(self.master, 4096).decode()
        self.seen = self.seen[found.end():]
        return found

    def type(self, text):
        os.write(self.master, text.encode())

    def echoes(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def end(self, timeout=60):
        out, _ = self.process.communicate(timeout=timeout)
        while select.select([self.master], [], [], 0.2)[0]:
            self.seen += os.read(self.master, 4096).decode()
        os.close(self.master)
        os.close(self.slave)
        return self.process.returncode, json.loads(out) if out.strip() else None


class WordsCheck(ConsoleTest):
    """On the real network, and nobody is asked there."""

    def setUp(self):
        super().setUp()
        self.console = Console(self.console.folder, demo=False)
        self.console.ok("wallet", "create", "--words-out", self.console.words)
        with open(self.console.words) as f:
            self.words = f.read().split()

    def answer(self, change=lambda word: word):
        terminal = Terminal(self.console, "wallet", "verify-backup")
        asked = []
        for _ in range(3):
            found = terminal.expect(r"Word (\d+) of (\d+)[^:]*: ")
            self.assertEqual(int(found.group(2)), len(self.words))
            asked.append(int(found.group(1)))
            terminal.type(change(self.words[asked[-1] - 1]) + "\n")
        code, json_ = terminal.end()
        self.assertEqual(sorted(set(asked)), asked, "different ones, in their order")
        return code, json_, terminal.seen

    def test_words_at_some_positions_typed_unseen_prove_the_paper(self):
        self.assertIsNone(self.console.ok("wallet", "list")["wallets"][0]["backupVerified"])
        self.assert_error(self.console.run("wallet", "receive"), "wallet.backupNotVerified", 3)
        code, done, seen = self.answer(lambda word: " " + word.upper())
        self.assertEqual(code, 0, seen)
        self.assertTrue(done["wallet"]["backupVerified"])
        self.assertTrue(self.console.ok("wallet", "receive")["address"])

    def test_what_is_typed_is_never_shown_and_can_be_corrected(self):
        terminal = Terminal(self.console, "wallet", "verify-backup")
        shown = ""
        for _ in range(3):
            found = terminal.expect(r"Word (\d+) of \d+[^:]*: ")
            self.assertFalse(terminal.echoes())
            terminal.type("wrongx\x15abc\x7f\x7f\x7f" + self.words[int(found.group(1)) - 1] + "\r")
            shown += terminal.seen
        code, _ = terminal.end()
        self.assertEqual(code, 0, terminal.seen)
        shown += terminal.seen.split("The recovery words")[0]
        for word in [*self.words, "wrongx"]:
            self.assertNotIn(word, shown.split())

    def test_a_wrong_word_is_named_by_its_position_and_proves_nothing(self):
        code, answer, _ = self.answer(lambda word: "zoo" if word != "zoo" else "zone")
        self.assertEqual(code, 3)
        self.assertEqual(answer["error"]["code"], "wallet.backupCheckFailed")
        self.assertIsNone(self.console.ok("wallet", "list")["wallets"][0]["backupVerified"])

    def test_ctrl_c_ends_the_question_and_leaves_a_terminal_that_shows_what_is_typed(self):
        terminal = Terminal(self.console, "wallet", "verify-backup")
        terminal.expect(r"Word \d+ of \d+[^:]*: ")
        terminal.type("aban\x03")
        terminal.process.wait(30)
        self.assertTrue(terminal.echoes())
        code, answer = terminal.end()
        self.assertEqual((code, answer["error"]["code"]), (3, "base.cancelled"))
        self.assertIsNone(self.console.ok("wallet", "list")["wallets"][0]["backupVerified"])

    def test_without_a_terminal_it_is_refused_with_what_to_do(self):
        done = subprocess.run(self.console.command("wallet", "verify-backup"), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=60, env=self.console.environment(), start_new_session=True)
        error = json.loads(done.stdout)["error"]
        self.assertEqual((done.returncode, error["code"]), (2, "app.noTerminal"))
        self.assert_sentence(error["message"])
        self.assert_sentence(error["action"])

    def test_a_file_proves_no_paper(self):
        reply = self.console.run("wallet", "verify-backup", "--words-file", self.console.words)
        self.assert_error(reply, "app.wordsFileProvesNothing", 3)
        self.assertIsNone(self.console.ok("wallet", "list")["wallets"][0]["backupVerified"])


class Resume(ConsoleTest):
    """An act that was broken off is shown with what it may still cost, and goes on only when that is wanted."""

    def test_without_commit_nothing_is_done(self):
        c = self.prepared()
        plan = c.ok("op", "resume")
        self.assertEqual((plan["operations"], plan["youPayAtMost"], plan["committed"]), ([], [], False))
        self.assertEqual(c.ok("op", "resume", "--commit")["operations"], [])

    def test_an_act_that_failed_is_shown_first_and_tried_again_with_commit(self):
        c = self.prepared()
        device = c.devices_near()["02"]
        c.ok("device", "onboard", device)  # the wallet has its devices from here on
        poor = c.run("device", "onboard", device, "--lat", "38.72", "--lon", "-9.14", "--commit")
        self.assertEqual(poor.code, 3, str(poor))
        operation = poor.json["operation"]["id"]

        plan = c.ok("op", "resume", operation)
        self.assertFalse(plan["committed"])
        self.assertEqual([o["id"] for o in plan["operations"]], [operation])
        self.assertTrue(plan["youPayAtMost"])
        self.assertIn("--commit", plan["next"])
        self.assertEqual(c.ok("op", "show", operation)["operation"]["state"], "failed", "a plan changes nothing")

        again = c.run("op", "resume", operation, "--commit")
        self.assertEqual(again.code, 3, "the class of what went wrong: " + str(again))
        self.assertEqual(again.json["operations"][0]["error"]["code"], "helium.notEnoughForCredits")
        self.assertIn(again.json["operations"][0]["error"]["message"], again.err)

        c.ok("earnings", "claim", "--all", "--commit")
        done = c.run("op", "resume", operation, "--commit")
        self.assertEqual(done.code, 0, str(done))
        self.assertTrue(done.json["committed"])
        self.assertEqual(done.json["operations"][0]["state"], "done")
        self.assertEqual(c.ok("op", "resume", operation)["operations"], [], "nothing is left to do")


class InWords(ConsoleTest):
    ID = re.compile(r"(?<![\w/.-])(lamp|lampKind|problem|left|source|purpose|step|cost|activity|operation|reading|state|"
                    r"status|progress|hotspot|weather|weatherxm|helium|price|danger|device|rewards|token|system|store|net|"
                    r"wallet|services)\.[a-z][A-Za-z.]*(?!\w*\.\w+/)")

    def test_what_a_person_reads_has_sentences_and_no_ids(self):
        c = self.prepared()
        c.ok("demo", "advance", "--days", 3)
        near = c.devices_near()
        listed = {d["id"]: d for d in c.ok("fleet", "list")["devices"]}
        station = next(d for d in listed if listed[d]["kind"] == "weather.station" and listed[d]["status"] == "working")
        ready = c.ready()
        operation = c.ok("earnings", "claim", "--device", max(ready, key=ready.get), "--commit")["operation"]["id"]
        for command in (["fleet", "list"], ["device", "show", station], ["device", "show", max(ready)],
                        ["device", "scan", "--seconds", "1"], ["device", "diagnose", near["01"]],
                        ["device", "onboard", near["01"], "--lat", "53.55", "--lon", "10.0"],
                        ["earnings", "claim", "--all"], ["earnings", "summary"], ["op", "list"],
                        ["op", "show", operation], ["op", "resume"], ["wallet", "activity"], ["wallet", "balance"],
                        ["network", "list"], ["network", "check"], ["price", "show"],
                        ["earnings", "summary", "--fault", "http-500:*@api.weatherxm.com"]):
            with self.subTest(" ".join(command)):
                words = [word for word in c.command(*command) if word != "--json"]
                done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                                      env=c.environment())
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                out = done.stdout.decode()
                self.assertTrue(out.strip())
                self.assertNotIn("(s)", out, "one or several, and not both")
                for line in out.splitlines():
                    if not line.strip().startswith(("host:", "- host:")):
                        self.assertIsNone(self.ID.search(line), line)


if __name__ == "__main__":
    main()
