// SPDX-License-Identifier: GPL-3.0-or-later
// @solana/web3.js 1.x as a peer: compiles messages, serialises signed transactions, builds the instructions of the
// standard programs, reads transactions back, and measures how fast it builds and signs. Protocol: README.md.
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  ComputeBudgetProgram,
  Ed25519Program,
  Keypair,
  MessageV0,
  PublicKey,
  SystemProgram,
  TransactionInstruction,
  TransactionMessage,
  VersionedMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createAssociatedTokenAccountInstruction,
  createCloseAccountInstruction,
  createTransferCheckedInstruction,
  createTransferInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import bs58 from 'bs58';
import { emit, finish, option, serve } from './lib/lines.mjs';
import { Random } from './lib/random.mjs';

export const kMemoProgram = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
const key = (text) => new PublicKey(text);

function readInstruction(json) {
  return new TransactionInstruction({
    programId: key(json.programId),
    keys: json.accounts.map((meta) => ({
      pubkey: key(meta.pubkey),
      isSigner: Boolean(meta.signer),
      isWritable: Boolean(meta.writable),
    })),
    data: Buffer.from(json.dataHex ?? '', 'hex'),
  });
}

export function writeInstruction(instruction) {
  return {
    programId: instruction.programId.toBase58(),
    accounts: instruction.keys.map((meta) => ({
      pubkey: meta.pubkey.toBase58(),
      signer: meta.isSigner,
      writable: meta.isWritable,
    })),
    dataHex: Buffer.from(instruction.data).toString('hex'),
  };
}

function readTable(json) {
  return new AddressLookupTableAccount({
    key: key(json.key),
    state: {
      deactivationSlot: BigInt('0xffffffffffffffff'),
      lastExtendedSlot: 0,
      lastExtendedSlotStartIndex: 0,
      authority: undefined,
      addresses: json.addresses.map(key),
    },
  });
}

