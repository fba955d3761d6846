// SPDX-License-Identifier: GPL-3.0-or-later
// The peer itself, with transactions that @solana/web3.js made: what it accepts, what it refuses, what it charges.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  ComputeBudgetProgram,
  Ed25519Program,
  Keypair,
  PublicKey,
  SystemProgram,
  TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import {
  ACCOUNT_SIZE,
  AccountLayout,
  MINT_SIZE,
  MintLayout,
  TOKEN_PROGRAM_ID,
  createAssociatedTokenAccountIdempotentInstruction,
  createTransferCheckedInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import { Peer } from '../lib/peer.mjs';

const kSol = 1_000_000_000n;
const seed = (text) => Keypair.fromSeed(createHash('sha256').update(text).digest());
const alice = seed('alice');
const bob = seed('bob');
let svm;
let blockhash;

before(() => {
  svm = new Peer('litesvm_replay.mjs');
});
after(() => svm.close());
beforeEach(async () => {
  blockhash = (await svm.good({ op: 'reset' })).blockhash;
  await svm.good({ op: 'airdrop', pubkey: alice.publicKey.toBase58(), lamports: (10n * kSol).toString() });
});

function transaction(instructions, { signers = [alice], legacy = false, tables = [], hash = blockhash } = {}) {
  const message = new TransactionMessage({
    payerKey: signers[0].publicKey, recentBlockhash: hash, instructions });
  const made = new VersionedTransaction(legacy ? message.compileToLegacyMessage() : message.compileToV0Message(tables));
  made.sign(signers);
  return Buffer.from(made.serialize()).toString('base64');
}

const pay = (lamports, to = bob.publicKey) =>
  SystemProgram.transfer({ fromPubkey: alice.publicKey, toPubkey: to, lamports });

const execute = (transactionBase64, more = {}) =>
  svm.good({ op: 'execute', transactionBase64, watch: [alice.publicKey.toBase58(), bob.publicKey.toBase58()], ...more });

for (const legacy of [true, false]) {
  test(`a ${legacy ? 'legacy' : 'v0'} transfer moves the lamports and costs 5,000`, async () => {
    const answer = await execute(transaction([pay(kSol)], { legacy }));
    assert.equal(answer.ok, true);
    assert.equal(answer.accounts[1].lamports, kSol.toString());
    assert.equal(answer.accounts[0].lamports, (9n * kSol - 5000n).toString());
    assert.match(answer.logs.join('\n'), /11111111111111111111111111111111 success/);
  });
}

test('the priority fee is charged in micro-lamports per unit of the limit', async () => {
  const answer = await execute(transaction([
    ComputeBudgetProgram.setComputeUnitLimit({ units: 300_000 }),
    ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 10_000 }),
    pay(kSol),
  ]));
  assert.equal(answer.ok, true);
  assert.equal(BigInt(answer.payerBefore) - BigInt(answer.payerAfter), kSol + 5000n + 3000n);
});

test('a transfer of more than the account holds fails with Custom 1 and costs its fee', async () => {
  const answer = await execute(transaction([pay(20n * kSol)]));
  assert.deepEqual(answer.err, { InstructionError: [0, { Custom: 1 }] });
  assert.equal(answer.feeLamports, '5000');
});

test('a payer without money cannot pay the fee', async () => {
  const broke = seed('broke');
  const answer = await execute(transaction([], { signers: [broke] }));
  assert.equal(answer.err, 'AccountNotFound');
});

test('a new account below the rent minimum is refused', async () => {
  const answer = await execute(transaction([pay(1000n)]));
  assert.deepEqual(answer.err, { InsufficientFundsForRent: { account_index: 1 } });
});

test('a changed byte in a signature is refused', async () => {
  const bytes = Buffer.from(transaction([pay(kSol)]), 'base64');
  bytes[5] ^= 1;
  assert.equal((await execute(bytes.toString('base64'))).err, 'SignatureFailure');
});

