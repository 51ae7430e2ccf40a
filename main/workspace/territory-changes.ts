import { z } from 'zod'
import type { CorrespondenceCard } from '../../analyses/model/code-list-card'
import { type Database, quoteName, quoteTable } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import { type Change, flawsOf } from '../../analyses/reference/territories/correspondence'
import { findDataSet, listDataSets } from './data-set-store'
import type { Project } from './project'
import { refuseUnknownColumns } from './territories'

/** A data set of the project that says how codes changed: which column is what. */
export interface CorrespondenceRequest {
  readonly id: string
  readonly dataSet: string
  readonly from: string
  readonly to: string
  /** Column of the days the changes took effect, or one ISO date for the whole table. */
  readonly date: { readonly column: string } | { readonly day: string }
  /** Absent: every weight is 1 (merges and renames). */
  readonly weight?: string | undefined
}

const definitionSchema = z.object({
  format: z.literal('workbench-correspondence/1'),
  source: z.string(),
  /** from, to, ISO date, weight */
  changes: z.array(z.tuple([z.string(), z.string(), z.string(), z.number()])),
})

/**
 * Declares a data set a correspondence table, once it keeps its laws: real dates, weights of each code that sum to 1.
 * Faults: `territories.table-taken`, `territories.no-column`, `territories.no-codes`, `territories.weights`,
 * `territories.weight-negative`, `territories.change-repeated`, `territories.change-date`.
 */
export async function registerCorrespondence(
  project: Project,
  request: CorrespondenceRequest,
): Promise<CorrespondenceCard> {
  const { source } = await findDataSet(project.database, request.dataSet)
  return project.write(async (transaction) => {
    const { id } = request
    const taken = await transaction.rows('select 1 as found from workbench.correspondence where id = $id', {
      id,
    })
    if (taken.length > 0) refuse('territories.table-taken', { id })
    const changes = await readChanges(transaction, request)
    refuseFlaws(changes)
    const definition = JSON.stringify({
      format: 'workbench-correspondence/1',
      source: source.file,
      changes: changes.map(({ from, to, date, weight }) => [from, to, date, weight]),
    })
    await transaction.execute('insert into workbench.correspondence values ($id, $definition)', {
      id,
      definition,
    })
    return cardOf(id, source.file, changes)
  })
}

async function readChanges(database: Database, request: CorrespondenceRequest): Promise<readonly Change[]> {
  const { dataSet, from, to, date, weight } = request
  const columns = [
    from,
    to,
    ...('column' in date ? [date.column] : []),
    ...(weight === undefined ? [] : [weight]),
  ]
  await refuseUnknownColumns(database, dataSet, columns)
  const text = (name: string) => `trim(cast(${quoteName(name)} as varchar))`
  const day = 'column' in date ? `coalesce(${text(date.column)}, '')` : '$day'
  const rows = await database.rows(
    `select ${text(from)} as a, ${text(to)} as b, ${day} as d, ${weight === undefined ? '1' : `try_cast(${quoteName(weight)} as double)`} as w
     from ${quoteTable({ schema: 'main', name: dataSet })} where ${text(from)} <> '' and ${text(to)} <> '' order by 1, 3, 2`,
    'day' in date ? { day: date.day } : {},
  )
  if (rows.length === 0) refuse('territories.no-codes', { name: dataSet, column: from })
  return rows.map((row) => ({
    from: String(row['a']),
    to: String(row['b']),
    date: String(row['d']).slice(0, 10),
    weight: row['w'] === null ? Number.NaN : Number(row['w']),
  }))
}

function refuseFlaws(changes: readonly Change[]): void {
  const flaws = flawsOf(changes)
  const [flaw] = flaws
  if (flaw === undefined) return
  const { from, date } = flaw
  const count = flaws.length
  if (flaw.kind === 'weights') refuse('territories.weights', { from, date, sum: flaw.sum, count })
  if (flaw.kind === 'negative') refuse('territories.weight-negative', { from, date, count })
  if (flaw.kind === 'repeated') refuse('territories.change-repeated', { from, date, count })
  refuse('territories.change-date', { from, date })
}

function cardOf(id: string, source: string, changes: readonly Change[]): CorrespondenceCard {
  const days = changes.map(({ date }) => date).sort()
  return { id, source, changes: changes.length, first: days[0] ?? '', last: days.at(-1) ?? '' }
}

async function readTables(database: Database) {
  const rows = await database.rows('select id, definition from workbench.correspondence order by id')
  return rows.map((row) => {
    const { source, changes } = definitionSchema.parse(JSON.parse(String(row['definition'])))
    const list: Change[] = changes.map(([from, to, date, weight]) => ({ from, to, date, weight }))
    return { id: String(row['id']), source, changes: list }
  })
}

export async function listCorrespondences(database: Database): Promise<readonly CorrespondenceCard[]> {
  return (await readTables(database)).map(({ id, source, changes }) => cardOf(id, source, changes))
}

/** The changes of one table. Faults: `territories.no-table`. */
export async function findCorrespondence(database: Database, id: string): Promise<readonly Change[]> {
  const found = (await readTables(database)).find((table) => table.id === id)
  return found?.changes ?? refuse('territories.no-table', { id })
}

/** Faults: `territories.no-table`, `territories.table-used` while a data set is converted by it. */
export async function removeCorrespondence(project: Project, id: string): Promise<void> {
  await project.write(async (transaction) => {
    await findCorrespondence(transaction, id)
    const made = (await listDataSets(transaction)).filter(({ receipt }) => receipt.made?.table === id)
    if (made.length > 0)
      refuse('territories.table-used', { id, others: made.map(({ name }) => name).join(', ') })
    await transaction.execute('delete from workbench.correspondence where id = $id', { id })
  })
}
