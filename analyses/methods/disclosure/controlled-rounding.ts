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
  /** Whether all sums hold for the rounded cells; false only where the request lets cells stand alone. */
  readonly additive: boolean
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
  /**
   * A draw from 0 to 1 for each cell: it is drawn upwards where its draw lies below what it has above its multiple, so
   * that nobody who knows the way can tell on which side a cell was. Left out: to the nearest.
   */
  readonly draws?: Float64Array
  /** Cells that were rounded before and keep it. */
  readonly fixed?: ReadonlyMap<number, number>
  /** No cell may be rounded above this. */
  readonly most?: Float64Array
  /** Counts of persons with weights are not whole. */
  readonly fractions?: boolean
  /** How many multiples further than its neighbours a cell may go. */
  readonly furthest?: number
  /** Where no rounding that adds up is found, each cell is rounded by itself. Left out: that is refused. */
  readonly alone?: boolean
}

/** A part of the table with so many cells is one program in whole numbers; beyond it, the linear one is rounded. */
const MOST_WHOLE = 400
/** Price of a step beyond the neighbours. */
const FAR = 100
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
  request: RoundingRequest,
  { solver = null }: Tools = {},
): Steps<ControlledRounding> {
  const { base, seed = 1, draws, fixed } = request
  checkWhole(system, request.fractions ?? false)
  const rounded = system.values.slice()
  const tied = new Set(system.relations.flatMap(({ total, parts }) => [total, ...parts]))
  let [optimal, additive] = [true, true]
  const random = seededRandom(seed)
  for (let cell = 0; cell < rounded.length; cell += 1)
    if (!tied.has(cell))
      rounded[cell] =
        fixed?.get(cell) ??
        atMost(byChance(rounded[cell] ?? 0, base, draws?.[cell] ?? random.uniform()), cell, request)
  const parts = hiddenParts(system, tied)
  for (const [at, cells] of parts.entries()) {
    const done = yield* within(
      roundPart(system, cells, request, solver),
      at / parts.length,
      (at + 1) / parts.length,
    )
    cells.forEach((cell, place) => {
      rounded[cell] = done.values[place] ?? 0
    })
    optimal &&= done.optimal
    additive &&= done.additive
  }
  const greatest = rounded.reduce(
    (most, value, cell) => Math.max(most, Math.abs(value - (system.values[cell] ?? 0))),
    0,
  )
  return { rounded, additive, neighbours: greatest < base, optimal, greatest }
}

/** A cell no sum speaks of: up as often as keeps the mean. */
const byChance = (value: number, base: number, chance: number): number => {
  const down = base * Math.floor(value / base)
  return chance < (value - down) / base ? down + base : down
}

/** A cell that is part of another is rounded no higher than that one; the multiple below it is always low enough. */
const atMost = (value: number, cell: number, { most }: RoundingRequest): number =>
  Math.min(value, most?.[cell] ?? Number.POSITIVE_INFINITY)

function checkWhole({ values }: CellSystem, fractions: boolean): void {
  values.forEach((value, cell) => {
    if (Number.isNaN(value)) refuseMethod('disclosure.blank-cell', { cell })
    if (!fractions && !Number.isInteger(value)) refuseMethod('disclosure.not-counts', { cell })
  })
}

interface Part {
  readonly values: Float64Array
  readonly additive: boolean
  readonly optimal: boolean
}

function* roundPart(
  system: CellSystem,
  cells: readonly number[],
  request: RoundingRequest,
  solver: ProgramSolver | null,
): Steps<Part> {
  if (solver !== null)
    for (let further = 0; further <= (request.furthest ?? FURTHEST); further += 1) {
      yield 0
      const found = solvePart(system, cells, request, further, solver)
      yield 0
      if (found !== null) return found
    }
  return fromInner(system, cells, request)
}

