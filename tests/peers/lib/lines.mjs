// SPDX-License-Identifier: GPL-3.0-or-later
// The protocol that every peer here speaks: one JSON document per line in, one JSON document per line out, in order.
// An answer repeats the request's "id". A request that fails is answered {"id":..,"error":"one sentence"}; the peer
// then goes on with the next line. The end of the input ends the peer.
import { createInterface } from 'node:readline';

const kLongestLine = 16 * 1024 * 1024;

// BigInts leave as decimal text: a JSON number is a double for most readers.
const plain = (_, value) => (typeof value === 'bigint' ? value.toString() : value);

export function line(value) {
  return JSON.stringify(value, plain);
}

export function emit(value) {
  process.stdout.write(`${line(value)}\n`);
}

// ops: name -> (request) => answer (or a promise of it). The request names its op in "op".
export async function serve(ops) {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    let id = null;
    try {
      if (text.length > kLongestLine) throw new Error('the line is longer than 16 MiB');
      const request = JSON.parse(text);
      id = request.id ?? null;
      const op = ops[request.op];
      if (!Object.hasOwn(ops, request.op ?? '')) {
        throw new Error(`unknown op "${request.op}"; known: ${Object.keys(ops).join(', ')}`);
      }
      emit({ id, ...(await op(request)) });
    } catch (error) {
      emit({ id, error: String(error?.message ?? error) });
    }
  }
}

// The value after --name on the command line, or undefined.
export function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

export function flag(name) {
  return process.argv.includes(`--${name}`);
}

// Exits after what was written has left: process.exit drops a pipe's backlog.
export async function finish() {
  await new Promise((done) => process.stdout.write('', done));
}
