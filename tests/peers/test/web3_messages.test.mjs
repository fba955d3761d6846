// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Keypair, VersionedTransaction } from '@solana/web3.js';
import { Peer, linesOf } from '../lib/peer.mjs';

let web3;
before(() => {
  web3 = new Peer('web3_messages.mjs');
});
after(() => web3.close());

const payer = Keypair.fromSeed(Buffer.alloc(32, 9)).publicKey.toBase58();
const blockhash = Keypair.fromSeed(Buffer.alloc(32, 7)).publicKey.toBase58();

test('a built, compiled and signed transfer reads back as itself', async () => {
  const { instruction } = await web3.good({ op: 'build', kind: 'system.transfer', from: payer, to: blockhash, lamports: '42' });
  assert.equal(instruction.dataHex, '020000002a00000000000000');
  const compiled = await web3.good({ op: 'compile', payer, blockhash, instructions: [instruction] });
  assert.ok(compiled.v0Hex.startsWith('80'));
  for (const messageHex of [compiled.legacyHex, compiled.v0Hex]) {
    const signed = await web3.good({ op: 'sign', messageHex, seedsHex: ['09'.repeat(32)] });
    const bytes = Buffer.from(signed.transactionBase64, 'base64');
    assert.equal(Buffer.from(VersionedTransaction.deserialize(bytes).message.serialize()).toString('hex'), messageHex);
    const decoded = await web3.good({ op: 'decode', transactionBase64: signed.transactionBase64 });
    assert.equal(decoded.keys[0], payer);
    assert.equal(decoded.instructions[0].dataHex, instruction.dataHex);
  }
});

test('accounts of a lookup table leave the static keys', async () => {
  const { instruction } = await web3.good({ op: 'build', kind: 'system.transfer', from: payer, to: blockhash, lamports: '1' });
  const table = { key: Keypair.fromSeed(Buffer.alloc(32, 3)).publicKey.toBase58(), addresses: [payer, blockhash] };
  const plain = await web3.good({ op: 'compile', payer, blockhash, instructions: [instruction] });
  const looked = await web3.good({ op: 'compile', payer, blockhash, instructions: [instruction], lookupTables: [table] });
  assert.equal(plain.legacyHex, looked.legacyHex);
  assert.notEqual(plain.v0Hex, looked.v0Hex);
});

test('random cases repeat with their seed and differ without', async () => {
  const [a, b, c] = await Promise.all(['7', '7', '8'].map((seed) => linesOf('web3_messages.mjs', ['--random', '20', '--seed', seed])));
  assert.equal(a.length, 20);
  assert.deepEqual(a, b);
  assert.notDeepEqual(a, c);
  assert.ok(a.some((each) => each.lookupTables.length > 0));
});

test('a bad request is answered with a sentence', async () => {
  assert.match((await web3.ask({ op: 'build', kind: 'nothing' })).error, /unknown kind/);
  assert.ok((await web3.ask({ op: 'compile', payer: 'x', blockhash, instructions: [] })).error);
});
