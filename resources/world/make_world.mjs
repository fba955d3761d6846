// SPDX-License-Identifier: GPL-3.0-or-later
// Turns Natural Earth's shapes (public domain, by way of the npm packages world-atlas and topojson-client)
// into the small binary files that the map reads. Not part of the build: the results are kept beside it.
//
//   npm i world-atlas topojson-client && node make_world.mjs NODE_MODULES OUTPUT_DIR
//
// Format, little-endian: "OWLD", u8 version = 1, u8 bits per axis, u16 reserved, u32 number of rings; then for
// each ring a varint: number of points * 2 + (1 if it is a closed ring of land, 0 if an open line of a border),
// then the points as zigzag varint differences of x and y. x = (longitude + 180) / 360, y = (1 - mercator) / 2 of
// the Web Mercator square, each times 2^bits. Rings that cross the date line run on beyond 0 or 1; the one around the
// south pole is closed along it. Points that fall on the one before are left out.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, out] = process.argv.slice(2);
const { feature, mesh } = await import(pathToFileURL(path.join(modules, 'topojson-client/src/index.js')).href);
const read = name => JSON.parse(fs.readFileSync(path.join(modules, 'world-atlas', name + '.json'), 'utf8'));
const kMaxLat = 85.0511287798066;

function project([lon, lat], bits) {
    const clamped = Math.max(-kMaxLat, Math.min(kMaxLat, lat)) * Math.PI / 180;
    const x = (lon + 180) / 360;
    const y = (1 - Math.log(Math.tan(clamped) + 1 / Math.cos(clamped)) / Math.PI) / 2;
    const limit = 2 ** bits;
    return [Math.round(x * limit), Math.max(0, Math.min(limit, Math.round(y * limit)))];
}

// Longitudes without jumps; a ring around the pole gets two corners there.
function unwrap(points, closed) {
    const out = [];
    let turn = 0;
    let last = null;
    for (const [lon, lat] of points) {
        if (last !== null && lon - last > 180)
            turn -= 360;
        else if (last !== null && lon - last < -180)
            turn += 360;
        last = lon;
        out.push([lon + turn, lat]);
    }
    if (closed && Math.abs(out.at(-1)[0] - out[0][0]) > 180) {
        const pole = out.reduce((sum, p) => sum + p[1], 0) < 0 ? -90 : 90;
        out.push([out.at(-1)[0], pole], [out[0][0], pole]);
    }
    return out;
}

function varint(bytes, value) {
    while (value >= 0x80) {
        bytes.push((value & 0x7f) | 0x80);
        value = Math.floor(value / 128);
    }
    bytes.push(value);
}
const zigzag = v => (v < 0 ? -2 * v - 1 : 2 * v);

function pack(lines, bits) {
    const bytes = [];
    let count = 0;
    for (const { points, closed } of lines) {
        const kept = [];
        for (const p of unwrap(points, closed).map(p => project(p, bits))) {
            const last = kept[kept.length - 1];
            if (!last || last[0] !== p[0] || last[1] !== p[1])
                kept.push(p);
        }
        if (closed && kept.length > 1 && kept[0][0] === kept.at(-1)[0] && kept[0][1] === kept.at(-1)[1])
            kept.pop();
        if (kept.length < (closed ? 3 : 2))
            continue;
        count += 1;
        varint(bytes, kept.length * 2 + (closed ? 1 : 0));
        let [px, py] = [0, 0];
        for (const [x, y] of kept) {
            varint(bytes, zigzag(x - px));
            varint(bytes, zigzag(y - py));
            [px, py] = [x, y];
        }
    }
    const head = Buffer.alloc(12);
    head.write('OWLD', 0, 'latin1');
    head.writeUInt8(1, 4);
    head.writeUInt8(bits, 5);
    head.writeUInt32LE(count, 8);
    return Buffer.concat([head, Buffer.from(bytes)]);
}

function rings(world) {
    const land = feature(world, world.objects.land);
    const geometries = land.features ? land.features.map(f => f.geometry) : [land.geometry];
    return geometries.flatMap(g => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates))
        .flat().map(points => ({ points, closed: true }));
}

for (const [scale, bits, borders] of [['110m', 14, false], ['50m', 18, true], ['10m', 21, false]]) {
    const lines = rings(read(`land-${scale}`));
    if (borders) {
        const world = read(`countries-${scale}`);
        const inner = mesh(world, world.objects.countries, (a, b) => a !== b);
        lines.push(...inner.coordinates.map(points => ({ points, closed: false })));
    }
    const data = pack(lines, bits);
    fs.writeFileSync(path.join(out, `world-${scale}.bin`), data);
    console.log(scale, lines.length, data.length);
}
