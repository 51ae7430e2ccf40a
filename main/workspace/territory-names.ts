import type { DataSet } from '../../analyses/model/data-set'
import { type Database, quoteName, quoteTable } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import { builtInCodeLists } from '../../analyses/reference/territories'
import { projectCodeLists } from './code-lists'
import { findDataSet } from './data-sets'

export interface NamedTerritory {
  readonly code: string
  /** Empty where nobody knows its name. */
  readonly name: string
}

/** Columns that name what a code stands for, in the languages of the region. */
const nameLike = /naz|name|jmen|label|bezeichnung|titul/i

/**
 * The territories of a column in the order of their codes, sums left out. Names come from a column of the data set
 * that names each code once, else from the column's code list. Fault `report.no-such-column`.
 */
export async function namedTerritories(
  database: Database,
  dataSet: string,
  column: string,
): Promise<readonly NamedTerritory[]> {
  const found = await findDataSet(database, dataSet)
  const own = found.receipt.columns.find(({ name, label }) => name === column || label === column)
  if (own === undefined) {
    const known = found.receipt.columns.map(({ name }) => name).join(', ')
    return refuse('report.no-such-column', { dataSet, column, known })
  }
  const codes = await distinctCodes(database, dataSet, own.name)
  const sums = new Set(own.totals?.map(({ value }) => value))
  const places = codes.filter((code) => !sums.has(code))
  const names =
    (await namesBeside(database, found, own.name, places.length)) ??
    (await namesOfList(database, own.evidence?.codeList, places))
  return places.map((code) => ({ code, name: names.get(code) ?? '' }))
}

const viewOf = (name: string) => quoteTable({ schema: 'main', name })

async function distinctCodes(
  database: Database,
  dataSet: string,
  column: string,
): Promise<readonly string[]> {
  const rows = await database.rows(
    `select distinct cast(${quoteName(column)} as varchar) as code from ${viewOf(dataSet)}
     where ${quoteName(column)} is not null order by code`,
  )
  return rows.map((row) => String(row['code'])).filter((code) => code.trim() !== '')
}

/** Names of a column that says one name for each code, and nearly as many names as there are codes. */
async function namesBeside(
  database: Database,
  { name, receipt }: DataSet,
  column: string,
  codes: number,
): Promise<ReadonlyMap<string, string> | null> {
  const texts = receipt.columns.filter(
    (one) => one.name !== column && one.type === 'text' && nameLike.test(`${one.name} ${one.label}`),
  )
  for (const { name: text } of texts) {
    const rows = await database.rows(
      `select cast(${quoteName(column)} as varchar) as code, min(${quoteName(text)}) as name,
              count(distinct ${quoteName(text)}) as names
       from ${viewOf(name)} where ${quoteName(column)} is not null group by 1`,
    )
    const distinct = new Set(rows.map((row) => row['name']))
    const oneEach = rows.every((row) => Number(row['names']) <= 1)
    // Places may share a name; a column of districts beside municipalities shares nearly all of them.
    if (oneEach && distinct.size > 0.7 * codes)
      return new Map(rows.map((row) => [String(row['code']), String(row['name'] ?? '')]))
  }
  return null
}

async function namesOfList(
  database: Database,
  id: string | undefined,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const lists = [...(await projectCodeLists(database)), ...builtInCodeLists]
  const list = lists.find((one) => one.id === id)
  return new Map(codes.map((code) => [code, list?.items.get(code)?.label ?? '']))
}
