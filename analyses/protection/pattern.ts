import type { ProgramSolver } from '../methods/core/optimise/program'
import { type Steps, within } from '../methods/core/steps'
import { type Level, smallLimits } from '../methods/disclosure/levels'
import { type Suppression, suppression } from '../methods/disclosure/suppression'
import type { DisclosureRules, HiddenReason } from '../model/disclosure'
import type { Group, Pool } from './pool'
import { countRange, hide, isFew, sensitiveFigure } from './sensitive'
import { type LinkedTables, partOf, type SystemCell } from './tables'

/** What the attack on one system showed. */
export interface Attacked {
  readonly attacked: number
  readonly protected: number
  readonly optimal: boolean
  /** Sensitive cells a reader could work out whatever is hidden besides. */
  readonly open: readonly SystemCell[]
}

export interface Guard {
  readonly rules: DisclosureRules
  readonly solver: ProgramSolver | null
  /** Numbers that a difference from another variant of the same data would give away. */
  readonly different: ReadonlyMap<Group, ReadonlyMap<string, Level>>
}

const nothing: Attacked = { attacked: 0, protected: 0, optimal: true, open: [] }

/** Hides what has to be hidden with the sensitive numbers of one system, and attacks the result. */
export function* protectTables(pool: Pool, tables: LinkedTables, guard: Guard): Steps<Attacked> {
  const { rules, solver } = guard
  const { cells, relations } = tables
  const values = Float64Array.from(cells, ({ value }) => value)
  if (!tables.counts && values.some((value) => value < 0)) return nothing
  const group = rules.group ? hideWholeGroups(tables) : new Set<number>()
  const primary = new Map<number, Level>()
  const [missing, forced, published, free] = [
    new Set<number>(),
    new Set<number>(),
    new Set<number>(),
    new Set<number>(),
  ]
  for (const [at, cell] of cells.entries()) {
    const state = stateOf(cell, guard, group.has(at))
    if (Number.isNaN(cell.value)) missing.add(at)
    if (state === 'shown') published.add(at)
    else if (state === 'hidden') forced.add(at)
    else if (state === 'nowhere') free.add(at)
    else if (state !== 'open') primary.set(at, state)
  }
  if (primary.size === 0) return nothing
  const small = new Set([...primary.keys()].filter((at) => tables.counts && isFew(values[at] ?? 0, rules)))
  const found = yield* suppression(
    {
      system: { values, relations },
      primary,
      missing,
      forced,
      published,
      cost: costsOf(pool, tables, free, rules),
      addSecondary: true,
      whole: tables.counts,
      ...(tables.counts ? { limits: smallLimits(values, small, rules.minimum, rules.zeros) } : {}),
    },
    solver === null ? {} : { solver },
  )
  const ledgerOnly = touched(tables)
  for (const at of found.secondary) {
    const cell = cells[at]
    if (cell?.group == null) continue
    const reason: HiddenReason =
      cell.group.kept.has(cell.family) || ledgerOnly.has(at) ? 'hidden-earlier' : 'hidden-complementary'
    hide(cell.group, partOf(cell), reason)
  }
  return outcome(found, primary, cells)
}

function outcome(
  { bounds, open, optimal }: Suppression,
  primary: ReadonlyMap<number, Level>,
  cells: readonly SystemCell[],
): Attacked {
  return {
    attacked: bounds.size,
    protected: primary.size - open.length,
    optimal,
    open: open.flatMap((at) => cells[at] ?? []),
  }
}

type State = Level | 'shown' | 'hidden' | 'nowhere' | 'open'

/** A number that is out is known; one that is nowhere printed costs nothing to hide. */
function stateOf(cell: SystemCell, { rules, different }: Guard, inGroup: boolean): State {
  const { group, family, value, rest } = cell
  if (group === null) {
    if (rest && cell.family !== '' && isCount(family) && isFew(value, rules)) return countRange(value, rules)
    return Number.isNaN(value) ? 'hidden' : 'nowhere'
  }
  const part = partOf(cell)
  if (group.out.has(family)) return 'shown'
  const level = different.get(group)?.get(family)
  if (level !== undefined) return level
  if (inGroup) return { width: 1, above: 1 }
  const figure = group.figures.get(family)
  const own = figure === undefined ? null : sensitiveFigure({ ...figure, value }, rules)
  if (own !== null) return own.level
  const unseen = group.places.length === 0 || group.before.get(part) === 'sensitive'
  if (unseen && isCount(family)) return countRange(Number.isNaN(value) ? 0 : value, rules)
  return group.hidden.has(part) || unseen ? 'hidden' : 'open'
}

const isCount = (family: string): boolean => !family.startsWith('sum ')

/** Everybody of a total in one part: that part says it of each of them, so it goes, and the empty ones are not certain. */
function hideWholeGroups({ cells, telling }: LinkedTables): Set<number> {
  const empty = new Set<number>()
  for (const { total, parts } of telling) {
    const whole = cells[total]?.value ?? 0
    const full = parts.filter((part) => cells[part]?.value === whole)
    const none = parts.filter((part) => cells[part]?.value === 0)
    if (!(whole > 0) || full.length !== 1 || none.length !== parts.length - 1) continue
    for (const part of parts) {
      const cell = cells[part]
      if (cell?.group != null) hide(cell.group, partOf(cell), 'hidden-group')
    }
    for (const part of none) empty.add(part)
  }
  return empty
}

/** A reader misses large cells most; totals and sexes more, where the rules say so. */
function costsOf(
  { kinds }: Pool,
  { cells }: LinkedTables,
  free: ReadonlySet<number>,
  { keep }: DisclosureRules,
): Float64Array {
  const sex = [...kinds].find(([, kind]) => kind === 'sex')?.[0] ?? ''
  const most = Math.max(0, ...sizes(cells))
  return Float64Array.from(cells, ({ group, value }, at) => {
    if (free.has(at) || group === null) return 0
    const inner = Object.keys(group.codes).length
    const totals = keep.includes('totals') ? 100 ** Math.min(3, most - inner) : 1
    const sexes = keep.includes('sexes') && group.codes[sex] !== undefined ? 1000 : 1
    return (1 + (Number.isNaN(value) ? 0 : Math.abs(value))) * totals * sexes
  })
}

const sizes = (cells: readonly SystemCell[]): readonly number[] => [
  ...new Set(cells.flatMap(({ group }) => (group === null ? [] : Object.keys(group.codes).length))),
]

/** Cells in a sum with one that only an earlier export has. */
function touched({ cells, relations }: LinkedTables): ReadonlySet<number> {
  const earlier = (at: number) => cells[at]?.group?.places.length === 0
  return new Set(
    relations.flatMap(({ total, parts }) => ([total, ...parts].some(earlier) ? [total, ...parts] : [])),
  )
}

export function* protectPool(
  pool: Pool,
  tables: readonly LinkedTables[],
  guard: Guard,
): Steps<readonly Attacked[]> {
  const results: Attacked[] = []
  for (const [at, table] of tables.entries())
    results.push(
      yield* within(protectTables(pool, table, guard), at / tables.length, (at + 1) / tables.length),
    )
  return results
}
