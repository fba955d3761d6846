# SPDX-License-Identifier: GPL-3.0-or-later
"""What one device does: the reference firmware's GATT profile and Nebra's, with their quirks.

A device knows nothing of D-Bus. It is asked for the value of a characteristic (read), told what was written (write), and
tells its host what to push (host.notify), when to drop the link (host.drop) and what to do later (host.later).
"""
import wire

SERVICE = "0fda92b2-44a2-4af2-84f5-fa682baa2b8d"
DEVICE_INFORMATION = "0000180a-0000-1000-8000-00805f9b34fb"

# name: (uuid, flags, user description, opaque)
CHARACTERISTICS = {
    "wifi_connect": ("398168aa-0111-4ec0-b1fa-171671270608", "read write notify", "WiFi Connect", True),
    "mac": ("9c4314f2-8a0c-45fd-a58d-d4a7e64c3a57", "read", "MAC Address", False),
    "wifi_ssid": ("7731de63-bc6a-4100-8ab1-89b2356b038b", "read notify", "WiFi SSID", False),
    "wifi_services": ("d7515033-7e7b-45be-803f-c8737b171a29", "read", "WiFi Services", True),
    "public_key": ("0a852c59-50d3-4492-bfd3-22fe58a24f01", "read", "Public Key", False),
    "add_gateway": ("df3b16ca-c985-4da2-a6d2-9b9b9abdb858", "read write notify", "Add Gateway", True),
    "assert_location": ("d435f5de-01a4-4e7d-84ba-dfd347f60275", "read write notify", "Assert Location", True),
    "lights": ("180efdef-7579-4b4a-b2df-72733b7fa2fe", "read write notify", "Lights", False),
    "onboarding_key": ("d083b2bd-be16-4600-b397-61512ca2f5ad", "read", "Onboarding Key", False),
    "diagnostics": ("b833d34f-d871-422c-bf9e-8e6ec117d57e", "read", "Diagnostics", True),
    "ethernet_online": ("e5866bd6-0288-4476-98ca-ef7da6b4d289", "read", "Ethernet Online", False),
    "wifi_remove": ("8cc6e0b3-98c5-40cc-b1d8-692940e6994b", "write", "WiFi Remove", True),
    "wifi_configured": ("e125bda4-6fb8-11ea-bc55-0242ac130003", "read", "WiFi Configured Services", True),
    "software_version": ("c0b64050-697d-463a-a33f-70c4825731f8", "read", "Software Version", False),
}
INFORMATION = {
    "manufacturer": ("00002a29-0000-1000-8000-00805f9b34fb", "read", "", False),
    "serial": ("00002a25-0000-1000-8000-00805f9b34fb", "read", "", False),
    "firmware": ("00002a26-0000-1000-8000-00805f9b34fb", "read", "", False),
}

# Strongest first. One name is not ASCII in three scripts, one is not even UTF-8, one is open, one has the greatest length.
DEFAULT_WIFI = [
    {"ssid": "hotspot-wifi", "passphrase": "!cilantro1983!"},
    {"ssid": "Café Größe ☕", "passphrase": "très secret é"},
    {"ssid": "日本語ネット", "passphrase": "correct horse"},
    {"ssid": "Ελληνικά", "passphrase": "12345678"},
    {"ssidHex": "436166e92d31", "passphrase": "latin-1 name"},
    {"ssid": "open house", "passphrase": ""},
    {"ssid": "x" * 32, "passphrase": "thirty-two letters"},
]

