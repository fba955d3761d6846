// SPDX-License-Identifier: GPL-3.0-or-later
// The network's own packages give the golden values of ../../data/helium.json; so those values are theirs, not ours.
import assert from 'node:assert/strict';
import { createPrivateKey, sign as signWith } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ComputeBudgetProgram, Ed25519Program, Keypair, PublicKey, TransactionInstruction, TransactionMessage, VersionedTransaction } from '@solana/web3.js';
import { getAssociatedTokenAddressSync } from '@solana/spl-token';
import bs58 from 'bs58';
import { jsonOfType } from '../lib/idl.mjs';
import { linesOf, Peer } from '../lib/peer.mjs';
import { build, entity, epoch, fixed, kInstructions, kMints, asset, maker, router } from '../helium_instructions.mjs';
import { direct, kScanPaths, scan } from '../mnemonics.mjs';
import { describe, fromSolana } from '../names_and_addresses.mjs';
import { decode, encode } from '../proto_ble.mjs';
import { cell, describe as at } from '../h3.mjs';

const golden = JSON.parse(readFileSync(new URL('../../data/helium.json', import.meta.url), 'utf8'));
const seedOf = (hex) => Keypair.fromSeed(Buffer.from(hex, 'hex'));

test('a type file becomes the JSON it stands for', () => {
  assert.deepEqual(jsonOfType('/** x */\nexport type A = {\n "a": "b;c{";\n "d": [\n {\n "e": 1;\n },\n 2\n ];\n};\n'), { a: 'b;c{', d: [{ e: 1 }, 2] });
});

for (const { address, kind, name, keyToAsset, entityKeyHex, iotInfo, mobileInfo } of golden.names) {
  test(`${name}: name and accounts of ${address}`, () => {
    const said = describe({ address });
    assert.equal(said.name, name);
    assert.equal(said.keyType, kind === 'ed25519' ? 1 : 0);
    assert.equal(said.keyToAsset, keyToAsset);
    if (entityKeyHex) assert.deepEqual([said.entityKeyHex, said.iotInfo, said.mobileInfo], [entityKeyHex, iotInfo, mobileInfo]);
    if (said.solana) assert.equal(fromSolana(said).address, address);
  });
}

test('the add-gateway keys have the addresses of the file', () => {
  const { gatewaySeedHex, ownerSeedHex, gateway, owner, signedHex, signatureHex } = golden.addGateway;
  assert.equal(fromSolana({ solana: seedOf(gatewaySeedHex).publicKey.toBase58() }).address, gateway);
  assert.equal(fromSolana({ solana: seedOf(ownerSeedHex).publicKey.toBase58() }).address, owner);
  const key = createPrivateKey({ key: Buffer.from(`302e020100300506032b657004220420${gatewaySeedHex}`, 'hex'), format: 'der', type: 'pkcs8' });
  assert.equal(signWith(null, Buffer.from(signedHex, 'hex'), key).toString('hex'), signatureHex);
});

for (const phrase of golden.phrases) {
  test(`keys of "${phrase.words.slice(0, 24)}..."`, async () => {
    const found = phrase.zeroChecksum ? { addresses: { l1: (await direct(phrase)).address } } : await scan(phrase);
    for (const [path, address] of Object.entries(phrase.addresses)) assert.equal(found.addresses[path], address, path);
    if (phrase.heliumAddress) assert.equal((await direct(phrase)).otherAddress, phrase.heliumAddress);
    if (phrase.standardWords) assert.equal((await direct({ words: phrase.standardWords })).address, phrase.addresses.l1);
  });
}

test('every scanned path is there once', () => {
  assert.equal(kScanPaths.length, 23);
  assert.equal(new Set(kScanPaths).size, 23);
});

golden.instructions.forEach(({ program, instruction, args, dataHex }, at) => {
  test(`data of ${instruction} (${at})`, () => assert.equal(build({ program, instruction, args }).dataHex, dataHex));
});

