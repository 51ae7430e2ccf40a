import { type Steps, within } from '../methods/core/steps'
import type { DisclosureRules } from '../model/disclosure'
import { fault } from '../model/fault'
import type { FollowingRelation } from '../model/pack-disclosure'
import type { OutputUnit } from '../model/pack-manifest'
import type { RunRecord } from '../model/run-record'
import type { Cell, Row } from '../model/table'
import type { AppliedRun, Taken } from './apply'
import type { HiddenColumns } from './hidden-columns'
import type { HiddenGroups } from './hidden-groups'
import { isDistinct, type Leak, leaksOf } from './last-net'
import { evenRows, markedRow } from './mark-row'
import { isCountName, type RunPlan } from './plans'
import { type Pool, unknown } from './pool'
import type { MadeRun } from './request'
import { countOf } from './rounding-cells'
import { type RoundedCounts, roundedOf } from './rounding-counts'
import { roundedFlow, roundedInputs } from './rounding-flow'
import { followed, type Pair, roundedFollowing } from './rounding-follow'
import { withoutExactOrder } from './rounding-order'
import { countsInSource, isSource, roundedCells, unitsIn } from './rounding-rows'
import { roundedTexts } from './rounding-texts'
import { inSafeOrder } from './safe-order'
import { hide, sensitiveFigure } from './sensitive'

/** A run after rounding, and what each of its rows became. */
export interface RoundedRun {
  readonly applied: AppliedRun
  readonly pairs: readonly Pair[]
}

export interface RunRounding {
  readonly plan: RunPlan
  readonly run: number
  readonly groups: HiddenGroups
  readonly counts: RoundedCounts
  readonly rules: DisclosureRules
}

/** Rounds what hiding has left of a run: declared cells first, then the rows that speak of them. */
export function* roundRun(rounding: RunRounding, hidden: AppliedRun): Steps<RoundedRun> {
  const { plan } = rounding
  const pairs = new Map<string, readonly Pair[]>()
  const tables = { ...hidden.tables }
  const schema = { ...hidden.schema }
  const order = [...plan.relations].sort(
    ([, a], [, b]) => Number(a.kind === 'follows') - Number(b.kind === 'follows'),
  )
  for (const [at, [name, one]] of order.entries()) {
    const exact = plan.run.record.tables[name] ?? []
    const rows = tables[name] ?? []
    if ((one.kind !== 'cells' && one.kind !== 'follows') || rows.length !== exact.length) continue
    const work =
      one.kind === 'cells'
        ? roundedCells(rounding, name, one.rule, one.of, exact, rows)
        : followingRows(rounding, name, one.rule, exact, rows, pairs)
    const done = yield* within(work, at / order.length, (at + 1) / order.length)
    const even = evenRows(done, schema[name] ?? [])
    tables[name] = even.rows
    schema[name] = even.schema
    pairs.set(
      name,
      exact.map((row, row_at) => ({ exact: row, shown: done[row_at] ?? {} })),
    )
  }
  const changed = changes(hidden, pairs)
  const all = [...pairs.values()].flat()
  const exact = new Set(changed.taken.flatMap(({ value }) => (isDistinct(value) ? [value] : [])))
  for (const [name, rows] of Object.entries(tables)) {
    const own = plan.run.record.tables[name] ?? []
    const plain = withoutEchoes(rows, exact, all)
    const even = evenRows(pairs.has(name) ? withoutExactOrder(own, plain) : plain, schema[name] ?? [])
    tables[name] = even.rows
    schema[name] = even.schema
  }
  return { applied: { ...hidden, tables, schema, ...changed }, pairs: all }
}

/** An exact number that stands in another place too, under whatever name, becomes there what it became here. */
function withoutEchoes(
  rows: readonly Row[],
  exact: ReadonlySet<number>,
  pairs: readonly Pair[],
): readonly Row[] {
  return rows.map((row) => {
    const found = Object.entries(row).filter(([, cell]) => typeof cell === 'number' && exact.has(cell))
    if (found.length === 0) return row
    const put: Record<string, Cell> = { ...row }
    const gone: HiddenColumns = new Map()
    for (const [name, value] of found) {
      const known = followed(Number(value), pairs, name)
      if (typeof known === 'number' && !exact.has(known)) put[name] = known
      else gone.set(name, 'hidden-rounded')
    }
    return markedRow(put, gone)
  })
}

