import type { DataSet } from '../../../analyses/model/data-set'
import { type Database, quoteName, quoteTable, type WorkOptions } from '../../../analyses/model/database'
import type { JobContext } from '../../../analyses/model/job'
import type { ColumnProfile, DataSetProfile } from '../../../analyses/model/profile'
import { findDataSet } from '../data-sets'
import { columnProfile } from './column-profile'
import { findKey } from './find-key'
import { qualityFindings } from './quality-findings'

/** How the values of a data set lie, and what is to be known of its quality. Reads only. */
export async function profileDataSet(
  database: Database,
  name: string,
  job: JobContext,
): Promise<DataSetProfile> {
  const dataSet = await findDataSet(database, name)
  const table = quoteTable({ schema: 'main', name })
  const work: WorkOptions = { signal: job.signal }
  const [counted] = await database.rows(`select count(*) as n from ${table}`, {}, work)
  const rows = Number(counted?.['n'] ?? 0)
  const columns: ColumnProfile[] = []
  const personal = personalColumns(dataSet)
  for (const [i, column] of dataSet.receipt.columns.entries()) {
    job.report({ step: 1, of: 1, titleKey: 'job.profile', value: i / dataSet.receipt.columns.length })
    columns.push(await columnProfile(database, table, column, rows, personal.has(column.name), work))
  }
  const key = findKey(dataSet.receipt.columns)
  const duplicates = await countDuplicates(database, table, key, work)
  return {
    dataSet: name,
    rows,
    columns,
    key,
    duplicates,
    findings: qualityFindings(dataSet, columns, key, duplicates),
  }
}

/** Columns that identify persons and were kept, or whose values are pseudonyms: their values are not listed. */
const personalColumns = ({ receipt }: DataSet): ReadonlySet<string> =>
  new Set(
    (receipt.personal ?? []).filter(({ action }) => action !== 'not-personal').map(({ column }) => column),
  )

async function countDuplicates(
  database: Database,
  table: string,
  key: readonly string[],
  work: WorkOptions,
): Promise<number> {
  if (key.length === 0) return 0
  const list = key.map(quoteName).join(', ')
  const [row] = await database.rows(
    `select coalesce(sum(n), 0) as n from (select count(*) as n from ${table} group by ${list} having count(*) > 1)`,
    {},
    work,
  )
  return Number(row?.['n'] ?? 0)
}
