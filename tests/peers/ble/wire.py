# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes of the peripheral: protobuf, base58check addresses, device keys and the signed add-gateway message.

Written from descriptions of the protocol, not from Outpost's code: the two must be able to disagree.
Keys are made from a seed, so that a test knows them; OpenSSL's command line computes and signs.
"""
import hashlib
import os
import subprocess
import tempfile

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
P256_PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class Bad(Exception):
    """Bytes that do not say what they should."""


# --- protobuf ---------------------------------------------------------------------------------------------------------


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def field(number, data):
    """A length-delimited field; empty data is left out, as proto3 does."""
    return varint(number << 3 | 2) + varint(len(data)) + data if data else b""


def read_varint(data, at):
    value = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise Bad("varint")
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def fields(data):
    """[(number, value)]; value is bytes for a length-delimited field, otherwise a number."""
    out, at = [], 0
    while at < len(data):
        tag, at = read_varint(data, at)
        number, kind = tag >> 3, tag & 7
        if number == 0:
            raise Bad("field number 0")
        if kind == 2:
            size, at = read_varint(data, at)
            if at + size > len(data):
                raise Bad("length")
            out.append((number, data[at : at + size]))
            at += size
        elif kind == 0:
            value, at = read_varint(data, at)
            out.append((number, value))
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
            if at + size > len(data):
                raise Bad("length")
            out.append((number, int.from_bytes(data[at : at + size], "little")))
            at += size
        else:
            raise Bad("wire type")
    return out


def last(found, number, default=b""):
    values = [value for n, value in found if n == number]
    value = values[-1] if values else default
    if not isinstance(value, type(default)):
        raise Bad("type")
    return value


def services_message(names):
    # A repeated field keeps its empty members.
    return b"".join(varint(0x0A) + varint(len(name)) + name for name in names)


def diagnostics_message(pairs):
    return b"".join(field(1, field(1, k.encode()) + field(2, v.encode())) for k, v in pairs.items())


# --- addresses --------------------------------------------------------------------------------------------------------


def base58(data):
    number = int.from_bytes(data, "big")
    out = ""
    while number:
        number, digit = divmod(number, 58)
        out = ALPHABET[digit] + out
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + out


def unbase58(text):
    number = 0
    for letter in text:
        if letter not in ALPHABET:
            raise Bad("base58")
        number = number * 58 + ALPHABET.index(letter)
    body = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return b"\0" * (len(text) - len(text.lstrip("1"))) + body


def checksum(data):
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4]


def address_of(binary):
    """Tag and key to text."""
    return base58(b"\0" + binary + checksum(b"\0" + binary))


def binary_of(address):
    """Text to tag and key, as the firmware reads it."""
    data = unbase58(address)
    if len(data) != 38 or data[0] != 0 or data[-4:] != checksum(data[:-4]):
        raise Bad("address")
    return data[1:-4]


# --- keys -------------------------------------------------------------------------------------------------------------


def openssl(*args, data=b""):
    return subprocess.run(["openssl", *args], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True).stdout


def seed_bytes(seed):
    """64 hex digits are the seed itself; anything else is hashed to one."""
    text = str(seed)
    if len(text) == 64:
        try:
            return bytes.fromhex(text)
        except ValueError:
            pass
    return hashlib.sha256(text.encode()).digest()


class DeviceKey:
    """kind: "ed25519", or "p256" in the compact form: x only, where y is the smaller of the two roots."""

    def __init__(self, kind, seed):
        self.kind = kind
        secret = seed_bytes(seed)
        if kind == "ed25519":
            self._der = bytes.fromhex("302e020100300506032b657004220420") + secret
            public = openssl("pkey", "-inform", "DER", "-pubout", "-outform", "DER", data=self._der)[-32:]
            self.binary = b"\x01" + public
        elif kind == "p256":
            scalar = int.from_bytes(secret, "big") % (P256_ORDER - 1) + 1
            point = self._point(scalar)
            if int.from_bytes(point[32:], "big") * 2 > P256_PRIME:
                scalar = P256_ORDER - scalar
                point = self._point(scalar)
            self._der = self._sec1(scalar)
            self.binary = b"\x00" + point[:32]
        else:
            raise ValueError(f"key is ed25519 or p256, not {kind}")
        self.address = address_of(self.binary)

    @staticmethod
    def _sec1(scalar):
        return bytes.fromhex("30310201010420") + scalar.to_bytes(32, "big") + bytes.fromhex("a00a06082a8648ce3d030107")

    def _point(self, scalar):
        return openssl("pkey", "-inform", "DER", "-pubout", "-outform", "DER", data=self._sec1(scalar))[-64:]

    def sign(self, message):
        """64 bytes for ed25519, DER for P-256 (ECDSA with SHA-256)."""
        with tempfile.TemporaryDirectory() as folder:
            key, text = os.path.join(folder, "key"), os.path.join(folder, "text")
            with open(key, "wb") as file:
                file.write(self._der)
            with open(text, "wb") as file:
                file.write(message)
            how = ["-rawin"] if self.kind == "ed25519" else ["-rawin", "-digest", "sha256"]
            return openssl("pkeyutl", "-sign", "-inkey", key, "-keyform", "DER", *how, "-in", text)


def add_gateway_blob(key, owner, payer):
    """The signed transaction that a device answers with: owner and payer in their binary form, fees of zero left out."""
    head = field(1, owner) + field(2, key.binary)
    signature = key.sign(head + field(5, payer))
    return field(1, head + field(4, signature) + field(5, payer))
