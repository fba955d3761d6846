// SPDX-License-Identifier: GPL-3.0-or-later
// The files of ../data against libraries that nobody here wrote, so that a slip in carrying them over cannot stay.
import assert from 'node:assert/strict';
import { createDecipheriv, createPublicKey, pbkdf2Sync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HDKey } from '@scure/bip32';
import { entropyToMnemonic, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese';
import bs58 from 'bs58';
import * as h3 from 'h3-js';
import { fileText, kFiles } from '../vectors.mjs';

const text = (name) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
const load = (name) => JSON.parse(text(name));
const unhex = (value) => Buffer.from(value, 'hex');
const hex = (bytes) => Buffer.from(bytes).toString('hex');

for (const [name, file] of Object.entries(kFiles)) {
  test(`${name} is what its libraries compute`, () => assert.equal(text(name), fileText(file)));
}

test('every file names its source and licence, and has cases', () => {
  for (const name of ['wycheproof_ed25519', 'wycheproof_xchacha20_poly1305', 'wycheproof_aes256_gcm', 'wycheproof_pbkdf2_sha256',
    'wycheproof_pbkdf2_sha512', 'argon2id', 'bip39', 'bip39_japanese', 'slip10', 'rfc8032', 'base58', 'h3']) {
    const file = load(`${name}.json`);
    assert.ok(file.source && file.licence && file.cases.length > 3, name);
  }
});

test('BIP-39 words, seeds and masters', () => {
  for (const { language, entropy, words, passphrase, seed, master } of load('bip39.json').cases) {
    const list = language === 'english' ? english : japanese;
    assert.equal(entropyToMnemonic(unhex(entropy), list).normalize('NFKD'), words.normalize('NFKD'));
    assert.equal(hex(mnemonicToSeedSync(words, passphrase)), seed);
    assert.equal(HDKey.fromMasterSeed(unhex(seed)).privateExtendedKey, master);
  }
});

test('bad base58 is refused by bs58, bad cells by H3', () => {
  for (const bad of load('base58.json').bad) assert.throws(() => bs58.decode(bad), bad);
  for (const bad of load('h3.json').bad) assert.equal(h3.isValidCell(bad), false, bad);
});

test('Wycheproof Ed25519 by OpenSSL', () => {
  for (const { id, key, msg, sig, result } of load('wycheproof_ed25519.json').cases) {
    const der = Buffer.concat([unhex('302a300506032b6570032100'), unhex(key)]);
    const point = createPublicKey({ key: der, format: 'der', type: 'spki' });
    assert.equal(verify(null, unhex(msg), point, unhex(sig)), result === 'valid', `case ${id}`);
  }
});

test('Wycheproof AES-256-GCM by OpenSSL', () => {
  let valid = 0;
  for (const { id, key, iv, aad, msg, ct, tag, result } of load('wycheproof_aes256_gcm.json').cases) {
    if (iv.length > 256) continue; // OpenSSL takes nonces of up to 128 bytes.
    let opened = null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', unhex(key), unhex(iv));
      decipher.setAAD(unhex(aad));
      decipher.setAuthTag(unhex(tag));
      opened = hex(Buffer.concat([decipher.update(unhex(ct)), decipher.final()]));
    } catch {
      opened = null;
    }
    if (result === 'valid') {
      assert.equal(opened, msg, `case ${id}`);
      valid += 1;
    } else if (result === 'invalid') {
      assert.equal(opened, null, `case ${id}`);
    }
  }
  assert.ok(valid > 30);
});

test('Wycheproof PBKDF2 by OpenSSL', () => {
  for (const hash of ['sha256', 'sha512']) {
    for (const { id, password, salt, iterations, dk, result } of load(`wycheproof_pbkdf2_${hash}.json`).cases) {
      if (result !== 'valid' || iterations > 100_000) continue;
      assert.equal(hex(pbkdf2Sync(unhex(password), unhex(salt), iterations, dk.length / 2, hash)), dk, `${hash} case ${id}`);
    }
  }
});
