import type { RandomCell } from './random-tables'

/**
 * An attacker written apart from the product: other unknowns (the lowest cells of every table, not the hidden cells),
 * other equations (each published number is a sum of lowest cells), another path of the solver (programs as text, with
 * presolve, by the interior point method with crossover), and for small tables of counts a search through whole
 * numbers without any solver.
 */
export interface TextSolver {
  solve(
    problem: string,
    options: Readonly<Record<string, unknown>>,
  ): {
    readonly Status: string
    readonly ObjectiveValue: number
    readonly Columns?: Readonly<Record<string, object>>
  }
}

export interface Puzzle {
  readonly unknowns: readonly string[]
  /** What is known: the sum of some unknowns is a number. */
  readonly known: readonly { readonly unknowns: readonly number[]; readonly sum: number }[]
  /** Two tables' sums that must be the same, whatever they are. */
  readonly equal: readonly { readonly one: readonly number[]; readonly other: readonly number[] }[]
}

/** What is published, without the hidden cells. */
export function puzzleOf(cells: readonly RandomCell[], hidden: ReadonlySet<string>): Puzzle {
  const place = new Map<string, number>()
  for (const { leaves } of cells) for (const leaf of leaves) if (!place.has(leaf)) place.set(leaf, place.size)
  const numbers = (cell: RandomCell) => cell.leaves.map((leaf) => place.get(leaf) ?? -1)
  const shown = cells.filter(({ key }) => !hidden.has(key))
  const twins = cells.flatMap((cell, at) =>
    cells
      .slice(at + 1)
      .flatMap((other) => (other.key === cell.key ? [{ one: numbers(cell), other: numbers(other) }] : [])),
  )
  return {
    unknowns: [...place.keys()],
    known: shown.map((cell) => ({ unknowns: numbers(cell), sum: cell.value })),
    equal: twins,
  }
}

/** The unknowns of a cell in a puzzle. */
export const unknownsOf = ({ unknowns }: Puzzle, cell: RandomCell): readonly number[] => {
  const place = new Map(unknowns.map((name, at) => [name, at]))
  return cell.leaves.map((leaf) => place.get(leaf) ?? -1)
}

const terms = (unknowns: readonly number[], sign = ''): string =>
  unknowns.map((unknown) => `${sign || '+'} x${unknown}`).join(' ')

export interface Range {
  readonly low: number
  readonly high: number
}

/** The range of a sum of unknowns by linear programming. */
export const range = (solver: TextSolver, puzzle: Puzzle, asked: readonly number[]): Range =>
  new RangeFinder(solver, puzzle).range(asked, () => false)

/**
 * Ranges of several sums of one puzzle. Every answer of the solver is a table that agrees with what is published; those
 * that do, by the attacker's own sums, are kept, and where they already lie `wide` enough apart nothing more is solved.
 */
export class RangeFinder {
  private readonly rows: string
  private readonly tables: (readonly number[])[] = []
  constructor(
    private readonly solver: TextSolver,
    private readonly puzzle: Puzzle,
  ) {
    this.rows = [
      ...puzzle.known.map(({ unknowns, sum }) => `${terms(unknowns)} = ${sum}`),
      ...puzzle.equal.map(({ one, other }) => `${terms(one)} ${terms(other, '-')} = 0`),
    ]
      .map((row, at) => ` r${at}: ${row}`)
      .join('\n')
  }

  range(asked: readonly number[], wide: (range: Range) => boolean): Range {
    const seen = this.seen(asked)
    if (wide(seen)) return seen
    const low = this.solved('Minimize', asked)
    const lower = this.seen(asked)
    if (wide(lower)) return lower
    return { low, high: this.solved('Maximize', asked) }
  }

  private seen(asked: readonly number[]): Range {
    const sums = this.tables.map((table) => asked.reduce((sum, at) => sum + (table[at] ?? 0), 0))
    return { low: Math.min(...sums), high: Math.max(...sums) }
  }

