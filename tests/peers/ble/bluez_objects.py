# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of BlueZ's D-Bus interface that a client of Bluetooth Low Energy sees, played for simulated devices.

What BlueZ does and clients come to rely on: a device appears while somebody scans and a moment later than the scan; its
RSSI changes while it is heard; services appear once they are resolved; a read also changes the Value property, which
subscribers of PropertiesChanged see; a lost link fails what was pending.
"""
import dbus
import dbus.service
from gi.repository import GLib

PROPERTIES = "org.freedesktop.DBus.Properties"
OBJECTS = "org.freedesktop.DBus.ObjectManager"
ADAPTER = "org.bluez.Adapter1"
DEVICE = "org.bluez.Device1"
GATT_SERVICE = "org.bluez.GattService1"
CHARACTERISTIC = "org.bluez.GattCharacteristic1"
DESCRIPTOR = "org.bluez.GattDescriptor1"

CCCD = "00002902-0000-1000-8000-00805f9b34fb"
USER_DESCRIPTION = "00002901-0000-1000-8000-00805f9b34fb"
FORMAT = "00002904-0000-1000-8000-00805f9b34fb"


class Refused(dbus.DBusException):
    def __init__(self, name, text):
        super().__init__(text, name=f"org.bluez.Error.{name}")


def octets(data):
    return dbus.Array([dbus.Byte(byte) for byte in data], signature="y")


def strings(values):
    return dbus.Array([dbus.String(value) for value in values], signature="s")


def after(milliseconds, work):
    """Once, later, on the loop."""

    def once():
        work()
        return False

    GLib.timeout_add(max(0, int(milliseconds)), once)


class Node(dbus.service.Object):
    """An object with properties of one interface."""

    INTERFACE = ""

    def __init__(self, tree, path, properties):
        super().__init__(tree.bus, path)
        self.tree, self.path, self.properties = tree, dbus.ObjectPath(path), properties

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        if interface != self.INTERFACE or name not in self.properties:
            raise dbus.DBusException(f"no property {name}", name="org.freedesktop.DBus.Error.InvalidArgs")
        return self.properties[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return self.properties if interface == self.INTERFACE else {}

    @dbus.service.method(PROPERTIES, in_signature="ssv")
    def Set(self, interface, name, value):
        self.set_by_client(name, value)

    @dbus.service.signal(PROPERTIES, signature="sa{sv}as")
    def PropertiesChanged(self, interface, changed, invalidated):
        pass

    def set_by_client(self, name, value):
        raise dbus.DBusException("read only", name="org.freedesktop.DBus.Error.PropertyReadOnly")

    def change(self, **values):
        self.properties.update(values)
        self.PropertiesChanged(self.INTERFACE, dbus.Dictionary(values, signature="sv"), strings([]))

    def forget(self, name):
        if self.properties.pop(name, None) is not None:
            self.PropertiesChanged(self.INTERFACE, dbus.Dictionary({}, signature="sv"), strings([name]))


class Root(dbus.service.Object):
    def __init__(self, tree):
        super().__init__(tree.bus, "/")
        self.tree = tree

    @dbus.service.method(OBJECTS, out_signature="a{oa{sa{sv}}}")
    def GetManagedObjects(self):
        return dbus.Dictionary({node.path: {node.INTERFACE: node.properties} for node in self.tree.nodes()}, signature="oa{sa{sv}}")

    @dbus.service.signal(OBJECTS, signature="oa{sa{sv}}")
    def InterfacesAdded(self, path, interfaces):
        pass

    @dbus.service.signal(OBJECTS, signature="oas")
    def InterfacesRemoved(self, path, interfaces):
        pass


class Agents(dbus.service.Object):
    """Nothing here pairs, but clients register an agent all the same."""

    INTERFACE = "org.bluez.AgentManager1"

    def __init__(self, tree):
        super().__init__(tree.bus, "/org/bluez")
        self.path, self.properties = dbus.ObjectPath("/org/bluez"), dbus.Dictionary({}, signature="sv")

    @dbus.service.method(INTERFACE, in_signature="os")
    def RegisterAgent(self, agent, capability):
        pass

    @dbus.service.method(INTERFACE, in_signature="o")
    def RequestDefaultAgent(self, agent):
        pass

    @dbus.service.method(INTERFACE, in_signature="o")
    def UnregisterAgent(self, agent):
        pass


class Adapter(Node):
    INTERFACE = ADAPTER

    def __init__(self, tree, path):
        super().__init__(tree, path, dbus.Dictionary({
            "Address": dbus.String("02:00:00:00:00:01"), "AddressType": dbus.String("public"), "Name": dbus.String("test"),
            "Alias": dbus.String("test"), "Class": dbus.UInt32(0), "Powered": dbus.Boolean(True), "Discoverable": dbus.Boolean(False),
            "DiscoverableTimeout": dbus.UInt32(180), "Pairable": dbus.Boolean(True), "PairableTimeout": dbus.UInt32(0),
            "Discovering": dbus.Boolean(False), "UUIDs": strings([]), "Modalias": dbus.String("usb:v1D6Bp0246d0542")}, signature="sv"))
        self.scans = 0

    def set_by_client(self, name, value):
        if name not in ("Powered", "Alias", "Discoverable", "Pairable", "DiscoverableTimeout", "PairableTimeout"):
            super().set_by_client(name, value)
        self.change(**{name: value})

    @dbus.service.method(ADAPTER)
    def StartDiscovery(self):
        if not self.properties["Powered"]:
            raise Refused("NotReady", "Resource Not Ready")
        self.scans += 1
        self.change(Discovering=dbus.Boolean(True))
        self.tree.scanning(True)

    @dbus.service.method(ADAPTER)
    def StopDiscovery(self):
        if not self.properties["Discovering"]:
            raise Refused("Failed", "No discovery started")
        self.change(Discovering=dbus.Boolean(False))
        self.tree.scanning(False)

    @dbus.service.method(ADAPTER, in_signature="a{sv}")
    def SetDiscoveryFilter(self, properties):
        pass

    @dbus.service.method(ADAPTER, out_signature="as")
    def GetDiscoveryFilters(self):
        return strings(["UUIDs", "RSSI", "Transport", "DuplicateData"])

    @dbus.service.method(ADAPTER, in_signature="o")
    def RemoveDevice(self, path):
        device = self.tree.device_at(path)
        if device is None:
            raise Refused("DoesNotExist", "Does Not Exist")
        device.vanish()


class Device(Node):
    """One simulated device and the link to it."""

    INTERFACE = DEVICE

    def __init__(self, tree, model, path):
        self.model = model
        address = dbus.String(model.mac)
        properties = {
            "Address": address, "AddressType": dbus.String("random"), "Alias": dbus.String(model.name or model.mac.replace(":", "-")),
            "Paired": dbus.Boolean(False), "Bonded": dbus.Boolean(False), "Trusted": dbus.Boolean(False), "Blocked": dbus.Boolean(False),
            "LegacyPairing": dbus.Boolean(False), "Connected": dbus.Boolean(False), "ServicesResolved": dbus.Boolean(False),
            "UUIDs": strings(model.advertised), "Adapter": tree.adapter.path, "RSSI": dbus.Int16(model.rssi), "TxPower": dbus.Int16(4)}
        if model.name:
            properties["Name"] = dbus.String(model.name)
        super().__init__(tree, path, dbus.Dictionary(properties, signature="sv"))
        self.gatt = []
        self.pending = {}  # of this link: token -> how to fail it
        self.reading = False
        self.attempt = 0

    # --- the link -----------------------------------------------------------------------------------------------------

    @property
    def connected(self):
        return bool(self.properties["Connected"])

    @dbus.service.method(DEVICE, async_callbacks=("done", "failed"))
    def Connect(self, done, failed):
        if self.connected:
            done()
            return
        self.tree.event("connecting", self)
        self.attempt += 1
        if self.model.c["connectFails"] > 0 or not self.tree.in_air(self):
            self.model.c["connectFails"] = max(0, self.model.c["connectFails"] - 1)
            after(self.model.c["connectMs"], lambda: failed(Refused("Failed", "le-connection-abort-by-local")))
            return
        attempt = self.attempt

        def up():
            if attempt != self.attempt:
                failed(Refused("Failed", "le-connection-abort-by-local"))
                return
            self.change(Connected=dbus.Boolean(True))
            self.tree.event("connected", self)
            done()
            after(self.model.c["resolveMs"], lambda: self.resolve(attempt))

        after(self.model.c["connectMs"], up)

    @dbus.service.method(DEVICE)
    def Disconnect(self):
        self.attempt += 1
        self.drop("client")

    @dbus.service.method(DEVICE)
    def Pair(self):
        raise Refused("AuthenticationFailed", "Authentication Failed")

    @dbus.service.method(DEVICE)
    def CancelPairing(self):
        raise Refused("DoesNotExist", "Does Not Exist")

    def resolve(self, attempt):
        if not self.connected or attempt != self.attempt or self.gatt:
            return
        handle = 0x0A
        for uuid, rows in self.model.profile():
            service = Node(self.tree, f"{self.path}/service{handle:04x}", dbus.Dictionary({
                "UUID": dbus.String(uuid), "Device": self.path, "Primary": dbus.Boolean(True),
                "Includes": dbus.Array([], signature="o")}, signature="sv"))
            service.INTERFACE = GATT_SERVICE
            self.gatt.append(service)
            for name, char_uuid, flags, description, opaque in rows:
                handle += 1
                characteristic = Characteristic(self, f"{service.path}/char{handle:04x}", service.path, name, char_uuid, flags)
                self.gatt.append(characteristic)
                handle += 1
                more = []
                if description:
                    more.append((USER_DESCRIPTION, description.encode()))
                    # Format (UTF-8 or a structure), exponent 0, no unit, namespace of the Bluetooth SIG, no description.
                    more.append((FORMAT, bytes([0x1B if opaque else 0x19, 0, 0x00, 0x27, 1, 0, 0])))
                if "notify" in flags:
                    more.append((CCCD, b"\0\0"))
                for descriptor_uuid, value in more:
                    handle += 1
                    path = f"{characteristic.path}/desc{handle:04x}"
                    self.gatt.append(Descriptor(self, path, characteristic, descriptor_uuid, value))
            handle += 1
        for node in self.gatt:
            self.tree.root.InterfacesAdded(node.path, {node.INTERFACE: node.properties})
        uuids = [uuid for uuid, _ in self.model.profile()]
        self.change(UUIDs=strings(uuids or self.model.advertised), ServicesResolved=dbus.Boolean(True))
        self.tree.event("resolved", self)

    def drop(self, why):
        """The link is gone: what was on its way fails, the services go."""
        if not self.connected:
            return
        self.model.unlink()
        self.reading = False
        pending, self.pending = self.pending, {}
        self.change(ServicesResolved=dbus.Boolean(False), Connected=dbus.Boolean(False))
        for fail in pending.values():
            fail(Refused("Failed", "Not connected"))
        gatt, self.gatt = self.gatt, []
        for node in reversed(gatt):
            self.tree.root.InterfacesRemoved(node.path, strings([node.INTERFACE]))
            node.remove_from_connection()
        self.tree.event("disconnected", self, why=why)

    def vanish(self):
        self.drop("removed")
        self.tree.root.InterfacesRemoved(self.path, strings([DEVICE]))
        self.tree.gone(self)
        self.remove_from_connection()

    # --- what the model asks for --------------------------------------------------------------------------------------

    def notify(self, name, value):
        for node in self.gatt:
            if isinstance(node, Characteristic) and node.name == name and node.properties["Notifying"]:
                node.change(Value=octets(value))
                self.tree.event("notified", self, characteristic=name, bytesHex=value.hex())

    def later(self, milliseconds, work):
        model = self.model
        after(milliseconds, lambda: work() if self.model is model else None)


class Pending:
    """A call whose answer comes later, or never because the link went. Exactly one of the two is sent."""

    def __init__(self, device, done, failed):
        self.device, self.done, self.failed = device, done, failed
        device.pending[id(self)] = failed

    def take(self):
        return self.device.pending.pop(id(self), None) is not None


class Characteristic(Node):
    INTERFACE = CHARACTERISTIC

    def __init__(self, device, path, service, name, uuid, flags):
        properties = {
            "UUID": dbus.String(uuid), "Service": service, "Value": octets(b""), "Flags": strings(flags), "MTU": dbus.UInt16(247)}
        if "notify" in flags:
            properties["Notifying"] = dbus.Boolean(False)
        super().__init__(device.tree, path, dbus.Dictionary(properties, signature="sv"))
        self.device, self.name, self.flags = device, name, flags

    @dbus.service.method(CHARACTERISTIC, in_signature="a{sv}", out_signature="ay", async_callbacks=("done", "failed"))
    def ReadValue(self, options, done, failed):
        device, model = self.device, self.device.model
        if "read" not in self.flags:
            failed(Refused("NotPermitted", "Read not permitted"))
            return
        if model.c["oneReadAtATime"] and device.reading:
            model.refused += 1
            device.tree.event("refused", device, characteristic=self.name)
            failed(Refused("InProgress", "In Progress"))
            return
        if self.name in model.c["failRead"]:
            failed(Refused("Failed", "Operation failed with ATT error: 0x0e"))
            return
        pending = Pending(device, done, failed)
        device.reading = True
        device.tree.event("read", device, characteristic=self.name)
        if self.name in model.c["hang"]:
            return
        if model.c["dropOnRead"] == self.name and self.name not in model.dropped:
            model.dropped.add(self.name)
            after(model.delay(self.name), lambda: device.drop("device"))
            return

        def answer():
            if not pending.take():
                return
            device.reading = False
            value = model.read(self.name)
            # A client reads at most what an attribute holds.
            value = value[int(options.get("offset", 0)) :][:512]
            self.change(Value=octets(value))
            done(octets(value))

        after(model.delay(self.name), answer)

    @dbus.service.method(CHARACTERISTIC, in_signature="aya{sv}", async_callbacks=("done", "failed"))
    def WriteValue(self, value, options, done, failed):
        device, model = self.device, self.device.model
        if "write" not in self.flags:
            failed(Refused("NotPermitted", "Write not permitted"))
            return
        data = bytes(value)
        if len(data) > 512:
            failed(Refused("InvalidArguments", "Invalid value length"))
            return
        pending = Pending(device, done, failed)
        if model.c["dropOnWrite"] == self.name and self.name not in model.dropped:
            model.dropped.add(self.name)
            device.tree.event("dropping", device, characteristic=self.name)
            after(5, lambda: device.drop("device"))
            return
        device.tree.event("write", device, characteristic=self.name, bytesHex=data.hex(), type=str(options.get("type", "")))
        wait = model.write(self.name, data)
        after(wait, lambda: done() if pending.take() else None)

    @dbus.service.method(CHARACTERISTIC)
    def StartNotify(self):
        if "notify" not in self.flags:
            raise Refused("NotSupported", "Operation is not supported")
        if not self.properties["Notifying"]:
            self.change(Notifying=dbus.Boolean(True))
            self.device.tree.event("subscribed", self.device, characteristic=self.name)
            self.device.model.subscribe(self.name)

    @dbus.service.method(CHARACTERISTIC)
    def StopNotify(self):
        if "notify" not in self.flags or not self.properties["Notifying"]:
            raise Refused("Failed", "No notify session started")
        self.change(Notifying=dbus.Boolean(False))
        self.device.tree.event("unsubscribed", self.device, characteristic=self.name)
        self.device.model.unsubscribe(self.name)


class Descriptor(Node):
    INTERFACE = DESCRIPTOR

    def __init__(self, device, path, characteristic, uuid, value):
        super().__init__(device.tree, path, dbus.Dictionary({
            "UUID": dbus.String(uuid), "Characteristic": characteristic.path, "Value": octets(value)}, signature="sv"))
        self.characteristic, self.value = characteristic, value

    @dbus.service.method(DESCRIPTOR, in_signature="a{sv}", out_signature="ay")
    def ReadValue(self, options):
        if self.properties["UUID"] == CCCD:
            return octets(b"\1\0" if self.characteristic.properties["Notifying"] else b"\0\0")
        return octets(self.value)

    @dbus.service.method(DESCRIPTOR, in_signature="aya{sv}")
    def WriteValue(self, value, options):
        raise Refused("NotPermitted", "Write not permitted")


class Tree:
    """The adapter and the devices in its air."""

    SEEN_AFTER_MS = 20
    HEARD_EVERY_MS = 300

    def __init__(self, bus, event):
        self.bus, self._event = bus, event
        self.root = Root(self)
        self.agents = Agents(self)
        self.adapter = Adapter(self, "/org/bluez/hci0")
        self.models = []
        self.shown = {}  # model -> Device
        self.until = {}  # model -> monotonic time its advertising ends; absent: it does not advertise
        GLib.timeout_add(self.HEARD_EVERY_MS, self.hear)

    def event(self, kind, device, **more):
        index = self.models.index(device.model) if device.model in self.models else -1
        self._event(kind, device=index, **more)

    def nodes(self):
        out = [self.agents, self.adapter]
        for device in self.shown.values():
            out += [device, *device.gatt]
        return out

    def path_of(self, model):
        return f"{self.adapter.path}/dev_{model.mac.replace(':', '_')}"

    def device_at(self, path):
        return next((device for device in self.shown.values() if device.path == path), None)

    def put(self, models):
        """These devices and no others; none of them has been seen yet."""
        for device in list(self.shown.values()):
            device.vanish()
        if self.adapter.properties["Discovering"]:
            self.adapter.change(Discovering=dbus.Boolean(False))
        if not self.adapter.properties["Powered"]:
            self.adapter.change(Powered=dbus.Boolean(True))
        self.models, self.shown, self.until = models, {}, {}
        for model in models:
            if model.c["advertise"]:
                self.until[model] = float("inf")

    def advertise(self, model):
        now = GLib.get_monotonic_time() / 1e6
        self.until[model] = now + model.c["advertiseMs"] / 1000
        if self.adapter.properties["Discovering"]:
            after(self.SEEN_AFTER_MS, lambda: self.show(model))

    def heard(self, model):
        return self.until.get(model, 0) > GLib.get_monotonic_time() / 1e6

    def in_air(self, device):
        return bool(self.adapter.properties["Powered"]) and self.heard(device.model)

    def scanning(self, on):
        if on:
            # The scene's own devices come last, so that a client has seen the others by then.
            for index, model in enumerate(reversed(self.models)):
                after(self.SEEN_AFTER_MS * (index + 1), lambda model=model: self.show(model))
        else:
            for device in self.shown.values():
                device.forget("RSSI")

    def show(self, model):
        if model not in self.models or not self.heard(model) or not self.adapter.properties["Discovering"]:
            return
        if model in self.shown:
            self.shown[model].change(RSSI=dbus.Int16(model.rssi))
            return
        device = Device(self, model, self.path_of(model))
        self.shown[model] = device
        model.host = device
        self.root.InterfacesAdded(device.path, {DEVICE: device.properties})
        self.event("seen", device)

    def gone(self, device):
        self.shown.pop(device.model, None)

    def hear(self):
        """While somebody scans, every advertisement changes the signal a little; who stopped advertising disappears."""
        for model, device in list(self.shown.items()):
            if device.connected:
                continue
            if not self.heard(model):
                device.vanish()
            elif self.adapter.properties["Discovering"]:
                swing = 1 if (device.properties.get("RSSI", model.rssi) <= model.rssi) else -1
                device.change(RSSI=dbus.Int16(model.rssi + swing))
        return True
