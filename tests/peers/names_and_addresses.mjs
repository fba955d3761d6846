// SPDX-License-Identifier: GPL-3.0-or-later
// Animal names by angry-purple-tiger, the network's addresses by @helium/address, the account of a device by Helium's SDK.
// Protocol: README.md.
import bs58 from 'bs58';
import { createRequire } from 'node:module';
import { entity, randomDevice } from './helium_instructions.mjs';
import { emit, finish, option, serve } from './lib/lines.mjs';
import { Random } from './lib/random.mjs';

const require = createRequire(import.meta.url);
const Address = require('@helium/address').default;
const animalName = require('angry-purple-tiger');

const kEd25519 = 1;

// Everything that the text of an address says.
export function describe({ address }) {
  if (!Address.isValid(address)) throw new Error('not an address of this network');
  const parsed = Address.fromB58(address);
  const out = {
    address, netType: parsed.netType, keyType: parsed.keyType, publicKeyHex: Buffer.from(parsed.publicKey).toString('hex'),
    binaryHex: Buffer.from(parsed.bin).toString('hex'), name: animalName(address, { style: 'lowercase', separator: '-' }),
    displayName: animalName(address, { style: 'titlecase', separator: ' ' }), ...entity({ entityKey: address }) };
  if (parsed.keyType === kEd25519) out.solana = bs58.encode(parsed.publicKey);
  return out;
}

// A Solana address in the other spelling.
export function fromSolana({ solana }) {
  return { address: new Address(0, 0, kEd25519, bs58.decode(solana)).b58 };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  if (option('random') !== undefined) {
    for (let i = 0; i < Number(option('random')); i += 1) {
      emit({ case: i, ...describe({ address: randomDevice(new Random(`${option('seed') ?? '1'}/name/${i}`)) }) });
    }
    await finish();
  } else {
    await serve({ describe, fromSolana, valid: ({ address }) => ({ valid: Address.isValid(address) }) });
  }
}
