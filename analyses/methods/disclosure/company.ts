import type { OpenProgram, ProgramSolver } from '../core/optimise/program'
import type { Steps } from '../core/steps'
import type { Demand } from './attacker'
import type { CellSystem } from './cell-system'
import type { Limits } from './levels'
import { balanceRows, cellsOfSum, hiddenParts, sumsOf } from './parts'

export interface CompanyOptions {
  readonly system: CellSystem
  readonly limits: Limits
  readonly whole: boolean
  readonly solver: ProgramSolver
  readonly cost: Float64Array
  /** Cells that are hidden or may be. */
  readonly coverable: ReadonlySet<number>
}

/** Cells to hide with what they cost, and the tables that show why. */
export interface Company {
  readonly cells: readonly number[]
  readonly cost: number
  readonly tables: readonly { readonly cells: readonly number[]; readonly changes: Float64Array }[]
}

/** Parts of this many cells have a program of their own; in larger ones so many around the cell are looked at. */
const MOST_NEAR = 2500
const NEAR = [300, MOST_NEAR] as const

/** In fields of more cells than this the first way that works is taken. */
const MOST_COMPARED = 400

interface Goal {
  readonly up: number
  readonly down: number
}

interface Field {
  readonly cells: readonly number[]
  readonly place: ReadonlyMap<number, number>
  readonly program: OpenProgram
  /** Cells that cost nothing in the program, since they are hidden. */
  readonly free: Set<number>
  readonly unit: number
}

/**
 * The cheapest company of one cell (Kelly, Golden & Assad 1992): a linear program moves the cell by what it must be
 * able to move, keeps all sums, and pays for every change of a cell that is not hidden yet. The cells that change are
 * hidden with it, so the program itself proves the protection, whatever the shape of the table.
 */
export class CompanySearch {
  private readonly fields = new Map<number, Field>()
  constructor(private readonly options: CompanyOptions) {
    for (const cells of hiddenParts(options.system, options.coverable)) {
      if (cells.length > MOST_NEAR) continue
      const field = this.open(cells)
      for (const cell of cells) this.fields.set(cell, field)
    }
  }

  /** Null where no cells around can protect it. `free`: all ways are tried until one needs nothing more to be hidden. */
  *find(hidden: ReadonlySet<number>, demand: Demand, free = false): Steps<Company | null> {
    const lasting = this.fields.get(demand.cell)
    if (lasting !== undefined) return yield* this.within(lasting, hidden, demand, free)
    for (const size of NEAR) {
      // All totals above it, up to the whole, can always rise together; they are dear, so they come in last.
      const first = size === MOST_NEAR ? this.above(demand.cell) : new Set([demand.cell])
      const field = this.open(this.near(first, hidden, size))
      const found = yield* this.within(field, hidden, demand, free)
      field.program.close()
      if (found !== null || free || field.cells.length < size) return found
    }
    return null
  }

  private *within(
    field: Field,
    hidden: ReadonlySet<number>,
    demand: Demand,
    free: boolean,
  ): Steps<Company | null> {
    this.price(field, hidden)
    let best: Company | null = null
    for (const goal of this.goals(demand)) {
      const found = yield* this.reach(field, hidden, demand, goal)
      if (found !== null && (best === null || found.cost < best.cost - 1e-9)) best = found
      // Nothing is cheaper than nothing; in a large field one way is enough.
      if (best !== null && (best.cost <= 0 || (!free && field.cells.length > MOST_COMPARED))) break
    }
    return best
  }

  close(): void {
    for (const { program } of new Set(this.fields.values())) program.close()
  }

  /** Ways to meet the demand: all upwards, all downwards, or down to the end and the rest upwards. */
  private goals({ cell, level }: Demand): readonly Goal[] {
    const { system, limits, whole } = this.options
    const value = system.values[cell] ?? 0
    const room = value - (limits.low[cell] ?? 0)
    const most = (limits.high[cell] ?? 0) - value
    const least = whole ? 1 : 1e-6 * Math.max(1, value)
    const round = (by: number) => (whole ? Math.ceil(by - 1e-9) : by)
    const [above, below, width] = [level.above, level.below ?? 0, Math.max(level.width, least)].map(
      round,
    ) as [number, number, number]
    const outside = level.outside ?? null
    const goals: Goal[] = [
      { up: Math.max(above, width - below, outside === null ? 0 : outside - value), down: below },
      { up: above, down: Math.max(below, width - above, outside === null ? 0 : value) },
      { up: Math.max(above, width - room), down: room },
    ]
    return goals.filter(({ up, down }) => up <= most && down <= room && up >= 0 && down >= 0)
  }

