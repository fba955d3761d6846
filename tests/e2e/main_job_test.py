# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from an empty home: find a device, set it up, register it, see it earn, collect the money."""

import contextlib
import os
import re
import sqlite3
import stat
import subprocess

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

    def outside(self):
        """What there is beyond this computer's files: the wallet's transactions, and what devices and servers keep."""
        wallet = self.console.ok("wallet", "list")["wallets"][0]["addresses"][0]
        number = 0
        for letter in wallet:
            number = number * 58 + "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".index(letter)
        with contextlib.closing(sqlite3.connect(os.path.join(self.console.data, "world", "world.sqlite"))) as world:
            sent = world.execute("SELECT sequence FROM entry_key WHERE key = ?", (number.to_bytes(32, "big"),)).fetchall()
            kept = world.execute("SELECT network, key, value FROM memory ORDER BY network, key").fetchall()
            owned = world.execute("SELECT id, value FROM asset ORDER BY id").fetchall()
        self.assertTrue(kept and owned)
        return sent, kept, owned

    def plan(self, *args):
        """The same command without --commit: says so, and changes nothing outside."""
        before = self.outside()
        plan = self.ok(*args)
        self.assertFalse(plan["committed"])
        self.assertNotIn("operation", plan)
        self.assertEqual(self.outside(), before, "a plan must not write anything outside: " + " ".join(map(str, args)))
        return plan

    def commit(self, *args):
        done = self.ok(*args, "--commit")
        self.assertTrue(done["committed"])
        if "operation" in done:
            self.assertEqual(done["operation"]["state"], "done")
            self.assertEqual({s["state"] for s in done["operation"]["steps"]}, {"done"})
            self.assertIsNone(done["operation"]["error"])
        return done

    def test_a_wallet_that_was_named_for_one_run_is_not_the_current_one_of_the_next(self):
        c = self.console
        first = self.ok("wallet", "create", "--words-out", c.words)["wallet"]["id"]
        second = self.ok("wallet", "watch", "11111111111111111111111111111112")["wallet"]["id"]
        self.assertEqual(self.ok("wallet", "show")["wallet"]["id"], second)
        self.assertEqual(self.ok("wallet", "show", "--wallet", first)["wallet"]["id"], first)
        self.ok("wallet", "verify-backup", "--words-file", c.words, "--wallet", first)  # opens it, and notes that
        self.assertEqual(self.ok("wallet", "show")["wallet"]["id"], second)

    def test_the_main_job_in_its_order_from_an_empty_home(self):
        c = self.console
        self.assertFalse(os.path.exists(c.home))
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
        join = ["device", "wifi", device, "--ssid", SSID, "--passphrase-file", c.file("wifi", "freifunk-passwort\n")]
        self.plan(*join)
        self.assertIsNone(self.ok("device", "wifi", device)["connectedTo"], "a plan must not join")
        self.assertEqual(self.commit(*join)["connectedTo"]["hex"], SSID[4:])

        onboard = ["device", "onboard", device, "--lat", "53.55", "--lon", "10.0", "--gain", "2.6", "--elevation", "8"]
        self.ok("device", "onboard", device)  # the wallet has its devices from here on
        plan = self.plan(*onboard)
        self.assertEqual(plan["mode"], "maker-paid")
        self.assertEqual({line["paidBy"] for line in plan["cost"]}, {plan["maker"]})
        self.assertEqual(self.ok("op", "list")["operations"], [])
        done = self.commit(*onboard)
        self.assertEqual(done["registered"]["place"]["cell"], done["place"]["cell"])
        self.assertTrue(self.ok("device", "onboard", device)["alreadyRegistered"])

        # The wallet has no HNT before it collects: the maker pays for this place, too, as it has promised.
        self.assertEqual(c.balance("HNT"), 0)
        locate = ["device", "locate", device, "--lat", "53.56", "--lon", "10.0"]
        plan = self.plan(*locate)
        self.assertEqual(plan["before"]["cell"], done["place"]["cell"])
        self.assertNotEqual(plan["place"]["cell"], plan["before"]["cell"])
        self.assertAlmostEqual(plan["place"]["movedMetres"], 1109, delta=25)
        self.assertTrue([line for line in plan["cost"] if line["kind"] == "placeFee"])
        self.assertNotIn("this wallet", {line["paidBy"] for line in plan["cost"]})
        sol = c.balance("SOL")
        moved = self.commit(*locate)
        self.assertEqual(moved["after"]["cell"], moved["place"]["cell"])
        self.assertEqual(moved["after"]["gainTenthDbi"], 26, "what was not given stays")
        self.assertEqual(c.balance("SOL"), sol)

        summary = self.ok("earnings", "summary")
        self.assertEqual(summary["behind"], [])
        for earning in summary["devices"]:
            self.assertRegex(earning["ready"]["fiat"]["text"], r"^[0-9]+\.[0-9]{2}$")
        pending = int(summary["ready"]["amounts"][0]["base"])
        self.assertGreater(pending, 0)
        self.assertEqual(pending, sum(c.ready().values()))
        self.assertEqual(c.ready().get(device, 0), 0, "it has not earned yet")

        plan = self.plan("earnings", "claim", "--all")
        self.assertEqual([int(a["base"]) for a in plan["youReceive"]], [pending], "received is never netted")
        self.assertTrue(all(line["amount"]["asset"] == "SOL" for line in plan["youPay"]))
        self.assertTrue(all(t["refused"] is None for t in plan["transactions"]))
        for transaction in plan["transactions"]:
            for sentence in transaction["sentences"]:
                self.assert_sentence(sentence["says"])
                self.assertNotEqual(sentence["says"], sentence["id"], "in words")
        self.assertEqual((c.balance("SOL"), c.balance("HNT")), (sol, 0), "a plan must not pay")
        claimed = self.commit("earnings", "claim", "--all")
        self.assertEqual([int(a["base"]) for a in claimed["operation"]["receive"]], [pending])

        self.ok("wallet", "balance")
        self.assertEqual(c.balance("HNT"), pending)
        # The review may reckon more than is charged, never less.
        paid = sum(int(line["amount"]["base"]) for line in claimed["youPay"])
        self.assertGreater(sol - c.balance("SOL"), 0)
        self.assertLessEqual(sol - c.balance("SOL"), paid)

        operations = self.ok("op", "list")["operations"]
        self.assertEqual([o["kind"].split(".")[-1] for o in operations], ["collect", "place", "onboard"])
        self.assertEqual({o["state"] for o in operations}, {"done"})
        self.assertEqual(self.ok("op", "list", "--open")["operations"], [])
        shown = self.ok("op", "show", operations[0]["id"])
        self.assertTrue(shown["transactions"])
        self.assertTrue(all(re.match(r"^[1-9A-HJ-NP-Za-km-z]{64,90}$", t["signature"]) for t in shown["transactions"]))

        # The maker's promise is used up: the next place costs the wallet something, and now it can pay.
        again = ["device", "locate", device, "--lat", "53.57", "--lon", "10.0"]
        self.assertIn("this wallet", {line["paidBy"] for line in self.plan(*again)["cost"]})
        moved = self.commit(*again)
        self.assertEqual(moved["after"]["cell"], moved["place"]["cell"])
        hnt = c.balance("HNT")
        self.assertLess(hnt, pending)

        self.ok("demo", "advance", "--days", "1")
        ready = c.ready()
        self.assertGreater(ready.get(device, 0), 0, "the new device earns too")
        self.assertGreater(len([v for v in ready.values() if v > 0]), 4)
        self.assertEqual(c.balance("HNT"), hnt)

    def test_a_device_registered_without_a_place_is_told_it_later(self):
        c = self.prepared()
        device = c.devices_near()["01"]
        done = c.ok("device", "onboard", device, "--commit")
        self.assertEqual(done["operation"]["state"], "done")
        self.assertIsNone(done["registered"]["place"])
        moved = c.ok("device", "locate", device, "--lat", "53.55", "--lon", "10.0", "--commit")
        self.assertIsNone(moved["before"])
        self.assertEqual(moved["operation"]["state"], "done")
        self.assertEqual(moved["after"]["cell"], moved["place"]["cell"])
        self.assertNotIn("this wallet", {line["paidBy"] for line in moved["cost"]})

    def test_an_address_that_means_one_place_is_taken_and_one_that_means_several_is_not(self):
        c = self.prepared()
        device = max(c.ready())
        ask = ["device", "locate", device, "--search-host", "photon.komoot.io", "--address"]
        self.assert_error(c.run("device", "locate", device, "--address", "Kerkstraat 12"), "address.notAgreed", 3)
        plan = c.ok(*ask, "Kerkstraat 12, Utrecht")
        self.assertEqual(plan["found"]["title"], "Kerkstraat 12")
        self.assertIn("Utrecht", plan["found"]["area"])
        self.assertLess(plan["place"]["metresFromPin"], 15)
        self.assertAlmostEqual(plan["place"]["latitude"], plan["found"]["latitude"], places=3)
        self.assertFalse(plan["committed"])
        several = c.run(*ask, "Kerkstraat 12", "--commit")
        self.assert_error(several, "address.several", 3)
        self.assertEqual(len(several.json["candidates"]), 3)
        self.assertFalse(several.json["committed"])
        one = several.json["candidates"][1]
        chosen = c.ok("device", "locate", device, "--lat", str(one["latitude"]), "--lon", str(one["longitude"]))
        self.assertEqual(chosen["place"]["cell"], plan["place"]["cell"])
        self.assert_error(c.run(*ask, "Nirgendwo 7"), "address.nothingFound", 3)
        self.assert_error(c.run(*ask, "52.1, 5.1"), "address.notOne", 2)
        self.assertEqual(c.ok("op", "list")["operations"], [])
        other = ["device", "locate", device, "--search-host", "search.example.org", "--address", "Utrecht"]
        self.assert_error(c.run(*other), "address.demoServer", 3)
        hosts = {entry["host"] for entry in c.ok("network", "list")["hosts"]}
        self.assertNotIn("photon.komoot.io", hosts, "for one run only, and not talked to on the demo")

    def test_the_owner_pays_for_a_device_whose_maker_has_no_credits(self):
        c = self.prepared()
        device = c.devices_near()["02"]
        onboard = ["device", "onboard", device, "--lat", "38.72", "--lon", "-9.14"]
        plan = c.ok(*onboard)
        self.assertEqual(plan["mode"], "self-paid")
        self.assertEqual({line["paidBy"] for line in plan["cost"]}, {"this wallet"})
        self.assertIn("HNT", {line["amount"]["asset"] for line in plan["cost"]})
        poor = c.run(*onboard, "--commit")
        self.assertEqual(poor.code, 3, str(poor))
        error = poor.json["operation"]["error"]
        self.assertEqual(error["code"], "helium.notEnoughForCredits", str(poor))
        self.assert_sentence(error["message"])
        self.assert_sentence(error["action"])
        words = [word for word in c.command(*onboard, "--commit") if word != "--json"]
        again = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, env=c.environment())
        self.assertEqual(again.returncode, 3, "a person's words end with the same code as a script's document")
        c.ok("earnings", "claim", "--all", "--commit")
        held = c.balance("HNT")
        done = c.ok(*onboard, "--commit")
        self.assertEqual(done["operation"]["state"], "done")
        self.assertEqual(done["registered"]["place"]["cell"], done["place"]["cell"])
        price = sum(int(line["amount"]["base"]) for line in done["cost"] if line["amount"]["asset"] == "HNT")
        self.assertGreater(held - c.balance("HNT"), 0)
        self.assertLessEqual(held - c.balance("HNT"), price * 105 // 100)

    def test_whichever_verb_asks_the_network_first_the_demo_wallet_has_its_devices(self):
        c = self.console
        c.make_wallet()
        self.assertGreater(c.balance("SOL"), 0)
        self.assertEqual(len(c.ready()), 8)

    def test_a_place_needs_checked_words_before_it_is_planned(self):
        c = self.prepared()
        device = max(c.ready())
        other = os.path.join(c.folder, "other-words")
        wallet = c.ok("wallet", "create", "--words-out", other)["wallet"]["id"]
        reply = c.run("device", "locate", device, "--lat", "53.56", "--lon", "10.0", "--wallet", wallet)
        self.assert_error(reply, "wallet.backupNotVerified", 3)

    def test_receiving_needs_checked_words(self):
        self.console.ok("wallet", "create", "--words-out", self.console.words)
        for command in (["wallet", "receive"], ["earnings", "claim", "--all", "--commit"]):
            reply = self.console.run(*command)
            self.assertEqual(reply.error["code"], "wallet.backupNotVerified", str(reply))
            self.assert_sentence(reply.error["action"])

    def test_weather_stations_stand_beside_the_hotspots_and_are_collected_elsewhere(self):
        c = self.prepared()
        summary = c.ok("earnings", "summary")
        self.assertEqual(summary["behind"], [])
        stations = {d["device"] for d in summary["collectedElsewhere"]}
        hotspots = {d["device"] for d in summary["devices"]}
        self.assertEqual((len(hotspots), len(stations)), (8, 4))
        for entry in summary["collectedElsewhere"]:
            self.assert_sentence(entry["says"])
        earned = {a["asset"]: int(a["base"]) for a in summary["month"]["earned"]["amounts"]}
        self.assertEqual(set(earned), {"HNT", "WXM"}, "never netted")
        self.assertGreater(earned["WXM"], 0)
        self.assertEqual({a["asset"] for a in summary["ready"]["amounts"]}, {"HNT"})
        listed = {d["id"]: d for d in c.ok("fleet", "list")["devices"]}
        self.assertEqual(set(listed), hotspots | stations)
        self.assertEqual({listed[s]["kind"] for s in stations}, {"weather.station"})

        working = next(s for s in stations if listed[s]["status"] == "working")
        shown = c.ok("device", "show", working)
        self.assertTrue(shown["last30Days"]["amounts"])
        self.assertEqual(shown["network"]["readingsAre"], "known")
        self.assertEqual(shown["network"]["readings"]["reading.temperature"]["unit"], "\u00b0C")
        self.assertEqual({lamp["source"] for lamp in shown["network"]["lamps"]}, {"source.stationCloud"})
        silent = next(s for s in stations if listed[s]["status"] == "offline")
        self.assertEqual(c.ok("device", "show", silent)["network"]["readingsAre"], "notOffered")
        self.assertIsNone(c.ok("device", "show", next(iter(hotspots)))["network"])

        claim = c.run("earnings", "claim", "--device", working, "--commit")
        self.assert_error(claim, "services.nothingToCollect", 3, action=False)
        self.assert_error(c.run("device", "wifi", working), ["base.notOffered", "services.notOffered"], 10, action=False)
        away = c.ok("earnings", "summary", "--fault", "http-500:*@api.weatherxm.com")
        self.assertTrue(away["behind"], "said, and nothing lost")
        self.assertEqual(len(away["collectedElsewhere"]), 4)
        self.assertEqual(away["month"]["earned"]["amounts"], summary["month"]["earned"]["amounts"])

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
