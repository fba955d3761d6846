#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt Bluetooth (the probe) against the peripheral, in several scenes. Usage: test_probe.py PROBE"""
import base64
import json
import os
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import hotspot
import wire

GOLDEN = json.loads((HERE.parents[1] / "data" / "helium.json").read_text(encoding="utf-8"))["addGateway"]
OWNER = GOLDEN["owner"]
PROBE = ""


def run(scene, ssid="hotspot-wifi", passphrase="!cilantro1983!", bus=()):
    done = subprocess.run(
        [sys.executable, HERE / "bluetooth_bus.py", *bus, "--scene", json.dumps(scene), "--", PROBE, ssid, passphrase, OWNER],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.returncode, json.loads(done.stdout)


def value(said, name):
    return bytes.fromhex(said["values"][hotspot.CHARACTERISTICS[name][0]])


class ProbeTest(unittest.TestCase):
    def test_from_scan_to_the_golden_signature(self):
        status, said = run({"devices": [{"key": "ed25519", "seed": GOLDEN["gatewaySeedHex"]}], "strangers": 4})
        self.assertEqual(status, 0, said)
        self.assertIn("Studio Headphones", said["seen"])
        self.assertTrue(said["name"].startswith("Helium Hotspot "))
        self.assertEqual(said["services"], 2)
        self.assertEqual(len(said["values"]), 12)
        self.assertEqual(value(said, "public_key").decode(), GOLDEN["gateway"])
        self.assertEqual(said["wifi"], ["connecting", "connected"])
        self.assertEqual(base64.b64encode(bytes.fromhex(said["gatewayHex"])).decode(), GOLDEN["envelopeBase64"])

    def test_nebra_with_its_errors_and_slow_reads(self):
        status, said = run({"devices": [{
            "style": "nebra", "slow": {"wifi_services": 400, "diagnostics": 200}, "tickMs": 50, "wifiMs": 300, "processingReads": 2}]})
        self.assertEqual(status, 0, said)
        self.assertGreater(said["wifi"].count("error"), 2)
        self.assertEqual(said["wifi"][-1], "connected")
        self.assertEqual(said["polls"], 3)
        self.assertEqual(len(said["values"]), 13)

    def test_a_name_that_is_not_ascii(self):
        status, said = run({}, "日本語ネット", "correct horse")
        self.assertEqual((status, said["wifi"][-1]), (0, "connected"))

    def test_a_wrong_passphrase(self):
        status, said = run({}, passphrase="wrong")
        self.assertEqual((status, said["wifi"]), (0, ["connecting", "invalid"]))

    def test_early_pushes(self):
        status, said = run({"devices": [{"notifyEarly": True}]})
        self.assertEqual((status, said["wifi"][-1]), (0, "connected"))

    def test_stale_firmware_answers_a_word(self):
        status, said = run({"devices": [{"addGateway": "wait"}]})
        self.assertEqual((status, bytes.fromhex(said["gatewayHex"])), (0, b"wait"))

    def test_a_drop_in_the_middle_of_a_write_reaches_the_client(self):
        status, said = run({"devices": [{"dropOnWrite": "wifi_connect"}]})
        self.assertEqual(status, 1)
        self.assertIn("failed", said)

    def test_a_compact_key(self):
        status, said = run({"devices": [{"key": "p256", "seed": "another"}]})
        self.assertEqual(status, 0, said)
        ((_, inner),) = wire.fields(bytes.fromhex(said["gatewayHex"]))
        parts = dict(wire.fields(inner))
        self.assertEqual(parts[1], wire.binary_of(OWNER))
        self.assertEqual(wire.address_of(parts[2]), value(said, "public_key").decode())

    def test_without_bluetooth_the_scan_fails_at_once(self):
        status, said = run({}, bus=["--no-adapter"])
        self.assertEqual(status, 1)
        self.assertIn("scan", said["failed"])


if __name__ == "__main__":
    PROBE = sys.argv.pop(1)
    unittest.main(verbosity=1)