test('with sigverify off the same bytes execute', async () => {
  blockhash = (await svm.good({ op: 'reset', sigverify: false })).blockhash;
  await svm.good({ op: 'airdrop', pubkey: alice.publicKey.toBase58(), lamports: (10n * kSol).toString() });
  const bytes = Buffer.from(transaction([pay(kSol)]), 'base64');
  bytes[5] ^= 1;
  assert.equal((await execute(bytes.toString('base64'))).ok, true);
});

test('the same transaction twice is already processed', async () => {
  const bytes = transaction([pay(kSol)]);
  assert.equal((await execute(bytes)).ok, true);
  assert.equal((await execute(bytes)).err, 'AlreadyProcessed');
});

test('an expired blockhash is refused, unless the check is off', async () => {
  const bytes = transaction([pay(kSol)]);
  await svm.good({ op: 'expireBlockhash' });
  assert.equal((await execute(bytes)).err, 'BlockhashNotFound');
  await svm.good({ op: 'reset', blockhashCheck: false });
  await svm.good({ op: 'airdrop', pubkey: alice.publicKey.toBase58(), lamports: (10n * kSol).toString() });
  assert.equal((await execute(bytes)).ok, true);
});

test('a simulation changes nothing', async () => {
  const answer = await execute(transaction([pay(kSol)]), { simulate: true });
  assert.equal(answer.ok, true);
  assert.equal(answer.accounts.find((a) => a.pubkey === bob.publicKey.toBase58()).lamports, kSol.toString());
  const { accounts } = await svm.good({ op: 'getAccounts', pubkeys: [bob.publicKey.toBase58()] });
  assert.equal(accounts[0].exists, false);
});

test('bytes that are no transaction are an answer, and the peer lives on', async () => {
  for (const bytes of ['', 'AAAA', 'AQID', Buffer.alloc(1232, 0xff).toString('base64')]) {
    assert.equal((await execute(bytes)).err, 'Unparsable');
  }
  const trailing = Buffer.concat([Buffer.from(transaction([pay(kSol)]), 'base64'), Buffer.from([0])]);
  assert.equal((await execute(trailing.toString('base64'))).err, 'Unparsable');
  assert.equal((await execute(transaction([pay(kSol)]))).ok, true);
});

test('an op that does not exist is refused by name', async () => {
  assert.match((await svm.ask({ op: 'nonsense' })).error, /unknown op "nonsense"/);
});

function mintAccount(mint, supply) {
  const data = Buffer.alloc(MINT_SIZE);
  MintLayout.encode({
    mintAuthorityOption: 0, mintAuthority: PublicKey.default, supply, decimals: 8, isInitialized: true,
    freezeAuthorityOption: 0, freezeAuthority: PublicKey.default }, data);
  return account(mint, data, 1_461_600n);
}

function tokenAccount(address, mint, owner, amount, state = 1) {
  const data = Buffer.alloc(ACCOUNT_SIZE);
  AccountLayout.encode({
    mint, owner, amount, delegateOption: 0, delegate: PublicKey.default, delegatedAmount: 0n, state,
    isNativeOption: 0, isNative: 0n, closeAuthorityOption: 0, closeAuthority: PublicKey.default }, data);
  return account(address, data, 2_039_280n);
}

function account(address, data, lamports) {
  return {
    pubkey: address.toBase58(), lamports: lamports.toString(), owner: TOKEN_PROGRAM_ID.toBase58(),
    dataBase64: data.toString('base64') };
}

const kMint = seed('mint').publicKey;
const from = getAssociatedTokenAddressSync(kMint, alice.publicKey);
const to = getAssociatedTokenAddressSync(kMint, bob.publicKey);
const send = (amount) => [
  createAssociatedTokenAccountIdempotentInstruction(alice.publicKey, to, bob.publicKey, kMint),
  createTransferCheckedInstruction(from, kMint, to, alice.publicKey, amount, 8),
];

