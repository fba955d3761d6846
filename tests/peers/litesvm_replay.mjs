// SPDX-License-Identifier: GPL-3.0-or-later
// litesvm (the Solana runtime in this process, with the real System, Token, Associated Token, Memo, Compute Budget,
// Address Lookup Table and Ed25519 programs) as a peer: set accounts up, hand it raw transaction bytes, read what it
// says. One virtual machine per process; "reset" starts it anew. Protocol: README.md.
import {
  address,
  getCompiledTransactionMessageDecoder,
  getTransactionDecoder,
  getTransactionEncoder,
  lamports as asLamports,
} from '@solana/kit';
import bs58 from 'bs58';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './lib/lines.mjs';

const require = createRequire(import.meta.url);
const { Clock, FailedTransactionMetadata, LiteSVM } = require('litesvm');
const internal = require('litesvm/dist/internal.js');

const kMostBytes = 10 * 1024 * 1024;
let svm = new LiteSVM();

const big = (value) => BigInt(value);

// litesvm's JavaScript carries the numbers of its error enumerations without their names; its type file has both.
const kTypes = readFileSync(require.resolve('litesvm/dist/internal.d.ts'), 'utf8');

function enumeration(name) {
  const body = new RegExp(`const enum ${name} \\{([^}]*)\\}`).exec(kTypes)?.[1] ?? '';
  return new Map([...body.matchAll(/(\w+) = (\d+)/g)].map(([, member, number]) => [Number(number), member]));
}

const kTransactionErrors = enumeration('TransactionErrorFieldless');
const kInstructionErrors = enumeration('InstructionErrorFieldless');
const nameOf = (table, value) => table.get(value) ?? `code ${value}`;

// The runtime's own error in the form that Solana's JSON-RPC gives it: "BlockhashNotFound" or
// {"InstructionError":[0,{"Custom":1}]}.
function errorOf(failure) {
  const error = failure.err();
  if (typeof error === 'number') return nameOf(kTransactionErrors, error);
  if (error instanceof internal.TransactionErrorInstructionError) {
    const inner = error.err();
    if (typeof inner === 'number') {
      return { InstructionError: [error.index, nameOf(kInstructionErrors, inner)] };
    }
    if (inner instanceof internal.InstructionErrorCustom) return { InstructionError: [error.index, { Custom: inner.code }] };
    return { InstructionError: [error.index, { BorshIoError: inner.msg ?? String(inner) }] };
  }
  if (error instanceof internal.TransactionErrorDuplicateInstruction) return { DuplicateInstruction: error.index };
  if (error instanceof internal.TransactionErrorInsufficientFundsForRent) {
    return { InsufficientFundsForRent: { account_index: error.accountIndex } };
  }
  return { ProgramExecutionTemporarilyRestricted: { account_index: error.accountIndex } };
}

function accountOf(pubkey, account) {
  if (account === null || account === undefined) return { pubkey, exists: false, lamports: '0' };
  return {
    pubkey,
    exists: true,
    lamports: account.lamports().toString(),
    owner: bs58.encode(account.owner()),
    executable: account.executable(),
    dataBase64: Buffer.from(account.data()).toString('base64'),
  };
}

function look(pubkeys) {
  return (pubkeys ?? []).map((pubkey) => accountOf(pubkey, svm.inner.getAccount(bs58.decode(pubkey))));
}

function setAccounts(request) {
  for (const account of request.accounts) {
    const data = Buffer.from(account.dataBase64 ?? '', 'base64');
    if (data.length > kMostBytes) throw new Error('an account holds at most 10 MiB');
    svm.setAccount({
      address: address(account.pubkey),
      lamports: asLamports(big(account.lamports)),
      programAddress: address(account.owner ?? '11111111111111111111111111111111'),
      executable: Boolean(account.executable),
      space: BigInt(data.length),
      data: new Uint8Array(data),
    });
  }
  return { count: request.accounts.length };
}

function reset(request) {
  svm = new LiteSVM();
  if (request.sigverify === false) svm = svm.withSigverify(false);
  if (request.blockhashCheck === false) svm = svm.withBlockhashCheck(false);
  if (request.history === false) svm = svm.withTransactionHistory(0n);
  if (request.clock) setClock(request.clock);
  if (request.accounts) setAccounts(request);
  return { blockhash: svm.latestBlockhash() };
}

function setClock(wanted) {
  const now = svm.getClock();
  const part = (name, value) => (wanted[name] === undefined ? value : big(wanted[name]));
  svm.setClock(new Clock(
    part('slot', now.slot), part('epochStartTimestamp', now.epochStartTimestamp), part('epoch', now.epoch),
    part('leaderScheduleEpoch', now.leaderScheduleEpoch), part('unixTimestamp', now.unixTimestamp)));
}

function clock(request) {
  if (request.set) setClock(request.set);
  const now = svm.getClock();
  return {
    slot: now.slot, epochStartTimestamp: now.epochStartTimestamp, epoch: now.epoch,
    leaderScheduleEpoch: now.leaderScheduleEpoch, unixTimestamp: now.unixTimestamp,
  };
}

