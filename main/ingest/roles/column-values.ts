import type { Column } from '../../../analyses/model/data-set'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import type { CountedValue } from './judgement'

/** More distinct values than any list of places here has; a column with more is no dimension. */
export const MAX_VALUES = 20_000

const asText = (name: string): string => `cast(${quoteName(name)} as varchar)`

/** Distinct values of a column of the view with their rows, most frequent first; null when there are too many. */
export async function distinctValues(
  database: Database,
  view: TableName,
  { name }: Pick<Column, 'name'>,
  work: WorkOptions,
): Promise<readonly CountedValue[] | null> {
  const rows = await database.rows(
    `select ${asText(name)} as v, count(*) as n from ${quoteTable(view)} where ${quoteName(name)} is not null
     group by 1 order by n desc, v limit ${MAX_VALUES + 1}`,
    {},
    work,
  )
  if (rows.length > MAX_VALUES) return null
  return rows.map((row) => ({ value: String(row['v']), rows: Number(row['n']) }))
}

/** What stands beside each value in another column; null when one value meets several. */
export async function partnerOf(
  database: Database,
  view: TableName,
  column: string,
  other: string,
  work: WorkOptions,
): Promise<ReadonlyMap<string, string> | null> {
  const rows = await database.rows(
    `select ${asText(column)} as v, min(${asText(other)}) as a, max(${asText(other)}) as b
     from ${quoteTable(view)} where ${quoteName(column)} is not null group by 1 limit 400`,
    {},
    work,
  )
  const single = rows.every((row) => row['a'] !== null && row['a'] === row['b'])
  const partners = new Map(rows.map((row) => [String(row['v']), String(row['a'])] as const))
  return single && new Set(partners.values()).size === partners.size ? partners : null
}

/** Whether two columns say the same in other words: as many pairs as values of either. */
export async function goTogether(
  database: Database,
  view: TableName,
  column: Pick<Column, 'name' | 'distinct'>,
  others: readonly Pick<Column, 'name' | 'distinct'>[],
  work: WorkOptions,
): Promise<readonly string[]> {
  const candidates = others.filter(
    ({ distinct }) => distinct <= column.distinct && distinct >= column.distinct - 1 && distinct > 1,
  )
  if (candidates.length === 0) return []
  const list = candidates.map(
    ({ name }, i) =>
      `count(distinct ${asText(column.name)} || chr(31) || coalesce(${asText(name)}, '')) as p${i}`,
  )
  const [row] = await database.rows(
    `select count(distinct ${asText(column.name)}) as own, ${list.join(', ')} from ${quoteTable(view)} where ${quoteName(column.name)} is not null`,
    {},
    work,
  )
  return candidates.flatMap(({ name }, i) => (Number(row?.[`p${i}`]) === Number(row?.['own']) ? [name] : []))
}