/** The multiples of the base below each cell plus how many more: zero or one, if neighbours do. */
function solvePart(
  system: CellSystem,
  cells: readonly number[],
  { base, draws, fixed, most }: RoundingRequest,
  further: number,
  solver: ProgramSolver,
): Part | null {
  const value = (cell: number) => system.values[cell] ?? 0
  const down = Float64Array.from(cells, (cell) => Math.floor(value(cell) / base))
  const between = (at: number) => value(cells[at] ?? 0) % base !== 0
  const place = new Map(cells.map((cell, at) => [cell, at]))
  const kept = (cell: number, at: number): number | null => {
    const before = fixed?.get(cell)
    return before === undefined ? null : before / base - (down[at] ?? 0)
  }
  const highest = (cell: number, at: number): number =>
    Math.min(Number(between(at)), (most?.[cell] ?? Number.POSITIVE_INFINITY) / base - (down[at] ?? 0))
  const rise = (cell: number, at: number): number =>
    value(cell) === 0
      ? 0
      : Math.max(
          0,
          Math.min(
            further,
            (most?.[cell] ?? Number.POSITIVE_INFINITY) / base - (down[at] ?? 0) - highest(cell, at),
          ),
        )
  // Where neighbours do not add up, a cell may go further, up or down, at a price far above any nearness.
  const beyond = further === 0 ? [] : [1, -1]
  const width = cells.length
  const spread = (of: (cell: number, at: number) => number, more: number) =>
    Float64Array.from({ length: width * (1 + beyond.length) }, (_, at) =>
      at < width ? of(cells[at] ?? 0, at) : more,
    )
  const whole = new Uint8Array(width * (1 + beyond.length)).fill(1)
  const program: Program = {
    columns: {
      // The change in distance when the cell goes up.
      cost: spread((cell) => 2 * ((draws?.[cell] ?? 0.5) - (value(cell) % base) / base), FAR),
      low: spread((cell, at) => kept(cell, at) ?? 0, 0),
      high: spread((cell, at) => kept(cell, at) ?? highest(cell, at), 0),
      ...(width <= MOST_WHOLE || further > 0 ? { whole } : {}),
    },
    rows: system.relations.flatMap(({ total, parts }) => {
      const at = place.get(total)
      if (at === undefined) return []
      const own = [at, ...parts.map((part) => place.get(part) ?? 0)]
      const off = (down[at] ?? 0) - own.slice(1).reduce((sum, column) => sum + (down[column] ?? 0), 0)
      const signs = own.map((_, term) => (term === 0 ? -1 : 1))
      const columns = [...own, ...beyond.flatMap((_, more) => own.map((one) => one + width * (1 + more)))]
      const factors = [...signs, ...beyond.flatMap((way) => signs.map((sign) => sign * way))]
      return [{ columns, factors, low: off, high: off }]
    }),
  }
  for (const [more, way] of beyond.entries())
    cells.forEach((cell, at) => {
      const most = way > 0 ? rise(cell, at) : Math.min(further, down[at] ?? 0)
      program.columns.high[at + width * (1 + more)] = kept(cell, at) === null ? most : 0
    })
  let open = solver.open(program)
  let answer = open.solve()
  open.close()
  const broken = answer.values?.some((one) => Math.abs(one - Math.round(one)) > 1e-6) ?? false
  if (broken && program.columns.whole === undefined) {
    open = solver.open({ ...program, columns: { ...program.columns, whole } })
    answer = open.solve()
    open.close()
  }
  if (answer.values === null) return null
  const { values: ups, status } = answer
  const stepsOf = (at: number): number =>
    beyond.reduce(
      (sum, way, more) => sum + way * Math.round(ups[at + width * (1 + more)] ?? 0),
      Math.round(ups[at] ?? 0),
    )
  const values = Float64Array.from(cells, (_, at) => base * ((down[at] ?? 0) + stepsOf(at)))
  // A solver that gave up may leave what does not add up.
  const sums = addUp(system, place, values)
  return sums ? { values, additive: true, optimal: status === 'optimal' && further === 0 } : null
}

const addUp = (
  { relations }: CellSystem,
  place: ReadonlyMap<number, number>,
  values: Float64Array,
): boolean => {
  const at = (cell: number) => values[place.get(cell) ?? -1] ?? 0
  return relations.every(
    ({ total, parts }) => !place.has(total) || at(total) === parts.reduce((sum, part) => sum + at(part), 0),
  )
}

/** Without a solver, or where none finds one: the lowest cells are rounded, each making up for those before, and added up. */
function fromInner(system: CellSystem, cells: readonly number[], request: RoundingRequest): Part {
  const { base, draws, fixed, most } = request
  const totals = new Map(system.relations.map(({ total, parts }) => [total, parts]))
  const found = new Map<number, number>()
  let owed = 0
  for (const cell of cells) {
    if (totals.has(cell)) continue
    const value = system.values[cell] ?? 0
    const down = base * Math.floor(value / base)
    const up = down < value && owed + value - down >= base * (draws?.[cell] ?? 0.5)
    found.set(cell, fixed?.get(cell) ?? atMost(up ? down + base : down, cell, request))
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
  const holds = addUp(system, place, values)
  const fits = cells.every(
    (cell) => at(cell) === (fixed?.get(cell) ?? at(cell)) && at(cell) <= (most?.[cell] ?? at(cell)),
  )
  if (!holds || !fits) {
    if (request.alone !== true) refuseMethod('disclosure.no-rounding', { base })
    return eachAlone(system, cells, request)
  }
  return { values, additive: true, optimal: false }
}

function eachAlone({ values }: CellSystem, cells: readonly number[], request: RoundingRequest): Part {
  const { base, draws, fixed } = request
  const alone = (cell: number): number =>
    fixed?.get(cell) ?? atMost(byChance(values[cell] ?? 0, base, draws?.[cell] ?? 0.5), cell, request)
  return { values: Float64Array.from(cells, alone), additive: false, optimal: false }
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
