# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs that no other test calls: the shape of what each answers, and one bad case of each."""

import base64
import csv
import os

from console import ConsoleTest, main

FEE_PAYER = bytes([7]) * 32
AMOUNT = 1_500_000_000


def transfer(program=bytes(32)):
    """An unsigned transaction of one instruction, a transfer of SOL where the program is the system's."""
    data = (2).to_bytes(4, "little") + AMOUNT.to_bytes(8, "little")
    message = bytes([1, 0, 1, 3]) + FEE_PAYER + bytes([9]) * 32 + program + bytes([5]) * 32
    message += bytes([1, 2, 2, 0, 1, len(data)]) + data
    return base64.b64encode(bytes([1]) + bytes(64) + message).decode()


class Shape:
    """What a JSON value must look like: a type, a set of allowed values, a dict of members (exactly these), a list of
    one shape for each element, or None."""

    @staticmethod
    def problem(value, shape, where="answer"):
        if shape is None or isinstance(shape, (set, frozenset)):
            good = value is None if shape is None else value in shape
            return "" if good else f"{where} is {value!r}"
        if isinstance(shape, tuple):
            return "" if any(not Shape.problem(value, one, where) for one in shape) else f"{where} is {value!r}"
        if isinstance(shape, dict):
            if not isinstance(value, dict) or set(value) != set(shape):
                return f"{where} has {sorted(value) if isinstance(value, dict) else value!r}, not {sorted(shape)}"
            return next((p for k in shape if (p := Shape.problem(value[k], shape[k], f"{where}.{k}"))), "")
        if isinstance(shape, list):
            if not isinstance(value, list):
                return f"{where} is no list"
            return next((p for i, v in enumerate(value) if (p := Shape.problem(v, shape[0], f"{where}[{i}]"))), "")
        return "" if isinstance(value, shape) else f"{where} is {value!r}"


WALLET = {"id": str, "name": str, "addresses": [str], "watchOnly": bool, "backupVerified": (str, None)}
LAMP = {"lamp": {"thisComputer", "process", "radioAndKey", "network", "earning"}, "lampSays": str,
        "state": {"good", "warn", "bad", "unknown"}, "sentence": str, "says": str, "source": str}
INSTRUCTION = {"program": str, "name": str, "sentence": str, "says": str, "understood": bool}


