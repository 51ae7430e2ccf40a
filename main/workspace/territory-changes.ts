import { z } from 'zod'
import { type Database, quoteName, quoteTable } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import { type Change, composeChanges, flawsOf } from '../../analyses/reference/territories/correspondence'
import { findDataSet } from './data-sets'
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
  readonly weight?: string
}

export interface CorrespondenceCard {
  readonly id: string
  readonly source: string
  readonly changes: number
  /** First and last day of change. */
  readonly first: string
  readonly last: string
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

export async function removeCorrespondence(project: Project, id: string): Promise<void> {
  await project.write(async (transaction) => {
    await findCorrespondence(transaction, id)
    await transaction.execute('delete from workbench.correspondence where id = $id', { id })
  })
}

/** Which columns of a data set go to another state of the map, and which measures are added up on the way. */
export interface Conversion {
  readonly dataSet: string
  readonly territory: string
  /** Columns that stay and, with the territory, identify a row of the result. */
  readonly dimensions: readonly string[]
  /** Counts and sums; rates are made again from theirs. */
  readonly measures: readonly string[]
  /** ISO dates: the map the data are of, and the map they are wanted on. */
  readonly of: string
  readonly on: string
}

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * The SELECT that brings a data set to the map of `on`: codes that did not change stay, shares of split ones are
 * weighted, merged ones are added up. A place any part of which is missing is missing.
 * Faults: `territories.backwards`.
 */
export function conversionSql(changes: readonly Change[], conversion: Conversion): string {
  const { dataSet, territory, dimensions, measures, of, on } = conversion
  if (of > on) refuse('territories.backwards', { of, on })
  const moves = [...composeChanges(changes, of, on)].flatMap(([from, shares]) =>
    shares.map(({ to, weight }) => `(${sqlText(from)}, ${sqlText(to)}, ${weight}::double)`),
  )
  const code = `cast(v.${quoteName(territory)} as varchar)`
  const target = moves.length === 0 ? code : `coalesce(w.target, ${code})`
  const weight = moves.length === 0 ? '1' : 'coalesce(w.weight, 1)'
  const join =
    moves.length === 0
      ? ''
      : `\nleft join (values ${moves.join(', ')}) w(code, target, weight) on w.code = ${code}`
  const kept = dimensions.map((name) => `v.${quoteName(name)} as ${quoteName(name)}`)
  const sums = measures.map((name) => {
    const value = `v.${quoteName(name)}`
    return `case when count(${value}) = count(*) then sum(${value} * ${weight}) end as ${quoteName(name)}`
  })
  return `select ${[`${target} as ${quoteName(territory)}`, ...kept, ...sums].join(',\n')}
from ${quoteTable({ schema: 'main', name: dataSet })} v${join}
group by ${[target, ...dimensions.map((name) => `v.${quoteName(name)}`)].join(', ')}`
}

/**
 * Makes a view of the converted data set. Faults: as `conversionSql`, `territories.no-table`,
 * `territories.no-column`, `territories.name-taken`.
 */
export async function createConvertedView(
  project: Project,
  name: string,
  correspondence: string,
  conversion: Conversion,
): Promise<void> {
  await findDataSet(project.database, conversion.dataSet)
  await project.write(async (transaction) => {
    const { dataSet, territory, dimensions, measures } = conversion
    await refuseUnknownColumns(transaction, dataSet, [territory, ...dimensions, ...measures])
    const taken = await transaction.rows(
      `select 1 as found from information_schema.tables where table_schema in ('main', 'raw', 'rejects') and lower(table_name) = lower($name)`,
      { name },
    )
    if (taken.length > 0) refuse('territories.name-taken', { name })
    const select = conversionSql(await findCorrespondence(transaction, correspondence), conversion)
    await transaction.execute(`create view ${quoteTable({ schema: 'main', name })} as ${select}`)
  })
}
