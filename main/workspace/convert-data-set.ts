import type { Column, DataSet, DataSetReceipt, Problem } from '../../analyses/model/data-set'
import { type Database, quoteName, quoteTable, type WorkOptions } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { MadeDataSet } from '../../analyses/model/made-data-set'
import { plainName } from '../../analyses/model/naming'
import type { Change } from '../../analyses/reference/territories/correspondence'
import { problem } from '../ingest/problem'
import { explainRoles } from '../ingest/roles/explain-roles'
import { projectCodeLists } from './code-lists'
import { type ConversionRequest, type Plan, planConversion } from './conversion-plan'
import { conversionSql, keysOf, movedSql } from './conversion-sql'
import { findDataSet, madeFrom, registerDataSet } from './data-set-store'
import type { Project } from './project'
import { findCorrespondence } from './territory-changes'

export type { ConversionRequest } from './conversion-plan'

/** Sums of doubles in another order differ in their last digits. */
const TOLERANCE = 1e-9

/**
 * Makes a data set of another one on the map of another day: a view over it, with a receipt of its own that names the
 * origin, the table and the days. Totals are proved to be kept, or nothing is made.
 * Faults: `project.no-data-set`, `territories.*`, `import.bad-name`.
 */
export function convertDataSet(
  project: Project,
  request: ConversionRequest,
  job: JobContext,
): Promise<DataSet> {
  const work = { signal: job.signal }
  return project.write(async (transaction) => {
    const origin = await findDataSet(transaction, request.dataSet)
    await refuseName(transaction, request.as)
    const changes = await findCorrespondence(transaction, request.table)
    const plan = await planConversion(transaction, origin, changes, request, work)
    const receipt = await make(transaction, request.as, origin, request.table, changes, plan, work)
    const now = new Date().toISOString()
    await registerDataSet(transaction, origin.source, receipt, { synthetic: origin.synthetic, now })
    return findDataSet(transaction, request.as)
  }, work)
}

/** Makes anew what was made from a data set that has changed. Faults: as `convertDataSet`. */
export async function remakeFrom(transaction: Database, name: string, job: JobContext): Promise<void> {
  const work = { signal: job.signal }
  for (const { name: own, receipt } of await madeFrom(transaction, name)) {
    const { made } = receipt
    if (made === undefined) continue
    const origin = await findDataSet(transaction, made.from)
    const request: ConversionRequest = { ...made, dataSet: made.from, as: own }
    const changes = await findCorrespondence(transaction, made.table)
    const plan = await planConversion(transaction, origin, changes, request, work)
    const renewed = await make(transaction, own, origin, made.table, changes, plan, work)
    await transaction.execute(
      'update workbench.data_set set receipt = $receipt, source = $source, row_count = $rows where name = $name',
      {
        name: own,
        receipt: JSON.stringify(renewed),
        source: JSON.stringify(origin.source),
        rows: renewed.observations ?? 0,
      },
    )
  }
}

async function refuseName(database: Database, name: string): Promise<void> {
  if (name === '' || plainName(name) !== name) refuse('import.bad-name', { name, plain: plainName(name) })
  const taken = await database.rows(
    `select 1 as found from information_schema.tables
     where table_schema in ('main', 'raw', 'rejects') and lower(table_name) = lower($name)`,
    { name },
  )
  if (taken.length > 0) refuse('territories.name-taken', { name })
}

async function make(
  database: Database,
  name: string,
  origin: DataSet,
  table: string,
  changes: readonly Change[],
  plan: Plan,
  work: WorkOptions,
): Promise<DataSetReceipt> {
  const view = quoteTable({ schema: 'main', name })
  await database.execute(`create or replace view ${view} as ${conversionSql(changes, plan)}`)
  const { rows, columns } = await countColumns(database, name, columnsOf(origin, plan), work)
  const codeLists = await projectCodeLists(database)
  const said = new Set(columns.map((column) => column.name))
  const explained = await explainRoles(database, name, columns, rows, { said, lists: codeLists }, work)
  const { totals, problems } = await proveTotals(database, name, changes, plan, work)
  const changed = await countChanged(database, changes, plan, work)
  const { left, ...conversion } = plan
  const made: MadeDataSet = {
    ...conversion,
    by: 'correspondence',
    table,
    dimensions: [...plan.dimensions],
    measures: [...plan.measures],
    left: [...left],
    changed,
    totals,
  }
  const kept = new Set(columns.map((column) => column.name))
  const personal = origin.receipt.personal?.filter(({ column }) => kept.has(column)) ?? []
  return {
    name,
    rows: origin.receipt.rows,
    header: origin.receipt.header,
    observations: rows,
    columns: [...explained.columns],
    rejects: null,
    made,
    ...(personal.length === 0 ? {} : { personal }),
    problems: [
      ...problems,
      ...(changed === 0 ? [problem('convert.nothing-changed', 1, null, plan.territory, table)] : []),
      ...(left.length === 0
        ? []
        : [problem('convert.left-out', left.length, null, undefined, left.join(', '))]),
      ...explained.problems,
    ],
  }
}

