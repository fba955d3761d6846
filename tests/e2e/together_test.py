# SPDX-License-Identifier: GPL-3.0-or-later
"""Two consoles on one home are one too many; the command line beside a console is not."""

import os
import subprocess
import sys
import time

from console import ConsoleTest, main

OUTPOST = ""


class Together(ConsoleTest):
    def window(self, console, **kw):
        env = console.environment() | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        return subprocess.Popen([OUTPOST, "--home", console.home, "--demo", "--speed", str(console.speed)],
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=env, **kw)

    def opened(self, console):
        first = self.window(console)
        self.addCleanup(first.communicate)
        self.addCleanup(first.terminate)
        lock = os.path.join(console.data, "console.lock")
        end = time.monotonic() + 30
        while not os.path.exists(lock):
            self.assertIsNone(first.poll(), "it ended by itself")
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        return first

    def test_a_second_console_on_the_same_home_is_refused_with_a_sentence(self):
        c = self.prepared()
        first = self.opened(c)
        second = self.window(c)
        out, err = second.communicate(timeout=60)
        self.assertEqual(second.returncode, 9, out + err)
        told = err.strip().splitlines()
        self.assertEqual(len(told), 1, told)
        self.assertIn("Another Outpost window", told[0])
        self.assertIn(c.data, told[0])
        self.assertIsNone(first.poll(), "the first goes on")

    def test_the_command_line_works_beside_a_console(self):
        c = self.prepared()
        first = self.opened(c)
        self.assertEqual(len(c.ready()), 8)
        self.assertEqual(c.ok("earnings", "claim", "--all", "--commit")["operation"]["state"], "done")
        self.assertTrue(c.ok("data", "verify")["ok"])
        self.assertIsNone(first.poll())

    def test_a_console_that_was_killed_keeps_nobody_out(self):
        c = self.prepared()
        first = self.opened(c)
        first.kill()
        first.wait()
        both = [self.window(c) for _ in range(2)]
        for window in both:
            self.addCleanup(window.communicate)
            self.addCleanup(window.terminate)
        end = time.monotonic() + 60
        while not (ended := [w for w in both if w.poll() is not None]):
            self.assertLess(time.monotonic(), end, "two work on one home")
            time.sleep(0.05)
        self.assertEqual([w.returncode for w in ended], [9], "one has the home, the other is told so")


if __name__ == "__main__":
    OUTPOST = os.path.abspath(sys.argv.pop(2))
    main()
