import { expect, test } from 'vitest'
import { readGeoPackageBlob } from './geopackage-blob'
import { readWkb } from './wkb'

/** WKB in either order: integers as `{ u }`, doubles as numbers. */
function wkb(little: boolean, ...parts: (number | { readonly u: number })[]): Buffer {
  const bytes = [Buffer.from([little ? 1 : 0])]
  for (const part of parts) {
    const buffer = Buffer.alloc(typeof part === 'number' ? 8 : 4)
    if (typeof part === 'number') little ? buffer.writeDoubleLE(part) : buffer.writeDoubleBE(part)
    else little ? buffer.writeUInt32LE(part.u) : buffer.writeUInt32BE(part.u)
    bytes.push(buffer)
  }
  return Buffer.concat(bytes)
}
const u = (value: number) => ({ u: value })
const point = (x: number, y: number) => wkb(true, u(1), x, y)
const geometry = (bytes: Buffer) => {
  const read = readWkb(bytes)
  return read.kind === 'geometry' ? read.geometry : read
}

test.each([true, false])('a point, little endian %s', (little) => {
  expect(geometry(wkb(little, u(1), 14.5, 50.25))).toEqual({ type: 'Point', coordinates: [14.5, 50.25] })
})

test.each([
  ['ISO Z', 1001, [1, 2, 3], [1, 2, 3]],
  ['ISO M', 2001, [1, 2, 9], [1, 2]],
  ['ISO ZM', 3001, [1, 2, 3, 9], [1, 2, 3]],
  ['EWKB Z', 0x80000001, [1, 2, 3], [1, 2, 3]],
  ['EWKB M', 0x40000001, [1, 2, 9], [1, 2]],
])('%s', (_, code, numbers, coordinates) => {
  const read = readWkb(wkb(true, u(code), ...numbers))
  expect(read).toMatchObject({ kind: 'geometry', geometry: { type: 'Point', coordinates } })
  expect(read.kind === 'geometry' && read.measures).toBe(numbers.length > coordinates.length)
})

test('EWKB with its system number', () => {
  expect(geometry(wkb(true, u(0x20000001), u(5514), -1, -2))).toEqual({
    type: 'Point',
    coordinates: [-1, -2],
  })
})

test('a polygon with a hole', () => {
  const ring = (o: number) => [u(4), o, o, o + 1, o, o, o + 1, o, o]
  expect(geometry(wkb(true, u(3), u(2), ...ring(0), ...ring(5)))).toMatchObject({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      [
        [5, 5],
        [6, 5],
        [5, 6],
        [5, 5],
      ],
    ],
  })
})

test('several points, and a collection', () => {
  const two = Buffer.concat([wkb(true, u(4), u(2)), point(1, 2), wkb(false, u(1), 3, 4)])
  expect(geometry(two)).toEqual({
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  })
  const line = wkb(true, u(2), u(2), 0, 0, 1, 1)
  expect(geometry(Buffer.concat([wkb(true, u(7), u(2)), point(1, 2), line]))).toMatchObject({
    type: 'GeometryCollection',
    geometries: [{ type: 'Point' }, { type: 'LineString' }],
  })
})

test.each([
  ['an empty point', wkb(true, u(1), Number.NaN, Number.NaN), { kind: 'empty' }],
  ['an empty polygon', wkb(true, u(3), u(0)), { kind: 'empty' }],
  ['a circular string', wkb(true, u(8), u(0)), { kind: 'flaw', flaw: 'curve' }],
  ['a curve polygon', wkb(true, u(10), u(0)), { kind: 'flaw', flaw: 'curve' }],
  [
    'a coordinate that is no number',
    wkb(true, u(2), u(2), 0, Number.NaN, 1, 1),
    { kind: 'flaw', flaw: 'not-a-number' },
  ],
  ['too few bytes', point(1, 2).subarray(0, 12), { kind: 'flaw', flaw: 'broken' }],
  ['no bytes', Buffer.alloc(0), { kind: 'flaw', flaw: 'broken' }],
  ['four billion points', wkb(true, u(2), u(0xffffffff)), { kind: 'flaw', flaw: 'broken' }],
  ['an unknown type', wkb(true, u(99), u(0)), { kind: 'flaw', flaw: 'broken' }],
  [
    'a point among lines',
    Buffer.concat([wkb(true, u(5), u(1)), point(1, 2)]),
    { kind: 'flaw', flaw: 'broken' },
  ],
  [
    'collections without end',
    Buffer.concat(Array.from({ length: 50 }, () => wkb(true, u(7), u(1)))),
    { kind: 'flaw', flaw: 'broken' },
  ],
])('%s', (_, bytes, expected) => expect(readWkb(bytes)).toEqual(expected))

test('bytes of nonsense never throw anything but a finding', () => {
  for (let seed = 1; seed < 2000; seed++) {
    const bytes = Buffer.from(Array.from({ length: 60 }, (_, i) => (seed * (i + 7) * 2654435761) >>> 24))
    bytes[0] = seed % 2
    bytes.writeUInt32LE((seed % 7) + 1, 1)
    expect(['geometry', 'empty', 'flaw']).toContain(readWkb(bytes).kind)
  }
})

const header = (flags: number, srs: number, envelope = 0) => {
  const bytes = Buffer.alloc(8 + envelope)
  bytes.write('GP', 0)
  bytes[3] = flags
  bytes.writeInt32LE(srs, 4)
  return bytes
}

test.each([
  ['no envelope', 0b0001, 0],
  ['an envelope of four', 0b0011, 32],
  ['an envelope of six', 0b0101, 48],
  ['an envelope of eight', 0b1001, 64],
])('a blob of a GeoPackage with %s', (_, flags, envelope) => {
  expect(readGeoPackageBlob(Buffer.concat([header(flags, 5514, envelope), point(1, 2)]))).toEqual({
    srs: 5514,
    read: { kind: 'geometry', geometry: { type: 'Point', coordinates: [1, 2] }, measures: false },
  })
})

test('blobs that hold nothing, and bare WKB', () => {
  expect(readGeoPackageBlob(null).read).toEqual({ kind: 'empty' })
  expect(readGeoPackageBlob(header(0b0001_0001, 4326)).read).toEqual({ kind: 'empty' })
  expect(readGeoPackageBlob(header(0b0000_1111, 4326)).read).toEqual({ kind: 'flaw', flaw: 'broken' })
  expect(readGeoPackageBlob(point(1, 2))).toMatchObject({ srs: null, read: { kind: 'geometry' } })
})
