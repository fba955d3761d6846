// SPDX-License-Identifier: GPL-3.0-or-later
// A seeded stream of numbers (SHA-256 in counter mode), so that a failing case is found again by its seed.
import { createHash } from 'node:crypto';

export class Random {
  #seed;
  #counter = 0n;
  #pool = Buffer.alloc(0);

  constructor(seed) {
    this.#seed = String(seed);
  }

  bytes(count) {
    while (this.#pool.length < count) {
      const block = createHash('sha256').update(`${this.#seed}:${this.#counter}`).digest();
      this.#counter += 1n;
      this.#pool = Buffer.concat([this.#pool, block]);
    }
    const out = Buffer.from(this.#pool.subarray(0, count));
    this.#pool = this.#pool.subarray(count);
    return out;
  }

  unsigned(bits) {
    return BigInt(`0x${this.bytes(bits / 8).toString('hex')}`);
  }

  // 0 <= result < limit; the bias at these sizes does not matter to a test.
  below(limit) {
    return Number(this.unsigned(48) % BigInt(limit));
  }

  chance(oneIn) {
    return this.below(oneIn) === 0;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  // Any 64-bit number, with the edges drawn often.
  u64() {
    return this.chance(4) ? this.pick([0n, 1n, 0xffn, 0xffffffffn, 0xffffffffffffffffn]) : this.unsigned(64);
  }

  u32() {
    return this.chance(4) ? this.pick([0, 1, 0xff, 0xffffffff]) : Number(this.unsigned(32));
  }

  i32() {
    return this.u32() | 0;
  }

  u16() {
    return this.chance(4) ? this.pick([0, 1, 0xffff]) : Number(this.unsigned(16));
  }

  real() {
    return Number(this.unsigned(48)) / 2 ** 48;
  }
}
