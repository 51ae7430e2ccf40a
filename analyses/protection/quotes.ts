import type { PackManifest } from '../model/pack-manifest'
import type { RunRecord } from '../model/run-record'
import type { Cell, Row } from '../model/table'
import type { AppliedRun } from './apply'
import type { RunPlan } from './plans'
import { textOf } from './row-codes'

/** Mark of a row of words that may not be filled in: whoever builds the chart uses its plain name instead. */
export const withheldColumn = 'withheld'

/**
 * Which sentences of a run may leave. A run that lost nothing keeps them all. Otherwise a sentence leaves when it names
 * the rows it quotes and none of them lost a value, or when each of its numbers is one that is shown.
 */
export class Quotes {
  private readonly shown: ReadonlySet<number>
  private readonly hidden: ReadonlySet<number>
  private readonly mostRows: number
  readonly lostAny: boolean
  constructor(
    private readonly plan: RunPlan,
    private readonly applied: AppliedRun,
  ) {
    const texts = new Set(plan.run.pack.charts.map(({ text }) => text))
    const numbers = new Set<number>()
    let most = 0
    for (const [name, rows] of Object.entries(applied.tables)) {
      if (texts.has(name) && plan.relations.get(name)?.kind !== 'free') continue
      most = Math.max(most, plan.run.record.tables[name]?.length ?? 0)
      for (const row of rows)
        for (const cell of Object.values(row)) if (typeof cell === 'number') numbers.add(Math.abs(cell))
    }
    for (const param of Object.values(plan.run.record.params))
      for (const one of Array.isArray(param) ? param : [param]) addParam(numbers, Number(one ?? Number.NaN))
    this.shown = numbers
    this.hidden = new Set(applied.taken.map(({ value }) => Math.abs(value)))
    this.mostRows = most
    this.lostAny = [...applied.lost.values()].some((rows) => rows.size > 0)
  }

  mayLeave(name: string, values: Readonly<Record<string, Cell>>): boolean {
    if (!this.lostAny) return true
    const quoted = this.plan.run.pack.manifest.disclosure?.quotes[name]
    if (quoted !== undefined && this.standsWhole(quoted, values)) return true
    const counted = this.countedOver(name)
    return Object.entries(values).every(
      ([column, value]) => typeof value !== 'number' || (!counted(column, value) && this.isShown(value)),
    )
  }

  /**
   * Whether a number of a finding counts rows some of which are hidden now: "in 1 of 4 territories" would say of the
   * hidden ones what their rows do not say any more. A number under the name of a column is a quoted one.
   */
  private countedOver(finding: string): (column: string, value: number) => boolean {
    const { manifest } = this.plan.run.pack
    const sources = relationsBehind(manifest, manifest.findings[finding]?.from ?? [])
    if (!sources.some((relation) => (this.applied.lost.get(relation)?.size ?? 0) > 0)) return () => false
    const columns = new Set(
      sources.flatMap((relation) => (this.plan.run.record.schema[relation] ?? []).map(({ name }) => name)),
    )
    const settings = new Set(Object.values(this.plan.run.record.params).map(Number))
    return (column, value) => Number.isInteger(value) && !columns.has(column) && !settings.has(value)
  }

  private isShown(value: number): boolean {
    const size = Math.abs(value)
    if (size === 0) return true
    // How many rows there are tells nothing of persons, unless it is the very number of a hidden cell.
    if (Number.isInteger(size) && this.hidden.has(size)) return false
    return this.shown.has(size) || (Number.isInteger(size) && size <= this.mostRows)
  }

  /** Whether the rows that agree with what the sentence names are all as they were. */
  private standsWhole(relation: string, values: Readonly<Record<string, Cell>>): boolean {
    const rule = this.plan.relations.get(relation)
    const keys = rule?.kind === 'cells' || rule?.kind === 'follows' ? rule.rule.keys : []
    const rows = this.plan.run.record.tables[relation] ?? []
    const named = keys.filter((key) => Object.hasOwn(values, key))
    if (named.length === 0) return false
    const lost = this.applied.lost.get(relation)
    const agree = [...rows.entries()].filter(([, row]) =>
      named.every((key) => textOf(row[key]) === textOf(values[key])),
    )
    return agree.length > 0 && agree.every(([at]) => !lost?.has(at))
  }
}

/** The relations of a record that hold what these steps work with: their own, else those of the steps before them. */
function relationsBehind({ steps, tables }: PackManifest, from: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const seen = new Set(from)
  for (const step of seen) {
    const own = Object.keys(tables).filter((name) => tables[name]?.from === step)
    for (const name of own) found.add(name)
    if (own.length === 0) for (const before of steps[step]?.from ?? []) seen.add(before)
  }
  return [...found]
}

/** A setting, also as the per cent or the share it is worded as. */
function addParam(numbers: Set<number>, value: number): void {
  if (Number.isFinite(value))
    for (const one of [value, value * 100, value / 100, 1 - value]) numbers.add(Math.abs(one))
}

export interface Spoken {
  readonly findings: RunRecord['findings']
  readonly tables: RunRecord['tables']
  readonly schema: RunRecord['schema']
  readonly withheld: number
}

/** Findings and words of charts without those that rest on hidden values. */
export function spoken(plan: RunPlan, applied: AppliedRun): Spoken {
  const { pack, record } = plan.run
  const quotes = new Quotes(plan, applied)
  const findings = record.findings.filter(({ id, values }) => quotes.mayLeave(id, values))
  const tables = { ...applied.tables }
  const schema = { ...applied.schema }
  let withheld = record.findings.length - findings.length
  for (const text of new Set(pack.charts.map((chart) => chart.text))) {
    const kind = plan.relations.get(text)?.kind
    const [row] = tables[text] ?? []
    if (row === undefined || kind === 'free' || row[withheldColumn] === true) continue
    const lost = (applied.lost.get(text)?.size ?? 0) > 0
    if (!lost && quotes.mayLeave(text, row)) continue
    withheld += 1
    tables[text] = [withheldRow(row)]
    schema[text] = [
      ...(schema[text] ?? []).filter(({ name }) => name !== withheldColumn),
      { name: withheldColumn, type: 'boolean' },
    ]
  }
  return { findings, tables, schema, withheld }
}

const withheldRow = (row: Row): Record<string, Cell> => ({
  ...Object.fromEntries(Object.keys(row).map((name) => [name, null])),
  [withheldColumn]: true,
})
