import type { Steps } from '../methods/core/steps'
import type { DisclosureRules } from '../model/disclosure'
import { boundForm } from '../model/pack'
import type { DisclosureCell, DisclosureRelation } from '../model/pack-disclosure'
import type { OutputUnit } from '../model/pack-manifest'
import type { Cell, Row } from '../model/table'
import { sexDifference } from './codes'
import { isDifference } from './gather'
import type { GuardedNeed } from './guarded-needs'
import { allColumns, columnsOfRules, type HiddenColumns } from './hidden-columns'
import type { HiddenGroups } from './hidden-groups'
import { markedRow } from './mark-row'
import { isCountName, type RunPlan } from './plans'
import { countOf } from './rounding-cells'
import { type RoundedCounts, roundedOf } from './rounding-counts'
import { coarse, type Formula, formulaOf } from './rounding-formulas'
import { sharePart } from './share-part'

const shareLike: ReadonlySet<OutputUnit> = new Set(['proportion', 'proportion-difference', 'percent'])
/** Units of numbers that may be counts of persons or worked out of them; a plain number counts rows. */
const counting: ReadonlySet<OutputUnit> = new Set([
  ...shareLike,
  ...(['persons', 'ratio', 'index', 'source', 'source-difference'] as const),
])
/** Sums are not rounded: they are hidden or shown as they are. */
const sumsOf = ({ sum, largest, second }: DisclosureCell): readonly string[] =>
  [sum, largest, second].flatMap((name) => name ?? [])

export interface Rounding {
  readonly plan: RunPlan
  readonly run: number
  readonly groups: HiddenGroups
  readonly counts: RoundedCounts
  readonly rules: DisclosureRules
}

/** Units of a relation's columns in the form the need was bound in. */
export function unitsIn(
  { run: { pack } }: RunPlan,
  relation: string,
  { need, input }: GuardedNeed,
): ReadonlyMap<string, OutputUnit> {
  const { manifest } = pack
  const chart = Object.values(manifest.charts).find(({ data }) => data === relation)
  const columns = manifest.tables[relation]?.columns ?? chart?.columns ?? {}
  const form = boundForm(manifest, need, Object.keys(input.columns)) ?? ''
  return new Map(Object.entries(columns).map(([name, { unit, in_form }]) => [name, in_form[form] ?? unit]))
}

export const isSource = (unit: OutputUnit | undefined): boolean =>
  unit === 'source' || unit === 'source-difference'

/** Where counts are in the source's own unit, everything in that unit is worked out of counts. */
export const countsInSource = (
  { cells }: DisclosureRelation,
  units: ReadonlyMap<string, OutputUnit>,
): boolean =>
  cells.some(({ count, sum }) => [count, sum].some((name) => name !== undefined && isSource(units.get(name))))

/** Rows of declared cells with their counts rounded, their shares worked out again, and nothing that tells the exact ones. */
export function* roundedCells(
  rounding: Rounding,
  relation: string,
  rule: DisclosureRelation,
  of: GuardedNeed,
  exact: readonly Row[],
  hidden: readonly Row[],
): Steps<readonly Row[]> {
  const relationOf = new RoundedRelation(rounding, relation, rule, of, exact)
  const rows: Row[] = []
  for (const [at, row] of hidden.entries()) {
    if (at % 1024 === 1023) yield 0
    const source = exact[at] ?? {}
    rows.push(isDifference(source, rule) ? row : relationOf.row(at, source, row))
  }
  return rows.map((row, at) =>
    isDifference(exact[at] ?? {}, rule) ? difference(row, exact[at] ?? {}, rule, exact, rows) : row,
  )
}

/** What is known of one row: how many stand behind each column at least, and the numbers that follow from counts. */
interface RowState {
  readonly least: Map<string, number>
  readonly values: Map<string, number | null>
}

class RoundedRelation {
  private readonly units: ReadonlyMap<string, OutputUnit>
  /** Counts, shares and sums; with the means, all that other columns are worked out of. */
  private readonly figures: readonly string[]
  private readonly means: readonly string[]
  private readonly sums: ReadonlySet<string>
  private readonly formulas = new Map<string, Formula | null>()
  private readonly telling = new Map<string, boolean>()
  private readonly counted: boolean
  constructor(
    private readonly rounding: Rounding,
    private readonly relation: string,
    private readonly rule: DisclosureRelation,
    of: GuardedNeed,
    private readonly exact: readonly Row[],
  ) {
    this.units = unitsIn(rounding.plan, relation, of)
    this.counted = of.content === 'counts'
    const named = rule.cells.flatMap(({ count, sum, shares }) => [count, sum, ...Object.keys(shares)])
    this.figures = [...new Set(named.flatMap((name) => name ?? []))]
    this.sums = new Set(rule.cells.flatMap(sumsOf))
    this.means = rule.cells
      .flatMap(allColumns)
      .filter(
        (name) => this.units.get(name) === 'source' && this.isMeasured(name) && !this.figures.includes(name),
      )
  }

