import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readTable } from './read-table'

type Position = readonly [number, number]
const schema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      id: z.string(),
      properties: z.object({
        kod_obce: z.string(),
        nazev_obce: z.string(),
        kod_orp: z.string(),
        nazev_orp: z.string(),
      }),
      geometry: z.object({
        type: z.literal('Polygon'),
        coordinates: z.tuple([z.array(z.tuple([z.number(), z.number()]))]),
      }),
    }),
  ),
})
const raw = readFileSync(fileURLToPath(new URL('boundaries.geojson', import.meta.url)), 'utf8')
const { features } = schema.parse(JSON.parse(raw))
/** Whole 1e-5 degrees: sums of cross products stay below 2^53, so areas are exact. */
const rings = features.map(({ geometry }): Position[] =>
  geometry.coordinates[0].map(([x, y]): Position => [Math.round(x * 1e5), Math.round(y * 1e5)]),
)

test('one polygon for each municipality, with code, name and district of the code list', () => {
  const listed = readTable('territory.csv').map((row) => [
    row['kod_obce'],
    row['nazev_obce'],
    row['kod_orp'],
    row['nazev_orp'],
  ])
  const drawn = features.map(({ id, properties: { kod_obce, nazev_obce, kod_orp, nazev_orp } }) => {
    expect(id).toBe(kod_obce)
    return [kod_obce, nazev_obce, kod_orp, nazev_orp]
  })
  expect(drawn).toEqual(listed)
})

test('rings are closed, anticlockwise, without repeated points, five decimals at most', () => {
  for (const ring of rings) {
    expect(ring.at(-1)).toEqual(ring[0])
    expect(new Set(ring.slice(1).map(String)).size).toBe(ring.length - 1)
    expect(twiceArea(ring)).toBeGreaterThan(0)
  }
  expect(raw).not.toMatch(/\d\.\d{6}/)
  expect(raw).not.toContain('"crs"')
})

test('no ring crosses itself', () => {
  for (const ring of rings) {
    const sides = edges(ring)
    for (const [i, first] of sides.entries()) {
      for (const second of sides.slice(i + 2)) {
        const neighbours = String(first[0]) === String(second[1])
        if (!neighbours) expect(cross(first, second), `${first} x ${second}`).toBe(false)
      }
    }
  }
})

test('polygons tile: inner edges are shared by exactly two, outer edges close one loop around the same area', () => {
  const all = rings.flatMap(edges)
  const seen = new Set(all.map(([a, b]) => `${a}>${b}`))
  expect(seen.size).toBe(all.length)
  const outer = all.filter(([a, b]) => !seen.has(`${b}>${a}`))
  expect(outer.length).toBeLessThan(all.length / 5)
  const next = new Map(outer.map(([a, b]) => [String(a), b]))
  expect(next.size).toBe(outer.length)
  const start = outer[0]?.[0] ?? [0, 0]
  const loop: Position[] = [start]
  for (
    let at = next.get(String(start));
    at !== undefined && String(at) !== String(start);
    at = next.get(String(at))
  ) {
    loop.push(at)
    if (loop.length > outer.length) break
  }
  expect(loop).toHaveLength(outer.length)
  const parts = rings.reduce((sum, ring) => sum + twiceArea(ring), 0)
  expect(twiceArea([...loop, start])).toBe(parts)
})

test('each district is one connected piece', () => {
  const owners = new Map<string, number>()
  rings.forEach((ring, index) => {
    for (const [a, b] of edges(ring)) owners.set(`${a}>${b}`, index)
  })
  const district = features.map(({ properties }) => properties.kod_orp)
  for (const code of new Set(district)) {
    const members = district.flatMap((other, index) => (other === code ? [index] : []))
    const reached = new Set(members.slice(0, 1))
    for (const index of reached) {
      for (const [a, b] of edges(rings[index] ?? [])) {
        const neighbour = owners.get(`${b}>${a}`)
        if (neighbour !== undefined && district[neighbour] === code) reached.add(neighbour)
      }
    }
    expect(reached.size, code).toBe(members.length)
  }
})

function edges(ring: readonly Position[]): [Position, Position][] {
  return ring.slice(1).map((end, index) => [ring[index] ?? end, end])
}

/** Coordinates are taken from the middle of the region to keep the products small. */
function twiceArea(ring: readonly Position[]): number {
  const [x0, y0] = [-2_000_000, 4_950_000]
  return edges(ring).reduce((sum, [a, b]) => sum + (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0), 0)
}

/** Whether two segments that share no end meet. */
function cross([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  return abc !== abd && cda !== cdb
}
