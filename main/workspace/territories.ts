import type { CodeListCard } from '../../analyses/model/code-list-card'
import { type Database, quoteName, quoteTable } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import { type CodeListDefinition, cardOf, listCodeLists, listOf, projectCodeLists } from './code-lists'
import { findDataSet } from './data-set-store'
import type { Project } from './project'

export { findCodeList, listCodeLists, projectCodeLists } from './code-lists'

/** A data set of the project that is a code list: which column is what. */
export interface CodeListRequest {
  /** What the list is called from now on. */
  readonly id: string
  readonly dataSet: string
  readonly code: string
  readonly label?: string | undefined
  readonly parent?: string | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
  /** ISO date: only codes valid on it; absent: the last validity of each code. */
  readonly on?: string | undefined
  readonly edition?: string | undefined
  readonly country?: string | undefined
  /** What its codes are: obec, okres, ward… */
  readonly level: string
}

/** An end of validity this far away means none: 9. 9. 9999. */
const NEVER = '9000-01-01'

/**
 * Declares a data set a code list. Its codes are copied, so the list stays when the data set goes.
 * Faults: `territories.list-taken`, `territories.no-column`, `territories.no-codes`, `territories.code-repeated`.
 */
export async function registerCodeList(project: Project, request: CodeListRequest): Promise<CodeListCard> {
  const { source } = await findDataSet(project.database, request.dataSet)
  return project.write(async (transaction) => {
    const known = await listCodeLists(transaction)
    if (known.some(({ id }) => id === request.id)) refuse('territories.list-taken', { id: request.id })
    const rows = await readItems(transaction, request)
    const items = uniqueItems(rows, request)
    const definition: CodeListDefinition = {
      format: 'workbench-code-list/1',
      id: request.id,
      edition: request.edition ?? null,
      country: request.country ?? null,
      level: request.level,
      validFrom: request.on ?? null,
      validTo: null,
      source: source.file,
      items: items.map(({ code, label, parent }) => [code, label, parent]),
    }
    await transaction.execute('insert into workbench.code_list values ($id, $definition)', {
      id: request.id,
      definition: JSON.stringify(definition),
    })
    return cardOf(listOf(definition), true)
  })
}

interface ItemRow {
  readonly code: string
  readonly label: string
  readonly parent: string | null
  readonly from: string | null
  readonly to: string | null
}

async function readItems(database: Database, request: CodeListRequest): Promise<readonly ItemRow[]> {
  const { dataSet, code, label, parent, validFrom, validTo } = request
  const wanted = [code, label, parent, validFrom, validTo]
  await refuseUnknownColumns(
    database,
    dataSet,
    wanted.flatMap((name) => name ?? []),
  )
  const text = (name: string | undefined) =>
    name === undefined ? 'null' : `cast(${quoteName(name)} as varchar)`
  const rows = await database.rows(
    `select trim(${text(code)}) as code, ${text(label)} as label, ${text(parent)} as parent,
       ${text(validFrom)} as valid_from, ${text(validTo)} as valid_to
     from ${quoteTable({ schema: 'main', name: dataSet })} where trim(${text(code)}) <> '' order by 1, 4`,
  )
  return rows.map((row) => ({
    code: String(row['code']),
    label: row['label'] === null ? '' : String(row['label']),
    parent: row['parent'] === null ? null : String(row['parent']),
    from: dateOf(row['valid_from']),
    to: dateOf(row['valid_to']),
  }))
}

/** Dates as the typed view gives them; what is no date says nothing about validity. */
function dateOf(value: unknown): string | null {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(String(value ?? ''))?.[0] ?? null
  return date === null || date >= NEVER ? null : date
}

export async function refuseUnknownColumns(
  database: Database,
  name: string,
  wanted: readonly string[],
): Promise<void> {
  const rows = await database.rows(
    `select column_name as name from information_schema.columns where table_schema = 'main' and table_name = $name`,
    { name },
  )
  const known = new Set(rows.map((row) => String(row['name'])))
  const column = wanted.find((each) => !known.has(each))
  if (column !== undefined) refuse('territories.no-column', { name, column })
}

/** One item for each code: the one valid on the day asked for, else the one that was valid last. */
function uniqueItems(rows: readonly ItemRow[], request: CodeListRequest): readonly ItemRow[] {
  const { on, dataSet, code: column } = request
  const valid = rows.filter(
    ({ from, to }) => on === undefined || ((from === null || from <= on) && (to === null || on <= to)),
  )
  const items = new Map<string, ItemRow>()
  const repeated = new Set<string>()
  for (const row of valid) {
    const known = items.get(row.code)
    const same = known !== undefined && (on !== undefined || (known.to ?? NEVER) === (row.to ?? NEVER))
    if (same && !(known.label === row.label && known.parent === row.parent)) repeated.add(row.code)
    if (known === undefined || (row.to ?? NEVER) > (known.to ?? NEVER)) items.set(row.code, row)
  }
  const [code] = repeated
  if (code !== undefined) refuse('territories.code-repeated', { name: dataSet, code, count: repeated.size })
  if (items.size === 0) refuse('territories.no-codes', { name: dataSet, column })
  return [...items.values()]
}

export async function removeCodeList(project: Project, id: string): Promise<void> {
  await project.write(async (transaction) => {
    const own = await projectCodeLists(transaction)
    if (!own.some((list) => list.id === id)) refuse('territories.no-list', { id })
    await transaction.execute('delete from workbench.code_list where id = $id', { id })
  })
}
