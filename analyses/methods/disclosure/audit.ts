import type { ProgramSolver } from '../core/optimise/program'
import { refuseMethod } from '../core/refusal'
import { type Steps, within } from '../core/steps'
import { Attacker } from './attacker'
import type { CellSystem, Relation } from './cell-system'
import { type Bounds, type Limits, openLimits } from './levels'
import { hiddenParts } from './parts'
import { type Equations, rangeSolver } from './simplex'

export interface Tools {
  readonly solver?: ProgramSolver | null
}

export interface Attack {
  readonly system: CellSystem
  readonly hidden: ReadonlySet<number>
  /** Cells whose range is asked for; all hidden ones if left out. */
  readonly wanted?: ReadonlySet<number>
  /** What everybody knows of cells besides; nothing below zero if left out. */
  readonly limits?: Limits
  /** Hidden cells this attacker knows all the same: his own, or those of an earlier report. */
  readonly known?: ReadonlySet<number>
  /** Every cell is a whole number, and he knows. */
  readonly whole?: boolean
}

/** Programs of this many unknowns in all are solved for exact ranges; beyond it the proven width is given. */
const MOST_EXACT = 1.5e6

/**
 * The attacker: knows every published cell, every sum, the limits of cells and whether they are whole numbers, and
 * works out how small and how large each hidden cell can be, by linear programming over all sums at once; where that
 * ends between whole numbers, by a search in whole numbers. Blank cells (NaN) are first given values that agree with
 * the sums. Ranges of parts too large to solve to the end are those of tables found: the true ones are not narrower.
 */
export function* attack(request: Attack, { solver = null }: Tools = {}): Steps<ReadonlyMap<number, Bounds>> {
  const { known = new Set<number>() } = request
  const system = yield* filledIn(request.system)
  const whole = (request.whole ?? false) && system.values.every(Number.isInteger)
  const hidden = new Set([...request.hidden].filter((cell) => !known.has(cell)))
  const limits = request.limits ?? openLimits(system.values.length)
  const attacker = new Attacker({
    ...{ system, limits, whole, solver },
    ...{ missing: new Set<number>(), insiders: new Set<number>(), asked: [], frame: new Set<number>() },
  })
  const wanted = [...(request.wanted ?? hidden)].filter((cell) => hidden.has(cell))
  try {
    return yield* rangesOf(attacker, hidden, wanted)
  } finally {
    attacker.close()
  }
}

export function* rangesOf(
  attacker: Attacker,
  hidden: ReadonlySet<number>,
  wanted: readonly number[],
): Steps<ReadonlyMap<number, Bounds>> {
  const bounds = new Map<number, Bounds>()
  let spent = 0
  for (const [at, cell] of wanted.entries()) {
    const size = attacker.partSize(hidden, cell)
    spent += size
    const exact = spent <= MOST_EXACT
    const share = at / wanted.length
    bounds.set(
      cell,
      exact
        ? yield* within(attacker.range(hidden, cell), share, share)
        : attacker.certificates.bounds(cell, hidden),
    )
  }
  return bounds
}

/** The system with values for its blank cells that agree with all sums; refuses where there are none. */
export function* filledIn(system: CellSystem, nameOf: (cell: number) => string = String): Steps<CellSystem> {
  const blank = new Set(Array.from(system.values.keys()).filter((cell) => Number.isNaN(system.values[cell])))
  if (blank.size === 0) return system
  const values = system.values.slice()
  for (const part of hiddenParts(system, blank)) {
    const solver = yield* rangeSolver(equationsOf(system, part))
    if (!solver.feasible) return refuseMethod('disclosure.blank-impossible', { cell: nameOf(part[0] ?? 0) })
    const { point } = yield* solver.extreme(0, -1)
    part.forEach((cell, at) => {
      values[cell] = point?.[at] ?? 0
    })
  }
  return { ...system, values }
}

const cellsOf = ({ total, parts }: Relation): readonly number[] => [total, ...parts]

/** What the published cells say about some hidden ones: their sums with the published parts taken off. */
export function equationsOf(system: CellSystem, part: readonly number[]): Equations {
  const place = new Map(part.map((cell, at) => [cell, at]))
  const rows = system.relations.flatMap((relation) => {
    const terms: [number, number][] = []
    let sum = 0
    for (const cell of cellsOf(relation)) {
      const sign = cell === relation.total ? -1 : 1
      const at = place.get(cell)
      if (at === undefined) sum -= sign * (system.values[cell] ?? 0)
      else terms.push([at, sign])
    }
    return terms.length === 0 ? [] : [{ terms, sum }]
  })
  return { unknowns: part.length, rows }
}

/** The attack without more knowledge than the sums. */
export function* audit(
  system: CellSystem,
  hidden: ReadonlySet<number>,
  wanted: ReadonlySet<number> = hidden,
  tools: Tools = {},
): Steps<ReadonlyMap<number, Bounds>> {
  return yield* attack({ system, hidden, wanted }, tools)
}
