import type { Column, ColumnRole } from '../../../analyses/model/data-set'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import { guessRole } from '../roles/roles'
import type { EurostatHeader } from './header'
import { eurostatColumns } from './view'

/** Physical line of a record, in every raw table. */
export const LINE_COLUMN = '_line'

const measures: readonly (readonly [
  name: string,
  label: string,
  type: 'number' | 'text',
  role: ColumnRole,
])[] = [
  ['time_period', 'TIME_PERIOD', 'text', 'period'],
  ['obs_value', 'OBS_VALUE', 'number', 'measure'],
  ['obs_status', 'OBS_STATUS', 'text', 'status'],
  ['conf_status', 'CONF_STATUS', 'text', 'status'],
]

/** The columns of the long view with their counts; types and roles follow from the format. */
export async function typeEurostat(
  database: Database,
  raw: TableName,
  header: EurostatHeader,
  work: WorkOptions,
) {
  const view = eurostatColumns(header.dimensions)
  const counts = view.flatMap(([, sql], i) => [
    `count(*) - count(${sql}) as m${i}`,
    `count(distinct ${sql}) as d${i}`,
  ])
  const [row] = await database.rows(`select ${counts.join(', ')} from ${quoteTable(raw)}`, {}, work)
  const columns: Column[] = []
  for (const [i, [name]] of view.entries()) {
    const [, label, type, role] = measures.find(([known]) => known === name) ?? [
      name,
      header.labels[i] ?? name,
      'text',
      null,
    ]
    const missing = Number(row?.[`m${i}`] ?? 0)
    const distinct = Number(row?.[`d${i}`] ?? 0)
    const guessed = role ?? (await dimensionRole(database, raw, name, distinct, work))
    columns.push({ name, label, type, role: guessed, unit: null, missing, distinct })
  }
  return { columns, view, problems: [] }
}

async function dimensionRole(
  database: Database,
  raw: TableName,
  name: string,
  distinct: number,
  work: WorkOptions,
): Promise<ColumnRole> {
  const rows = await database.rows(
    `select distinct ${quoteName(name)} as t from ${quoteTable(raw)} order by t limit 200`,
    {},
    work,
  )
  const texts = rows.map((each) => String(each['t']))
  const role = guessRole({ name, type: 'text', texts, distinct, filled: Number.MAX_SAFE_INTEGER })
  return role === 'text' || role === 'identifier' || role === 'status' ? 'category' : role
}
