# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fault of the demo by its name: what the person sees, and that nothing is paid twice."""

import re
import tempfile

from console import SSID, Console, ConsoleTest, main

CLAIM = ["earnings", "claim", "--all", "--commit"]
# What standard error tells while an act runs, in this order.
STEPS = ["Preparing", "Checking what will be signed", "Signing", "Sending"]


class Faults(ConsoleTest):
    def setUp(self):
        super().setUp()
        self.console = self.prepared()

    def resume(self):
        for _ in range(4):
            if not self.console.ok("op", "list", "--open")["operations"]:
                return
            self.console.run("op", "resume", "--commit")
        self.assertEqual(self.console.ok("op", "list", "--open")["operations"], [])

    def assert_paid_once(self, before):
        """After all has been collected, the wallet holds what was ready before, once."""
        self.resume()
        reply = self.console.run(*CLAIM)
        if reply.code != 0:
            self.assert_error(reply, "services.nothingToCollect", 3, action=False)
        self.assertEqual(self.console.balance("HNT"), sum(before.values()))
        self.assertEqual(sum(self.console.ready().values()), 0)

    def claim_one(self, fault):
        """Collects from the device with most while something goes wrong. Answers what was told step by step, and the
        transactions of the act with the events of each; after as many tries as a slow machine needs."""
        ready = self.console.ready()
        device = max(ready, key=ready.get)
        reply = self.console.run("earnings", "claim", "--device", device, "--commit", "--fault", fault, timeout=240)
        steps = [line.split(": ", 1)[1] for line in reply.err.splitlines() if line.startswith("step 1 of 1: ")]
        self.assertEqual(steps[:len(STEPS)], STEPS, str(reply))
        if reply.code != 0:
            self.assert_plain_error(reply, ["ledger.", "services.", "net.", "codec.", "helium.", "gate."], [3, 4, 7])
            self.resume()
        operation = reply.json["operation"]["id"]
        shown = self.console.ok("op", "show", operation)
        self.assertEqual(shown["operation"]["state"], "done")
        if reply.code == 0:
            self.assertEqual(reply.json["operation"]["state"], "done")
            self.assertIsNone(reply.json["operation"]["error"])
        transactions = [(t["state"], [e["event"] for e in self.console.ok("op", "show", t["id"])["log"]])
                        for t in shown["transactions"]]
        self.assertEqual([state for state, _ in transactions].count("finalised"), 1, transactions)
        # The person's records tell it once, with what came.
        collected = [e for e in self.console.ok("wallet", "activity")["activity"] if e["kind"] == "activity.collected"]
        self.assertEqual([[a["base"] for a in e["received"]] for e in collected], [[str(ready[device])]])
        return steps, transactions

    def assert_plain_error(self, reply, codes, exits):
        """The sentence of an error, or of an operation that did not end well."""
        self.assertIn(reply.code, exits, str(reply))
        error = reply.error or (reply.json.get("operation") or {}).get("error")
        self.assertIsNotNone(error, str(reply))
        self.assertTrue(any(error["code"].startswith(code) for code in codes), str(reply))
        self.assert_sentence(error["message"])
        self.assert_sentence(error["action"])
        self.assertIn(error["message"], reply.err)

    def test_a_device_that_drops_while_written_is_named_and_works_the_next_time(self):
        c = self.console
        device = c.devices_near()["01"]
        passphrase = c.file("wifi", "freifunk-passwort\n")
        join = ["device", "wifi", device, "--ssid", SSID, "--passphrase-file", passphrase, "--commit"]
        reply = c.run(*join, "--fault", "device-drop-mid-write:20")
        self.assert_plain_error(reply, ["links.", "services.deviceAway"], [5])
        c.ok("wallet", "list")
        self.assertEqual(self.until_ok(join)["connectedTo"]["hex"], SSID[4:])

    def until_ok(self, command, tries=30):
        for _ in range(tries):
            reply = self.console.run(*command)
            if reply.code == 0:
                return reply.json
        self.fail(str(reply))

    def test_a_wrong_wifi_password_is_said_and_the_right_one_joins(self):
        c = self.console
        device = c.devices_near()["01"]
        passphrase = c.file("wifi", "freifunk-passwort\n")
        join = ["device", "wifi", device, "--ssid", SSID, "--passphrase-file", passphrase, "--commit"]
        reply = c.run(*join, "--fault", "wrong-wifi-password")
        self.assert_plain_error(reply, ["helium.", "links.", "device"], [3, 5])
        self.assertIn("password", reply.error["message"].lower() + reply.error["action"].lower())
        self.assertEqual(c.ok(*join)["connectedTo"]["hex"], SSID[4:])

    def test_an_answer_that_never_comes_is_no_second_payment(self):
        before = self.console.ready()
        steps, transactions = self.claim_one("rpc-timeout-after-accept")
        self.assertEqual(steps, STEPS, "the answer is looked for, nothing is signed a second time")
        self.assertEqual(len(transactions), 1)
        events = transactions[0][1]
        self.assertLess(events.index("send"), events.index("loseTrack"))
        self.assertLess(events.index("loseTrack"), events.index("finalise"))
        self.assert_paid_once(before)
        received = [int(a["base"]) for e in self.console.ok("wallet", "activity")["activity"]
                    for a in e["received"] if a["asset"] == "HNT"]
        self.assertEqual(sum(received), sum(before.values()))

    def test_an_expired_blockhash_pays_nothing_twice(self):
        before = self.console.ready()
        steps, transactions = self.claim_one("blockhash-expires")
        self.assertGreaterEqual(steps.count("Checking what will be signed"), 2, "the new one is checked like the first")
        self.assertGreaterEqual(steps.count("Signing"), 2)
        self.assertEqual(transactions[0][0], "expired", transactions)
        self.assertNotIn("finalise", transactions[0][1])
        self.assert_paid_once(before)

    def test_figures_that_sources_disagree_about_are_not_collected(self):
        before = self.console.ready()
        reply = self.console.run("earnings", "claim", "--all", "--fault", "oracle-disagrees:*")
        if reply.code == 0:
            self.assertTrue(reply.json["leftOut"], str(reply))
            for left in reply.json["leftOut"]:
                self.assertEqual(left["reason"], "left.sourcesDisagree")
                self.assertIn("disagree", left["says"])
            ready = sum(int(a["base"]) for a in reply.json["youReceive"])
            self.assertEqual(ready, sum(before.values()) - sum(before[d["device"]] for d in reply.json["leftOut"]))
        else:  # every device is left out
            self.assert_error(reply, "services.allLeftOut", 3)
            self.assertIn("disagree", reply.error["message"])
        self.assertEqual(self.console.balance("HNT"), 0)

    def test_without_prices_amounts_have_no_worth_and_the_job_goes_on(self):
        folder = tempfile.TemporaryDirectory(prefix="outpost-e2e-")
        self.addCleanup(folder.cleanup)
        c = self.console = Console(folder.name)  # nobody has seen a price in this one
        c.make_wallet()
        held = c.ok("wallet", "balance", "--fault", "price-feed-gone:*")
        self.assertTrue(all(b["fiat"] is None for b in held["balances"]), held)
        shown = c.ok("price", "show", "--fault", "price-feed-gone:*")
        self.assertFalse([p for p in shown["prices"] if p["asset"] in ("HNT", "SOL")], shown)
        self.assertTrue(c.ok("earnings", "summary")["ready"]["amounts"])
        before = c.ready()
        self.assertEqual(len(before), 8)
        self.assertEqual(c.ok(*CLAIM, "--fault", "price-feed-gone:*")["operation"]["state"], "done")
        self.assert_paid_once(before)

    def a_few(self, fault):
        """Faults in the middle of collecting, few enough to be outlived by trying again."""
        before = self.console.ready()
        self.claim_one(fault)
        self.assert_paid_once(before)

    def test_too_many_requests(self):
        self.a_few("http-429:3")

    def test_an_error_of_a_server(self):
        self.a_few("http-500:3")

    def test_noise_where_an_answer_is_due(self):
        self.a_few("http-garbage:2")

    def test_a_reply_of_ten_megabytes(self):
        self.a_few("http-10mb:2")

    def test_services_that_stay_away_are_named(self):
        for fault, code, words in (("http-429", "net.rateLimited", "asks for a pause."),
                                   ("http-500", "net.status5xx", "has a problem of its own (500)."),
                                   ("http-garbage", "net.garbage", "answered something that Outpost does not understand."),
                                   ("http-10mb", "net.tooLarge", "sent more than Outpost accepts.")):
            with self.subTest(fault=fault):
                console = self.prepared_again()
                reply = console.run("wallet", "balance", "--fault", fault + ":*")
                self.assert_plain_error(reply, [code], [4])
                self.assertRegex(reply.error["message"], r"^[a-z0-9.-]+\.[a-z]+ " + re.escape(words) + "$")
                plan = console.run(*CLAIM, "--fault", fault + ":*")  # nothing is prepared, let alone signed
                self.assert_plain_error(plan, ["net.", "helium.serviceShape", "codec."], [4])
                self.assertEqual(console.ok("op", "list")["operations"], [])

    def prepared_again(self):
        folder = tempfile.TemporaryDirectory(prefix="outpost-e2e-")
        self.addCleanup(folder.cleanup)
        return self.prepared(folder.name)

    def test_a_clock_that_is_wrong_does_not_keep_money_away(self):
        before = self.console.ready()
        steps, _ = self.claim_one("clock-skew:*")
        self.assertEqual(steps, STEPS)
        self.assert_paid_once(before)

    def test_a_fault_that_does_not_exist_is_refused(self):
        reply = self.console.run("wallet", "balance", "--fault", "no-such")
        self.assert_error(reply, "app.usage", 2)
        for name in ("no-such", "rpc-timeout-after-accept", "http-10mb", "clock-skew"):
            self.assertIn(name, reply.error["message"])
        real = Console(self.console.folder, demo=False)
        self.assert_error(real.run("wallet", "list", "--fault", "http-500"), "app.usage", 2)


if __name__ == "__main__":
    main()
