# SPDX-License-Identifier: GPL-3.0-or-later
"""Records move to another computer in one encrypted file, and nothing else of that kind is let in."""

import os
import stat
import tempfile

from console import Console, ConsoleTest, main


class Data(ConsoleTest):
    def elsewhere(self, demo=True):
        folder = tempfile.TemporaryDirectory(prefix="outpost-e2e-")
        self.addCleanup(folder.cleanup)
        return Console(folder.name, demo=demo)

    def filled(self):
        c = self.prepared()
        device = sorted(c.ready())[0]
        c.ok("device", "rename", device, "Attic")
        c.ok("device", "note", device, "north side")
        c.ok("earnings", "claim", "--device", device, "--commit")
        return c, device, os.path.join(c.folder, "records")

    def test_a_new_computer_has_the_history_that_no_network_tells_again(self):
        c, device, file = self.filled()
        count = c.ok("fleet", "list")["count"]
        self.assertGreaterEqual(count, 8)
        done = c.ok("data", "export", file)
        self.assertEqual(done["devices"], count)
        self.assertGreater(done["sampledMonths"], 8)
        self.assertEqual(done["unfinishedLeftOut"], 0)
        self.assertEqual(done["bytes"], os.path.getsize(file))
        self.assertEqual(stat.S_IMODE(os.stat(file).st_mode), 0o600)
        with open(file, "rb") as f:
            content = f.read()
        for secret in (b"Attic", b"north side", device.encode(), b"CoinGecko"):
            self.assertNotIn(secret, content)

        new = self.elsewhere()
        added = new.ok("data", "import", file)["added"]
        self.assertEqual(added["devices"], count)
        self.assertEqual(added["sampledMonths"], done["sampledMonths"])
        self.assertEqual(new.ok("fleet", "list")["count"], count)
        shown = new.ok("device", "show", device)["device"]
        self.assertEqual((shown["name"], shown["note"]), ("Attic", "north side"))
        self.assertEqual(new.ok("earnings", "history", "--days", 100)["days"],
                         c.ok("earnings", "history", "--days", 100)["days"])
        self.assertEqual([o["id"] for o in new.ok("op", "list")["operations"]],
                         [o["id"] for o in c.ok("op", "list")["operations"]])
        self.assertEqual(len(new.ok("wallet", "activity")["activity"]), len(c.ok("wallet", "activity")["activity"]))
        self.assertEqual(new.ok("wallet", "list")["wallets"], [], "keys stay where they are")

        again = new.ok("data", "import", file)
        self.assertEqual(set(again["added"].values()), {0}, again)
        self.assertEqual(again["contradictions"], 0)

    def test_a_file_that_exists_is_not_written_over(self):
        c, _, file = self.filled()
        c.file("records", "mine")
        self.assert_error(c.run("data", "export", file), "base.fileExists", 2)
        with open(file) as f:
            self.assertEqual(f.read(), "mine")

    def test_a_password_that_is_guessed_easily_is_refused(self):
        c, _, file = self.filled()
        self.assert_error(c.run("data", "export", file, password=c.file("weak", "password\n")),
                          "wallet.passwordTooWeak", 3)
        self.assertFalse(os.path.exists(file))

    def test_what_is_not_the_file_or_not_its_password_changes_nothing(self):
        c, _, file = self.filled()
        c.ok("data", "export", file)
        with open(file, "rb") as f:
            good = f.read()
        new = self.elsewhere()
        self.assert_error(new.run("data", "import", file, password=new.file("other", "quite another sentence 4\n")),
                          "data.wrongPassword", 6)
        self.assert_error(new.run("data", "import", os.path.join(c.folder, "nowhere")), "base.fileNotFound", 2)
        changed = [(f"byte {at}", good[:at] + bytes([good[at] ^ 0x41]) + good[at + 1:])
                   for at in (0, 9, 20, 30, 40, 60, 80, 104, len(good) // 2, len(good) - 1)]
        cut = [(f"cut at {at}", good[:at]) for at in (0, 50, 104, len(good) // 2, len(good) - 1)]
        for name, content in [*changed, *cut, ("more", good + b"x"), ("another kind", b"\x00\x01" * 5000)]:
            with self.subTest(name):
                self.assert_error(new.run("data", "import", new.file("bad", content)), "data.damaged", 8)
        self.assertEqual(new.ok("fleet", "list")["count"], 0)

    def test_records_of_the_demo_and_real_ones_are_not_mixed(self):
        c, _, file = self.filled()
        c.ok("data", "export", file)
        real = self.elsewhere(demo=False)
        self.assert_error(real.run("data", "import", file), "data.isDemo", 3)
        other = os.path.join(c.folder, "real-records")
        self.assertEqual(real.ok("data", "export", other)["devices"], 0)
        self.assert_error(c.run("data", "import", other), "data.isReal", 3)


if __name__ == "__main__":
    main()
