# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from an empty home: find a device, set it up, register it, see it earn, collect the money."""

import os
import re
import stat
import unittest

from console import SSID, ConsoleTest, main


class MainJob(ConsoleTest):
    def amounts_are_text(self, value):
        if isinstance(value, dict):
            if "base" in value:
                self.assertIsInstance(value["base"], str)
                self.assertRegex(value["base"], r"^-?[0-9]+$")
                self.assertIsInstance(value["text"], str)
                whole = value["text"].replace(".", "").lstrip("-0") or "0"
                self.assertTrue(value["base"].lstrip("-0").startswith(whole) or whole == "0", value)
            for part in value.values():
                self.amounts_are_text(part)
        elif isinstance(value, list):
            for part in value:
                self.amounts_are_text(part)

    def ok(self, *args):
        json = self.console.ok(*args)
        self.assertEqual(json["demo"], "Demo, not real money")
        self.amounts_are_text(json)
        return json

    def test_from_an_empty_home_to_collected_money(self):
        c = self.console
        wallet = self.ok("wallet", "create", "--words-out", c.words)["wallet"]
        self.assertIsNone(wallet["backupVerified"])
        self.assertEqual(stat.S_IMODE(os.stat(c.words).st_mode), 0o600)
        with open(c.words) as words:
            self.assertIn(len(words.read().split()), (12, 24))

        verified = self.ok("wallet", "verify-backup", "--words-file", c.words)["wallet"]
        self.assertEqual(verified["id"], wallet["id"])
        self.assertRegex(verified["backupVerified"], r"^20\d\d-\d\d-\d\dT")

        found = self.ok("device", "scan", "--seconds", 1)["devices"]
        self.assertGreaterEqual(len(found), 4)
        device = next(d["id"] for d in found if d["link"].endswith(":01"))

        wifi = self.ok("device", "wifi", device)
        self.assertIsNone(wifi["connectedTo"])
        self.assertIn(SSID[4:], [n["hex"] for n in wifi["networks"]])
        self.assertIn(None, [n["text"] for n in wifi["networks"]], "names are bytes, and one is no text")
        passphrase = c.file("wifi", "freifunk-passwort\n")
        plan = self.ok("device", "wifi", device, "--ssid", SSID, "--passphrase-file", passphrase)
        self.assertFalse(plan["committed"])
        self.assertIsNone(self.ok("device", "wifi", device)["connectedTo"], "a plan must not join")
        joined = self.ok("device", "wifi", device, "--ssid", SSID, "--passphrase-file", passphrase, "--commit")
        self.assertTrue(joined["committed"])
        self.assertEqual(joined["connectedTo"]["hex"], SSID[4:])

        place = ["--lat", "53.55", "--lon", "10.0", "--gain", "2.6", "--elevation", "8"]
        plan = self.ok("device", "onboard", device, *place)
        self.assertFalse(plan["committed"])
        self.assertNotIn("operation", plan)
        self.assertTrue(plan["cost"])
        self.assertFalse(self.ok("device", "onboard", device, *place)["alreadyRegistered"],
                         "a plan must not register")
        self.assertEqual(self.ok("op", "list")["operations"], [])
        done = self.ok("device", "onboard", device, *place, "--commit")
        self.assertEqual(done["operation"]["state"], "done")
        self.assertEqual({s["state"] for s in done["operation"]["steps"]}, {"done"})
        self.assertEqual(done["registered"]["place"]["cell"], done["place"]["cell"])
        self.assertTrue(self.ok("device", "onboard", device)["alreadyRegistered"])

        plan = self.ok("device", "locate", device, "--lat", "53.56", "--lon", "10.0")
        self.assertFalse(plan["committed"])
        self.assertEqual(plan["before"]["cell"], done["place"]["cell"])
        self.assertNotEqual(plan["place"]["cell"], plan["before"]["cell"])
        self.assertAlmostEqual(plan["place"]["movedMetres"], 1109, delta=25)
        self.assertTrue([line for line in plan["cost"] if line["kind"] == "placeFee"])
        again = self.ok("device", "locate", device, "--lat", "53.56", "--lon", "10.0")
        self.assertEqual(again["before"], plan["before"], "a plan must not move")

        summary = self.ok("earnings", "summary")
        self.assertEqual(summary["behind"], [])
        pending = int(summary["ready"]["amounts"][0]["base"])
        self.assertGreater(pending, 0)
        self.assertEqual(pending, sum(c.ready().values()))
        self.assertEqual(c.ready().get(device, 0), 0, "it has not earned yet")

        sol = c.balance("SOL")
        plan = self.ok("earnings", "claim", "--all")
        self.assertFalse(plan["committed"])
        self.assertEqual([int(a["base"]) for a in plan["youReceive"]], [pending], "received is never netted")
        self.assertTrue(all(line["amount"]["asset"] == "SOL" for line in plan["youPay"]))
        self.assertTrue(all(t["refused"] is None for t in plan["transactions"]))
        self.assertEqual((c.balance("SOL"), c.balance("HNT")), (sol, 0), "a plan must not pay")
        claimed = self.ok("earnings", "claim", "--all", "--commit")
        self.assertEqual(claimed["operation"]["state"], "done")
        self.assertEqual([int(a["base"]) for a in claimed["operation"]["receive"]], [pending])

        self.ok("wallet", "balance")
        self.assertEqual(c.balance("HNT"), pending)
        # The review may reckon more than is charged, never less.
        paid = sum(int(line["amount"]["base"]) for line in claimed["youPay"])
        self.assertGreater(sol - c.balance("SOL"), 0)
        self.assertLessEqual(sol - c.balance("SOL"), paid)

        operations = self.ok("op", "list")["operations"]
        self.assertEqual([o["kind"].split(".")[-1] for o in operations], ["collect", "onboard"])
        self.assertEqual({o["state"] for o in operations}, {"done"})
        self.assertEqual(self.ok("op", "list", "--open")["operations"], [])
        shown = self.ok("op", "show", operations[0]["id"])
        self.assertTrue(shown["transactions"])
        self.assertTrue(all(re.match(r"^[1-9A-HJ-NP-Za-km-z]{64,90}$", t["signature"]) for t in shown["transactions"]))

        # A place costs the wallet something, and now it can pay.
        moved = self.ok("device", "locate", device, "--lat", "53.56", "--lon", "10.0", "--commit")
        self.assertEqual(moved["operation"]["state"], "done")
        self.assertEqual(moved["after"]["cell"], moved["place"]["cell"])
        hnt = c.balance("HNT")
        self.assertLess(hnt, pending)

        self.ok("demo", "advance", "--days", "1")
        ready = c.ready()
        self.assertGreater(ready.get(device, 0), 0, "the new device earns too")
        self.assertGreater(len([v for v in ready.values() if v > 0]), 4)
        self.assertEqual(c.balance("HNT"), hnt)

    def test_receiving_needs_checked_words(self):
        self.console.ok("wallet", "create", "--words-out", self.console.words)
        for command in (["wallet", "receive"], ["earnings", "claim", "--all", "--commit"]):
            reply = self.console.run(*command)
            self.assertEqual(reply.error["code"], "wallet.backupNotVerified", str(reply))
            self.assert_sentence(reply.error["action"])

    def test_one_device_is_collected_and_the_others_are_left(self):
        c = self.prepared()
        before = c.ready()
        device = max(before, key=before.get)
        done = c.ok("earnings", "claim", "--device", device, "--commit")
        self.assertEqual(done["operation"]["state"], "done")
        self.assertEqual(c.balance("HNT"), before[device])
        after = c.ready()
        self.assertEqual({d: v for d, v in after.items() if v},
                         {d: v for d, v in before.items() if d != device and v})


if __name__ == "__main__":
    main()
