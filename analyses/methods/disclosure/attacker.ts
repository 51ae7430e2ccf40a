import type { ProgramSolver } from '../core/optimise/program'
import type { Steps } from '../core/steps'
import type { CellSystem } from './cell-system'
import { Certificates } from './certificates'
import { type Bounds, type Level, type Limits, met } from './levels'
import { type PartSpace, partSpace } from './part-space'
import { cellsOfSum, hiddenParts, sumsOf } from './parts'

/** What must stay uncertain: a cell, before whom (an insider knows the own cell; null: a reader), and how much. */
export interface Demand {
  readonly cell: number
  readonly insider: number | null
  readonly level: Level
}

export interface AttackerOptions {
  readonly system: CellSystem
  readonly limits: Limits
  readonly whole: boolean
  readonly solver: ProgramSolver | null
  /** Cells whose true value nobody knows: they are measured from the least they can be. */
  readonly missing: ReadonlySet<number>
  readonly insiders: ReadonlySet<number>
  /** Cells with demands. */
  readonly asked: Iterable<number>
  /** Patterns will be subsets of these, when they are few enough to look at all at once. */
  readonly frame: ReadonlySet<number>
}

/** A frame of so many cells is kept whole while patterns change inside it. */
const MOST_FRAMED = 1200
/**
 * Of patterns larger than this only the cells around the one asked for are solved: a range in which all others stay
 * still is one the attacker certainly cannot narrow, and a program of the whole would take minutes.
 */
const MOST_WHOLE = 3000
const MOST_AROUND = 300
/** Patterns smaller than the frame by more than this share get a frame of their own. */
const LOOSE = 0.5

/**
 * Works out, for patterns that change step by step, which cells are not uncertain enough. What was found for one
 * pattern is kept as tables (certificates) and answers most questions about the next.
 */
export class Attacker {
  readonly certificates: Certificates
  /** Programs solved, for limits of work that do not depend on a clock. */
  work = 0
  private frame: ReadonlySet<number>
  private partOf = new Map<number, PartSpace>()
  private readonly lasting: boolean
  constructor(private readonly options: AttackerOptions) {
    this.lasting = options.frame.size <= MOST_FRAMED && options.solver !== null
    const { system, limits, whole } = options
    this.certificates = new Certificates(system, limits, whole, this.lasting ? new Set(options.asked) : null)
    this.frame = new Set()
    if (this.lasting) this.reframe(options.frame)
  }

  /** Demands a pattern does not meet; stops at the first when asked to. */
  *unmet(hidden: ReadonlySet<number>, demands: readonly Demand[], first = false): Steps<readonly Demand[]> {
    const open: Demand[] = []
    for (const [at, demand] of demands.entries()) {
      if (!hidden.has(demand.cell)) continue
      if (yield* this.meets(hidden, demand)) {
        const own = demand.insider === null ? yield* this.openToInsiders(hidden, demand) : []
        open.push(...own)
      } else open.push(demand)
      if (first && open.length > 0) return open
      if (at % 64 === 63) yield at / demands.length
    }
    return open
  }

  /** The range of one cell: of everything, solved to the end. */
  *range(hidden: ReadonlySet<number>, cell: number): Steps<Bounds> {
    this.certificates.track(cell)
    const up = yield* this.extend(hidden, cell, null, 1)
    const down = yield* this.extend(hidden, cell, null, -1)
    return { ...this.certificates.bounds(cell, hidden), exact: up && down }
  }

  /** Whether the tables found so far are enough for a demand; nothing is solved. */
  known(hidden: ReadonlySet<number>, { cell, insider, level }: Demand): boolean {
    const bounds = this.certificates.bounds(cell, hidden, insider)
    const value = this.options.missing.has(cell) ? bounds.low : (this.options.system.values[cell] ?? 0)
    return met(level, value, bounds)
  }

  get insideless(): boolean {
    return this.options.insiders.size === 0
  }

  /** What one demand's reach is made of under a pattern, upwards or downwards; null where no solver says. */
  *gains(
    hidden: ReadonlySet<number>,
    { cell, insider }: Demand,
    sign: 1 | -1,
  ): Steps<ReadonlyMap<number, number> | null> {
    this.follow(hidden)
    const space = this.partOf.get(cell)
    if (space === undefined) return null
    const fixed = new Set(space.cells.filter((one) => !hidden.has(one) || one === insider))
    this.work += 1
    const { gains } = yield* space.reach(cell, sign, fixed)
    if (gains === undefined || gains === null) return null
    return new Map(
      space.cells.flatMap((one, at) =>
        (gains[at] ?? 0) > 1e-9 && one !== insider ? [[one, gains[at] ?? 0]] : [],
      ),
    )
  }

