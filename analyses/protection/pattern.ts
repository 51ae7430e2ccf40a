import type { ProgramSolver } from '../methods/core/optimise/program'
import { type Steps, within } from '../methods/core/steps'
import { type Level, type Limits, openLimits, smallLimits } from '../methods/disclosure/levels'
import { suppression } from '../methods/disclosure/suppression'
import type { DisclosureRules } from '../model/disclosure'
import { type Component, componentsOf } from './components'
import type { Group, Pool } from './pool'
import { provenSafe } from './quick-proof'
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

/** What was found for a part of a system, and how its cells stood afterwards. */
export interface Settled {
  readonly state: string
  readonly result: Attacked
}

export interface Guard {
  readonly settled: Map<string, Settled>
  /** Whole systems with what was found, and how much of their pool was hidden afterwards: more only ever is added. */
  readonly done: Map<LinkedTables, { readonly hidden: number; readonly result: Attacked }>
  readonly rules: DisclosureRules
  readonly solver: ProgramSolver | null
  /** Numbers that a difference from another variant of the same data would give away. */
  readonly different: ReadonlyMap<Group, ReadonlyMap<string, Level>>
}

const nothing: Attacked = { attacked: 0, protected: 0, optimal: true, open: [] }

/** Hides what has to be hidden with the sensitive numbers of one system, and attacks the result. */
export function* protectTables(pool: Pool, tables: LinkedTables, guard: Guard): Steps<Attacked> {
  const { rules } = guard
  const { cells, relations } = tables
  const values = Float64Array.from(cells, ({ value }) => value)
  if (!tables.counts && values.some((value) => value < 0)) return nothing
  const empty = rules.group ? hideWholeGroups(tables) : new Set<number>()
  const states = cells.map((cell, at) => stateOf(cell, guard, empty.has(at)))
  const primary = new Map(
    states.flatMap((state, at) => (typeof state === 'string' ? [] : [[at, state] as const])),
  )
  if (primary.size === 0) return nothing
  const those = (wanted: State) => new Set(states.flatMap((state, at) => (state === wanted ? [at] : [])))
  const small = new Set([...primary.keys()].filter((at) => tables.counts && isFew(values[at] ?? 0, rules)))
  const whole: WholeSystem = {
    ...{ values, primary, forced: those('hidden'), published: those('shown') },
    missing: new Set(cells.flatMap(({ value }, at) => (Number.isNaN(value) ? [at] : []))),
    cost: costsOf(pool, tables, those('nowhere'), rules),
    limits: tables.counts ? smallLimits(values, small, rules.minimum, rules.zeros) : openLimits(cells.length),
  }
  const reasons = touched(tables)
  const results: Attacked[] = []
  const components = componentsOf(cells.length, relations, new Set(primary.keys()))
  yield 0
  for (const [at, component] of components.entries()) {
    if (at % 64 === 63) yield at / components.length
    const stateNow = () =>
      component.cells.map((cell) => stateName(cells[cell], guard, empty.has(cell))).join('')
    const known = guard.settled.get(
      component.cells[0] === undefined ? '' : `${tables.name} ${component.cells[0]}`,
    )
    if (known !== undefined && known.state === stateNow()) {
      results.push(known.result)
      continue
    }
    const share = at / components.length
    const result = yield* within(protectComponent(component, whole, tables, reasons, guard), share, share)
    guard.settled.set(`${tables.name} ${component.cells[0]}`, { state: stateNow(), result })
    results.push(result)
  }
  return together(results)
}

/** Parts of a system smaller than this are solved faster by hand than a solver takes to read them. */
const TINY = 40

function* protectComponent(
  component: Component,
  whole: WholeSystem,
  { cells, counts }: LinkedTables,
  again: ReadonlySet<number>,
  { solver }: Guard,
): Steps<Attacked> {
  const part = partOfSystem(component, whole)
  const hidden = new Set([...part.primary.keys(), ...part.forced])
  if (provenSafe({ ...part.system, ...part, hidden, whole: counts }))
    return { attacked: part.primary.size, protected: part.primary.size, optimal: true, open: [] }
  const tools = solver === null || component.cells.length < TINY ? {} : { solver }
  const found = yield* suppression({ ...part, addSecondary: true, whole: counts, exactRanges: false }, tools)
  const cellAt = (one: number) => cells[component.cells[one] ?? -1]
  for (const secondary of found.secondary) {
    const cell = cellAt(secondary)
    if (cell?.group == null) continue
    // Hidden before as well, but for reasons that stand here: then the reason is the same as it was.
    const earlier = again.has(component.cells[secondary] ?? -1)
    hide(cell.group, partOf(cell), earlier ? 'hidden-earlier' : 'hidden-complementary')
  }
  return {
    attacked: part.primary.size,
    protected: part.primary.size - found.open.length,
    optimal: found.optimal,
    open: found.open.flatMap((one) => cellAt(one) ?? []),
  }
}

/** A letter for how a number stands now; what was settled stays so while the letters are the same. */
function stateName(cell: SystemCell | undefined, guard: Guard, empty: boolean): string {
  const state = cell === undefined ? 'open' : stateOf(cell, guard, empty)
  return typeof state === 'string' ? state.charAt(0) : 'p'
}

const together = (results: readonly Attacked[]): Attacked => ({
  attacked: results.reduce((sum, one) => sum + one.attacked, 0),
  protected: results.reduce((sum, one) => sum + one.protected, 0),
  optimal: results.every(({ optimal }) => optimal),
  open: results.flatMap(({ open }) => open),
})

interface WholeSystem {
  readonly values: Float64Array
  readonly primary: ReadonlyMap<number, Level>
  readonly missing: ReadonlySet<number>
  readonly forced: ReadonlySet<number>
  readonly published: ReadonlySet<number>
  readonly cost: Float64Array
  readonly limits: Limits
}

/** The same for the cells of one component, numbered from nought. */
function partOfSystem({ cells, relations }: Component, whole: WholeSystem) {
  const place = new Map(cells.map((cell, at) => [cell, at]))
  const at = (cell: number) => place.get(cell) ?? -1
  const those = (set: ReadonlySet<number>) =>
    new Set(cells.flatMap((cell, one) => (set.has(cell) ? [one] : [])))
  const numbers = (all: Float64Array) => Float64Array.from(cells, (cell) => all[cell] ?? 0)
  return {
    system: {
      values: numbers(whole.values),
      relations: relations.map(({ total, parts }) => ({ total: at(total), parts: parts.map(at) })),
    },
    primary: new Map(
      cells.flatMap((cell, one) => {
        const level = whole.primary.get(cell)
        return level === undefined ? [] : [[one, level] as const]
      }),
    ),
    ...{ missing: those(whole.missing), forced: those(whole.forced), published: those(whole.published) },
    cost: numbers(whole.cost),
    limits: { low: numbers(whole.limits.low), high: numbers(whole.limits.high) },
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
  for (const [at, table] of tables.entries()) {
    const before = guard.done.get(table)
    if (before?.hidden === hiddenIn(pool)) {
      results.push(before.result)
      continue
    }
    const result = yield* within(
      protectTables(pool, table, guard),
      at / tables.length,
      (at + 1) / tables.length,
    )
    guard.done.set(table, { hidden: hiddenIn(pool), result })
    results.push(result)
  }
  return results
}

/** How many parts of groups are hidden. */
export const hiddenIn = ({ groups }: Pool): number => {
  let sum = 0
  for (const { hidden } of groups.values()) sum += hidden.size
  return sum
}