test('derived accounts', () => {
  const d = golden.derived;
  assert.deepEqual(
    [entity({ entityKey: d.entity }).keyToAsset, entity({ entityKey: d.entity }).iotInfo, entity({ entityKey: d.entity }).mobileInfo],
    [d.keyToAsset, d.iotInfo, d.mobileInfo]);
  assert.equal(asset({ asset: d.asset }).recipient, d.recipient);
  assert.deepEqual(epoch({ epoch: d.epoch }), { daoEpochInfo: d.daoEpochInfo, subDaoEpochInfo: d.iotSubDaoEpochInfo });
  assert.deepEqual(router({ routerKey: d.routerKey }), { delegatedDataCredits: d.delegatedDataCredits, escrowDcAccount: d.escrowDcAccount });
  assert.equal(getAssociatedTokenAddressSync(kMints.hnt, new PublicKey(d.owner)).toBase58(), d.hntAccount);
  assert.equal(getAssociatedTokenAddressSync(kMints.dc, new PublicKey(d.owner)).toBase58(), d.dcAccount);
});

test('accounts that are known from elsewhere', () => {
  const f = fixed();
  assert.equal(f.dao, 'BQ3MCuTT5zVBhNfQ4SjMh3NPVhFy73MPV8rjfq5d1zie');
  assert.equal(f.mobileConfig, 'EP1FNydbuKjGopwXVrVLR71NnC9YMRbTg9aHfk3KfMRj');
  assert.equal(f.hntLazyDistributor, '6gcZXjHgKUBMedc2V1aZLFPwh8M1rPVRw7kpo2KqNrFq');
  assert.equal(f.hntEscrowBreaker, '73zsmmqCXjvHHhNSib26Y8p3jYiH3UUuyKv71RJDnctW');
  assert.equal(f.dcMintBreaker, 'sZgXQVqAv9atfSuwNJnHgSf4tqsos6kRajANmBaBmSx');
  assert.equal(f.bubblegumSigner, '4ewWZC5gT6TGpm5LZNDs9wVonfUT2q5PP5sc9kVbwMAK');
  assert.ok(maker({ name: 'Maker 1' }).maker);
});

test('an oracle message and its signature instruction', () => {
  const { oracleSeedHex, oracle, messageHex, signatureHex, instructionHeaderHex } = golden.oracleMessage;
  const pair = seedOf(oracleSeedHex);
  assert.equal(pair.publicKey.toBase58(), oracle);
  const instruction = Ed25519Program.createInstructionWithPrivateKey({ privateKey: pair.secretKey, message: Buffer.from(messageHex, 'hex') });
  const data = instruction.data.toString('hex');
  // web3.js puts the public key at 16 and the signature behind it, as the program demands.
  assert.equal(data.slice(0, 32), instructionHeaderHex);
  assert.equal(data.slice(32 + 64, 32 + 64 + 128), signatureHex);
});

test('the whole mint transactions, legacy and v0', () => {
  const m = golden.mintTransaction;
  const owner = seedOf(m.ownerSeedHex);
  const me = owner.publicKey.toBase58();
  const f = fixed();
  const made = build({
    program: 'data_credits', instruction: 'mint_data_credits_v0', args: { hnt_amount: null, dc_amount: m.dcAmount },
    accounts: {
      data_credits: f.dataCredits, hnt_price_oracle: m.priceOracle, burner: golden.derived.hntAccount,
      recipient_token_account: golden.derived.dcAccount, recipient: me, owner: me, hnt_mint: kMints.hnt.toBase58(),
      dc_mint: kMints.dc.toBase58(), circuit_breaker: f.dcMintBreaker, system_program: '11111111111111111111111111111111',
      token_program: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', associated_token_program: 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL',
      circuit_breaker_program: 'circAbx64bbsscPbQzZAUvuXpHqrCe6fLMzc2uKXz9g' } });
  const message = new TransactionMessage({
    payerKey: owner.publicKey, recentBlockhash: bs58.encode(Buffer.from(m.blockhashHex, 'hex')),
    instructions: [
      ComputeBudgetProgram.setComputeUnitLimit({ units: m.unitLimit }),
      ComputeBudgetProgram.setComputeUnitPrice({ microLamports: Number(m.unitPrice) }),
      new TransactionInstruction({
        programId: new PublicKey(made.programId), data: Buffer.from(made.dataHex, 'hex'),
        keys: made.metas.map((meta) => ({ pubkey: new PublicKey(meta.pubkey), isSigner: meta.signer, isWritable: meta.writable })) })] });
  for (const [compiled, expected] of [[message.compileToLegacyMessage(), m.legacyBase64], [message.compileToV0Message(), m.v0Base64]]) {
    const transaction = new VersionedTransaction(compiled);
    transaction.sign([owner]);
    assert.equal(Buffer.from(transaction.serialize()).toString('base64'), expected);
  }
});