  private solved(goal: 'Minimize' | 'Maximize', asked: readonly number[]): number {
    const text = `${goal}\n ${terms(asked)}\nSubject To\n${this.rows}\nEnd`
    const { Status, ObjectiveValue, Columns } = this.solver.solve(text, {
      output_flag: false,
      solver: 'ipm',
      presolve: 'on',
      run_crossover: 'on',
    })
    if (Status === 'Optimal') {
      const table = this.puzzle.unknowns.map((_, at) => primalOf(Columns?.[`x${at}`]))
      if (fits(this.puzzle, table)) this.tables.push(table)
      return ObjectiveValue
    }
    if (goal === 'Maximize' && Status.startsWith('Unbounded')) return Number.POSITIVE_INFINITY
    throw new Error(`attacker: ${Status}`)
  }
}

const primalOf = (column: object | undefined): number =>
  column !== undefined && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : 0

/** Whether a table agrees with everything that is published, added up once more. */
function fits({ known, equal }: Puzzle, table: readonly number[]): boolean {
  const sumOf = (unknowns: readonly number[]) => unknowns.reduce((sum, at) => sum + (table[at] ?? 0), 0)
  const same = (a: number, b: number) => Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a))
  return (
    table.every((value) => value >= -1e-7) &&
    known.every(({ unknowns, sum }) => same(sumOf(unknowns), sum)) &&
    equal.every(({ one, other }) => same(sumOf(one), sumOf(other)))
  )
}

interface Ends {
  readonly low: Int32Array
  readonly high: Int32Array
}

/**
 * All whole numbers a sum of unknowns can be, by trying: ends of unknowns are drawn together along every sum until
 * nothing changes, then one unknown is split. Null where that took too many steps.
 */
export function wholeValues(
  puzzle: Puzzle,
  asked: readonly number[],
  most: number,
): ReadonlySet<number> | null {
  const top = Math.max(0, ...puzzle.known.map(({ sum }) => sum))
  const found = new Set<number>()
  let steps = 0
  const inside = new Set(asked)
  const visit = (ends: Ends): boolean => {
    steps += 1
    if (steps > most) return false
    if (!drawnTogether(puzzle, ends)) return true
    const size = (at: number) => (ends.high[at] ?? 0) - (ends.low[at] ?? 0)
    const open = [...ends.low.keys()].filter((at) => size(at) > 0)
    if (open.length === 0) {
      found.add(asked.reduce((sum, at) => sum + (ends.low[at] ?? 0), 0))
      return true
    }
    // What the answer is made of first: the rest only has to be possible.
    const [first = 0] = open.toSorted(
      (a, b) => Number(inside.has(b)) - Number(inside.has(a)) || size(a) - size(b),
    )
    if (
      open.every((at) => !inside.has(at)) &&
      found.has(asked.reduce((sum, at) => sum + (ends.low[at] ?? 0), 0))
    )
      return true
    for (let value = ends.low[first] ?? 0; value <= (ends.high[first] ?? 0); value += 1) {
      const next = { low: ends.low.slice(), high: ends.high.slice() }
      next.low[first] = value
      next.high[first] = value
      if (!visit(next)) return false
    }
    return true
  }
  const { length } = puzzle.unknowns
  return visit({ low: new Int32Array(length), high: new Int32Array(length).fill(top) }) ? found : null
}

/** False: nothing fits. */
function drawnTogether({ known, equal }: Puzzle, { low, high }: Ends): boolean {
  const sum = (unknowns: readonly number[], ends: Int32Array) =>
    unknowns.reduce((all, at) => all + (ends[at] ?? 0), 0)
  for (let changed = true; changed; ) {
    changed = false
    const drawn = (unknowns: readonly number[], least: number, most: number): boolean => {
      const [lows, highs] = [sum(unknowns, low), sum(unknowns, high)]
      if (lows > most || highs < least) return false
      for (const at of unknowns) {
        const [l, h] = [low[at] ?? 0, high[at] ?? 0]
        const newHigh = Math.min(h, most - (lows - l))
        const newLow = Math.max(l, least - (highs - h))
        if (newLow > newHigh) return false
        if (newHigh < h || newLow > l) {
          low[at] = newLow
          high[at] = newHigh
          changed = true
          return drawn(unknowns, least, most)
        }
      }
      return true
    }
    for (const { unknowns, sum: value } of known) if (!drawn(unknowns, value, value)) return false
    for (const { one, other } of equal) {
      if (!drawn(one, sum(other, low), sum(other, high))) return false
      if (!drawn(other, sum(one, low), sum(one, high))) return false
    }
  }
  return true
}