  /** How many cells a program about this one has; without end where it would be too large to be solved whole. */
  partSize(hidden: ReadonlySet<number>, cell: number): number {
    if (!this.lasting && hidden.size > MOST_WHOLE) return Number.POSITIVE_INFINITY
    this.follow(hidden)
    return this.partOf.get(cell)?.cells.length ?? 0
  }

  close(): void {
    for (const space of new Set(this.partOf.values())) space.close()
    this.partOf = new Map()
  }

  private *meets(hidden: ReadonlySet<number>, demand: Demand): Steps<boolean> {
    if (this.known(hidden, demand)) return true
    yield* this.extend(hidden, demand.cell, demand.insider, 1)
    if (this.known(hidden, demand)) return true
    yield* this.extend(hidden, demand.cell, demand.insider, -1)
    return this.known(hidden, demand)
  }

  /** Only insiders whose own cell differs in every table that protects this one can know more than others. */
  private *openToInsiders(hidden: ReadonlySet<number>, { cell, level }: Demand): Steps<readonly Demand[]> {
    const { insiders } = this.options
    if (insiders.size === 0) return []
    const open: Demand[] = []
    const knowing = this.certificates.always(cell, hidden).filter((one) => one !== cell && insiders.has(one))
    for (const insider of knowing) {
      const demand: Demand = { cell, insider, level: this.insideLevel(level) }
      if (!(yield* this.meets(hidden, demand))) open.push(demand)
    }
    return open
  }

  /** Who knows a cell of the table must not get at another one; how far above it he may think is not asked. */
  insideLevel = ({ width }: Level): Level => ({ width: this.options.whole ? 1 : width, above: 0 })

  private *extend(
    hidden: ReadonlySet<number>,
    cell: number,
    insider: number | null,
    sign: 1 | -1,
  ): Steps<boolean> {
    const around = this.lasting || hidden.size <= MOST_WHOLE ? null : this.around(hidden, cell)
    if (around === null) this.follow(hidden)
    const space = around === null ? this.partOf.get(cell) : partSpace(this.options, around.cells)
    if (space === undefined) return true
    const fixed = new Set(space.cells.filter((one) => !hidden.has(one) || one === insider))
    this.work += 1
    const { by, changes, exact } = yield* space.reach(cell, sign, fixed)
    if (around !== null) space.close()
    if (changes !== null) this.certificates.add(space.cells, changes)
    else if (by === Number.POSITIVE_INFINITY)
      this.certificates.addUnbounded(
        cell,
        sign,
        space.cells.filter((one) => !fixed.has(one)),
      )
    return exact && around?.whole !== false
  }

  /** Hidden cells that sums tie to this one, the nearest first; `whole`: there are no others. */
  private around(hidden: ReadonlySet<number>, start: number) {
    const { system } = this.options
    const sums = sumsOf(system)
    const near = new Set([start])
    for (const cell of near) {
      for (const sum of sums[cell] ?? [])
        for (const one of cellsOfSum(system, sum)) if (hidden.has(one)) near.add(one)
      if (near.size > MOST_AROUND) break
    }
    const cells = [...near].slice(0, MOST_AROUND).sort((a, b) => a - b)
    return { cells, whole: cells.length === near.size }
  }

  /** Keeps the parts fitting the pattern: a subset of the frame is looked at with the others held still. */
  private follow(hidden: ReadonlySet<number>): void {
    if (this.lasting) return
    const inside = [...hidden].every((cell) => this.frame.has(cell))
    if (inside && this.frame.size - hidden.size <= LOOSE * this.frame.size && this.options.solver !== null)
      return
    if (inside && this.frame.size === hidden.size) return
    this.reframe(new Set(hidden))
  }

  private reframe(frame: ReadonlySet<number>): void {
    const spaces = new Map([...new Set(this.partOf.values())].map((space) => [space.cells.join(), space]))
    this.frame = frame
    this.partOf = new Map()
    for (const part of hiddenParts(this.options.system, frame)) {
      const name = part.join()
      const space = spaces.get(name) ?? partSpace(this.options, part)
      spaces.delete(name)
      for (const cell of part) this.partOf.set(cell, space)
    }
    for (const space of spaces.values()) space.close()
  }
}
