// SPDX-License-Identifier: GPL-3.0-or-later
// Writes those files of ../data that libraries of other people compute (the others were carried over once, see the table in
// ../data/README.md): `node vectors.mjs --write`. Without --write it prints nothing and only exports what the test compares.
import { HDKey } from '@scure/bip32';
import { entropyToMnemonic, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese';
import bs58 from 'bs58';
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import hd from 'ed25519-hd-key';
import * as h3 from 'h3-js';
import { flag } from './lib/lines.mjs';
import { Random } from './lib/random.mjs';

const hex = (bytes) => Buffer.from(bytes).toString('hex');
const unhex = (text) => Buffer.from(text, 'hex');

// The entropies and the passphrase of the Japanese cases that BIP-39 points to (bip32JP); each with the first bytes of the published
// seed, so that a slip in carrying them over would show.
const kJapanesePassphrase = '㍍ガバヴァぱばぐゞちぢ十人十色';
const kJapanese = [
  ['00'.repeat(16), 'a262d6fb'], ['7f'.repeat(16), 'aee025cb'], ['80'.repeat(16), 'e5173673'], ['ff'.repeat(16), '4cd2ef49'],
  ['00'.repeat(24), 'd99e8f1c'], ['7f'.repeat(24), 'eaaf171e'], ['80'.repeat(24), 'aec0f8d3'], ['ff'.repeat(24), 'f0f73812'],
  ['00'.repeat(32), '23f500ee'], ['7f'.repeat(32), 'cd354a40'], ['80'.repeat(32), '6b7cd1b2'], ['ff'.repeat(32), 'a44ba705'],
  ['77c2b00716cec7213839159e404db50d', '344cef9e'],
  ['b63a9c59a6e641f288ebc103017f1da9f8290b3da6bdef7b', 'b14e7d35'],
  ['3e141609b97933b66a060dcddc71fad1d91677db872031e85f4c015c5e7e8982', '32e78dce'],
  ['0460ef47585604c5660618db2e6a7e7f', '0acf902c'],
  ['72f60ebac5dd8add8d2a25a797102c3ce21bc029c200076f', '9869e220'],
  ['2c85efc7f24ee4573d2b81a6ec66cee209b2dcbd09d8eddc51e0215b0b68e416', '713b7e70'],
  ['eaebabb2383351fd31d703840b32e9e2', '06e1d528'],
  ['7ac45cfe7722ee6c7ba84fbc2d5bd61b45cb2fe5eb65aa78', '1fef2878'],
  ['4fa1a8bc3e6d80ee1316050e862c1812031493212b7ec3f3bb1b08f168cabeef', '43de99b5'],
  ['18ab19a9f54a9274f03e5209a2ac8a91', '3d711f07'],
  ['18a2e1d81b8ecfb2a333adcb0c17a5b9eb76cc5d05db91a4', '753ec9e3'],
  ['15da872c95a13dd738fbf50e427583ad61f18fd99f628c417a61cf8343c90419', '346b7321'],
];

export function bip39Japanese() {
  return kJapanese.map(([entropy, seedStart]) => {
    const words = entropyToMnemonic(unhex(entropy), japanese);
    const seed = hex(mnemonicToSeedSync(words, kJapanesePassphrase));
    if (!seed.startsWith(seedStart)) throw new Error(`the seed of ${entropy} is not the published one`);
    return { language: 'japanese', entropy, words, passphrase: kJapanesePassphrase, seed };
  });
}

// The seeds and chains of SLIP-0010's own vectors 1 and 2; ed25519 by ed25519-hd-key, secp256k1 by @scure/bip32.
const kSeeds = ['000102030405060708090a0b0c0d0e0f', [
  'fffcf9f6f3f0edeae7e4e1dedbd8d5d2cfccc9c6c3c0bdbab7b4b1aeaba8a5a2',
  '9f9c999693908d8a8784817e7b7875726f6c696663605d5a5754514e4b484542'].join('')];
const kEd25519Paths = [
  ["m", "m/0'", "m/0'/1'", "m/0'/1'/2'", "m/0'/1'/2'/2'", "m/0'/1'/2'/2'/1000000000'"],
  ["m", "m/0'", "m/0'/2147483647'", "m/0'/2147483647'/1'", "m/0'/2147483647'/1'/2147483646'", "m/0'/2147483647'/1'/2147483646'/2'"],
];
const kSecpPaths = [
  ["m", "m/0'", "m/0'/1", "m/0'/1/2'", "m/0'/1/2'/2", "m/0'/1/2'/2/1000000000"],
  ["m", "m/0", "m/0/2147483647'", "m/0/2147483647'/1", "m/0/2147483647'/1/2147483646'", "m/0/2147483647'/1/2147483646'/2"],
];

export function slip10() {
  const cases = [];
  kSeeds.forEach((seed, which) => {
    for (const path of kEd25519Paths[which]) {
      const node = path === 'm' ? hd.getMasterKeyFromSeed(seed) : hd.derivePath(path, seed);
      cases.push({
        curve: 'ed25519', seed, path, chain: hex(node.chainCode), private: hex(node.key),
        public: hex(hd.getPublicKey(node.key, false)) });
    }
    for (const path of kSecpPaths[which]) {
      const node = HDKey.fromMasterSeed(unhex(seed)).derive(path);
      cases.push({
        curve: 'secp256k1', seed, path, chain: hex(node.chainCode), private: hex(node.privateKey), public: hex(node.publicKey) });
    }
  });
  return cases;
}

// RFC 8032, 7.1: TEST 1, 2, 3 and SHA(abc). Seed, message; the rest is computed by OpenSSL (node:crypto) and starts as published.
const kRfc8032 = [
  ['9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', '', 'd75a9801', 'e5564300'],
  ['4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '72', '3d4017c3', '92a009a9'],
  ['c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'af82', 'fc51cd8e', '6291d657'],
  ['833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42', hex(createHash('sha512').update('abc').digest()), 'ec172b93', 'dc2a4459'],
];

export function rfc8032() {
  return kRfc8032.map(([seed, msg, publicStart, signatureStart]) => {
    const key = createPrivateKey({ key: unhex(`302e020100300506032b657004220420${seed}`), format: 'der', type: 'pkcs8' });
    const point = hex(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
    const sig = hex(sign(null, unhex(msg), key));
    if (!point.startsWith(publicStart) || !sig.startsWith(signatureStart)) throw new Error(`${seed} is not the published case`);
    return { seed, key: point, msg, sig };
  });
}

// Bytes of Bitcoin Core's base58_encode_decode and of draft-msporny-base58, then random ones; text by bs58.
export function base58() {
  const known = [
    '', '61', '626262', '636363', '73696d706c792061206c6f6e6720737472696e67', '00eb15231dfceb60925886b67d065299925915aeb172c06647',
    '516b6fcd0f', 'bf4f89001e670274dd', '572e4794', 'ecac89cad93923c02321', '10c8511e', '00000000000000000000', '00', '0000287fb4cd',
    hex(Buffer.from('Hello World!')), hex(Buffer.from('The quick brown fox jumps over the lazy dog.'))];
  const random = new Random('base58');
  const cases = known.map((bytes) => ({ bytes, text: bs58.encode(unhex(bytes)) }));
  for (const length of [1, 2, 3, 4, 8, 16, 20, 25, 31, 32, 32, 32, 33, 37, 38, 64, 64, 64, 65, 100, 128]) {
    const zeros = random.below(3) === 0 ? random.below(Math.min(length, 5)) : 0;
    const bytes = Buffer.concat([Buffer.alloc(zeros), random.bytes(length - zeros)]);
    cases.push({ bytes: hex(bytes), text: bs58.encode(bytes) });
  }
  return cases;
}

// Text that must be refused: letters outside the alphabet, white space, look-alikes.
export const kBadBase58 = ['0', 'O', 'I', 'l', '2NEpo7TZRRrLZSi2U ', ' 2NEpo7TZRRrLZSi2U', '2NEpo7TZRRr0ZSi2U', 'é', '1111\n', '=', '+/'];

const kPlaces = [
  ['Berlin', 52.52, 13.405], ['Lisbon', 38.7223, -9.1393], ['San Francisco', 37.7749, -122.4194], ['Tokyo', 35.6762, 139.6503],
  ['Sydney', -33.8688, 151.2093], ['Quito', -0.1807, -78.4678], ['null island', 0, 0], ['north pole', 90, 0], ['south pole', -90, 0],
  ['antimeridian east', -16.5, 180], ['antimeridian west', -16.5, -180], ['Suva', -18.1416, 178.4419], ['a pentagon', 64.7, 10.536199075468],
  ['Reykjavik', 64.1466, -21.9426], ['McMurdo', -77.8419, 166.6863],
];

const degrees = (value) => Number(value.toFixed(9));

export function h3Cases() {
  const random = new Random('h3');
  const cases = [];
  const add = (name, lat, lng, resolution, edge) => {
    const cell = h3.latLngToCell(lat, lng, resolution);
    const one = { name, lat, lng, resolution, cell, decimal: BigInt(`0x${cell}`).toString(), pentagon: h3.isPentagon(cell) };
    one.centre = h3.cellToLatLng(cell).map(degrees);
    if (edge) one.boundary = h3.cellToBoundary(cell).map((point) => point.map(degrees));
    if (resolution > 8) one.parent8 = h3.cellToParent(cell, 8);
    cases.push(one);
  };
  for (const [name, lat, lng] of kPlaces) {
    for (let resolution = 0; resolution <= 15; resolution += 1) add(name, lat, lng, resolution, [0, 5, 8, 12].includes(resolution));
  }
  for (let i = 0; i < 60; i += 1) {
    // Even over the sphere: the sine of the latitude is what is uniform.
    const lat = degrees((Math.asin(2 * random.real() - 1) * 180) / Math.PI);
    add(`random ${i}`, lat, degrees(random.real() * 360 - 180), 12, i < 20);
  }
  return cases;
}

export const kBadCells = ['', '0', '8c2a9702b2807f', '8c2a9702b2807fff0', 'zc2a9702b2807ff', '0c2a9702b2807ff', 'ffffffffffffffff'];

export const kFiles = {
  'bip39_japanese.json': {
    source: 'Entropies, passphrase and seeds of bip32JP test_JP_BIP39.json (to which BIP-39 points); words and seeds computed by @scure/bip39',
    licence: 'facts', cases: bip39Japanese },
  'slip10.json': {
    source: 'Seeds and chains of SLIP-0010 vectors 1 and 2 (secp256k1: also BIP-32); keys computed by ed25519-hd-key and @scure/bip32',
    licence: 'facts', cases: slip10 },
  'rfc8032.json': { source: 'RFC 8032 section 7.1, TEST 1, 2, 3 and SHA(abc)', licence: 'facts', cases: rfc8032 },
  'base58.json': {
    source: 'Bytes of Bitcoin Core base58_encode_decode and draft-msporny-base58, then random; text computed by bs58',
    licence: 'facts', bad: kBadBase58, cases: base58 },
  'h3.json': {
    source: 'Computed by h3-js 4.5 (Uber H3); degrees rounded to nine decimals', licence: 'facts', bad: kBadCells, cases: h3Cases },
};

export function fileText({ cases, ...head }) {
  const top = Object.entries(head).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`).join('');
  const lines = cases().map((each) => `  ${JSON.stringify(each)}`).join(',\n');
  return `{\n${top} "cases": [\n${lines}\n ]\n}\n`;
}

if (flag('write')) {
  for (const [name, file] of Object.entries(kFiles)) writeFileSync(new URL(`../data/${name}`, import.meta.url), fileText(file));
}
