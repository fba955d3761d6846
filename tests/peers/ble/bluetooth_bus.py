#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command with a system bus of its own on which org.bluez and some devices live, and takes it all down afterwards.

    bluetooth_bus.py [--scene JSON] [--no-adapter] [--log FILE] -- COMMAND [ARGUMENT...]

The command finds DBUS_SYSTEM_BUS_ADDRESS, and BLUETOOTH_FORCE_DBUS_LE_VERSION for Qt where the kernel has no Bluetooth
sockets. Its exit status is this program's. --no-adapter starts the bus alone: a computer without Bluetooth. The
peripheral's lines go to --log (none by default).
"""
import argparse
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>custom</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow receive_sender="*" eavesdrop="true"/>
  </policy>
</busconfig>
"""
START_SECONDS = 20


def python_with_dbus():
    """The distribution's python3 has the D-Bus module; another one that comes first in PATH may not."""
    for candidate in (sys.executable, "/usr/bin/python3"):
        check = subprocess.run([candidate, "-c", "import dbus, gi"], stderr=subprocess.DEVNULL, check=False)
        if check.returncode == 0:
            return candidate
    sys.exit("bluetooth_bus.py: python3-dbus and python3-gi are missing")


def wait_for_line(stream):
    if not select.select([stream], [], [], START_SECONDS)[0]:
        return b""
    return stream.readline()


def stop(process):
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description="A private bus with Bluetooth devices around one command")
    parser.add_argument("--scene", default="{}")
    parser.add_argument("--no-adapter", action="store_true")
    parser.add_argument("--log")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        parser.error("no command")
    daemon = shutil.which("dbus-daemon") or sys.exit("bluetooth_bus.py: dbus-daemon is missing")

    bus = peripheral = child = None
    log = open(options.log or os.devnull, "wb", buffering=0)
    with tempfile.TemporaryDirectory(prefix="outpost-bus-") as folder:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        try:
            path = os.path.join(folder, "bus.conf")
            with open(path, "w", encoding="utf-8") as file:
                file.write(CONFIG.format(folder=folder))
            bus = subprocess.Popen(
                [daemon, f"--config-file={path}", "--nofork", "--nopidfile", "--print-address=1"], stdout=subprocess.PIPE)
            address = wait_for_line(bus.stdout).decode().strip()
            if not address:
                sys.exit("bluetooth_bus.py: dbus-daemon did not start")
            env = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
            env.setdefault("BLUETOOTH_FORCE_DBUS_LE_VERSION", "5.66")
            if not options.no_adapter:
                script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peripheral.py")
                peripheral = subprocess.Popen(
                    [python_with_dbus(), script, "--scene", options.scene], env=env, stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE)
                first = wait_for_line(peripheral.stdout)
                if b'"ready"' not in first:
                    sys.exit("bluetooth_bus.py: the peripheral did not start")
                log.write(first)
                # Its lines must not fill the pipe: they are copied by a process that ends with it.
                copier = subprocess.Popen(["cat"], stdin=peripheral.stdout, stdout=log)
                peripheral.stdout.close()
            child = subprocess.Popen(command, env=env)
            status = child.wait()
        finally:
            stop(child)
            stop(peripheral)
            stop(bus)
            if peripheral is not None:
                copier.wait(5)
            log.close()
    sys.exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main()
