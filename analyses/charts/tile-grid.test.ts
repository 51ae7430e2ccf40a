import { expect, test } from 'vitest'
import { tileGrid } from './tile-grid'

type Point = readonly [number, number]
const grid = (columns: number, rows: number, pitch: number): Point[] =>
  Array.from({ length: columns * rows }, (_, at) => [
    (at % columns) * pitch,
    Math.floor(at / columns) * pitch,
  ])
const keys = (tiles: ReturnType<typeof tileGrid>) => tiles.map(({ column, row }) => `${column},${row}`)

/** The least sum of squared distances over all ways to give cells, by trying them all. */
function leastByTrying(costs: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  const own = costs[row]
  if (own === undefined) return 0
  return own.reduce((least, cost, cell) => {
    if (taken.has(cell)) return least
    return Math.min(least, cost + leastByTrying(costs, row + 1, new Set([...taken, cell])))
  }, Number.POSITIVE_INFINITY)
}

test('territories that already are a grid stay as they are', () => {
  expect(keys(tileGrid(grid(4, 3, 10), 1200))).toEqual(
    keys(grid(4, 3, 1).map(([column, row]) => ({ column, row }))),
  )
})

test('every territory has a tile of its own, whatever their places', () => {
  const centres = Array.from({ length: 60 }, (_, at): Point => [(at * 7919) % 101, ((at * at * 31) % 97) / 3])
  expect(new Set(keys(tileGrid(centres, 0))).size).toBe(60)
  expect(
    new Set(
      keys(
        tileGrid(
          Array.from({ length: 20 }, (): Point => [5, 5]),
          0,
        ),
      ),
    ).size,
  ).toBe(20)
})

test('west stays west and north stays north where nothing presses', () => {
  const [west, north, east] = tileGrid(
    [
      [0, 10],
      [10, 0],
      [20, 10],
    ],
    300,
  )
  expect([(west?.column ?? 0) < (east?.column ?? 0), (north?.row ?? 9) < (west?.row ?? 0)]).toEqual([
    true,
    true,
  ])
})

test('the sum of squared distances is the least there is', () => {
  // Cells of one unit (area 4 of four): the lattice is 5 + 1 by 4 + 1 around the middle of the centres.
  const centres: Point[] = [
    [0, 0],
    [0.4, 0.1],
    [0.2, 0.3],
    [1, 0],
  ]
  const tiles = tileGrid(centres, 4)
  const shifts = Array.from({ length: 64 }, (_, at) => [(at % 8) - 4, Math.floor(at / 8) - 4] as const)
  const cells = shifts.flatMap(([column, row]) =>
    Math.abs(column) <= 3 && Math.abs(row) <= 3 ? [[column, row]] : [],
  )
  const cost = ([x, y]: Point, [column = 0, row = 0]: readonly number[]) =>
    (x - 0.5 - (column + 0.5)) ** 2 + (y - 0.15 - (row + 0.5)) ** 2
  const least = leastByTrying(
    centres.map((centre) =>
      cells
        .filter(([c = 0, r = 0]) => c >= -2 && c <= 1 && r >= -2 && r <= 1)
        .map((cell) => cost(centre, cell)),
    ),
  )
  const own = [-3, -2, -1, 0, 1].flatMap((column) =>
    [-3, -2, -1, 0, 1].map((row) =>
      tiles.reduce(
        (sum, tile, at) => sum + cost(centres[at] ?? [0, 0], [tile.column + column, tile.row + row]),
        0,
      ),
    ),
  )
  expect(Math.min(...own)).toBeCloseTo(least, 9)
})

test('the order of territories does not move them', () => {
  const centres = Array.from({ length: 30 }, (_, at): Point => [(at * 37) % 71, (at * 53) % 41])
  const forth = keys(tileGrid(centres, 0))
  const back = keys(tileGrid([...centres].reverse(), 0)).reverse()
  expect(back).toEqual(forth)
})

test('one territory is one tile, none is none', () => {
  expect(tileGrid([[3, 4]], 0)).toEqual([{ column: 0, row: 0 }])
  expect(tileGrid([], 0)).toEqual([])
})

test('an island far away stays near, and thin scatters need no endless lattice', () => {
  const far = tileGrid([...grid(4, 3, 10), [100000, 0]], 1300)
  expect(Math.max(...far.map(({ column }) => column))).toBeLessThanOrEqual(6)
  const scattered = Array.from({ length: 300 }, (_, at): Point => [at * 1000, at * 1000])
  expect(new Set(keys(tileGrid(scattered, 300))).size).toBe(300)
})
