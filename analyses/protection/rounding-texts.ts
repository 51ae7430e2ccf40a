import { locales } from '../model/locale'
import { fillMessage, fillsMessage } from '../model/pack'
import type { RunRecord } from '../model/run-record'
import type { Cell, Row } from '../model/table'
import type { AppliedRun } from './apply'
import type { RunPlan } from './plans'
import { withheldColumn } from './quotes'
import { agreeing, followed, type Pair } from './rounding-follow'

/** Numbers that may be said as they are: settings, and how many rows a table has. */
interface Plain {
  readonly params: ReadonlySet<number>
  readonly mostRows: number
  /** Exact numbers that were rounded or taken out. */
  readonly exact: ReadonlySet<number>
}

export interface Told {
  readonly findings: RunRecord['findings']
  readonly tables: RunRecord['tables']
  readonly schema: RunRecord['schema']
  readonly withheld: number
}

/**
 * Findings and words of charts quote the rounded numbers: each number of theirs that stands in a row they name becomes
 * what it became there. A sentence with any other number is withheld, and so is one that today's words cannot say.
 */
export function roundedTexts(plan: RunPlan, applied: AppliedRun, pairs: readonly Pair[]): Told {
  const { pack, record } = plan.run
  const plain = plainNumbers(plan, applied)
  const keys = keysOf(plan)
  const told = (values: Row): Row | null => quoted(values, keys, pairs, plain)
  const findings = record.findings.flatMap((finding) => {
    const values = told(finding.values)
    const text = values === null ? null : textOf(plan, finding, values)
    return values === null || text === null ? [] : [{ ...finding, values: { ...values }, text }]
  })
  const tables = { ...applied.tables }
  const schema = { ...applied.schema }
  let withheld = record.findings.length - findings.length
  for (const name of new Set(pack.charts.map((chart) => chart.text))) {
    const [row] = tables[name] ?? []
    if (row === undefined || plan.relations.get(name)?.kind === 'free' || row[withheldColumn] === true)
      continue
    const values = told(row)
    if (values !== null) {
      tables[name] = [{ ...values }]
      continue
    }
    withheld += 1
    tables[name] = [
      { ...Object.fromEntries(Object.keys(row).map((column) => [column, null])), [withheldColumn]: true },
    ]
    schema[name] = [
      ...(schema[name] ?? []).filter((column) => column.name !== withheldColumn),
      { name: withheldColumn, type: 'boolean' },
    ]
  }
  return { findings, tables, schema, withheld }
}

function keysOf({ relations }: RunPlan): readonly string[] {
  const keys = [...relations.values()].flatMap((plan) =>
    plan.kind === 'cells' || plan.kind === 'follows' ? plan.rule.keys : [],
  )
  return [...new Set(keys)]
}

function plainNumbers({ run: { record }, relations }: RunPlan, { taken }: AppliedRun): Plain {
  const params = new Set<number>()
  for (const param of Object.values(record.params))
    for (const one of Array.isArray(param) ? param : [param]) {
      const value = Number(one ?? Number.NaN)
      for (const form of [value, value * 100, value / 100, 1 - value]) params.add(Math.abs(form))
    }
  const mostRows = Math.max(
    0,
    ...Object.entries(record.tables)
      .filter(([name]) => relations.get(name)?.kind !== 'quoted')
      .map(([, rows]) => rows.length),
  )
  return { params, mostRows, exact: new Set(taken.map(({ value }) => Math.abs(value))) }
}

/** Null: a number of it is none that leaves. */
function quoted(values: Row, keys: readonly string[], pairs: readonly Pair[], plain: Plain): Row | null {
  const near = agreeing(
    values,
    keys.filter((key) => typeof values[key] === 'string'),
    pairs,
  )
  const result: Record<string, Cell> = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'number') {
      result[name] = value
      continue
    }
    const known = followed(value, near, name)
    if (typeof known === 'number') result[name] = known
    else if (known === null || !mayBeSaid(value, plain)) return null
    else result[name] = value
  }
  return result
}

const mayBeSaid = (value: number, { params, mostRows, exact }: Plain): boolean => {
  const size = Math.abs(value)
  if (size === 0) return true
  if (exact.has(size)) return false
  return params.has(size) || (Number.isInteger(size) && size <= mostRows)
}

/** The sentence in the language it was written in, with its new numbers. */
function textOf(
  { run: { pack } }: RunPlan,
  { id, text, values: before }: RunRecord['findings'][number],
  values: Row,
): string | null {
  if (Object.keys(values).every((name) => Object.is(values[name], before[name]))) return text
  const key = `findings.${id}`
  const said = (locale: (typeof locales)[number], row: Row): string | null =>
    fillsMessage(pack.messages[locale], locale, key, row)
      ? fillMessage(pack.messages[locale], locale, key, row)
      : null
  const language = locales.find((locale) => said(locale, before) === text)
  return language === undefined ? null : said(language, values)
}
