// SPDX-License-Identifier: GPL-3.0-or-later
// @helium/idls ships its interface descriptions as TypeScript types only (its JavaScript is empty). They are literal types, so
// a change of punctuation turns them into JSON, which Anchor's own coder then encodes by.
import anchor from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { BN, BorshInstructionCoder } = anchor;
const cache = new Map();

// "a": 1; inside braces becomes "a": 1, and text in quotes is left alone.
export function jsonOfType(source) {
  const start = source.indexOf('{', source.indexOf('export type'));
  let out = '';
  for (let at = start; at < source.length; at += 1) {
    const letter = source[at];
    if (letter === '"') {
      let end = at + 1;
      while (source[end] !== '"') end += source[end] === '\\' ? 2 : 1;
      out += source.slice(at, end + 1);
      at = end;
    } else if (letter === ';') {
      out += ',';
    } else if (letter === '}' || letter === ']') {
      out = out.replace(/,\s*$/, '') + letter;
    } else {
      out += letter;
    }
  }
  return JSON.parse(out.replace(/,\s*(\/\/.*)?\s*$/, ''));
}

export function snake(name) {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/([a-zA-Z])(\d+)$/, '$1$2').replace(/V(\d)/g, 'V$1').toLowerCase();
}

// issue_entity_v0 and issueEntityV0 are one name here.
const same = (a, b) => a.replaceAll('_', '').toLowerCase() === b.replaceAll('_', '').toLowerCase();

export function idlOf(program) {
  if (!cache.has(program)) {
    const file = require.resolve('@helium/idls/package.json').replace('package.json', `lib/types/${program}.d.ts`);
    if (!/^[a-z_]+$/.test(program)) throw new Error('a program is named like lazy_distributor');
    const idl = jsonOfType(readFileSync(file, 'utf8'));
    cache.set(program, { idl, coder: new BorshInstructionCoder(idl) });
  }
  return cache.get(program);
}

export function instructionOf(program, name) {
  const found = idlOf(program).idl.instructions.find((each) => same(each.name, name));
  if (!found) throw new Error(`${program} has no instruction ${name}`);
  return found;
}

function field(object, name) {
  const key = Object.keys(object ?? {}).find((each) => same(each, name));
  if (key === undefined) throw new Error(`argument ${name} is missing`);
  return object[key];
}

// JSON to what Anchor's coder takes: hex to bytes, decimal text to BN, base58 to keys, names to enums.
function valueOf(idl, type, json) {
  if (type === 'bytes') return Buffer.from(json, 'hex');
  if (type === 'pubkey') return new PublicKey(json);
  if (['u64', 'i64', 'u128', 'i128'].includes(type)) return new BN(String(json), 10);
  if (typeof type === 'string') return json;
  if (type.option) return json === null ? null : valueOf(idl, type.option, json);
  if (type.vec) return json.map((each) => valueOf(idl, type.vec, each));
  if (type.array) {
    if (type.array[0] === 'u8') return [...Buffer.from(json, 'hex')];
    return json.map((each) => valueOf(idl, type.array[0], each));
  }
  const shape = idl.types.find((each) => same(each.name, type.defined.name)).type;
  if (shape.kind === 'struct') return structOf(idl, shape.fields, json);
  const wanted = typeof json === 'string' ? json : Object.keys(json)[0];
  const variant = shape.variants.find((each) => same(each.name, wanted));
  if (!variant) throw new Error(`${type.defined.name} has no variant ${wanted}`);
  if (!variant.fields) return { [variant.name]: {} };
  const inner = json[wanted];
  // A tuple variant of one struct takes the struct itself.
  if (variant.fields[0].name === undefined) return { [variant.name]: [valueOf(idl, variant.fields[0], inner)] };
  return { [variant.name]: structOf(idl, variant.fields, inner) };
}

function structOf(idl, fields, json) {
  return Object.fromEntries(fields.map((each) => [each.name, valueOf(idl, each.type, field(json, each.name))]));
}

export function encode(program, name, args) {
  const { idl, coder } = idlOf(program);
  const instruction = instructionOf(program, name);
  const wrapped = instruction.args.length === 1 && instruction.args[0].name === 'args' ? { args } : args;
  return coder.encode(instruction.name, structOf(idl, instruction.args, wrapped ?? {}));
}

// The accounts in their order, composites opened up.
export function flatAccounts(list) {
  return list.flatMap((each) => (each.accounts ? flatAccounts(each.accounts) : [each]));
}

export function seedsOf(account, accounts) {
  const bytes = (seed) => {
    if (seed.kind === 'const') return Buffer.from(seed.value);
    if (seed.kind !== 'account') throw new Error(`seed of kind ${seed.kind}`);
    return new PublicKey(field(accounts, seed.path)).toBuffer();
  };
  return account.pda.seeds.map(bytes);
}

// What the interface description itself says about an account: a fixed address, or seeds. Null where it says neither.
export function ruled(program, account, accounts) {
  if (account.address) return account.address;
  if (!account.pda || account.pda.seeds.some((seed) => seed.path?.includes('.') || seed.kind === 'arg')) return null;
  const by = account.pda.program;
  const owner = by === undefined ? new PublicKey(idlOf(program).idl.address)
    : by.kind === 'const' ? new PublicKey(Buffer.from(by.value)) : new PublicKey(field(accounts, by.path));
  return PublicKey.findProgramAddressSync(seedsOf(account, accounts), owner)[0].toBase58();
}

// accounts: name -> address. Fixed addresses may be left out. Where the description has seeds, the address must obey them.
export function metas(program, name, accounts, remaining = []) {
  const list = flatAccounts(instructionOf(program, name).accounts);
  const given = { ...accounts };
  for (const account of list) {
    if (account.address) given[snake(account.name)] ??= account.address;
  }
  const out = list.map((account) => {
    const pubkey = field(given, account.name);
    const expected = ruled(program, account, given);
    if (expected !== null && expected !== pubkey) {
      throw new Error(`${name}: ${account.name} is ${pubkey}, but the interface description says ${expected}`);
    }
    return { name: snake(account.name), pubkey, signer: Boolean(account.signer), writable: Boolean(account.writable) };
  });
  return [...out, ...remaining.map((pubkey) => ({ name: 'proof', pubkey, signer: false, writable: false }))];
}