DEFAULTS = {
    "style": "reference",  # or "nebra"
    "key": "p256",  # or "ed25519"
    "seed": "1",  # of the device key; 64 hex digits are taken as they are
    "onboardingSeed": None,  # of the onboarding key; none: the device key
    "mac": None,  # none: from the seed
    "name": None,  # none: as the firmware does it
    "firmware": "2023.04.06.0",
    "rssi": -60,
    "advertise": True,  # false: only after its button was pressed
    "advertiseMs": 300_000,  # how long a press advertises
    "wifi": DEFAULT_WIFI,
    "configured": [],  # names of saved networks
    "ssid": "",  # the network it is in
    "ethernet": False,
    "lights": "off",
    "missing": [],  # characteristics this firmware lacks
    # time
    "readMs": 5,
    "slow": {},  # characteristic: ms, on top of readMs
    "connectMs": 30,  # until the link is up
    "resolveMs": 30,  # until the services are known
    "wifiMs": 200,  # of joining a network
    "tickMs": 1000,  # Nebra repeats its state this often to a subscriber
    "signMs": 20,
    # quirks
    "oneReadAtATime": True,  # a second read while one is on its way is refused
    "notifyEarly": False,  # pushes its state before it answers the write that caused it, and on subscribing
    "wifiOutcome": None,  # none: by name and passphrase; else the last word, e.g. "timeout"
    "wifiNeverEnds": False,  # stays at connecting
    "addGateway": "ok",  # or what stands in for the transaction: "error", "badargs", "wait", "unknown", "gw_not_found", ...
    "processingReads": 0,  # reads that find "processing" before the transaction
    "diagnosticsWait": 0,  # reads that find "wait" before the diagnostics
    "diagnostics": None,  # none: a plausible map; text: these bytes instead, e.g. "unknown"
    "connectFails": 0,  # attempts to connect that fail
    "dropOnWrite": None,  # characteristic whose write cuts the link, once
    "dropOnRead": None,  # characteristic whose read cuts the link, once
    "hang": [],  # characteristics whose read is never answered
    "garbage": {},  # characteristic: hex of its value
    "failRead": [],  # characteristics whose read is an error
}


def ssid_of(network):
    return bytes.fromhex(network["ssidHex"]) if "ssidHex" in network else network["ssid"].encode()