function followingRows(
  { plan, rules, counts }: RunRounding,
  name: string,
  rule: FollowingRelation,
  exact: readonly Row[],
  rows: readonly Row[],
  pairs: ReadonlyMap<string, readonly Pair[]>,
) {
  const others = typeof rule.follows === 'string' ? [rule.follows] : rule.follows
  const told = others.flatMap((other) => {
    const followed = plan.relations.get(other)
    return followed?.kind === 'cells' ? [{ name: other, rule: followed.rule, of: followed.of }] : []
  })
  const of = told[0]?.of ?? plan.guarded[0]
  const units = of === undefined ? new Map<string, OutputUnit>() : unitsIn(plan, name, of)
  const columns = [...new Set(told.flatMap((one) => one.rule.cells.flatMap(({ count }) => count ?? [])))]
  const counted = of?.content === 'counts'
  const inCounts = told.some((one) => countsInSource(one.rule, unitsIn(plan, one.name, one.of)))
  const tells = (column: string) => {
    if (isSource(units.get(column)) && !(counted && inCounts)) return false
    return counted || units.get(column) === 'persons' || isCountName(column)
  }
  const persons = ({ shown }: Pair) =>
    Math.min(
      ...columns.flatMap((column) => {
        const count = shown[column]
        return typeof count === 'number' ? [Math.max(0, count - counts.reach)] : []
      }),
    )
  const near = others.flatMap((other) => pairs.get(other) ?? [])
  return roundedFollowing({ rule, tells, minimum: rules.minimum, persons }, exact, rows, near)
}

/** Every number that is not what it was has been taken out, and its row is not whole. */
function changes(hidden: AppliedRun, pairs: ReadonlyMap<string, readonly Pair[]>) {
  const taken: Taken[] = [...hidden.taken]
  const lost = new Map([...hidden.lost].map(([name, rows]) => [name, new Set(rows)]))
  const reasons = new Map(hidden.reasons)
  for (const [relation, rows] of pairs)
    for (const [row, { exact, shown }] of rows.entries())
      for (const [column, value] of Object.entries(exact)) {
        const now = shown[column]
        if (value === null || now === undefined || Object.is(value, now)) continue
        const own = lost.get(relation) ?? new Set<number>()
        lost.set(relation, own.add(row))
        if (typeof value === 'number') taken.push({ relation, row, column, value })
        if (now === null && hidden.tables[relation]?.[row]?.[column] !== null)
          reasons.set('hidden-rounded', (reasons.get('hidden-rounded') ?? 0) + 1)
      }
  return { taken, lost, reasons }
}

/** Sums are hidden as always; how many are behind them is what a reader must think at least, so that no mark tells more. */
export function hideSums(pool: Pool, rules: DisclosureRules, counts: RoundedCounts): void {
  for (const group of pool.groups.values()) {
    for (const [part, how] of group.before)
      hide(group, part, how === 'company' ? 'hidden-complementary' : 'hidden-small')
    const count = countOf(group)
    const rounded = Number.isNaN(count) ? undefined : roundedOf(counts, pool, 'count', group.key, count)
    for (const figure of group.figures.values()) {
      if (figure.kind !== 'sum') continue
      const contributors = rounded === undefined ? unknown : Math.max(1, rounded - counts.reach)
      const found = sensitiveFigure({ ...figure, contributors }, rules)
      if (found !== null) hide(group, figure.part, found.reason)
    }
  }
}

/** The record of a rounded run: texts, sample and receipts say the rounded counts too. */
export function roundedRecord(
  plan: RunPlan,
  rounded: RoundedRun | undefined,
  counts: RoundedCounts,
): MadeRun {
  const { record } = plan.run
  if (rounded === undefined || plan.guarded.length === 0) return { record, withheld: 0, faults: [] }
  const { applied, pairs } = rounded
  const { withheld, ...told } = roundedTexts(plan, applied, pairs)
  const safe: RunRecord = {
    ...{ ...record, ...told },
    faults: record.faults.filter(({ values }) =>
      Object.values(values).every((value) => typeof value !== 'number'),
    ),
    sampleFlow: roundedFlow(plan, counts.of),
    inputs: roundedInputs(plan, counts.of),
  }
  const leak = leaksOf(plan, applied, safe)[0] ?? unrounded(plan, safe, counts)
  return {
    record: inSafeOrder(safe),
    withheld,
    faults: leak === null ? [] : [fault('disclosure.leak', { where: leak.where, column: leak.column })],
  }
}

/** A declared count that is no multiple of the base has not been rounded. */
function unrounded(plan: RunPlan, record: RunRecord, { base }: RoundedCounts): Leak | null {
  for (const [name, { kind, ...more }] of plan.relations) {
    if (kind !== 'cells' || !('of' in more)) continue
    const counts = more.rule.cells.flatMap(({ count }) => count ?? [])
    for (const row of record.tables[name] ?? [])
      for (const column of counts) {
        const value = row[column]
        if (typeof value === 'number' && value % base !== 0) return { where: name, column }
      }
  }
  return null
}
