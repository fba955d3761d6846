// SPDX-License-Identifier: GPL-3.0-or-later
// The Bluetooth messages of the reference firmware by @helium/proto-ble. Protocol: README.md.
import { createRequire } from 'node:module';
import { emit, finish, option, serve } from './lib/lines.mjs';
import { Random } from './lib/random.mjs';

const require = createRequire(import.meta.url);
const messages = require('@helium/proto-ble');

function typeOf(name) {
  if (!Object.hasOwn(messages, name)) throw new Error(`unknown message "${name}"; known: ${Object.keys(messages).join(', ')}`);
  return messages[name];
}

export function encode({ message, value }) {
  const type = typeOf(message);
  const bytes = Buffer.from(type.encode(type.fromObject(value)).finish());
  return { bytesHex: bytes.toString('hex'), bytesBase64: bytes.toString('base64') };
}

export function decode({ message, bytesHex }) {
  const type = typeOf(message);
  return { value: type.toObject(type.decode(Buffer.from(bytesHex, 'hex')), { longs: String, defaults: true, arrays: true, objects: true }) };
}

// Text as it comes: empty, long, and not only ASCII.
function words(random) {
  const letters = [...'abcXYZ 0123456789_-.\'"<&äöüßéñ日本語Ελληνικά🛰️'];
  return Array.from({ length: random.pick([0, 1, 8, 20, 32, 130]) }, () => random.pick(letters)).join('');
}

const kRandom = {
  wifi_connect_v1: (random) => ({ service: words(random), password: words(random) }),
  wifi_remove_v1: (random) => ({ service: words(random) }),
  wifi_services_v1: (random) => ({ services: Array.from({ length: random.below(8) }, () => words(random)) }),
  add_gateway_v1: (random) => ({
    owner: words(random), payer: words(random), amount: random.unsigned(48).toString(), fee: random.unsigned(48).toString() }),
  diagnostics_v1: (random) => ({
    diagnostics: Object.fromEntries(Array.from({ length: random.below(8) }, () => [words(random), words(random)])) }),
};

if (import.meta.url === `file://${process.argv[1]}`) {
  if (option('random') !== undefined) {
    for (let i = 0; i < Number(option('random')); i += 1) {
      for (const message of Object.keys(kRandom)) {
        const value = kRandom[message](new Random(`${option('seed') ?? '1'}/${message}/${i}`));
        emit({ case: i, message, value, ...encode({ message, value }) });
      }
    }
    await finish();
  } else {
    await serve({ encode, decode });
  }
}
