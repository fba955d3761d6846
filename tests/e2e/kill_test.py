# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the console while it collects and while it registers; ledger and device live on in another process.

Whatever moment the process dies at, going on afterwards ends with each thing done exactly once.
OUTPOST_KILLS is the number of moments, spread over the command's whole run time (5 when not set).
"""

import concurrent.futures
import os
import signal
import subprocess
import tempfile
import time

from console import ConsoleTest, main

KILLS = int(os.environ.get("OUTPOST_KILLS", "5"))
AT_ONCE = 3


class Kill(ConsoleTest):
    def serve(self, console):
        """The world in a process of its own; ready when it has printed its address."""
        server = console.start("demo", "serve")
        self.assertIn(b"url", server.stdout.readline())
        return server

    def stop(self, server):
        server.terminate()
        server.communicate(timeout=30)

    def at_moments(self, command, check):
        """`command(console)` runs once to its end for its duration, then once for every moment to be killed at."""
        with tempfile.TemporaryDirectory(prefix="outpost-e2e-") as folder:
            console = self.prepared(folder)
            server = self.serve(console)
            try:
                before = check.before(console)
                begin = time.monotonic()
                console.ok(*command(console))
                duration = time.monotonic() - begin
                check.after(console, before)
            finally:
                self.stop(server)
        moments = [duration * (i + 0.5) / KILLS for i in range(KILLS)]
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            killed = list(pool.map(lambda at: self.once(command, check, at), moments))
        self.assertTrue(any(killed), "no moment met the command at work")

    def once(self, command, check, at):
        with tempfile.TemporaryDirectory(prefix="outpost-e2e-") as folder:
            console = self.prepared(folder)
            server = self.serve(console)
            try:
                before = check.before(console)
                victim = console.start(*command(console))
                try:
                    victim.communicate(timeout=at)
                    killed = False
                except subprocess.TimeoutExpired:
                    victim.send_signal(signal.SIGKILL)
                    victim.communicate()
                    killed = True
                where = f"killed after {at:.2f} s"
                # At once: the dead process holds nothing. A second time for what waits for the network.
                for _ in range(2):
                    left = console.ok("op", "list", "--open")["operations"]
                    if not left:
                        break
                    resumed = console.run("op", "resume")
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
    main()
