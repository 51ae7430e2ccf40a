type Point = readonly [number, number]

export interface Tile {
  readonly column: number
  readonly row: number
}

/** More tiles than this are too small to be read, and seldom near their places. */
export const mostTiles = 300
/** Free cells around the outermost centres, so that a dense edge can give way to all sides. */
const margin = 2

/**
 * One tile of equal size for each centre, in a square lattice as dense as the territories are: cells as large as the
 * mean territory (`area` is that of all of them; 0: of the rectangle around the centres). Centres are assigned to
 * cells so that the sum of squared distances is the least there is (Kuhn 1955, as Jonker and Volgenant run it).
 * The order of the centres changes nothing but ties.
 */
export function tileGrid(centres: readonly Point[], area: number): readonly Tile[] {
  if (centres.length === 0) return []
  const [pitch, points] = fitted(centres, area)
  const [left, right, top, bottom] = boundsOf(points)
  const [columns, rows] = [cellsFor(right - left, pitch), cellsFor(bottom - top, pitch)]
  const cells = Array.from({ length: columns * rows }, (_, at) => ({
    column: at % columns,
    row: Math.floor(at / columns),
  }))
  const distance = ([x, y]: Point, { column, row }: Tile): number => {
    const dx = (x - (left + right) / 2) / pitch - (column - (columns - 1) / 2)
    const dy = (y - (top + bottom) / 2) / pitch - (row - (rows - 1) / 2)
    return dx * dx + dy * dy
  }
  const costs = points.map((centre) => Float64Array.from(cells, (cell) => distance(centre, cell)))
  const chosen = assigned(costs, cells.length).flatMap((cell) => cells[cell] ?? [])
  const columnOf = withoutGaps(chosen.map(({ column }) => column))
  const rowOf = withoutGaps(chosen.map(({ row }) => row))
  return chosen.map(({ column, row }) => ({ column: columnOf(column), row: rowOf(row) }))
}

const cellsFor = (length: number, pitch: number): number => Math.ceil(length / pitch) + 1 + 2 * margin

/** The size of a cell, and the centres drawn together where nothing lies between them. */
function fitted(centres: readonly Point[], area: number): readonly [number, readonly Point[]] {
  const [left, right, top, bottom] = boundsOf(centres)
  const reach = Math.max(right - left, bottom - top)
  // A row of centres has no area of its own.
  const covered =
    area > 0 ? area : Math.max((right - left) * (bottom - top), (reach * reach) / centres.length)
  let pitch = covered > 0 ? Math.sqrt(covered / centres.length) : 1
  for (;;) {
    const xs = drawnTogether(
      centres.map(([x]) => x),
      emptyCells * pitch,
    )
    const ys = drawnTogether(
      centres.map(([, y]) => y),
      emptyCells * pitch,
    )
    const points = xs.map((x, at): Point => [x, ys[at] ?? 0])
    const [west, east, north, south] = boundsOf(points)
    if (cellsFor(east - west, pitch) * cellsFor(south - north, pitch) <= mostCells(centres.length))
      return [pitch, points]
    pitch *= 1.25
  }
}

/** What lies far away is drawn to this many cells from the rest, so that the rest is not made small for it. */
const emptyCells = 4
/** Territories scattered thinly take larger cells rather than a lattice of hundreds of thousands. */
const mostCells = (count: number): number => 12 * count + 200

/** One empty line of cells comes from rounding and goes; more of them are a real distance, and one of them stays. */
function withoutGaps(lines: readonly number[]): (line: number) => number {
  const used = [...new Set(lines)].sort((a, b) => a - b)
  const moved = new Map<number, number>()
  let place = 0
  used.forEach((line, at) => {
    const empty = line - (used[at - 1] ?? line - 1) - 1
    place += at === 0 ? 0 : empty > 1 ? 2 : 1
    moved.set(line, place)
  })
  return (line) => moved.get(line) ?? 0
}

function drawnTogether(values: readonly number[], most: number): readonly number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const moved = new Map<number, number>()
  let place = 0
  sorted.forEach((value, at) => {
    place += at === 0 ? 0 : Math.min(value - (sorted[at - 1] ?? value), most)
    moved.set(value, place)
  })
  return values.map((value) => moved.get(value) ?? 0)
}

function boundsOf(points: readonly Point[]): readonly [number, number, number, number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
}

/** For each row of costs the column it is given; the sum of costs is the least. There are no fewer columns than rows. */
function assigned(costs: readonly Float64Array[], columns: number): readonly number[] {
  // Prices of rows and columns; column 0 stands for "not given yet".
  const rowPrice = new Float64Array(costs.length + 1)
  const columnPrice = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const before = new Int32Array(columns + 1)
  for (let row = 1; row <= costs.length; row++) {
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const done = new Uint8Array(columns + 1)
    rowOf[0] = row
    let at = 0
    do {
      done[at] = 1
      const current = rowOf[at] ?? 0
      const cost = costs[current - 1]
      let [step, next] = [Number.POSITIVE_INFINITY, 0]
      for (let column = 1; column <= columns; column++) {
        if (done[column] === 1) continue
        const left = (cost?.[column - 1] ?? 0) - (rowPrice[current] ?? 0) - (columnPrice[column] ?? 0)
        if (left < (slack[column] ?? 0)) {
          slack[column] = left
          before[column] = at
        }
        if ((slack[column] ?? 0) < step) [step, next] = [slack[column] ?? 0, column]
      }
      for (let column = 0; column <= columns; column++) {
        if (done[column] === 1) {
          const owner = rowOf[column] ?? 0
          rowPrice[owner] = (rowPrice[owner] ?? 0) + step
          columnPrice[column] = (columnPrice[column] ?? 0) - step
        } else slack[column] = (slack[column] ?? 0) - step
      }
      at = next
    } while (rowOf[at] !== 0)
    // Back along the way that was found, each column is handed on.
    while (at !== 0) {
      const last = before[at] ?? 0
      rowOf[at] = rowOf[last] ?? 0
      at = last
    }
  }
  const given = costs.map(() => -1)
  rowOf.forEach((row, column) => {
    if (row > 0 && column > 0) given[row - 1] = column - 1
  })
  return given
}