// A message that does not fit or is refused is an answer, not a failure of the peer.
function attempt(work) {
  try {
    return Buffer.from(work()).toString('hex');
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

export function compile(request) {
  const message = new TransactionMessage({
    payerKey: key(request.payer),
    recentBlockhash: request.blockhash,
    instructions: request.instructions.map(readInstruction),
  });
  const tables = (request.lookupTables ?? []).map(readTable);
  return {
    legacyHex: attempt(() => message.compileToLegacyMessage().serialize()),
    v0Hex: attempt(() => message.compileToV0Message(tables).serialize()),
  };
}

function sign(request) {
  const message = VersionedMessage.deserialize(Buffer.from(request.messageHex, 'hex'));
  const transaction = new VersionedTransaction(message);
  const signers = request.seedsHex.map((seed) => Keypair.fromSeed(Buffer.from(seed, 'hex')));
  transaction.sign(signers);
  return {
    transactionBase64: Buffer.from(transaction.serialize()).toString('base64'),
    signatures: transaction.signatures.map((signature) => bs58.encode(signature)),
    signers: signers.map((signer) => signer.publicKey.toBase58()),
  };
}

function decode(request) {
  const transaction = VersionedTransaction.deserialize(Buffer.from(request.transactionBase64, 'base64'));
  const message = transaction.message;
  const v0 = message instanceof MessageV0;
  return {
    version: v0 ? 0 : 'legacy',
    header: message.header,
    blockhash: message.recentBlockhash,
    keys: message.staticAccountKeys.map((account) => account.toBase58()),
    signatures: transaction.signatures.map((signature) => bs58.encode(signature)),
    instructions: message.compiledInstructions.map((instruction) => ({
      programIdIndex: instruction.programIdIndex,
      accounts: [...instruction.accountKeyIndexes],
      dataHex: Buffer.from(instruction.data).toString('hex'),
    })),
    lookups: v0
      ? message.addressTableLookups.map((lookup) => ({
          key: lookup.accountKey.toBase58(),
          writable: [...lookup.writableIndexes],
          readonly: [...lookup.readonlyIndexes],
        }))
      : [],
  };
}

// The instructions of the standard programs by their official builders. Amounts are decimal text.
const kBuilders = {
  'system.transfer': (r) =>
    SystemProgram.transfer({ fromPubkey: key(r.from), toPubkey: key(r.to), lamports: BigInt(r.lamports) }),
  'system.createAccount': (r) =>
    SystemProgram.createAccount({
      fromPubkey: key(r.from),
      newAccountPubkey: key(r.account),
      lamports: Number(r.lamports),
      space: Number(r.space),
      programId: key(r.owner),
    }),
  'computeBudget.unitLimit': (r) => ComputeBudgetProgram.setComputeUnitLimit({ units: Number(r.units) }),
  'computeBudget.unitPrice': (r) => ComputeBudgetProgram.setComputeUnitPrice({ microLamports: BigInt(r.microLamports) }),
  'token.transfer': (r) => createTransferInstruction(key(r.source), key(r.destination), key(r.owner), BigInt(r.amount)),
  'token.transferChecked': (r) =>
    createTransferCheckedInstruction(
      key(r.source), key(r.mint), key(r.destination), key(r.owner), BigInt(r.amount), Number(r.decimals)),
  'token.closeAccount': (r) => createCloseAccountInstruction(key(r.account), key(r.destination), key(r.owner)),
  'ata.create': (r) => createAssociatedTokenAccountInstruction(key(r.payer), ata(r), key(r.owner), key(r.mint)),
  'ata.createIdempotent': (r) =>
    createAssociatedTokenAccountIdempotentInstruction(key(r.payer), ata(r), key(r.owner), key(r.mint)),
  memo: (r) =>
    new TransactionInstruction({
      programId: key(kMemoProgram),
      keys: (r.signers ?? []).map((signer) => ({ pubkey: key(signer), isSigner: true, isWritable: false })),
      data: Buffer.from(r.text, 'utf8'),
    }),
  'lookupTable.create': (r) =>
    AddressLookupTableProgram.createLookupTable({
      authority: key(r.authority), payer: key(r.payer), recentSlot: BigInt(r.recentSlot) })[0],
  'lookupTable.extend': (r) =>
    AddressLookupTableProgram.extendLookupTable({
      lookupTable: key(r.table), authority: key(r.authority), payer: key(r.payer), addresses: r.addresses.map(key) }),
  'lookupTable.deactivate': (r) =>
    AddressLookupTableProgram.deactivateLookupTable({ lookupTable: key(r.table), authority: key(r.authority) }),
  'ed25519.verify': (r) =>
    Ed25519Program.createInstructionWithPublicKey({
      publicKey: Buffer.from(r.publicKeyHex, 'hex'),
      message: Buffer.from(r.messageHex, 'hex'),
      signature: Buffer.from(r.signatureHex, 'hex'),
    }),
};

function ata(request) {
  return getAssociatedTokenAddressSync(key(request.mint), key(request.owner), true);
}

export function build(request) {
  if (!Object.hasOwn(kBuilders, request.kind)) {
    throw new Error(`unknown kind "${request.kind}"; known: ${Object.keys(kBuilders).join(', ')}`);
  }
  return { instruction: writeInstruction(kBuilders[request.kind](request)) };
}

function derive(request) {
  const seeds = request.seedsHex.map((seed) => Buffer.from(seed, 'hex'));
  const [address, bump] = PublicKey.findProgramAddressSync(seeds, key(request.programId));
  return { address: address.toBase58(), bump };
}

function associatedToken(request) {
  return { address: ata(request).toBase58() };
}

function keypair(request) {
  const pair = Keypair.fromSeed(Buffer.from(request.seedHex, 'hex'));
  return { address: pair.publicKey.toBase58(), secretHex: Buffer.from(pair.secretKey).toString('hex') };
}

// One unit of work: compile a v0 message of twenty accounts, sign it, serialise it.
function bench(request) {
  const seconds = Math.min(Number(request.seconds ?? 2), 30);
  const random = new Random('bench');
  const payer = Keypair.fromSeed(random.bytes(32));
  const instruction = new TransactionInstruction({
    programId: new PublicKey(random.bytes(32)),
    keys: Array.from({ length: 18 }, (_, i) => ({
      pubkey: new PublicKey(random.bytes(32)), isSigner: false, isWritable: i % 2 === 0 })),
    data: random.bytes(111),
  });
  const blockhash = bs58.encode(random.bytes(32));
  const once = () => {
    const message = new TransactionMessage({
      payerKey: payer.publicKey, recentBlockhash: blockhash, instructions: [instruction] }).compileToV0Message();
    const transaction = new VersionedTransaction(message);
    transaction.sign([payer]);
    return transaction.serialize().length;
  };
  for (let i = 0; i < 50; i += 1) once();
  const start = process.hrtime.bigint();
  const end = start + BigInt(Math.round(seconds * 1e9));
  let count = 0;
  while (process.hrtime.bigint() < end) {
    once();
    count += 1;
  }
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  return { count, seconds: elapsed, perSecond: count / elapsed };
}

// A random message: programs, signers and writable accounts overlap on purpose, because that is where compilers differ.
export function randomCase(random) {
  const address = () => new PublicKey(random.bytes(32)).toBase58();
  const pool = Array.from({ length: 3 + random.below(12) }, address);
  const payer = random.chance(3) ? random.pick(pool) : address();
  // The runtime refuses a fee payer that is called as a program.
  const programs = pool.filter((each) => each !== payer);
  const instructions = Array.from({ length: 1 + random.below(4) }, () => ({
    programId: random.pick(programs),
    accounts: Array.from({ length: random.below(9) }, () => ({
      pubkey: random.pick([...pool, payer]), signer: random.chance(6), writable: random.chance(2) })),
    dataHex: random.bytes(random.below(60)).toString('hex'),
  }));
  const lookupTables = Array.from({ length: random.below(3) }, () => ({
    key: address(),
    addresses: Array.from({ length: 1 + random.below(6) }, () => (random.chance(2) ? random.pick(pool) : address())),
  }));
  return { payer, blockhash: bs58.encode(random.bytes(32)), instructions, lookupTables };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  if (option('random') !== undefined) {
    const seed = option('seed') ?? '1';
    for (let i = 0; i < Number(option('random')); i += 1) {
      const request = randomCase(new Random(`${seed}/${i}`));
      emit({ case: i, ...request, ...compile(request) });
    }
    await finish();
  } else {
    await serve({ compile, sign, decode, build, derive, associatedToken, keypair, bench });
  }
}