  row(at: number, exact: Row, row: Row): Row {
    const state: RowState = { least: new Map(), values: new Map() }
    const gone: HiddenColumns = new Map()
    for (const [cell, declared] of this.rule.cells.entries())
      this.cell(at, cell, declared, exact, state, gone)
    const columns = new Set([...this.rule.cells.flatMap(allColumns), ...this.unlisted(exact)])
    const put: Record<string, Cell> = { ...row }
    const now = (name: string): Cell => (gone.has(name) ? null : (put[name] ?? null))
    // What follows from others is worked out after them.
    for (const [name, value] of state.values) if (put[name] !== null && value !== null) put[name] = value
    for (const [name, value] of state.values) if (value === null) gone.set(name, 'hidden-rounded')
    const means = new Set(this.means)
    const others = [...columns].filter((name) => !state.values.has(name) && !this.sums.has(name))
    for (const name of [...others].sort((a, b) => Number(means.has(b)) - Number(means.has(a)))) {
      const value = put[name] ?? null
      if (value === null || gone.has(name)) continue
      if (typeof value === 'number') this.derived(name, put, now, state, gone)
      else if (this.tellsCounts(name)) gone.set(name, 'hidden-rounded')
    }
    return markedRow(put, gone)
  }

  private cell(
    at: number,
    cell: number,
    declared: DisclosureCell,
    exact: Row,
    { least, values }: RowState,
    gone: HiddenColumns,
  ): void {
    const { groups, run, counts, rules, plan } = this.rounding
    const group = groups.at(run, this.relation, at, cell)
    const pool = group === undefined ? undefined : groups.poolOf(group)
    // No number speaks for it, so its columns rest on the other cells that name them, if any do.
    if (group === undefined || pool === undefined) return
    const count = countOf(group)
    const rounded = Number.isNaN(count) ? undefined : roundedOf(counts, pool, 'count', group.key, count)
    // What nobody can know to be enough is not enough: a mark that hangs on the exact number would tell of it.
    const persons = rounded === undefined ? 0 : Math.max(0, rounded - counts.reach)
    // What rests on all parts of a whole has no persons of its own.
    if (declared.count !== undefined || declared.sum !== undefined)
      for (const name of allColumns(declared)) least.set(name, Math.min(least.get(name) ?? persons, persons))
    const asIfFew =
      declared.count === undefined ? exact : { ...exact, [declared.count]: Math.max(1, persons) }
    columnsOfRules(asIfFew, declared, group, rules, gone)
    if (declared.count !== undefined) values.set(declared.count, rounded ?? null)
    if (declared.sum !== undefined && this.isCountedSum(declared, exact))
      values.set(declared.sum, rounded ?? null)
    for (const share of Object.keys(declared.shares)) {
      const has = group.figures.get(`has ${sharePart(plan.run.pack.id, declared, share)}`)
      if (has === undefined) {
        // Nobody has it where nobody is; a share in another unit is none.
        if (count === 0 || !shareLike.has(this.units.get(share) ?? 'number')) continue
        values.set(share, null)
        continue
      }
      const those = roundedOf(counts, pool, `has ${has.part}`, group.key, has.value)
      const scale = this.units.get(share) === 'percent' ? 100 : 1
      const empty = rounded === undefined || rounded === 0 || those === undefined
      values.set(share, empty ? null : (scale * those) / rounded)
    }
  }

  /** Where a sum of counts of persons has no count beside it in this row, it is the count. */
  private isCountedSum({ count, sum }: DisclosureCell, exact: Row): boolean {
    return this.counted && sum !== undefined && (count === undefined || (exact[count] ?? null) === null)
  }

  /** Whether a column is about what was measured on somebody, not how many there are. */
  private isMeasured = (name: string): boolean =>
    isSource(this.units.get(name)) && !(this.counted && countsInSource(this.rule, this.units))

