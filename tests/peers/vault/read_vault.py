#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an Outpost vault by docs/vault-format.md alone, with PyNaCl.

    read_vault.py VAULT PASSWORD_FILE      prints the content as one JSON document

Exit codes: 0 read; 1 wrong password; 2 damaged or not a vault; 3 a format this program does not know.
"""
import hashlib
import json
import struct
import sys
import unicodedata

from nacl import bindings, exceptions

HEADER = struct.Struct("<8sHHBBBBIIII16s24s32s")
WORLDS = {b"OUTPOSTW": "real", b"DEMO-OPW": "demo"}


class Refused(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


def password_from_file(path):
    with open(path, "rb") as file:
        content = file.read()
    if content.endswith(b"\n"):
        content = content[:-1]
        if content.endswith(b"\r"):
            content = content[:-1]
    return unicodedata.normalize("NFKD", content.decode("utf-8")).encode("utf-8")


def open_body(file, password):
    if len(file) < HEADER.size + 16:
        raise Refused(2, "too short")
    (magic, version, header_size, kdf, cipher, lanes, zero, memory_kib, passes, body_size, zero2, salt, nonce,
     checksum) = HEADER.unpack_from(file)
    if magic not in WORLDS:
        raise Refused(2, "not a vault")
    if hashlib.sha256(file[:72] + file[104:]).digest() != checksum:
        raise Refused(2, "damaged")
    if (version, kdf, cipher, lanes) != (1, 1, 1, 1):
        raise Refused(3, "unknown version or algorithm")
    if header_size != 104 or body_size != len(file) - 104 or zero != 0 or zero2 != 0:
        raise Refused(2, "inconsistent header")
    key = bindings.crypto_pwhash_alg(32, password, salt, passes, memory_kib * 1024,
                                     bindings.crypto_pwhash_ALG_ARGON2ID13)
    try:
        body = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(file[104:], file[:72], nonce, key)
    except exceptions.CryptoError as error:
        raise Refused(1, "wrong password") from error
    return {"world": WORLDS[magic], "memoryKiB": memory_kib, "passes": passes}, body


def sized(data, at):
    (size,) = struct.unpack_from("<H", data, at)
    return data[at + 2:at + 2 + size], at + 2 + size


def account(value):
    kind, curve = value[0], value[1]
    scheme, at = sized(value, 2)
    path, at = sized(value, at)
    key, at = sized(value, at)
    label, at = sized(value, at)
    if at != len(value):
        raise Refused(2, "account")
    return {"kind": kind, "curve": curve, "scheme": scheme.decode(), "path": path.decode(), "publicKey": key.hex(),
            "label": label.decode()}


def content(body):
    version, size = struct.unpack_from("<HI", body)
    if version != 1:
        raise Refused(3, "content version")
    if any(body[6 + size:]) or len(body) % 4096 != 0:
        raise Refused(2, "padding")
    result = {"accounts": []}
    at = 6
    while at < 6 + size:
        tag, length = struct.unpack_from("<HI", body, at)
        value = body[at + 6:at + 6 + length]
        at += 6 + length
        if tag == 1:
            result["id"] = value.decode()
        elif tag == 2:
            result["name"] = value.decode()
        elif tag == 3:
            (result["createdAt"],) = struct.unpack("<q", value)
        elif tag == 4:
            (result["backupVerifiedAt"],) = struct.unpack("<q", value)
        elif tag == 5:
            result["language"], result["checksum"], result["entropy"] = value[0], value[1], value[2:].hex()
        elif tag == 6:
            result["usesPassphrase"] = value == b"\x01"
        elif tag == 7:
            result["accounts"].append(account(value))
        else:
            raise Refused(3, "unknown field")
    return result


def main(vault, password_file):
    with open(vault, "rb") as file:
        data = file.read(1024 * 1024 + 1)
    try:
        header, body = open_body(data, password_from_file(password_file))
        print(json.dumps(header | content(body), sort_keys=True))
        return 0
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
