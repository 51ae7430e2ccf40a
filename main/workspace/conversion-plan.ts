import type { Column, DataSet } from '../../analyses/model/data-set'
import { type Database, quoteName, quoteTable, type WorkOptions } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { Change } from '../../analyses/reference/territories/correspondence'
import type { Conversion } from './conversion-sql'

/** What a person orders; what is left out is found from the roles of the columns. */
export interface ConversionRequest {
  readonly dataSet: string
  /** Name of the data set that is made. */
  readonly as: string
  /** Id of the correspondence table. */
  readonly table: string
  /** ISO date of the map wanted. */
  readonly on: string
  /** ISO date of the map the data are of; absent: before the first change of the table. */
  readonly of?: string | undefined
  readonly territory?: string | undefined
  /** Columns that stay and, with the territory, identify a row of the result. */
  readonly dimensions?: readonly string[] | undefined
  /** Counts and sums; rates are made again from theirs. */
  readonly measures?: readonly string[] | undefined
}

export interface Plan extends Conversion {
  readonly left: readonly string[]
}

const RATE_UNIT = /%|‰|proportion|percent|procent|\/|(?:^|\s)(?:na|per|pro)\s/i
const RATE_NAME =
  /(?:^|_)(?:mira|podil|prumer\w*|rate|ratio|share|index|avg|average|mean|median|wskaznik|stopa|udzial|srednia|procent\w*|percent\w*|quote|anteil|na_\d+\w*|per_\w+)(?:_|$)/

const isNumber = ({ type }: Column): boolean => type === 'integer' || type === 'number'
/** What is no sum of its parts: adding up rates of two districts is no rate of both. */
const isRate = ({ name, unit }: Column): boolean =>
  (unit !== null && RATE_UNIT.test(unit)) || RATE_NAME.test(name)

const dimensionRoles: readonly Column['role'][] = [
  'territory',
  'period',
  'sex',
  'age',
  'category',
  'identifier',
]

/**
 * The columns a conversion keeps and adds up. Faults: `territories.which-column`, `territories.no-column`,
 * `territories.no-measure`, `territories.not-a-number`, `territories.of-needed`.
 */
export async function planConversion(
  database: Database,
  { name, receipt: { columns } }: DataSet,
  changes: readonly Change[],
  request: ConversionRequest,
  work: WorkOptions,
): Promise<Plan> {
  const asked = [request.territory ?? [], request.dimensions ?? [], request.measures ?? []].flat()
  const unknown = asked.find((wanted) => !columns.some((column) => column.name === wanted))
  if (unknown !== undefined) refuse('territories.no-column', { name, column: unknown })
  const territory = request.territory ?? (await theOnly(database, name, columns, changes, work))
  const found = await attributesOf(database, name, territory, columns, work)
  const attributes = new Set(found.map((column) => column.name))
  const measures = request.measures ?? guessMeasures(columns)
  if (measures.length === 0) refuse('territories.no-measure', { name })
  const text = measures.find((measure) => !columns.some((each) => each.name === measure && isNumber(each)))
  if (text !== undefined) refuse('territories.not-a-number', { name, column: text })
  const used = new Set([territory, ...measures])
  const dimensions =
    request.dimensions ??
    columns
      .filter((each) => dimensionRoles.includes(each.role) && each.derived === undefined)
      .filter((each) => !used.has(each.name) && !attributes.has(each.name))
      .map((each) => each.name)
  const kept = new Set([...used, ...dimensions])
  const left = columns.flatMap((each) => (kept.has(each.name) ? [] : [each.name]))
  const of = request.of ?? beforeFirst(request.table, changes)
  return {
    from: name,
    of,
    on: request.on,
    territory,
    dimensions: [...dimensions],
    measures: [...measures],
    left,
  }
}

/** The column of places, else the one that holds codes of the table. */
async function theOnly(
  database: Database,
  name: string,
  all: readonly Column[],
  changes: readonly Change[],
  work: WorkOptions,
): Promise<string> {
  const own = all.filter(({ derived }) => derived === undefined)
  const places = own.filter(({ role }) => role === 'territory')
  const [place, ...more] = places
  if (place !== undefined && more.length === 0) return place.name
  const candidates = places.length > 0 ? places : own.filter(({ type }) => type === 'text' || type === 'code')
  const codes = new Set(changes.map(({ from }) => from))
  const holding: string[] = []
  for (const { name: column } of candidates) {
    const c = `trim(cast(${quoteName(column)} as varchar))`
    const rows = await database.rows(
      `select distinct ${c} as code from ${quoteTable({ schema: 'main', name })} limit 50000`,
      {},
      work,
    )
    if (rows.some((row) => codes.has(String(row['code'])))) holding.push(column)
  }
  const [only, ...others] = holding
  if (only !== undefined && others.length === 0) return only
  const named = holding.length > 0 ? holding : places.map((column) => column.name)
  return refuse('territories.which-column', { name, columns: named.join(', '), count: named.length })
}

const guessMeasures = (columns: readonly Column[]): readonly string[] =>
  columns
    .filter((column) => column.role === 'measure' && isNumber(column) && column.derived === undefined)
    .filter((column) => !isRate(column))
    .map(({ name }) => name)

/**
 * Columns whose value follows from the territory: its name, the district above it. They would keep merged places
 * apart. A column of one single value says nothing about places and may stay.
 */
async function attributesOf(
  database: Database,
  name: string,
  territory: string,
  columns: readonly Column[],
  work: WorkOptions,
): Promise<readonly Column[]> {
  const candidates = columns.filter(
    ({ name: column, role, distinct, missing }) =>
      column !== territory &&
      (role === 'category' || role === 'territory' || role === 'identifier') &&
      (distinct > 1 || missing > 0),
  )
  if (candidates.length === 0) return []
  const t = quoteName(territory)
  const most = candidates.map((_, i) => `max(n${i}) as n${i}`)
  const counts = candidates.map(
    (column, i) => `count(distinct coalesce(cast(${quoteName(column.name)} as varchar), chr(31))) as n${i}`,
  )
  const [row] = await database.rows(
    `select ${most.join(', ')} from (select ${counts.join(', ')} from ${quoteTable({ schema: 'main', name })} where ${t} is not null group by ${t})`,
    {},
    work,
  )
  return candidates.filter((_, i) => Number(row?.[`n${i}`] ?? 0) <= 1)
}

/**
 * The day before the first change: codes that are gone after a change tell by themselves which map a row is of. Where
 * a code changes and goes on, they do not, and the day has to be said.
 */
function beforeFirst(table: string, changes: readonly Change[]): string {
  for (const { from, to, date, weight } of changes) {
    if (from === to && weight === 1) continue
    const goesOn = changes.some((other) => other.to === from && other.date >= date)
    if (goesOn) refuse('territories.of-needed', { table, code: from })
  }
  const first = changes.map(({ date }) => date).sort()[0] ?? ''
  return new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10)
}