/** Territory, dimensions and measures in this order; what was known of the old values is known no more. */
function columnsOf({ receipt }: DataSet, { territory, dimensions, measures }: Plan): readonly Column[] {
  const added = new Set(measures)
  return [territory, ...dimensions, ...measures].map((name) => {
    const column = receipt.columns.find((each) => each.name === name)
    if (column === undefined) return refuse('territories.no-column', { name: receipt.name, column: name })
    const { label, unit } = column
    const type = added.has(name)
      ? 'number'
      : name === territory && column.type !== 'code'
        ? 'text'
        : column.type
    const role = name === territory ? 'territory' : added.has(name) ? 'measure' : column.role
    return { name, label, type, role, unit, missing: 0, distinct: 0 }
  })
}

async function countColumns(
  database: Database,
  name: string,
  columns: readonly Column[],
  work: WorkOptions,
): Promise<{ readonly rows: number; readonly columns: readonly Column[] }> {
  const facts = columns.map(({ name: column }, i) => {
    const c = quoteName(column)
    return `count(*) - count(${c}) as m${i}, count(distinct ${c}) as d${i}`
  })
  const [row] = await database.rows(
    `select count(*) as n, ${facts.join(', ')} from ${quoteTable({ schema: 'main', name })}`,
    {},
    work,
  )
  return {
    rows: Number(row?.['n'] ?? 0),
    columns: columns.map((column, i) => ({
      ...column,
      missing: Number(row?.[`m${i}`] ?? 0),
      distinct: Number(row?.[`d${i}`] ?? 0),
    })),
  }
}

/** Before = after + what stands in places that became missing, for every measure; a difference is a bug of ours. */
async function proveTotals(
  database: Database,
  name: string,
  changes: readonly Change[],
  plan: Plan,
  work: WorkOptions,
): Promise<{ readonly totals: MadeDataSet['totals']; readonly problems: readonly Problem[] }> {
  const list = (part: (m: string, i: number) => string) =>
    plan.measures.map((measure, i) => part(quoteName(measure), i)).join(', ')
  const sums = (from: string) =>
    database.rows(
      `select ${list((m, i) => `coalesce(sum(cast(${m} as double)), 0) as s${i}, coalesce(sum(abs(cast(${m} as double))), 0) as a${i}`)} from ${quoteTable({ schema: 'main', name: from })}`,
      {},
      work,
    )
  const [before] = await sums(plan.from)
  const [after] = await sums(name)
  const [gone] = await database.rows(
    `select ${list((_, i) => `coalesce(sum(h${i}), 0) as h${i}, count(h${i}) as n${i}`)} from (
       select ${list((m, i) => `case when count(${m}) < count(*) then sum(${m}) end as h${i}`)}
       from (${movedSql(changes, plan)}) group by ${keysOf(plan)})`,
    {},
    work,
  )
  const number = (row: Readonly<Record<string, unknown>> | undefined, key: string) => Number(row?.[key] ?? 0)
  const totals = plan.measures.map((column, i) => ({
    column,
    before: number(before, `s${i}`),
    after: number(after, `s${i}`),
    hidden: number(gone, `h${i}`),
  }))
  for (const [i, { column, before: b, after: a, hidden }] of totals.entries())
    if (!(Math.abs(b - a - hidden) <= TOLERANCE * Math.max(1, number(before, `a${i}`))))
      throw new Error(`conversion: ${column} summed to ${b}, now to ${a} and ${hidden} in missing places`)
  const whole = totals.filter((_, i) => number(gone, `n${i}`) === 0).map(({ column }) => column)
  return {
    totals,
    problems: [
      ...(whole.length === 0
        ? []
        : [problem('convert.totals-kept', whole.length, null, undefined, whole.join(', '))]),
      ...totals.flatMap(({ column, hidden }, i) => {
        const cells = number(gone, `n${i}`)
        return cells === 0 ? [] : [problem('convert.parts-missing', cells, null, column, String(hidden))]
      }),
    ],
  }
}

async function countChanged(
  database: Database,
  changes: readonly Change[],
  { from, territory, of, on }: Plan,
  work: WorkOptions,
): Promise<number> {
  const moved = new Set(changes.filter(({ date }) => of < date && date <= on).map((change) => change.from))
  const rows = await database.rows(
    `select distinct trim(cast(${quoteName(territory)} as varchar)) as code from ${quoteTable({ schema: 'main', name: from })}`,
    {},
    work,
  )
  return rows.filter((row) => moved.has(String(row['code']))).length
}
