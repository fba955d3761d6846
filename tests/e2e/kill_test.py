# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the console while it collects and while it registers; ledger and device live on in another process.

It is killed before and after a journal write and before and after a reply: stop_at.c, loaded before the C library,
stops the program there, and this process sends SIGKILL. Whatever moment it dies at, going on afterwards ends with each
thing done exactly once. OUTPOST_KILLS is the number of moments of each command, spread over all there are; "all" is
every one.
"""

import concurrent.futures
import os
import signal
import subprocess
import sys
import tempfile

from console import ConsoleTest, main

KILLS = os.environ.get("OUTPOST_KILLS", "6")
AT_ONCE = 3
STOP_AT = ""


def moments_of(events):
    """(event, after) of those to be killed at; few of them take the kinds and sides in turn."""
    every = [(number, after) for number in range(1, len(events) + 1) for after in (False, True)]
    if KILLS == "all" or int(KILLS) >= len(every):
        return every
    chosen = []
    sides = [(letter, after) for letter in "jr" for after in (False, True)]
    for i in range(int(KILLS)):
        letter, after = sides[i % len(sides)]
        of_kind = [n for n, event in enumerate(events, 1) if event == letter]
        chosen.append((of_kind[(2 * i + 1) * len(of_kind) // (2 * int(KILLS))], after))
    return chosen


class Kill(ConsoleTest):
    def serve(self, console):
        """The world in a process of its own; ready when it has printed its address."""
        server = console.start("demo", "serve")
        self.assertIn(b"url", server.stdout.readline())
        return server

    def stop(self, server):
        server.terminate()
        server.communicate(timeout=30)

    def start_stopping(self, console, command, log, stop=None, **kw):
        extra = {f"OUTPOST_STOP_{key.upper()}": str(value) for key, value in (stop or {}).items()}
        extra |= {"LD_PRELOAD": STOP_AT, "OUTPOST_STOP_LOG": log}
        return console.start(*command(console), extra=extra, **kw)

    def at_moments(self, command, check):
        """`command(console)` runs once to its end for its events, then once for every moment to be killed at."""
        with tempfile.TemporaryDirectory(prefix="outpost-e2e-") as folder:
            console = self.prepared(folder)
            server = self.serve(console)
            try:
                before = check.before(console)
                log = os.path.join(folder, "events")
                whole = self.start_stopping(console, command, log)
                out, err = whole.communicate(timeout=120)
                self.assertEqual(whole.returncode, 0, out.decode() + err.decode())
                check.after(console, before)
                with open(log) as file:
                    events = file.read()
            finally:
                self.stop(server)
        self.assertIn("j", events)
        self.assertIn("r", events)
        moments = moments_of(events)
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            killed = list(pool.map(lambda moment: self.once(command, check, *moment), moments))
        print(f"{len(events)} events, killed at {sum(killed)} of {len(moments)} moments", file=sys.stderr)
        # A run can have fewer events than the first had; most moments must be met all the same.
        self.assertGreater(sum(killed), len(moments) // 2)

    def once(self, command, check, event, after):
        with tempfile.TemporaryDirectory(prefix="outpost-e2e-") as folder:
            console = self.prepared(folder)
            server = self.serve(console)
            try:
                before = check.before(console)
                victim = self.start_stopping(console, command, os.path.join(folder, "events"),
                                             {"at": event} | ({"after": 1} if after else {}),
                                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                _, status = os.waitpid(victim.pid, os.WUNTRACED)
                killed = os.WIFSTOPPED(status)
                if killed:
                    victim.send_signal(signal.SIGKILL)
                    victim.wait()
                else:
                    victim.returncode = os.waitstatus_to_exitcode(status)
                where = f"killed {'after' if after else 'before'} event {event}"
                # At once: the dead process holds nothing. A second time for what waits for the network.
                for _ in range(2):
                    left = console.ok("op", "list", "--open")["operations"]
                    if not left:
                        break
                    resumed = console.run("op", "resume", "--commit")
                    self.assertIn(resumed.code, (0, 7), f"{where}: {resumed}")
                    self.assertTrue(resumed.json["committed"], f"{where}: {resumed}")
                still = console.ok("op", "list", "--open")["operations"]
                self.assertEqual(still, [], where)
                check.repeat(console, command)
                self.assertEqual(console.ok("op", "list", "--open")["operations"], [], where)
                check.after(console, before)
                return killed
            finally:
                self.stop(server)

    def test_collecting_pays_exactly_once(self):
        test = self

        class Check:
            def before(self, console):
                return {"ready": console.ready(), "held": console.balance("HNT"), "day": console.day()}

            def repeat(self, console, command):
                reply = console.run(*command(console))
                if reply.code != 0:
                    test.assert_error(reply, "services.nothingToCollect", 3, action=False)

            def after(self, console, before):
                if console.day() != before["day"]:
                    return  # midnight passed in the demo, and devices earned meanwhile
                test.assertEqual(console.balance("HNT"), before["held"] + sum(before["ready"].values()))
                test.assertEqual(sum(console.ready().values()), 0)
                received = [int(a["base"]) for e in console.ok("wallet", "activity")["activity"]
                            for a in e["received"] if a["asset"] == "HNT"]
                test.assertEqual(sum(received), sum(before["ready"].values()), "the records tell it once, too")

        self.at_moments(lambda console: ["earnings", "claim", "--all", "--commit"], Check())

    def test_registering_happens_exactly_once(self):
        test = self
        with tempfile.TemporaryDirectory(prefix="outpost-e2e-") as folder:
            device = self.prepared(folder).devices_near()["01"]

        class Check:
            def before(self, console):
                console.ready()
                return {d["id"] for d in console.ok("fleet", "list")["devices"]}

            def repeat(self, console, command):
                console.ok(*command(console))

            def after(self, console, before):
                console.ready()
                listed = [d["id"] for d in console.ok("fleet", "list")["devices"]]
                test.assertEqual(sorted(listed), sorted(before | {device}))
                test.assertTrue(console.ok("device", "onboard", device)["alreadyRegistered"])
                done = [o for o in console.ok("op", "list")["operations"]
                        if o["kind"].endswith(".onboard") and o["state"] == "done"]
                test.assertEqual(len(done), 1)
                shown = console.ok("device", "show", device)["device"]
                test.assertAlmostEqual(shown["place"]["latitude"], 53.55, places=3)

        self.at_moments(lambda console: ["device", "onboard", device, "--lat", "53.55", "--lon", "10.0", "--commit"],
                        Check())


if __name__ == "__main__":
    STOP_AT = os.path.abspath(sys.argv.pop(2))
    main()
