#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peripheral by itself, asked over D-Bus as a client would. Runs behind bluetooth_bus.py."""
import base64
import json
import os
import pathlib
import sys
import tempfile
import time
import unittest

try:
    import dbus
except ModuleNotFoundError:
    if sys.executable != "/usr/bin/python3":
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    raise

import dbus.mainloop.glib
from gi.repository import GLib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hotspot
import wire

GOLDEN = json.loads((pathlib.Path(__file__).parents[2] / "data" / "helium.json").read_text(encoding="utf-8"))
DEADLINE = 10
NO_OPTIONS = dbus.Dictionary({}, signature="sv")
FAST = {"readMs": 1, "connectMs": 1, "resolveMs": 1, "wifiMs": 60, "tickMs": 20, "signMs": 1}
OWNER = GOLDEN["addGateway"]["owner"]


def request(owner, payer):
    return wire.field(1, owner.encode()) + wire.field(4, payer.encode())


class Client(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
        cls.bus = dbus.SystemBus()

    def setUp(self):
        self.changes = []
        self.matches = [
            self.bus.add_signal_receiver(
                lambda interface, changed, gone, path: self.changes.append((str(path), changed, [str(g) for g in gone])),
                "PropertiesChanged", bus_name="org.bluez", path_keyword="path")]

    def tearDown(self):
        for match in self.matches:
            match.remove()

    # --- asking ---------------------------------------------------------------------------------------------------

    def ask(self, **question):
        answer = json.loads(self.bus.get_object("org.bluez", "/org/outpost/peripheral").Ask(json.dumps(question)))
        self.assertNotIn("error", answer)
        return answer

    def scene(self, *devices, strangers=0):
        self.changes.clear()
        return self.ask(op="reset", devices=[{**FAST, **settings} for settings in devices or ({},)], strangers=strangers)

    def objects(self):
        return self.bus.get_object("org.bluez", "/").GetManagedObjects(dbus_interface="org.freedesktop.DBus.ObjectManager")

    def until(self, true, what):
        end = time.monotonic() + DEADLINE
        context = GLib.MainContext.default()
        while not true():
            if time.monotonic() > end:
                self.fail(f"waited in vain for {what}")
            GLib.timeout_add(10, lambda: False)
            context.iteration(True)

    def adapter(self):
        return dbus.Interface(self.bus.get_object("org.bluez", "/org/bluez/hci0"), "org.bluez.Adapter1")

    def devices(self):
        return {str(path): each["org.bluez.Device1"] for path, each in self.objects().items() if "org.bluez.Device1" in each}

    def connect(self, *devices, index=0):
        mac = self.scene(*devices)["devices"][index]["mac"] if devices is not None else None
        path = f"/org/bluez/hci0/dev_{mac.replace(':', '_')}"
        self.adapter().StartDiscovery()
        self.until(lambda: path in self.devices(), "the device")
        self.link(path)
        return path

    def link(self, path):
        dbus.Interface(self.bus.get_object("org.bluez", path), "org.bluez.Device1").Connect()
        self.until(lambda: self.devices().get(path, {}).get("ServicesResolved"), "its services")

    def characteristic(self, name, path=""):
        uuid = {**hotspot.CHARACTERISTICS, **hotspot.INFORMATION}[name][0]
        for at, each in self.objects().items():
            if at.startswith(path) and each.get("org.bluez.GattCharacteristic1", {}).get("UUID") == uuid:
                # Without introspection an asynchronous call leaves at once.
                proxy = self.bus.get_object("org.bluez", at, introspect=False)
                return dbus.Interface(proxy, "org.bluez.GattCharacteristic1")
        self.fail(f"no {name}")

    def read(self, name, path=""):
        return bytes(self.characteristic(name, path).ReadValue(NO_OPTIONS))

    def write(self, name, data, path=""):
        self.characteristic(name, path).WriteValue(dbus.Array(list(data), signature="y"), dbus.Dictionary({"type": "request"}, signature="sv"))

    def pushed(self, name):
        path = self.characteristic(name).object_path
        return [bytes(changed["Value"]) for at, changed, _ in self.changes if at == path and "Value" in changed]

    def refused(self, error, work):
        with self.assertRaises(dbus.DBusException) as caught:
            work()
        self.assertEqual(caught.exception.get_dbus_name(), f"org.bluez.Error.{error}")

    # --- scanning ---------------------------------------------------------------------------------------------------

    def test_devices_appear_while_scanning_and_only_the_hotspot_has_the_service(self):
        self.scene({}, {"seed": "2", "style": "nebra"}, strangers=4)
        self.assertEqual(self.devices(), {})
        self.adapter().StartDiscovery()
        self.until(lambda: len(self.devices()) == 6, "six devices")
        ours = [each for each in self.devices().values() if hotspot.SERVICE in each["UUIDs"]]
        self.assertEqual(sorted(str(each["Name"])[:6] for each in ours), ["Helium", "Nebra "])
        self.assertEqual(sum("Name" not in each for each in self.devices().values()), 1)
        self.adapter().StopDiscovery()
        self.assertFalse(any("RSSI" in each for each in self.devices().values()))

    def test_a_silent_device_is_seen_only_after_its_button_and_not_for_ever(self):
        self.scene({"advertise": False, "advertiseMs": 700})
        self.adapter().StartDiscovery()
        self.until(lambda: self.ask(op="state")["scans"] > 0, "the scan")
        self.assertEqual(self.devices(), {})
        self.ask(op="press", device=0)
        self.until(lambda: len(self.devices()) == 1, "the device")
        self.until(lambda: not self.devices(), "its silence")

    def test_without_power_nothing_scans(self):
        self.scene()
        self.ask(op="power", on=False)
        self.refused("NotReady", self.adapter().StartDiscovery)

    def test_a_connection_may_fail_first(self):
        mac = self.scene({"connectFails": 1})["devices"][0]["mac"]
        path = f"/org/bluez/hci0/dev_{mac.replace(':', '_')}"
        self.adapter().StartDiscovery()
        self.until(lambda: path in self.devices(), "the device")
        self.refused("Failed", dbus.Interface(self.bus.get_object("org.bluez", path), "org.bluez.Device1").Connect)
        self.link(path)

    # --- reading ----------------------------------------------------------------------------------------------------

    def test_the_profiles_have_their_characteristics(self):
        for style, count, lights in (("reference", 13, ["read", "write", "notify"]), ("nebra", 14, ["read"])):
            path = self.connect({"style": style})
            found = [each["org.bluez.GattCharacteristic1"] for at, each in self.objects().items()
                     if at.startswith(path) and "org.bluez.GattCharacteristic1" in each]
            self.assertEqual(len(found), count + 3)
            flags = next(each["Flags"] for each in found if each["UUID"] == hotspot.CHARACTERISTICS["lights"][0])
            self.assertEqual([str(flag) for flag in flags], lights)

    def test_plain_values(self):
        self.connect({"key": "ed25519", "seed": GOLDEN["addGateway"]["gatewaySeedHex"], "mac": "AA:BB:CC:00:11:22"})
        self.assertEqual(self.read("mac"), b"AABBCC001122")
        self.assertEqual(self.read("public_key").decode(), GOLDEN["addGateway"]["gateway"])
        self.assertEqual(self.read("onboarding_key"), self.read("public_key"))
        for name, value in (("wifi_connect", b"init"), ("add_gateway", b"init"), ("lights", b"off"), ("ethernet_online", b"false"),
                            ("wifi_ssid", b""), ("manufacturer", b"Helium")):
            self.assertEqual(self.read(name), value, name)

    def test_network_names_are_bytes_and_the_list_fits_an_attribute(self):
        self.connect()
        names = [value for _, value in wire.fields(self.read("wifi_services"))]
        self.assertEqual(names, [hotspot.ssid_of(each) for each in hotspot.DEFAULT_WIFI])
        self.assertIn(b"Caf\xe9-1", names)
        self.connect({"wifi": [{"ssid": f"network number {i:02}", "passphrase": ""} for i in range(40)]})
        data = self.read("wifi_services")
        self.assertLessEqual(len(data), 512)
        self.assertEqual(len(wire.fields(data)), 20)
        self.connect({"wifi": [{"ssid": "y" * 600, "passphrase": ""}]})
        self.assertEqual(self.read("wifi_services"), b"error")

    def test_a_second_read_is_refused_while_one_is_on_its_way(self):
        self.connect({"slow": {"wifi_services": 150}})
        done = []
        slow = self.characteristic("wifi_services")
        start = time.monotonic()
        slow.ReadValue(NO_OPTIONS, reply_handler=lambda value: done.append(bytes(value)), error_handler=done.append)
        self.refused("InProgress", lambda: self.read("mac"))
        self.until(lambda: done, "the first read")
        self.assertGreater(time.monotonic() - start, 0.14)
        self.assertIsInstance(done[0], bytes)
        self.assertEqual(len(self.read("mac")), 12)
        self.assertEqual(self.ask(op="state")["devices"][0]["refused"], 1)

    def test_a_read_that_hangs_fails_when_the_link_drops(self):
        self.connect({"hang": ["diagnostics"]})
        done = []
        self.characteristic("diagnostics").ReadValue(NO_OPTIONS, reply_handler=done.append, error_handler=done.append)
        self.ask(op="drop", device=0)
        self.until(lambda: done, "its end")
        self.assertEqual(done[0].get_dbus_name(), "org.bluez.Error.Failed")

    def test_diagnostics_wait_before_they_come(self):
        self.connect({"diagnosticsWait": 2, "diagnostics": {"fw": "1", "eth": "A"}})
        self.assertEqual([self.read("diagnostics"), self.read("diagnostics")], [b"wait", b"wait"])
        self.assertEqual(self.read("diagnostics"), wire.diagnostics_message({"fw": "1", "eth": "A"}))

    def test_garbage_missing_and_failing_characteristics(self):
        path = self.connect({"garbage": {"diagnostics": "ff00"}, "missing": ["lights"], "failRead": ["mac"]})
        self.assertEqual(self.read("diagnostics"), b"\xff\0")
        self.refused("Failed", lambda: self.read("mac"))
        uuids = [each.get("org.bluez.GattCharacteristic1", {}).get("UUID") for at, each in self.objects().items() if at.startswith(path)]
        self.assertNotIn(hotspot.CHARACTERISTICS["lights"][0], uuids)

    # --- Wi-Fi ------------------------------------------------------------------------------------------------------

    def join(self, name, passphrase, last):
        self.characteristic("wifi_connect").StartNotify()
        self.changes.clear()
        self.write("wifi_connect", wire.field(1, name) + wire.field(2, passphrase))
        self.until(lambda: last in self.pushed("wifi_connect"), last)
        return self.pushed("wifi_connect")

    def test_the_reference_firmware_joins_a_network(self):
        self.connect()
        name = "Café Größe ☕".encode()
        self.assertEqual(self.join(name, "très secret é".encode(), b"connected"), [b"connecting", b"connected"])
        self.assertEqual(self.read("wifi_ssid"), name)
        self.assertEqual(wire.fields(self.read("wifi_configured")), [(1, name)])
        self.write("wifi_remove", wire.field(1, name))
        self.assertEqual((self.read("wifi_ssid"), self.read("wifi_configured")), (b"", b""))

    def test_what_can_go_wrong_with_it(self):
        self.connect()
        self.assertEqual(self.join(b"hotspot-wifi", b"wrong", b"invalid")[-1], b"invalid")
        self.assertEqual(self.join(b"nowhere", b"x", b"not_found")[-1], b"not_found")
        self.changes.clear()
        self.write("wifi_connect", b"\xff\xff")
        self.assertEqual(self.read("wifi_connect"), b"badargs")
        self.connect({"wifiOutcome": "timeout"})
        self.assertEqual(self.join(b"hotspot-wifi", b"x", b"timeout")[-1], b"timeout")

    def test_a_second_attempt_finds_the_first(self):
        self.connect({"wifiNeverEnds": True})
        self.join(b"hotspot-wifi", b"x", b"connecting")
        self.assertEqual(self.join(b"hotspot-wifi", b"x", b"already")[-1], b"already")

    def test_an_early_push_comes_before_the_answer_to_the_write(self):
        self.connect({"notifyEarly": True})
        wifi = self.characteristic("wifi_connect")
        wifi.StartNotify()
        self.changes.clear()
        order = []
        self.matches.append(self.bus.add_signal_receiver(
            lambda interface, changed, gone: order.append(bytes(changed["Value"]).decode()) if "Value" in changed else None,
            "PropertiesChanged",
            path=wifi.object_path))
        data = wire.field(1, b"hotspot-wifi") + wire.field(2, b"!cilantro1983!")
        wifi.WriteValue(dbus.Array(list(data), signature="y"), NO_OPTIONS, reply_handler=lambda: order.append("answer"), error_handler=order.append)
        self.until(lambda: "answer" in order, "the answer")
        self.assertLess(order.index("connecting"), order.index("answer"))

    def test_nebra_says_error_until_it_is_connected(self):
        self.connect({"style": "nebra"})
        states = self.join(b"hotspot-wifi", b"!cilantro1983!", b"connected")
        self.assertEqual(set(states), {b"error", b"connected"})
        self.assertGreater(states.count(b"error"), 1)

    def test_nebra_cannot_join_an_open_network(self):
        self.connect({"style": "nebra"})
        self.join(b"open house", b"", b"error")
        self.until(lambda: self.pushed("wifi_connect").count(b"error") > 5, "six errors")
        self.assertNotIn(b"connected", self.pushed("wifi_connect"))

    # --- registration -----------------------------------------------------------------------------------------------

    def test_the_signed_message_is_the_golden_one(self):
        self.connect({"key": "ed25519", "seed": GOLDEN["addGateway"]["gatewaySeedHex"]})
        self.write("add_gateway", request(OWNER, OWNER))
        self.assertEqual(self.read("add_gateway").hex(), base64.b64decode(GOLDEN["addGateway"]["envelopeBase64"]).hex())

    def test_a_compact_key_signs_in_der(self):
        self.connect({"key": "p256"})
        self.write("add_gateway", request(OWNER, OWNER))
        ((_, inner),) = wire.fields(self.read("add_gateway"))
        parts = dict(wire.fields(inner))
        self.assertEqual((parts[2][0], len(parts[2])), (0, 33))
        self.assertEqual(parts[4][0], 0x30)
        self.assertEqual(wire.address_of(parts[2]), self.read("public_key").decode())
        # The point again from its x alone: of the two roots the smaller one.
        prime, x = wire.P256_PRIME, int.from_bytes(parts[2][1:], "big")
        b = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
        y = pow((x**3 - 3 * x + b) % prime, (prime + 1) // 4, prime)
        y = min(y, prime - y)
        point = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200") + b"\4" + parts[2][1:] + y.to_bytes(32, "big")
        signed = wire.field(1, parts[1]) + wire.field(2, parts[2]) + wire.field(5, parts[5])
        with tempfile.TemporaryDirectory() as folder:
            for name, data in (("key", point), ("text", signed), ("sig", parts[4])):
                pathlib.Path(folder, name).write_bytes(data)
            said = wire.openssl("pkeyutl", "-verify", "-pubin", "-inkey", f"{folder}/key", "-keyform", "DER", "-rawin", "-digest", "sha256",
                                "-in", f"{folder}/text", "-sigfile", f"{folder}/sig")
        self.assertIn(b"Verified Successfully", said)

    def test_nebra_signs_when_it_is_read(self):
        self.connect({"style": "nebra", "processingReads": 2})
        self.write("add_gateway", request(OWNER, OWNER))
        self.assertEqual([self.read("add_gateway"), self.read("add_gateway")], [b"processing", b"processing"])
        self.assertGreater(len(self.read("add_gateway")), 150)

    def test_stale_firmware_and_bad_requests_answer_with_a_word(self):
        for word in ("wait", "unknown", "error", "gw_not_found"):
            self.connect({"addGateway": word})
            self.write("add_gateway", request(OWNER, OWNER))
            self.assertEqual(self.read("add_gateway").decode(), word)
        self.connect()
        for bad in (b"\xff", request(OWNER[:-1] + "1", OWNER), request("J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf", OWNER), b""):
            self.write("add_gateway", bad)
            self.assertEqual(self.read("add_gateway"), b"badargs")

    # --- the link ---------------------------------------------------------------------------------------------------

    def test_a_drop_in_the_middle_of_a_write(self):
        path = self.connect({"dropOnWrite": "add_gateway"})
        self.refused("Failed", lambda: self.write("add_gateway", request(OWNER, OWNER)))
        self.until(lambda: not self.devices()[path]["Connected"], "the drop")
        self.assertFalse(any(at.startswith(f"{path}/") for at in self.objects()))
        self.assertEqual(self.ask(op="state")["devices"][0]["written"], [])
        self.link(path)
        self.write("add_gateway", request(OWNER, OWNER))
        self.assertGreater(len(self.read("add_gateway")), 150)

    def test_two_devices_at_once(self):
        first = self.connect({}, {"seed": "2"})
        second = next(path for path in self.until_two() if path != first)
        self.link(second)
        self.assertNotEqual(self.read("public_key", first), self.read("public_key", second))

    def until_two(self):
        self.until(lambda: len(self.devices()) == 2, "both")
        return list(self.devices())

    def test_what_was_written_can_be_asked(self):
        self.connect()
        self.write("lights", b"on")
        self.assertEqual(self.ask(op="state")["devices"][0]["written"], [{"characteristic": "lights", "bytesHex": b"on".hex()}])
        self.assertEqual(len(self.ask(op="events", kind="write")["events"]), 1)

    def test_a_wrong_question_is_answered(self):
        raw = self.bus.get_object("org.bluez", "/org/outpost/peripheral").Ask
        for text in ("", "[]", "{}", '{"op":"nothing"}', '{"op":"reset","devices":[{"colour":1}]}', '{"op":"drop"}'):
            self.assertIn("error", json.loads(raw(text)), text)
        self.scene()


if __name__ == "__main__":
    unittest.main(verbosity=1)