class Verbs(ConsoleTest):
    def answers(self, reply, **members):
        # What needs the person whatever the command was is looked at elsewhere.
        reply = {member: value for member, value in reply.items() if member != "warnings"}
        problem = Shape.problem(reply, {"committed": bool, "demo": {"Demo, not real money"}, **members})
        self.assertEqual(problem, "", reply)
        return reply

    def refused(self, reply, code, exit_code):
        self.assert_error(reply, code, exit_code)

    def csv(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def test_wallet_rename(self):
        c = self.prepared()
        done = self.answers(c.ok("wallet", "rename", "Roof and shed"), wallet=WALLET)
        self.assertEqual(done["wallet"]["name"], "Roof and shed")
        for name in ("", "\u202eegdE", "a" * 400, "two\nlines"):
            with self.subTest(name=name):
                reply = c.run("wallet", "rename", name)
                self.assertIn(reply.code, (2, 3), str(reply))
                self.assert_error(reply, reply.error["code"], reply.code)
        wrong = c.file("wrong", "quite another sentence 4\n")
        self.refused(c.run("wallet", "rename", "Mine", password=wrong), "wallet.wrongPassword", 6)
        self.assertEqual(c.ok("wallet", "list")["wallets"][0]["name"], "Roof and shed")

    def test_wallet_passwd(self):
        c = self.prepared()
        new = c.file("new", "another battery, staple horse 7\n")
        weak = c.file("weak", "password\n")
        self.refused(c.run("wallet", "passwd", "--new-password-file", weak), "wallet.passwordTooWeak", 3)
        self.refused(c.run("wallet", "passwd", "--new-password-file", new, password=new), "wallet.wrongPassword", 6)
        self.refused(c.run("wallet", "passwd", "--new-password-file", "/nowhere/new"), "base.fileNotFound", 2)
        c.ok("wallet", "show")
        self.answers(c.ok("wallet", "passwd", "--new-password-file", new), wallet=WALLET)
        self.refused(c.run("wallet", "show"), "wallet.wrongPassword", 6)
        c.ok("wallet", "show", password=new)

    def test_wallet_decode(self):
        c = self.console
        good = self.answers(c.ok("wallet", "decode", c.file("tx", transfer() + "\n")), feePayer=str, understood={True},
                            instructions=[INSTRUCTION], dangers=[str])
        self.assertIn("1.5", good["instructions"][0]["says"])
        self.assertIn("SOL", good["instructions"][0]["says"])
        foreign = c.ok("wallet", "decode", c.file("tx", transfer(bytes([8]) * 32)))
        self.assertFalse(foreign["understood"])
        self.assertFalse(foreign["instructions"][0]["understood"])
        whole = transfer()
        for text in ("", "not base64 !", whole[:-8], whole + "AAAA", "AAAA"):
            with self.subTest(text=text[-20:]):
                reply = c.run("wallet", "decode", c.file("tx", text))
                self.assertIn(reply.code, (2, 3), str(reply))
                self.assert_error(reply, reply.error["code"], reply.code)
        self.refused(c.run("wallet", "decode", "/nowhere/tx"), "base.fileNotFound", 2)
        self.assertNotIn(c.run("wallet", "decode", c.file("tx", "A" * 100_000)).code, (0, 70))

    def test_device_diagnose(self):
        c = self.prepared()
        device = c.devices_near()["01"]
        done = self.answers(c.ok("device", "diagnose", device), device={device}, lamps=[LAMP], values=dict)
        self.assertTrue(done["lamps"])
        for lamp in done["lamps"]:
            self.assertRegex(lamp["sentence"], r"^lamp\.[A-Za-z.]+$")
            self.assertIn(" ", lamp["says"], "a sentence, not a key")
            self.assertNotIn("%", lamp["says"])
        self.assertTrue(all(isinstance(v, str) for v in done["values"].values()), done)
        self.refused(c.run("device", "diagnose", device[:-6] + "111111"), "app.notADeviceId", 2)
        reply = c.run("device", "diagnose", device, "--fault", "device-drop-mid-write:*")  # it only reads
        self.assertEqual(reply.code, 0, str(reply))

    def test_device_forget(self):
        c = self.prepared()
        devices = [d["id"] for d in c.ok("fleet", "list")["devices"]]
        c.ok("device", "rename", devices[0], "Attic")
        self.answers(c.ok("device", "forget", devices[0]), forgotten={devices[0]})
        self.assertNotIn(devices[0], [d["id"] for d in c.ok("fleet", "list")["devices"]])
        self.refused(c.run("device", "forget", devices[0]), "store.notFound", 2)
        self.refused(c.run("device", "forget", "no such device"), "app.notADeviceId", 2)
        self.assertEqual(len(c.ok("fleet", "list")["devices"]), len(devices) - 1)

    def test_earnings_export(self):
        c = self.prepared()
        c.ok("demo", "advance", "--days", 2)
        file = os.path.join(c.folder, "earnings.csv")
        done = self.answers(c.ok("earnings", "export", file, "--days", 60), file={file}, rows=int)
        rows = self.csv(file)
        self.assertEqual(len(rows), done["rows"])
        self.assertGreater(len(rows), 60)
        self.assertEqual(list(rows[0]), ["day", "device", "asset", "amount", "complete"])
        for row in rows:
            self.assertRegex(row["day"], r"^20\d\d-\d\d-\d\d$")
            self.assertRegex(row["amount"], r"^\d+(\.\d+)?$")
            self.assertIn(row["complete"], ("yes", "no"))
        self.refused(c.run("earnings", "export", file), "base.fileExists", 2)
        self.assertEqual(self.csv(file), rows, "what was there stays")
        self.assertEqual(c.run("earnings", "export", file + "2", "--days", "0").code, 2)
        self.refused(c.run("earnings", "export", "/nowhere/earnings.csv"), ["base.fileNotFound", "base.fileFailed"], 2)

    def test_coverage_cells(self):
        c = self.console
        done = self.answers(c.ok("coverage", "cells", "--limit", 500), network=str, source=str, asOf=str,
                            cells=[{"cell": str, "devices": int}])
        self.assertTrue(done["cells"])
        self.assertTrue(all(cell["devices"] > 0 for cell in done["cells"]))
        self.assertLessEqual(sum(cell["devices"] for cell in done["cells"]), 500)
        # That nobody answered is not that nobody is there.
        for fault in ("http-500:*", "http-garbage:*"):
            with self.subTest(fault):
                reply = c.run("coverage", "cells", "--fault", fault)
                self.assert_error(reply, reply.error["code"] if reply.error else "", 4)

    def test_fleet_export(self):
        c = self.prepared()
        devices = c.ok("fleet", "list")["devices"]
        c.ok("device", "rename", devices[0]["id"], '=HYPERLINK("http://x";"y")')
        file = os.path.join(c.folder, "fleet.csv")
        self.answers(c.ok("fleet", "export", file), file={file}, rows={len(devices)})
        rows = self.csv(file)
        self.assertEqual({r["id"] for r in rows}, {d["id"] for d in devices})
        self.assertEqual(list(rows[0]), ["id", "name", "nickname", "note", "kind", "city", "latitude", "longitude", "cell"])
        renamed = next(r for r in rows if r["id"] == devices[0]["id"])
        self.assertFalse(renamed["nickname"].startswith("="), "a table would take it for a formula")
        self.refused(c.run("fleet", "export", file), "base.fileExists", 2)
        self.assertEqual(self.csv(file), rows, "what was there stays")

    def test_op_cancel(self):
        c = self.prepared()
        device = c.devices_near()["01"]
        # Its link is lost each time: nothing has reached the outside, and the act waits.
        c.run("device", "onboard", device, "--lat", "53.55", "--lon", "10.0", "--commit", "--fault",
              "device-drop-mid-write:200")
        waiting = c.ok("op", "list", "--open")["operations"]
        self.assertEqual(len(waiting), 1, waiting)
        done = self.answers(c.ok("op", "cancel", waiting[0]["id"]), operation=dict)
        self.assertEqual(done["operation"]["state"], "cancelled")
        self.assertEqual(c.ok("op", "list", "--open")["operations"], [])
        reply = c.run("op", "cancel", waiting[0]["id"])  # what has ended stays as it ended
        self.assert_error(reply, reply.error["code"], 3)
        reply = c.run("op", "cancel", "0123")
        self.assert_error(reply, "store.notFound", 2)
        claimed = c.ok("earnings", "claim", "--device", sorted(c.ready())[0], "--commit")["operation"]["id"]
        reply = c.run("op", "cancel", claimed)
        self.assert_error(reply, reply.error["code"], 3)
        self.assertEqual(c.ok("op", "show", claimed)["operation"]["state"], "done")


if __name__ == "__main__":
    main()
