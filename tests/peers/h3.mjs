// SPDX-License-Identifier: GPL-3.0-or-later
// h3-js (Uber's H3) as a peer. Degrees are JSON numbers. Protocol: README.md.
import * as h3 from 'h3-js';
import { emit, finish, option, serve } from './lib/lines.mjs';
import { Random } from './lib/random.mjs';

export function cell({ lat, lng, resolution }) {
  const index = h3.latLngToCell(lat, lng, resolution);
  return { cell: index, decimal: BigInt(`0x${index}`).toString(), ...describe({ cell: index }) };
}

export function describe({ cell: index }) {
  if (!h3.isValidCell(index)) return { valid: false };
  return {
    valid: true, resolution: h3.getResolution(index), pentagon: h3.isPentagon(index), centre: h3.cellToLatLng(index),
    boundary: h3.cellToBoundary(index), areaM2: h3.cellArea(index, 'm2') };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  if (option('random') !== undefined) {
    for (let i = 0; i < Number(option('random')); i += 1) {
      const random = new Random(`${option('seed') ?? '1'}/h3/${i}`);
      const lat = (Math.asin(2 * random.real() - 1) * 180) / Math.PI;
      const lng = random.real() * 360 - 180;
      const resolution = random.chance(2) ? 12 : random.below(16);
      emit({ case: i, lat, lng, ...cell({ lat, lng, resolution }) });
    }
    await finish();
  } else {
    await serve({
      cell, describe,
      parent: ({ cell: index, resolution }) => ({ cell: h3.cellToParent(index, resolution) }),
      disk: ({ cell: index, k }) => ({ cells: h3.gridDisk(index, Math.min(Number(k), 30)) }),
      distanceM: ({ from, to }) => ({ metres: h3.greatCircleDistance(from, to, 'm') }),
    });
  }
}