  /** Whether a column is worked out of the exact counts and would tell them. */
  private tellsCounts(name: string): boolean {
    const known = this.telling.get(name)
    if (known !== undefined) return known
    const tells = this.findsOut(name)
    this.telling.set(name, tells)
    return tells
  }

  private findsOut(name: string): boolean {
    const unit = this.units.get(name) ?? 'number'
    if (this.isMeasured(name)) return false
    if (this.counted || unit === 'persons' || isCountName(name)) return true
    const companion = this.rule.cells.some(({ shares }) =>
      Object.values(shares).some((others) => others.includes(name)),
    )
    if (companion) return unit !== 'ratio' && unit !== 'index'
    return shareLike.has(unit) && this.isShareOfPersons(name)
  }

  /** A share of a whole number of persons is a whole number of persons again. */
  private isShareOfPersons(name: string): boolean {
    const counts = this.rule.cells.flatMap(({ count }) => count ?? [])
    const scale = this.units.get(name) === 'percent' ? 0.01 : 1
    return counts.some((count) => {
      const rows = this.exact.filter((row) => typeof row[name] === 'number' && Number(row[count]) > 0)
      const size = (row: Row) => Number(row[name]) * scale * Number(row[count])
      return rows.length > 0 && rows.every((row) => Math.abs(size(row) - Math.round(size(row))) < 1e-6)
    })
  }

  /** Columns nobody had to name while counts were exact may still be worked out of them: the share of a whole country. */
  private unlisted(row: Row): readonly string[] {
    const keys = new Set([...this.rule.keys, ...Object.values(this.rule.long ?? {})])
    return Object.keys(row).filter(
      (name) =>
        typeof row[name] === 'number' &&
        !keys.has(name) &&
        counting.has(this.units.get(name) ?? 'number') &&
        this.tellsCounts(name),
    )
  }

  private mean(name: string, put: Record<string, Cell>, { least }: RowState, gone: HiddenColumns): void {
    const persons = least.get(name)
    if (persons !== undefined && persons < this.rounding.rules.minimum) {
      if (!gone.has(name)) gone.set(name, 'hidden-small')
    } else put[name] = coarse(Number(put[name]), persons ?? 100)
  }

  private derived(
    name: string,
    put: Record<string, Cell>,
    now: (name: string) => Cell,
    state: RowState,
    gone: HiddenColumns,
  ): void {
    const formula = this.formula(name)
    if (formula !== null) {
      const [a, b] = formula.from.map(now)
      const found = typeof a === 'number' && typeof b === 'number' ? formula.of(a, b) : Number.NaN
      if (Number.isFinite(found)) put[name] = found
      else gone.set(name, 'hidden-rounded')
    } else if (this.tellsCounts(name)) gone.set(name, 'hidden-rounded')
    else this.mean(name, put, state, gone)
  }

  private formula(name: string): Formula | null {
    const known = this.formulas.get(name)
    if (known !== undefined) return known
    // A mean follows from sum and count alone: of another mean and a difference it would follow in a circle.
    const sources = this.means.includes(name) ? this.figures : [...this.figures, ...this.means]
    const found = formulaOf(name, sources, this.exact)
    this.formulas.set(name, found)
    return found
  }
}

/** The difference of women and men of the rounded rows, where it is theirs. */
function difference(
  row: Row,
  source: Row,
  rule: DisclosureRelation,
  exact: readonly Row[],
  rows: readonly Row[],
): Row {
  const key = rule.keys.find((name) => source[name] === sexDifference)
  const partner = (sex: string) =>
    exact.findIndex(
      (other) =>
        key !== undefined &&
        other[key] === sex &&
        rule.keys.every((name) => name === key || other[name] === source[name]),
    )
  const [women, men] = [partner('F'), partner('M')]
  const gone: HiddenColumns = new Map()
  const put: Record<string, Cell> = { ...row }
  for (const name of new Set(rule.cells.flatMap(allColumns))) {
    if ((row[name] ?? null) === null) continue
    const [f, m] = [rows[women]?.[name], rows[men]?.[name]]
    const theirs =
      typeof f === 'number' &&
      typeof m === 'number' &&
      Math.abs(Number(exact[women]?.[name]) - Number(exact[men]?.[name]) - Number(source[name])) <=
        1e-9 * Math.max(1, Math.abs(Number(source[name])))
    if (theirs) put[name] = f - m
    else gone.set(name, 'hidden-rounded')
  }
  return markedRow(put, gone)
}
