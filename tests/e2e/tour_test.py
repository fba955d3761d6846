# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the window by scripts that need somebody beside them: a tile server, a network that is not the demo's
own, or an end in the middle.

    tour_test.py OUTPOST OUTPOSTCTL screens|restore|resume|mended FOLDER [options of the console]
"""

import glob
import http.server
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import urllib.request
import zlib

# The first of the published test vectors of BIP-39 with 24 words: everybody knows them.
WORDS = " ".join(["abandon"] * 23 + ["art"])
PASSWORD = "correct horse battery staple 9\n"
TOUR_PASSWORD = "quiet copper lantern 47\n"  # as the scripts type it
SIDE = 256


def picture():
    """A tile in one colour that the console never uses, with a rim."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    inner = b"\xe6\x96\xe6" * (SIDE - 1) + b"\xb4\x64\xb4"
    rim = b"\xb4\x64\xb4" * SIDE
    rows = b"".join(b"\0" + (rim if y == SIDE - 1 else inner) for y in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Tiles(http.server.BaseHTTPRequestHandler):
    tile = picture()
    asked = 0

    def do_GET(self):
        Tiles.asked += 1
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(self.tile)))
        self.end_headers()
        self.wfile.write(self.tile)

    def log_message(self, *args):
        pass


class Run:
    def __init__(self, outpost, outpostctl, pictures, options):
        self.outpost = outpost
        self.outpostctl = outpostctl
        self.pictures = pictures
        self.options = options
        self.work = tempfile.mkdtemp(prefix="tour")
        self.home = os.path.join(self.work, "home")

    def command(self, script, *more):
        return [self.outpost, "--tour", self.pictures, "--tour-script", script, *self.options, *more]

    def environment(self):
        return dict(os.environ, HOME=self.work)

    def walk(self, script, *more):
        return subprocess.run(self.command(script, *more), env=self.environment(), timeout=200).returncode

    def screens(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.png"
        code = self.walk("screens", "--tour-argument", url)
        if code == 0 and Tiles.asked < 4:
            print(f"the tile server was asked {Tiles.asked} times")
            return 1
        return code

    def resume(self):
        first = subprocess.Popen(self.command("interrupt", "--home", self.home), env=self.environment(),
                                 stdout=subprocess.PIPE, text=True)
        for line in first.stdout:
            print(line, end="")
            if line.startswith("tour: under way"):
                break
        else:
            return first.wait() or 1
        first.send_signal(signal.SIGKILL)
        first.wait()
        return self.walk("resume", "--home", self.home)

    def mended(self):
        """Everything that can break has broken: records, the wallet's file; and the words lie about."""
        home = ["--demo", "--home", self.home, "--password-file", self.file("password", TOUR_PASSWORD)]
        words = os.path.join(self.work, "words")
        self.console(*home, "wallet", "create", "--words-out", words)
        self.console(*home, "wallet", "verify-backup", "--words-file", words)
        self.console(*home, "earnings", "summary")
        self.console(*home, "data", "verify")
        data = os.path.join(self.home, "demo")
        for part in glob.glob(os.path.join(data, "store.db-*")):
            os.remove(part)
        os.truncate(os.path.join(data, "store.db"), 5000)
        for vault in glob.glob(os.path.join(data, "wallets", "*.vault")):
            os.truncate(vault, 40)
        code = self.walk("mended", "--home", self.home)
        said = self.console(*home, "wallet", "show").get("warnings", [])
        if code == 0 and [warning["code"] for warning in said] != ["wordsFileExists"]:
            print(f"after OK the command line says: {said}")
            return 1
        return code

    def file(self, name, text):
        path = os.path.join(self.work, name)
        with open(path, "w") as f:
            f.write(text)
        os.chmod(path, 0o600)
        return path

    def console(self, *args):
        done = subprocess.run([self.outpostctl, "--json", *args], env=self.environment(), capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=120)
        if done.returncode != 0:
            raise SystemExit(f"outpostctl {' '.join(args)}: {done.stdout.decode()} {done.stderr.decode()}")
        return json.loads(done.stdout)

    def refuses_what_is_real(self, words, config):
        """Neither a person's own home nor a network outside is touched by a script."""
        with open(config) as f:
            outside = json.load(f)
        node = outside["helium"].pop("rpc")
        unsaid = self.file("unsaid.json", json.dumps(outside))
        outside["helium"]["rpc"] = [*node, "https://node.example"]
        mixed = self.file("mixed.json", json.dumps(outside))
        for name, args in (("no addresses", []), ("the node of always", ["--network-config", unsaid]),
                           ("a node outside", ["--network-config", mixed]),
                           ("a home", ["--network-config", config, "--home", self.home])):
            code = self.walk("restore", "--tour-argument", words, *args)
            if code != 2:
                print(f"restore with {name}: exit {code} instead of 2")
                return False
        return True

    def restore(self):
        """The real network's code, on addresses at which this computer serves the demo."""
        serve = subprocess.Popen([self.outpostctl, "--json", "--demo", "--home", os.path.join(self.work, "served"),
                                  "demo", "serve"], env=self.environment(), stdout=subprocess.PIPE,
                                 stdin=subprocess.DEVNULL, text=True)
        try:
            text = ""
            for line in serve.stdout:
                text += line
                try:
                    url = json.loads(text)["url"]
                    break
                except ValueError:
                    continue
            else:
                print("nobody serves the demo")
                return 1

            def at(host, path=""):
                return f"{url}/@{host}{path}"

            rpc = [at("rpc-one.demo"), at("rpc-two.demo")]
            config = self.file("network.json", json.dumps({"helium": {
                "rpc": rpc, "das": rpc[:1], "entities": at("entities.nft.helium.io"),
                "onboarding": at("onboarding.dewi.org", "/api"),
                "eccVerifier": at("ecc-verifier.web.helium.io", "/verify"),
                "prices": {"coingecko": at("api.coingecko.com", "/api/v3/simple/price"),
                           "jupiter": at("api.jup.ag", "/price/v3")}}}))
            words = self.file("words", WORDS + "\n")
            real = ["--network-config", config]
            other = ["--home", os.path.join(self.work, "other"), "--password-file", self.file("password", PASSWORD)]
            address = self.console(*other, *real, "wallet", "import", "--words-file", words)["wallet"]["addresses"][0]
            request = urllib.request.Request(at("control.demo", "/starter"), json.dumps({"wallet": address}).encode(),
                                             {"Content-Type": "application/json"})
            if not self.refuses_what_is_real(words, config):
                return 1
            tour = subprocess.Popen(self.command("restore", "--tour-argument", words, *real),
                                    env=self.environment(), stdout=subprocess.PIPE, text=True)
            for line in tour.stdout:
                print(line, end="", flush=True)
                if line.startswith("tour: waiting for money"):
                    urllib.request.urlopen(request, timeout=60).read()
            return tour.wait()
        finally:
            serve.terminate()
            serve.wait()

    def close(self):
        shutil.rmtree(self.work, ignore_errors=True)


def main():
    outpost, outpostctl, script, pictures, *options = sys.argv[1:]
    run = Run(outpost, outpostctl, pictures, options)
    try:
        return {"screens": run.screens, "restore": run.restore, "resume": run.resume, "mended": run.mended}[script]()
    finally:
        run.close()


if __name__ == "__main__":
    sys.exit(main())
