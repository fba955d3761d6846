# SPDX-License-Identifier: GPL-3.0-or-later
"""The addresses that recovery words give: which are in use, which a wallet has, and what belongs to another one."""

import json

from console import Console, ConsoleTest, main

# A published vector: the words, and what other wallets derive of them.
WORDS = "drill toddler tongue laundry access silly few faint glove birth crumble add\n"
VECTORS = {"m/44'/501'/0'/0'": "1u76UNyGcggf4rMcjJ3KFwKHmdxvBQSFguigkpVJLyv",
           "words": "2EqLoU9div1QPiCwUk8iccYjzYGg6U1G5NvNT8aAasoQ",
           "m/44'/501'/0'": "E8BoUW8o7KiBC4mYY4DfC6xv1yVxfjWM7FBgs89ohXxK",
           "m/44'/501'": "5w8ujLNixdA7bKgJEL3YmCBC7FZuN82s3YYcCTTKfT5C",
           "m/44'/904'": "AVf1ScWZH3wRLvR14XWw4NUuck7aQ9HHswzJrh5cMSKF",
           "m/44'/904'/0'/0'": "GqHHggueU1SeWySJrPr7GTWxhK944PfoCtQv8xiZ4mqQ"}


class OnTheDemo(ConsoleTest):
    def test_what_another_address_has_ready_is_named_and_collected_from_there(self):
        c = self.prepared()
        shown = c.ok("wallet", "addresses")
        self.assertTrue(shown["allAsked"])
        first, second = shown["found"][0], shown["found"][1]
        self.assertEqual((first["inUse"], first["devices"], second["inUse"], second["devices"]), (True, 8, False, 0))
        self.assertEqual(shown["wallet"]["addresses"], [first["address"]])
        self.assertGreater(int(first["coin"]["base"]), 0)
        self.assertEqual(first["unknown"], {})

        both = c.ok("wallet", "addresses", "--path", second["path"], "--path", first["path"])
        self.assertEqual(both["wallet"]["addresses"], [second["address"], first["address"]])
        # The demo gives the second address devices of its own; those of the first are named as left out.
        ready = set(c.ready())
        left = {d["device"]: d["reason"] for d in c.ok("earnings", "claim", "--all")["leftOut"]}
        elsewhere = {device for device, reason in left.items() if reason == "left.otherAddress"}
        self.assertEqual(len(elsewhere), 8)
        self.assertLessEqual(elsewhere, ready)
        c.ok("wallet", "addresses", "--path", first["path"])
        plan = c.ok("earnings", "claim", "--all")
        self.assertGreater(len(plan["transactions"]), 0)
        self.assertFalse(elsewhere & {d["device"] for d in plan["leftOut"] if d["reason"] == "left.otherAddress"})

    def test_a_path_that_the_words_do_not_give_is_refused_and_changes_nothing(self):
        c = self.prepared()
        before = c.ok("wallet", "show")["wallet"]["addresses"]
        for path in ("m/44'/60'/0'", "nonsense", "words"):
            with self.subTest(path):
                self.assert_error(c.run("wallet", "addresses", "--path", path), "app.usage", 2)
        self.assertEqual(c.ok("wallet", "show")["wallet"]["addresses"], before)

    def test_what_cannot_be_asked_is_not_known_and_not_zero(self):
        c = self.prepared()
        shown = c.ok("wallet", "addresses", "--fault", "http-500:*")
        self.assertFalse(shown["allAsked"])
        for one in shown["found"]:
            self.assertEqual((one["inUse"], one["coin"], one["tokens"], one["devices"]), (None, None, None, None))
            self.assertEqual(set(one["unknown"].values()), {"unreachable"})

    def test_words_of_a_real_wallet_are_refused_before_anybody_is_asked(self):
        words = self.console.file("words.txt", WORDS)
        for extra in ([], ["--look-only"]):
            self.assert_error(self.console.run("wallet", "import", "--words-file", words, *extra),
                              "wallet.demoImportRefused", 3)


class OnTheRealNetwork(ConsoleTest):
    """Nobody answers: what is known without a network."""

    def setUp(self):
        super().setUp()
        self.console = Console(self._folder.name, demo=False)
        nobody = "http://127.0.0.1:9/"
        config = self.console.file("network.json", json.dumps({"helium": {
            "rpc": [nobody], "das": [nobody], "entities": nobody, "onboarding": nobody, "eccVerifier": nobody,
            "prices": {"coingecko": nobody, "jupiter": nobody}}}))
        self.words = ["wallet", "import", "--words-file", self.console.file("words.txt", WORDS),
                      "--network-config", config]

    def test_the_addresses_are_those_that_other_wallets_derive(self):
        found = self.console.ok(*self.words, "--look-only")
        self.assertFalse(found["allAsked"])
        by_path = {f["path"]: f["address"] for f in found["found"]}
        self.assertGreater(len(by_path), 20)
        for path, address in VECTORS.items():
            self.assertEqual(by_path[path], address)
        self.assertTrue(all(f["inUse"] is None and f["devices"] is None for f in found["found"]))
        self.assertEqual(self.console.ok("wallet", "list")["wallets"], [])

    def test_without_a_network_the_standard_address_is_kept(self):
        made = self.console.ok(*self.words)
        self.assertEqual(made["wallet"]["addresses"], [VECTORS["m/44'/501'/0'/0'"]])

    def test_the_addresses_that_are_named_are_kept_and_the_first_receives(self):
        made = self.console.ok(*self.words, "--path", "words", "--path", "m/44'/904'")
        self.assertEqual(made["wallet"]["addresses"], [VECTORS["words"], VECTORS["m/44'/904'"]])
        self.assertEqual(self.console.ok("wallet", "receive")["address"], VECTORS["words"])


if __name__ == "__main__":
    main()
