# SPDX-License-Identifier: GPL-3.0-or-later
"""`network check` asks every host and tells which answers are not as Outpost reads them."""

import json
import os
import stat

from console import ConsoleTest, main

ADDRESS = "9xQeWvG816bUx9EPjHmaT23yvVM2ZWbrrpZb9PusVFin"


class NetworkCheckTest(ConsoleTest):
    def check(self, *args, code=0):
        reply = self.console.run("network", "check", *args)
        self.assertEqual(reply.code, code, str(reply))
        self.assertIsNotNone(reply.json, str(reply))
        return reply.json

    def states(self, report):
        return {(c["host"], c["check"]): c["state"] for c in report["checks"]}

    def test_every_host_of_the_demo_answers_as_expected(self):
        report = self.check()
        self.assertTrue(report["allGood"], json.dumps(report["checks"], indent=1))
        self.assertEqual(report["asked"], len(report["checks"]))
        self.assertEqual((report["unreachable"], report["differing"]), (0, 0))
        asked = {c["host"] for c in report["checks"]}
        for host in ("rpc-one.demo", "rpc-two.demo", "entities.nft.helium.io", "onboarding.dewi.org",
                     "ecc-verifier.web.helium.io", "hnt-rewards.oracle.helium.io", "iot-rewards.oracle.helium.io",
                     "mobile-rewards.oracle.helium.io", "api.coingecko.com", "api.jup.ag", "api.weatherxm.com"):
            self.assertIn(host, asked)
        for one in report["checks"]:
            self.assertRegex(one["asked"], r"^(GET|POST) https://")
            self.assertGreaterEqual(one["tookMs"], 0)

    def test_it_needs_no_wallet_and_names_none(self):
        self.console.ok("wallet", "watch", ADDRESS)
        self.assertNotIn(ADDRESS, json.dumps(self.check()))

    def test_noise_is_a_difference_of_that_host_alone(self):
        report = self.check("--fault", "http-garbage:*@entities.nft.helium.io", code=7)
        self.assertFalse(report["allGood"])
        for (host, name), state in self.states(report).items():
            self.assertEqual(state, "differs" if host == "entities.nft.helium.io" else "ok", f"{host} {name}")
        first = next(c for c in report["checks"] if c["state"] == "differs")
        self.assertEqual(first["differences"], [{"field": "", "expected": "JSON", "found": "something else"}])

    def test_a_service_that_is_down_is_unreachable(self):
        report = self.check("--fault", "http-500:*@api.jup.ag", code=4)
        for (host, name), state in self.states(report).items():
            self.assertEqual(state, "unreachable" if host == "api.jup.ag" else "ok", f"{host} {name}")
        self.assertEqual(report["unreachable"], 1)

    def test_a_price_source_without_prices_is_told_field_by_field(self):
        report = self.check("--fault", "price-feed-gone:*", code=7)
        first = next(c for c in report["checks"] if c["host"] == "api.coingecko.com")
        self.assertIn({"field": "solana.usd", "expected": "number", "found": "missing"}, first["differences"])

    def test_the_report_is_written_once(self):
        path = os.path.join(self.console.folder, "report.json")
        shown = self.check("--report", path)
        with open(path) as f:
            written = json.load(f)
        self.assertEqual(written["checks"], shown["checks"])
        self.assertEqual(written["demo"], "Demo, not real money")
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode) & 0o077, 0)
        self.assertNotEqual(self.console.run("network", "check", "--report", path).code, 0)


if __name__ == "__main__":
    main()