test('Bluetooth messages', () => {
  const value = { diagnostics: { diagnostics: { power: 'on' } }, wifiRemove: { service: 'hotspot-wifi' },
    wifiServices: { services: ['hotspot-wifi', 'tacos'] }, wifiConnect: { service: 'hotspot-wifi', password: '!cilantro1983!' } };
  const type = { diagnostics: 'diagnostics_v1', wifiRemove: 'wifi_remove_v1', wifiServices: 'wifi_services_v1', wifiConnect: 'wifi_connect_v1' };
  for (const [name, base64] of Object.entries(golden.ble)) {
    const made = encode({ message: type[name], value: value[name] });
    assert.equal(made.bytesBase64, base64);
    assert.deepEqual(decode({ message: type[name], bytesHex: made.bytesHex }).value, value[name]);
  }
});

test('the location of the golden instructions is a number, but no cell', () => {
  assert.equal(BigInt('0x8c2a9702b2807ff').toString(), golden.instructions[1].args.location);
  assert.equal(at({ cell: '8c2a9702b2807ff' }).valid, false);
});

test('a cell at its own centre is itself', () => {
  const place = cell({ lat: 52.52, lng: 13.405, resolution: 12 });
  assert.equal(cell({ lat: place.centre[0], lng: place.centre[1], resolution: 12 }).decimal, place.decimal);
  assert.deepEqual([place.valid, place.resolution, place.boundary.length], [true, 12, 6]);
});

for (const [script, count] of [['helium_instructions.mjs', 1 + 5 * (1 + kInstructions.length)], ['names_and_addresses.mjs', 5],
  ['mnemonics.mjs', 5], ['h3.mjs', 5], ['proto_ble.mjs', 25]]) {
  test(`${script} prints random cases that its seed repeats`, async () => {
    const [a, b] = await Promise.all([1, 2].map(() => linesOf(script, ['--random', '5', '--seed', 'x'])));
    assert.equal(a.length, count);
    assert.deepEqual(a, b);
  });
}

let peer;
before(() => {
  peer = new Peer('helium_instructions.mjs');
});
after(() => peer.close());

test('an account that breaks the rule of the interface description is refused', async () => {
  const [, ...lines] = await linesOf('helium_instructions.mjs', ['--random', '1', '--seed', 'y']);
  const one = lines.find((line) => line.instruction === 'mint_data_credits_v0');
  const accounts = Object.fromEntries(one.metas.map((meta) => [meta.name, meta.pubkey]));
  const request = { op: 'build', program: one.program, instruction: one.instruction, args: one.args, accounts };
  const good = await peer.good(request);
  assert.deepEqual(good.metas, one.metas);
  accounts.circuit_breaker = accounts.owner;
  assert.match((await peer.ask(request)).error, /circuitBreaker/);
});

test('an argument that is missing is named', async () => {
  const answer = await peer.ask({ op: 'build', program: 'data_credits', instruction: 'mint_data_credits_v0', args: { dc_amount: '1' } });
  assert.match(answer.error, /hntAmount is missing/);
});
