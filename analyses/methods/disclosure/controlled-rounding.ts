import type { Program, ProgramSolver } from '../core/optimise/program'
import { seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { type Steps, within } from '../core/steps'
import { attack, type Tools } from './audit'
import type { CellSystem } from './cell-system'
import type { Bounds } from './levels'
import { hiddenParts } from './parts'

export interface ControlledRounding {
  readonly rounded: Float64Array
  /** Whether every cell went to one of its two neighbours; false: some had to go one multiple further. */
  readonly neighbours: boolean
  /** Whether no additive rounding is closer to the true values. */
  readonly optimal: boolean
  readonly greatest: number
}

export interface RoundingRequest {
  readonly base: number
  /** Cells that differ equally are decided by it. */
  readonly seed?: number
}

/** A part of the table with so many cells is one program in whole numbers; beyond it, the linear one is rounded. */
const MOST_WHOLE = 400
/** How far a cell may go where no rounding to neighbours adds up, in multiples. */
const FURTHEST = 6

/**
 * Zero-restricted controlled rounding (Cox 1987): every cell goes to one of its two neighbouring multiples of the base,
 * multiples stay, and all sums hold for the rounded cells, so nothing can be worked out by subtraction. Of all such
 * tables the one closest to the true values. In two dimensions there always is one; in more there may be none, then
 * cells may go one multiple further, and it is said so. Rounding each cell by itself would not add up, and its
 * differences would give cells away.
 */
export function* controlledRounding(
  system: CellSystem,
  { base, seed = 1 }: RoundingRequest,
  { solver = null }: Tools = {},
): Steps<ControlledRounding> {
  checkWhole(system)
  const rounded = system.values.slice()
  const tied = new Set(system.relations.flatMap(({ total, parts }) => [total, ...parts]))
  let [neighbours, optimal] = [true, true]
  const random = seededRandom(seed)
  for (let cell = 0; cell < rounded.length; cell += 1)
    if (!tied.has(cell)) rounded[cell] = byChance(rounded[cell] ?? 0, base, random.uniform())
  const parts = hiddenParts(system, tied)
  for (const [at, cells] of parts.entries()) {
    const done = yield* within(
      roundPart(system, cells, base, solver),
      at / parts.length,
      (at + 1) / parts.length,
    )
    cells.forEach((cell, place) => {
      rounded[cell] = done.values[place] ?? 0
    })
    neighbours &&= done.neighbours
    optimal &&= done.optimal
  }
  const greatest = rounded.reduce(
    (most, value, cell) => Math.max(most, Math.abs(value - (system.values[cell] ?? 0))),
    0,
  )
  return { rounded, neighbours, optimal, greatest }
}

/** A cell no sum speaks of: up as often as keeps the mean. */
const byChance = (value: number, base: number, chance: number): number => {
  const down = base * Math.floor(value / base)
  return chance < (value - down) / base ? down + base : down
}

function checkWhole({ values }: CellSystem): void {
  values.forEach((value, cell) => {
    if (Number.isNaN(value)) refuseMethod('disclosure.blank-cell', { cell })
    if (!Number.isInteger(value)) refuseMethod('disclosure.not-counts', { cell })
  })
}

interface Part {
  readonly values: Float64Array
  readonly neighbours: boolean
  readonly optimal: boolean
}

function* roundPart(
  system: CellSystem,
  cells: readonly number[],
  base: number,
  solver: ProgramSolver | null,
): Steps<Part> {
  if (solver !== null)
    for (let further = 0; further <= FURTHEST; further += 1) {
      yield 0
      const found = solvePart(system, cells, base, further, solver)
      yield 0
      if (found !== null) return found
    }
  return fromInner(system, cells, base)
}

/** The multiples of the base below each cell plus how many more: zero or one, if neighbours do. */
function solvePart(
  system: CellSystem,
  cells: readonly number[],
  base: number,
  further: number,
  solver: ProgramSolver,
): Part | null {
  const value = (cell: number) => system.values[cell] ?? 0
  const down = Float64Array.from(cells, (cell) => Math.floor(value(cell) / base))
  const between = (at: number) => value(cells[at] ?? 0) % base !== 0
  const place = new Map(cells.map((cell, at) => [cell, at]))
  const program: Program = {
    columns: {
      // The change in distance when the cell goes up; one step further costs what it is away.
      cost: Float64Array.from(cells, (cell) => 1 - (2 * (value(cell) % base)) / base),
      low: Float64Array.from(cells, (_, at) => Math.max(-further, -(down[at] ?? 0))),
      high: Float64Array.from(cells, (cell, at) => (value(cell) === 0 ? 0 : Number(between(at)) + further)),
      ...(cells.length <= MOST_WHOLE || further > 0 ? { whole: new Uint8Array(cells.length).fill(1) } : {}),
    },
    rows: system.relations.flatMap(({ total, parts }) => {
      const at = place.get(total)
      if (at === undefined) return []
      const columns = [at, ...parts.map((part) => place.get(part) ?? 0)]
      const off = (down[at] ?? 0) - columns.slice(1).reduce((sum, column) => sum + (down[column] ?? 0), 0)
      return [{ columns, factors: columns.map((_, term) => (term === 0 ? -1 : 1)), low: off, high: off }]
    }),
  }
  let open = solver.open(program)
  let answer = open.solve()
  open.close()
  const broken = answer.values?.some((one) => Math.abs(one - Math.round(one)) > 1e-6) ?? false
  if (broken && program.columns.whole === undefined) {
    open = solver.open({
      ...program,
      columns: { ...program.columns, whole: new Uint8Array(cells.length).fill(1) },
    })
    answer = open.solve()
    open.close()
  }
  if (answer.values === null) return null
  const { values: ups, status } = answer
  return {
    values: Float64Array.from(cells, (_, at) => base * ((down[at] ?? 0) + Math.round(ups[at] ?? 0))),
    neighbours: further === 0,
    optimal: status === 'optimal' && further === 0,
  }
}

/** Without a solver, or where none finds one: the lowest cells are rounded, each making up for those before, and added up. */
function fromInner(system: CellSystem, cells: readonly number[], base: number): Part {
  const totals = new Map(system.relations.map(({ total, parts }) => [total, parts]))
  const found = new Map<number, number>()
  let owed = 0
  for (const cell of cells) {
    if (totals.has(cell)) continue
    const value = system.values[cell] ?? 0
    const down = base * Math.floor(value / base)
    const up = down < value && owed + value - down >= base / 2
    found.set(cell, up ? down + base : down)
    owed += value - (found.get(cell) ?? 0)
  }
  const of = (cell: number): number => {
    const known = found.get(cell)
    if (known !== undefined) return known
    const sum = (totals.get(cell) ?? []).reduce((all, part) => all + of(part), 0)
    found.set(cell, sum)
    return sum
  }
  const values = Float64Array.from(cells, of)
  const place = new Map(cells.map((cell, at) => [cell, at]))
  const at = (cell: number) => values[place.get(cell) ?? -1] ?? 0
  // Linked tables with no lowest cells in common cannot be put together from below.
  for (const { total, parts } of system.relations)
    if (place.has(total) && at(total) !== parts.reduce((sum, part) => sum + at(part), 0))
      refuseMethod('disclosure.no-rounding', { base })
  const neighbours = cells.every(
    (cell, at) => Math.abs((values[at] ?? 0) - (system.values[cell] ?? 0)) < base,
  )
  return { values, neighbours, optimal: false }
}

/**
 * What a reader who knows base and rule can work out of each true value: within base-1 of the rounded one, not below
 * zero, and all true sums hold.
 */
export function* attackRounded(
  system: CellSystem,
  { rounded, greatest }: ControlledRounding,
  base: number,
  tools: Tools = {},
): Steps<ReadonlyMap<number, Bounds>> {
  const reach = Math.max(base - 1, greatest)
  const limits = {
    low: rounded.map((value) => Math.max(0, value - reach)),
    high: rounded.map((value) => value + reach),
  }
  const hidden = new Set(Array.from(rounded.keys()))
  return yield* attack({ system, hidden, limits, whole: true }, tools)
}