class Hotspot:
    services = (SERVICE, DEVICE_INFORMATION)

    def __init__(self, config, host):
        unknown = set(config) - set(DEFAULTS)
        if unknown:
            raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
        self.c = {**DEFAULTS, **config}
        if self.c["style"] not in ("reference", "nebra"):
            raise ValueError("style is reference or nebra")
        self.host = host
        self.nebra = self.c["style"] == "nebra"
        self.key = wire.DeviceKey(self.c["key"], self.c["seed"])
        other = self.c["onboardingSeed"]
        self.onboarding = self.key if other is None else wire.DeviceKey(self.c["key"], other)
        digest = wire.seed_bytes(f"mac {self.c['seed']} {self.c['key']}")
        self.mac = self.c["mac"] or ":".join(f"{byte:02X}" for byte in bytes([digest[0] & 0xFE | 0x02]) + digest[1:6])
        plain = self.mac.replace(":", "")
        self.name = self.c["name"] or (f"Nebra Outdoor Hotspot {plain[-6:]}" if self.nebra else f"Helium Hotspot {plain[-4:]}")
        self.rssi = self.c["rssi"]
        self.advertised = [SERVICE]
        self.ssid = self.c["ssid"].encode()
        self.configured = [name.encode() for name in self.c["configured"]]
        self.lights = self.c["lights"]
        self.values = {name: b"init" for name in ("wifi_connect", "add_gateway", "assert_location")}
        self.joining = None
        self.gateway_request = None
        self.processing = self.c["processingReads"]
        self.waits = self.c["diagnosticsWait"]
        self.subscribed = set()
        self.written = []
        self.reads = []
        self.refused = 0
        self.dropped = set()

    # --- shape --------------------------------------------------------------------------------------------------------

    def profile(self):
        """[(service uuid, [(name, uuid, flags, description, opaque)])]"""

        def rows(table):
            for name, (uuid, flags, description, opaque) in table.items():
                if name in self.c["missing"] or (name == "software_version" and not self.nebra):
                    continue
                if name == "lights" and self.nebra:
                    flags = "read"
                if name == "wifi_ssid" and self.nebra:
                    flags = "read"
                yield name, uuid, flags.split(), description, opaque

        return [(SERVICE, list(rows(CHARACTERISTICS))), (DEVICE_INFORMATION, list(rows(INFORMATION)))]

    def delay(self, name):
        return self.c["readMs"] + self.c["slow"].get(name, 0)

    # --- reading ------------------------------------------------------------------------------------------------------

    def read(self, name):
        self.reads.append(name)
        if name in self.c["garbage"]:
            return bytes.fromhex(self.c["garbage"][name])
        reader = getattr(self, f"read_{name}", None)
        return reader() if reader else self.values[name]

    def read_mac(self):
        return self.mac.replace(":", "").encode()

    def read_serial(self):
        return self.read_mac()

    def read_manufacturer(self):
        return b"Nebra LTD." if self.nebra else b"Helium"

    def read_firmware(self):
        return self.c["firmware"].encode()

    def read_software_version(self):
        return b"v1.2.3"

    def read_public_key(self):
        return self.key.address.encode()

    def read_onboarding_key(self):
        return self.onboarding.address.encode()

    def read_wifi_ssid(self):
        return self.ssid

    def read_lights(self):
        return b"false" if self.nebra else self.lights.encode()

    def read_ethernet_online(self):
        return b"true" if self.c["ethernet"] else b"false"

    def read_wifi_services(self):
        return self.capped([ssid_of(network) for network in self.c["wifi"]])

    def read_wifi_configured(self):
        return self.capped(self.configured)

    def capped(self, names):
        """An attribute holds 512 bytes: the reference firmware halves the list until it fits."""
        data = wire.services_message(names)
        while len(data) > 512:
            if len(names) == 1:
                return b"error"
            names = names[: len(names) // 2]
            data = wire.services_message(names)
        return data

    def read_diagnostics(self):
        if self.waits > 0:
            self.waits -= 1
            return b"wait"
        if isinstance(self.c["diagnostics"], str):
            return self.c["diagnostics"].encode()
        online = self.c["ethernet"] or self.ssid != b""
        pairs = self.c["diagnostics"] or {
            "connected": "yes" if online else "no", "height": "0", "eth": self.mac.replace(":", ""), "fw": self.c["firmware"],
            "wifi": self.mac.replace(":", ""), "ip": "192.168.7.23" if online else "none", "disk": "ok"}
        return wire.diagnostics_message(pairs)

    def read_wifi_connect(self):
        return self.wifi_state()

    def read_add_gateway(self):
        if self.gateway_request is None:
            return self.values["add_gateway"]
        if self.processing > 0:
            self.processing -= 1
            return b"processing"
        # Nebra signs when it is read.
        self.values["add_gateway"] = self.signed()
        self.gateway_request = None
        return self.values["add_gateway"]

    # --- writing ------------------------------------------------------------------------------------------------------

    def write(self, name, data):
        """What the device does with it. Returns after how many ms the write is answered."""
        self.written.append((name, data))
        return getattr(self, f"write_{name}")(data)

    def push(self, name, value):
        self.values[name] = value
        if name in self.subscribed:
            self.host.notify(name, value)

    def write_wifi_connect(self, data):
        if self.joining is not None and not self.nebra:
            self.push("wifi_connect", b"already")
            return 1
        try:
            found = wire.fields(data)
            name, password = wire.last(found, 1), wire.last(found, 2)
        except wire.Bad:
            self.push("wifi_connect", b"badargs")
            return 1
        self.joining = (name, password)
        if self.c["notifyEarly"]:
            self.push("wifi_connect", self.wifi_state())
        else:
            self.host.later(2, lambda: self.push("wifi_connect", self.wifi_state()))
        if self.nebra:
            self.host.later(self.c["tickMs"], self.tick)
        if not self.c["wifiNeverEnds"]:
            self.host.later(self.c["wifiMs"], lambda: self.joined(name, password))
        return 1

    def wifi_state(self):
        if self.joining is None:
            return self.values["wifi_connect"]
        # Nebra says "error" for every state of its network manager that is neither the one nor the other.
        return b"error" if self.nebra else b"connecting"

    def tick(self):
        self.push("wifi_connect", self.wifi_state())
        if self.joining is not None or "wifi_connect" in self.subscribed:
            self.host.later(self.c["tickMs"], self.tick)

    def joined(self, name, password):
        if self.joining != (name, password):
            return
        outcome = self.outcome(name, password)
        if outcome is None:
            return
        self.joining = None
        if outcome == b"connected":
            self.ssid = name
            if name not in self.configured:
                self.configured.append(name)
            if "wifi_ssid" in self.subscribed:
                self.host.notify("wifi_ssid", name)
        self.push("wifi_connect", outcome)

    def outcome(self, name, password):
        if self.c["wifiOutcome"] is not None:
            return self.c["wifiOutcome"].encode()
        network = next((each for each in self.c["wifi"] if ssid_of(each) == name), None)
        if self.nebra and (network is None or password == b""):
            return None  # It stays at "error": Nebra knows no "not found", and leaves an empty password alone.
        if network is None:
            return b"not_found"
        return b"connected" if network["passphrase"].encode() == password else b"invalid"

    def write_wifi_remove(self, data):
        try:
            name = wire.last(wire.fields(data), 1)
        except wire.Bad:
            return 1
        self.configured = [each for each in self.configured if each != name]
        if self.ssid == name:
            self.ssid = b""
        return 1

    def write_lights(self, data):
        self.lights = data.decode("ascii", "replace")
        self.push("lights", data)
        return 1

    def write_assert_location(self, data):
        self.push("assert_location", b"error")  # What the last reference firmware answers, whatever is written.
        return 1

    def write_add_gateway(self, data):
        self.values["add_gateway"] = b"processing"
        if self.c["addGateway"] != "ok":
            self.push("add_gateway", self.c["addGateway"].encode())
            return self.c["signMs"]
        try:
            found = wire.fields(data)
            if wire.last(found, 2, 0) or wire.last(found, 3, 0):
                raise wire.Bad("a fee")
            self.gateway_request = tuple(wire.binary_of(wire.last(found, n).decode("ascii", "replace")) for n in (1, 4))
        except wire.Bad:
            self.gateway_request = None
            self.push("add_gateway", b"badargs")
            return self.c["signMs"]
        if not self.nebra and self.processing == 0:
            # The reference firmware signs before it answers the write.
            self.values["add_gateway"] = self.signed()
            self.gateway_request = None
            if self.c["notifyEarly"]:
                self.push("add_gateway", self.values["add_gateway"])
        return self.c["signMs"]

    def signed(self):
        return wire.add_gateway_blob(self.key, *self.gateway_request)

    # --- subscribing --------------------------------------------------------------------------------------------------

    def subscribe(self, name):
        self.subscribed.add(name)
        if self.c["notifyEarly"]:
            self.host.notify(name, self.values.get(name, b"init"))
        if self.nebra and name == "wifi_connect" and self.joining is None:
            self.host.later(self.c["tickMs"], self.tick)

    def unsubscribe(self, name):
        self.subscribed.discard(name)

    def unlink(self):
        self.subscribed.clear()

    def report(self):
        return {
            "mac": self.mac, "name": self.name, "style": self.c["style"], "publicKey": self.key.address,
            "onboardingKey": self.onboarding.address, "keyBinaryHex": self.key.binary.hex(), "ssidHex": self.ssid.hex(),
            "configuredHex": [name.hex() for name in self.configured], "lights": self.lights,
            "written": [{"characteristic": name, "bytesHex": data.hex()} for name, data in self.written],
            "reads": self.reads, "refused": self.refused}


class Stranger:
    """A device of somebody else: it is in the air, and that is all."""

    KINDS = [
        {"name": "Studio Headphones", "uuids": ["0000110b-0000-1000-8000-00805f9b34fb"], "rssi": -48},
        {"name": "Pulse Band 4", "uuids": ["0000180d-0000-1000-8000-00805f9b34fb", "0000180f-0000-1000-8000-00805f9b34fb"], "rssi": -71},
        # It has the name, and not the service.
        {"name": "Helium Hotspot 0000", "uuids": [], "rssi": -55},
        {"name": None, "uuids": [], "rssi": -90},
    ]

    def __init__(self, index):
        kind = self.KINDS[index % len(self.KINDS)]
        digest = wire.seed_bytes(f"stranger {index}")
        self.mac = ":".join(f"{byte:02X}" for byte in bytes([digest[0] & 0xFE | 0x02]) + digest[1:6])
        self.name, self.advertised, self.rssi = kind["name"], kind["uuids"], kind["rssi"]
        self.c = {**DEFAULTS}
        self.written, self.reads, self.refused, self.dropped = [], [], 0, set()

    def profile(self):
        return []

    def unlink(self):
        pass

    def report(self):
        return {"mac": self.mac, "name": self.name, "style": "stranger", "written": [], "reads": [], "refused": 0}


