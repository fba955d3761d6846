// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases and keys by libraries nobody here wrote: BIP-39 by @scure/bip39, SLIP-0010 by ed25519-hd-key, the network's old
// direct scheme by @helium/crypto. Protocol: README.md.
import { entropyToMnemonic, mnemonicToEntropy, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese';
import bs58 from 'bs58';
import hd from 'ed25519-hd-key';
import { createRequire } from 'node:module';
import { emit, finish, option, serve } from './lib/lines.mjs';
import { Random } from './lib/random.mjs';

const require = createRequire(import.meta.url);
const { Keypair, Mnemonic } = require('@helium/crypto');
const kLists = { english, japanese };
const hex = (bytes) => Buffer.from(bytes).toString('hex');

// The derivations under which people's existing keys are looked for.
export const kScanPaths = [
  "m/44'/904'", "m/44'/904'/0'/0'", "m/44'/501'",
  ...Array.from({ length: 10 }, (_, n) => [`m/44'/501'/${n}'/0'`, `m/44'/501'/${n}'`]).flat()];

export function seed({ words, passphrase = '' }) {
  return { seedHex: hex(mnemonicToSeedSync(words, passphrase)) };
}

export function derive({ seedHex, path }) {
  const node = path === 'm' ? hd.getMasterKeyFromSeed(seedHex) : hd.derivePath(path, seedHex);
  const publicKey = hd.getPublicKey(node.key, false);
  return { privateHex: hex(node.key), chainHex: hex(node.chainCode), publicHex: hex(publicKey), address: bs58.encode(publicKey) };
}

// The old scheme: the entropy is the seed; twelve words give it twice. It knows English only and forgives a checksum of zeros.
export async function direct({ words }) {
  const pair = await Keypair.fromMnemonic(new Mnemonic(words.split(' ')));
  return { address: bs58.encode(Buffer.from(pair.publicKey)), otherAddress: pair.address.b58 };
}

export async function scan({ words, passphrase = '' }) {
  const { seedHex } = seed({ words, passphrase });
  const addresses = { l1: (await direct({ words })).address };
  for (const path of kScanPaths) addresses[path] = derive({ seedHex, path }).address;
  return { seedHex, addresses };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  if (option('random') !== undefined) {
    for (let i = 0; i < Number(option('random')); i += 1) {
      const random = new Random(`${option('seed') ?? '1'}/words/${i}`);
      const entropy = random.bytes(random.pick([16, 32]));
      const words = entropyToMnemonic(entropy, english);
      emit({ case: i, entropyHex: hex(entropy), words, ...(await scan({ words })) });
    }
    await finish();
  } else {
    await serve({
      seed, derive, direct, scan,
      words: ({ entropyHex, language = 'english' }) => ({ words: entropyToMnemonic(Buffer.from(entropyHex, 'hex'), kLists[language]) }),
      entropy: ({ words, language = 'english' }) => ({ entropyHex: hex(mnemonicToEntropy(words, kLists[language])) }),
    });
  }
}