function slotHashes(request) {
  if (request.set) {
    svm.setSlotHashes(request.set.map((entry) => ({ slot: big(entry.slot), hash: entry.hash })));
  }
  return { slotHashes: svm.getSlotHashes().map((entry) => ({ slot: entry.slot, hash: entry.hash })) };
}

function airdrop(request) {
  const outcome = svm.airdrop(address(request.pubkey), asLamports(big(request.lamports)));
  if (outcome instanceof FailedTransactionMetadata) throw new Error(JSON.stringify(errorOf(outcome)));
  return { lamports: (svm.getBalance(address(request.pubkey)) ?? 0n).toString() };
}

function describe(meta) {
  const returned = meta.returnData();
  return {
    logs: meta.logs(),
    unitsConsumed: Number(meta.computeUnitsConsumed()),
    signature: bs58.encode(meta.signature()),
    returnData: returned.data().length === 0 ? null : {
      programId: bs58.encode(returned.programId()), dataBase64: Buffer.from(returned.data()).toString('base64') },
    innerInstructions: meta.innerInstructions().map((list) => list.map((inner) => ({
      programIdIndex: inner.instruction().programIdIndex(),
      accounts: [...inner.instruction().accounts()],
      dataHex: Buffer.from(inner.instruction().data()).toString('hex'),
      stackHeight: inner.stackHeight(),
    }))),
  };
}

// The fee payer is the first key of the message, behind the signatures and the message header.
function feePayer(bytes) {
  const count = bytes[0];
  if (count === 0 || count > 12) return null;
  let at = 1 + count * 64;
  if (at < bytes.length && (bytes[at] & 0x80) !== 0) at += 1;
  at += 4;
  return at + 32 <= bytes.length ? bs58.encode(bytes.subarray(at, at + 32)) : null;
}

// litesvm aborts the whole process on bytes that are no transaction, so @solana/kit looks first. It only looks: what
// goes on to the runtime are the bytes as they came.
function unparsable(bytes) {
  try {
    const transaction = getTransactionDecoder().decode(bytes);
    const [, end] = getCompiledTransactionMessageDecoder().read(transaction.messageBytes, 0);
    if (end !== transaction.messageBytes.length) return 'there are bytes behind the message';
    const again = Buffer.from(getTransactionEncoder().encode(transaction));
    return again.equals(Buffer.from(bytes)) ? null : 'the bytes are not the one encoding of this transaction';
  } catch (error) {
    return String(error?.message ?? error);
  }
}

function lamportsOf(pubkey) {
  return svm.inner.getAccount(bs58.decode(pubkey))?.lamports() ?? 0n;
}

function execute(request) {
  const bytes = new Uint8Array(Buffer.from(request.transactionBase64, 'base64'));
  const refused = unparsable(bytes);
  if (refused !== null) return { ok: false, err: 'Unparsable', errText: refused, logs: [], accounts: look(request.watch) };
  const payer = feePayer(bytes);
  const before = payer === null ? 0n : lamportsOf(payer);
  const outcome = request.simulate
    ? svm.inner.simulateVersionedTransaction(bytes)
    : svm.inner.sendVersionedTransaction(bytes);
  const failed = outcome instanceof internal.FailedTransactionMetadata;
  const meta = failed || request.simulate ? outcome.meta() : outcome;
  const answer = { ok: !failed, err: failed ? errorOf(outcome) : null, ...describe(meta) };
  if (failed) {
    answer.errText = outcome.toString();
    // A failed transaction moves nothing but its fee, so the payer's loss is the fee.
    if (payer !== null && !request.simulate) answer.feeLamports = (before - lamportsOf(payer)).toString();
  }
  if (request.simulate && !failed) {
    answer.accounts = outcome.postAccounts()
      .map((post) => accountOf(bs58.encode(post.address), post.account()))
      .filter((account) => !request.watch || request.watch.includes(account.pubkey));
  } else {
    answer.accounts = look(request.watch);
  }
  answer.payer = payer;
  if (payer !== null) {
    answer.payerBefore = before.toString();
    answer.payerAfter = lamportsOf(payer).toString();
  }
  return answer;
}

// A whole scene in one line: set up, then every transaction in order, each with its own answer.
function replay(request) {
  reset(request.setup ?? {});
  for (const drop of request.setup?.airdrops ?? []) airdrop(drop);
  return {
    results: request.transactions.map((item) => {
      if (typeof item === 'string') return execute({ transactionBase64: item, watch: request.watch });
      if (item.clock) setClock(item.clock);
      if (item.accounts) setAccounts(item);
      if (item.expireBlockhash) svm.expireBlockhash();
      return item.transactionBase64 ? execute({ watch: request.watch, ...item }) : { ok: true, err: null };
    }),
  };
}

await serve({
  reset,
  setAccounts,
  airdrop,
  clock,
  slotHashes,
  execute,
  replay,
  getAccounts: (request) => ({ accounts: look(request.pubkeys) }),
  blockhash: () => ({ blockhash: svm.latestBlockhash() }),
  expireBlockhash: () => {
    svm.expireBlockhash();
    return { blockhash: svm.latestBlockhash() };
  },
  warpToSlot: (request) => {
    svm.warpToSlot(big(request.slot));
    return { slot: request.slot };
  },
  rent: (request) => ({ lamports: svm.minimumBalanceForRentExemption(big(request.dataLength)).toString() }),
});