  private *reach(
    field: Field,
    hidden: ReadonlySet<number>,
    demand: Demand,
    goal: Goal,
  ): Steps<Company | null> {
    const company = new Set<number>()
    const tables: Company['tables'][number][] = []
    for (const [by, sign] of [[goal.up, 1] as const, [goal.down, -1] as const]) {
      if (by <= 0) continue
      yield 0
      const changes = this.move(field, demand, by, sign)
      if (changes === null) return null
      tables.push({ cells: field.cells, changes })
      field.cells.forEach((cell, at) => {
        if (Math.abs(changes[at] ?? 0) > 1e-6 * field.unit && !hidden.has(cell)) company.add(cell)
      })
    }
    const cells = [...company].sort((a, b) => a - b)
    return { cells, cost: cells.reduce((sum, cell) => sum + (this.options.cost[cell] ?? 0), 0), tables }
  }

  private move(
    { cells, place, program, unit }: Field,
    { cell, insider }: Demand,
    by: number,
    sign: 1 | -1,
  ): Float64Array | null {
    const size = cells.length
    const at = place.get(cell)
    if (at === undefined) return null
    const [own, other] = sign === 1 ? [at, size + at] : [size + at, at]
    program.setBounds(own, by / unit, this.room(cell, sign) / unit)
    program.setBounds(other, 0, 0)
    const inside = insider === null ? undefined : place.get(insider)
    if (inside !== undefined) for (const column of [inside, size + inside]) program.setBounds(column, 0, 0)
    const { values } = program.solve()
    for (const one of [at, ...(inside === undefined ? [] : [inside])]) {
      program.setBounds(one, 0, this.room(cells[one] ?? 0, 1) / unit)
      program.setBounds(size + one, 0, this.room(cells[one] ?? 0, -1) / unit)
    }
    return values === null
      ? null
      : Float64Array.from(cells, (_, one) => ((values[one] ?? 0) - (values[size + one] ?? 0)) * unit)
  }

  private room(cell: number, sign: 1 | -1): number {
    const { system, limits } = this.options
    const value = system.values[cell] ?? 0
    return Math.max(0, sign === 1 ? (limits.high[cell] ?? 0) - value : value - (limits.low[cell] ?? 0))
  }

  private open(cells: readonly number[]): Field {
    const { system, solver, whole, cost } = this.options
    const size = cells.length
    const largest = cells.reduce((most, cell) => Math.max(most, system.values[cell] ?? 0), 0)
    const unit = whole ? 1 : Math.max(1e-6, largest / 1e4)
    const both = (of: (cell: number, sign: 1 | -1) => number) =>
      Float64Array.from({ length: 2 * size }, (_, at) => of(cells[at % size] ?? 0, at < size ? 1 : -1))
    const program = solver.open({
      changes: 'bounds',
      columns: {
        cost: both((cell) => this.dear(cost[cell] ?? 0)),
        low: new Float64Array(2 * size),
        high: both((cell, sign) => this.room(cell, sign) / unit),
      },
      rows: balanceRows(system, cells).map((row) => ({
        ...row,
        columns: [...row.columns, ...row.columns.map((column) => column + size)],
        factors: [...row.factors, ...row.factors.map((factor) => -factor)],
      })),
    })
    return { cells, place: new Map(cells.map((cell, at) => [cell, at])), program, free: new Set(), unit }
  }

  /** A change is never for nothing, so that no program turns in circles of hidden cells. */
  private dear = (cost: number): number => Math.max(1e-3, cost)

  private price({ cells, program, free }: Field, hidden: ReadonlySet<number>): void {
    cells.forEach((cell, at) => {
      if (hidden.has(cell) === free.has(cell)) return
      const now = hidden.has(cell) ? 1e-3 : this.dear(this.options.cost[cell] ?? 0)
      program.setCost(at, now)
      program.setCost(cells.length + at, now)
      if (hidden.has(cell)) free.add(cell)
      else free.delete(cell)
    })
  }

  private above(start: number): Set<number> {
    const { system, coverable } = this.options
    const sums = sumsOf(system)
    const above = new Set([start])
    for (const cell of above)
      for (const sum of sums[cell] ?? []) {
        const total = system.relations[sum]?.total ?? cell
        if (coverable.has(total) && above.size < MOST_NEAR / 2) above.add(total)
      }
    return above
  }

  /** Cells by how many sums lie between; hidden and cheap ones first where there are too many. */
  private near(near: Set<number>, hidden: ReadonlySet<number>, most: number): readonly number[] {
    const { system, coverable, cost } = this.options
    const sums = sumsOf(system)
    const rank = (cell: number) => (hidden.has(cell) ? -1 : (cost[cell] ?? 0))
    for (let ring = [...near]; ring.length > 0 && near.size < most; ) {
      const next = new Set<number>()
      for (const cell of ring)
        for (const sum of sums[cell] ?? [])
          for (const one of cellsOfSum(system, sum)) if (coverable.has(one) && !near.has(one)) next.add(one)
      ring = [...next].sort((a, b) => rank(a) - rank(b) || a - b).slice(0, most - near.size)
      for (const cell of ring) near.add(cell)
    }
    return [...near].sort((a, b) => a - b)
  }
}