test('a token transfer creates the recipient account, pays its rent and moves the amount', async () => {
  await svm.good({ op: 'setAccounts', accounts: [mintAccount(kMint, 500n), tokenAccount(from, kMint, alice.publicKey, 500n)] });
  const answer = await execute(transaction(send(123n)), { watch: [from.toBase58(), to.toBase58()] });
  assert.equal(answer.ok, true);
  const amounts = answer.accounts.map((a) => AccountLayout.decode(Buffer.from(a.dataBase64, 'base64')).amount);
  assert.deepEqual(amounts, [377n, 123n]);
  assert.equal(answer.accounts[1].lamports, '2039280');
});

test('a frozen token account does not pay', async () => {
  await svm.good({ op: 'setAccounts', accounts: [mintAccount(kMint, 500n), tokenAccount(from, kMint, alice.publicKey, 500n, 2)] });
  const answer = await execute(transaction(send(1n)));
  assert.deepEqual(answer.err, { InstructionError: [1, { Custom: 17 }] });
});

test('a memo executes and shows its text in the log', async () => {
  const memo = new TransactionInstruction({
    programId: new PublicKey('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr'),
    keys: [{ pubkey: alice.publicKey, isSigner: true, isWritable: false }], data: Buffer.from('Grüße') });
  const answer = await execute(transaction([memo]));
  assert.equal(answer.ok, true);
  assert.match(answer.logs.join('\n'), /Memo \(len 7\)[^]*Grüße/);
});

test('a memo that is not UTF-8 is refused', async () => {
  const memo = new TransactionInstruction({
    programId: new PublicKey('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr'), keys: [], data: Buffer.from([0xff, 0xfe]) });
  const answer = await execute(transaction([memo]));
  assert.equal(answer.ok, false);
  assert.equal(answer.err.InstructionError[0], 0);
});

test('an Ed25519 verify instruction passes with a good signature and fails with a bad one', async () => {
  const good = Ed25519Program.createInstructionWithPrivateKey({ privateKey: bob.secretKey, message: Buffer.from('said') });
  assert.equal((await execute(transaction([good]))).ok, true);
  const bad = new TransactionInstruction({ ...good, data: Buffer.from(good.data) });
  bad.data[bad.data.length - 1] ^= 1;
  const answer = await execute(transaction([bad]));
  assert.equal(answer.ok, false);
  assert.equal(answer.err.InstructionError[0], 0);
});

test('a lookup table is created, extended and used', async () => {
  await svm.good({ op: 'clock', set: { slot: 100 } });
  await svm.good({ op: 'slotHashes', set: [{ slot: 99, hash: blockhash }] });
  const [create, table] = AddressLookupTableProgram.createLookupTable({
    authority: alice.publicKey, payer: alice.publicKey, recentSlot: 99n });
  const extend = AddressLookupTableProgram.extendLookupTable({
    lookupTable: table, authority: alice.publicKey, payer: alice.publicKey, addresses: [bob.publicKey] });
  const made = await execute(transaction([create, extend]), { watch: [table.toBase58()] });
  assert.equal(made.ok, true, JSON.stringify(made));
  await svm.good({ op: 'clock', set: { slot: 101 } });
  const state = AddressLookupTableAccount.deserialize(Buffer.from(made.accounts[0].dataBase64, 'base64'));
  const used = transaction([pay(kSol)], { tables: [new AddressLookupTableAccount({ key: table, state })] });
  assert.ok(Buffer.from(used, 'base64').length < Buffer.from(transaction([pay(kSol)]), 'base64').length + 40);
  const answer = await execute(used);
  assert.equal(answer.ok, true, JSON.stringify(answer));
  assert.equal(answer.accounts[1].lamports, kSol.toString());
});

test('a scene of several transactions is replayed in one line', async () => {
  const setup = { blockhashCheck: false, airdrops: [{ pubkey: alice.publicKey.toBase58(), lamports: '5000000000' }] };
  const { results } = await svm.good({
    op: 'replay', setup, watch: [bob.publicKey.toBase58()],
    transactions: [transaction([pay(kSol)]), { clock: { unixTimestamp: 1_800_000_000 } }, transaction([pay(9n * kSol)]), transaction([pay(2n * kSol)])] });
  assert.deepEqual(results.map((r) => r.ok), [true, true, false, true]);
  assert.equal(results[3].accounts[0].lamports, (3n * kSol).toString());
});
