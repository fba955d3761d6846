# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs outpostctl for the tests beside it: homes of their own, the demo at eight times the speed of a clock."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PASSWORD = "correct horse battery staple 9\n"
SSID = "hex:465249545a21426f782037353930204b58"  # "FRITZ!Box 7590 KX", which every demo device sees


class Reply:
    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err
        try:
            self.json = json.loads(out) if out.strip() else None
        except ValueError:
            self.json = None

    @property
    def error(self):
        return (self.json or {}).get("error")

    def __str__(self):
        return f"exit {self.code}\n{self.out[-3000:]}\n{self.err[-1000:]}"


class Console:
    """One home, and how the program is called with it."""

    binary = ""

    def __init__(self, folder, demo=True, speed=8):
        self.folder = str(folder)
        self.home = os.path.join(self.folder, "home")
        self.demo = demo
        self.speed = speed
        self.password = self.file("password", PASSWORD)
        self.words = os.path.join(self.folder, "words")

    def file(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "wb" if isinstance(text, bytes) else "w") as f:
            f.write(text)
        return path

    @property
    def data(self):
        return os.path.join(self.home, "demo" if self.demo else "real")

    def command(self, *args, password=None):
        command = [Console.binary, "--json", "--home", self.home, "--password-file", password or self.password]
        if self.demo:
            command += ["--demo", "--speed", str(self.speed)]
        return command + [str(a) for a in args]

    def environment(self):
        env = dict(os.environ, HOME=self.folder, TZ="UTC", LC_ALL="C.UTF-8", QT_QPA_PLATFORM="offscreen")
        env.pop("DBUS_SYSTEM_BUS_ADDRESS", None)
        return env

    def start(self, *args, extra=None, **kw):
        """`extra`: more of the environment."""
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | kw
        return subprocess.Popen(self.command(*args), stdin=subprocess.DEVNULL,
                                env=self.environment() | (extra or {}), **streams)

    def run(self, *args, password=None, timeout=120, **kw):
        done = subprocess.run(self.command(*args, password=password), stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout, env=self.environment(), **kw)
        return Reply(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def ok(self, *args, **kw):
        reply = self.run(*args, **kw)
        if reply.code != 0 or reply.json is None:
            raise AssertionError(f"{' '.join(map(str, args))}: {reply}")
        if self.demo and "demo" not in reply.json:
            raise AssertionError(f"{' '.join(map(str, args))} does not say that it is a demo: {reply}")
        return reply.json

    # What the tests ask again and again.

    def make_wallet(self):
        self.ok("wallet", "create", "--words-out", self.words)
        return self.ok("wallet", "verify-backup", "--words-file", self.words)["wallet"]

    def devices_near(self):
        found = self.ok("device", "scan", "--seconds", 1)["devices"]
        return {d["link"][-2:]: d["id"] for d in found if d["id"]}

    def balance(self, asset):
        held = {b["asset"]: int(b["base"]) for b in self.ok("wallet", "balance")["balances"]}
        return held.get(asset, 0)

    def ready(self):
        """What can be collected now, per device, in base units."""
        summary = self.ok("earnings", "summary")
        return {d["device"]: sum(int(a["base"]) for a in d["ready"]["amounts"]) for d in summary["devices"]}

    def day(self):
        return self.ok("earnings", "summary")["month"]["to"]


class ConsoleTest(unittest.TestCase):
    """Each test has a folder of its own; `prepared` gives a copy of a home that has a wallet with devices."""

    _template = None

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="outpost-e2e-")
        self.addCleanup(self._folder.cleanup)
        self.console = Console(self._folder.name)

    @classmethod
    def template(cls):
        if ConsoleTest._template is None:
            ConsoleTest._template = tempfile.TemporaryDirectory(prefix="outpost-e2e-")
            console = Console(ConsoleTest._template.name)
            console.make_wallet()
            console.ok("earnings", "summary")
        return ConsoleTest._template.name

    def prepared(self, folder=None):
        folder = folder or self._folder.name
        shutil.copytree(self.template(), folder, dirs_exist_ok=True)
        return Console(folder)

    def assert_error(self, reply, code, exit_code, action=True):
        """One sentence and, where there is something to do, an action; the same on standard error; the exit code."""
        self.assertEqual(reply.code, exit_code, str(reply))
        self.assertIsNotNone(reply.error, str(reply))
        codes = [code] if isinstance(code, str) else code
        self.assertIn(reply.error["code"], codes, str(reply))
        self.assert_sentence(reply.error["message"])
        if action:
            self.assert_sentence(reply.error["action"])
        self.assertIn(reply.error["message"], reply.err)

    def assert_sentence(self, text):
        self.assertTrue(text.strip(), "an empty sentence")
        self.assertNotIn("\n", text)
        self.assertLess(len(text), 300)
        self.assertNotIn("%1", text)


def main():
    """The program's path is the first argument; the rest is unittest's."""
    if len(sys.argv) < 2:
        sys.exit("usage: TEST OUTPOSTCTL [unittest options]")
    Console.binary = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
