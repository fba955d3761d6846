#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays org.bluez and the devices around it on a private bus, so that a program can use Bluetooth where there is none.

    peripheral.py [--scene JSON]

Prints one JSON document per line: {"event":"ready",...} first, then what happens, and the answers to what it is asked.
It is asked by a line of JSON on standard input, or by Ask(s) -> s of org.outpost.Peripheral1 at /org/outpost/peripheral
on the same bus. README.md has the questions and the settings of a device.
"""
import argparse
import json
import os
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

import bluez_objects
import hotspot

LONGEST_LINE = 1 << 20


class Control(dbus.service.Object):
    def __init__(self, bus, program):
        super().__init__(bus, "/org/outpost/peripheral")
        self.program = program

    @dbus.service.method("org.outpost.Peripheral1", in_signature="s", out_signature="s")
    def Ask(self, question):
        return json.dumps(self.program.ask(question))


class Program:
    def __init__(self, bus, loop):
        self.loop = loop
        self.events = []
        self.tree = bluez_objects.Tree(bus, self.event)
        self.control = Control(bus, self)

    def say(self, document):
        sys.stdout.write(json.dumps(document) + "\n")
        sys.stdout.flush()

    def event(self, kind, **more):
        document = {"event": kind, **more}
        self.events.append(document)
        self.say(document)

    def scene(self, wanted):
        """{"devices": [settings...], "strangers": 3}. A device may say "advertise": false and wait for its button."""
        devices = wanted.get("devices", [{}])
        models = [hotspot.Hotspot(settings, Quiet()) for settings in devices]
        models += [hotspot.Stranger(index) for index in range(int(wanted.get("strangers", 3)))]
        macs = [model.mac for model in models]
        if len(set(macs)) != len(macs):
            raise ValueError("two devices have one address: give them different seeds")
        self.tree.put(models)
        self.events = []
        return self.report()

    def report(self):
        rows = []
        for model in self.tree.models:
            device = self.tree.shown.get(model)
            rows.append({**model.report(), "seen": device is not None, "connected": device is not None and device.connected,
                         "advertising": self.tree.heard(model)})
        return {"devices": rows, "scans": self.tree.adapter.scans, "discovering": bool(self.tree.adapter.properties["Discovering"]),
                "powered": bool(self.tree.adapter.properties["Powered"])}

    def ask(self, text):
        identity = None
        try:
            if len(text) > LONGEST_LINE:
                raise ValueError("the question is longer than 1 MiB")
            question = json.loads(text)
            identity = question.get("id")
            op = getattr(self, f"op_{question.get('op')}", None)
            if op is None:
                raise ValueError(f"unknown op {question.get('op')}")
            return {"id": identity, **(op(question) or {})}
        except Exception as error:  # A wrong question is an answer; the peripheral goes on.
            return {"id": identity, "error": str(error)}

    def model(self, question):
        return self.tree.models[int(question.get("device", 0))]

    def linked(self, question):
        device = self.tree.shown.get(self.model(question))
        if device is None or not device.connected:
            raise ValueError("that device is not connected")
        return device

    def op_reset(self, question):
        return self.scene(question)

    def op_state(self, question):
        return self.report()

    def op_events(self, question):
        """All since the scene began, or those of one kind."""
        kind = question.get("kind")
        return {"events": [each for each in self.events if kind is None or each["event"] == kind]}

    def op_press(self, question):
        self.tree.advertise(self.model(question))

    def op_silence(self, question):
        self.tree.until.pop(self.model(question), None)

    def op_drop(self, question):
        self.linked(question).drop("device")

    def op_notify(self, question):
        """Pushes bytes as they are, whatever the device would say."""
        self.linked(question).notify(question["characteristic"], bytes.fromhex(question["bytesHex"]))

    def op_set(self, question):
        settings = question["settings"]
        unknown = set(settings) - set(hotspot.DEFAULTS)
        if unknown:
            raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
        self.model(question).c.update(settings)

    def op_power(self, question):
        on = bool(question["on"])
        if not on:
            for device in list(self.tree.shown.values()):
                device.drop("adapter")
            self.tree.adapter.change(Discovering=dbus.Boolean(False))
        self.tree.adapter.change(Powered=dbus.Boolean(on))

    def op_quit(self, question):
        GLib.idle_add(self.loop.quit)


class Quiet:
    """Stands in for the link until the device is seen."""

    def notify(self, name, value):
        pass

    def later(self, milliseconds, work):
        bluez_objects.after(milliseconds, work)


def main():
    parser = argparse.ArgumentParser(description="Bluetooth devices on a private bus")
    parser.add_argument("--scene", default="{}", help="JSON, or the path of a file with it")
    options = parser.parse_args()
    if "DBUS_SYSTEM_BUS_ADDRESS" not in os.environ:
        sys.exit("peripheral.py: set DBUS_SYSTEM_BUS_ADDRESS to a private bus (bluetooth_bus.py does it)")
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    loop = GLib.MainLoop()
    bus = dbus.SystemBus()
    program = Program(bus, loop)
    scene = options.scene
    if not scene.lstrip().startswith("{"):
        with open(scene, encoding="utf-8") as file:
            scene = file.read()
    state = program.scene(json.loads(scene))
    name = dbus.service.BusName("org.bluez", bus, do_not_queue=True)
    program.say({"event": "ready", "name": str(name.get_name()), **state})

    pending = bytearray()

    def readable(source, condition):
        data = os.read(0, 65536)
        if not data:
            return False  # Standard input may be closed; the bus still has the control interface.
        pending.extend(data)
        while b"\n" in pending:
            text, _, rest = bytes(pending).partition(b"\n")
            pending[:] = rest
            if text.strip():
                program.say(program.ask(text.decode("utf-8", "replace")))
        return True

    GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, readable)
    loop.run()


if __name__ == "__main__":
    main()
