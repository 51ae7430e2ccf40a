import type { Column, Problem } from '../../../analyses/model/data-set'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import { builtInCodeLists, type CodeList } from '../../../analyses/reference/territories'
import { problem } from '../problem'
import type { SourceTable } from '../tables/source-table'
import { distinctValues, partnerOf } from './column-values'
import { judgeColumn } from './judge-column'
import type { CountedValue, Judgement, RoleAnswer, RoleFinding } from './judgement'
import { hasWord } from './roles'
import { findRepeats, findTotals } from './sums'

export interface Explained {
  readonly columns: readonly Column[]
  readonly problems: readonly Problem[]
}

/** What judging roles needs from the workspace. */
export interface RoleServices {
  /** Code lists loaded into the project. */
  readonly codeLists?: readonly CodeList[]
}

export interface ExplainOptions {
  /** Columns whose role the person or the format has said: it stays, the evidence is given all the same. */
  readonly said: ReadonlySet<string>
  /** Code lists of the project besides the built-in ones. */
  readonly lists?: readonly CodeList[]
  /** Columns that identify persons: not looked at, so that no value of theirs is shown. */
  readonly personal?: ReadonlySet<string>
  /** What a person said of the values of a column, by its name. */
  readonly answers?: Readonly<Record<string, RoleAnswer | undefined>>
  /** The format says itself which columns are places: no other is, though a country of birth has their codes. */
  readonly placesDeclared?: boolean
  /** Distinct values of columns by name, where they are known without a query. */
  readonly values?: ReadonlyMap<string, readonly CountedValue[]>
}

/** Beyond this many rows only columns of few values are looked at. */
const MANY_ROWS = 2_000_000
const FEW_VALUES = 2_000
const MAX_VALUES = 20_000
/** A column of this share of different values is a key or free text. */
const KEY_SHARE = 0.9
const ONE_ROW_EACH = 400
const MIN_QUERIES = 10
/** Sums over groups are looked for in tables a person could look through. */
const MANY_COLUMNS = 200
const QUERIES_BY_COLUMNS = 40_000

/**
 * Judges the roles of a data set's columns by all their values, once its view stands: which code list, which coding,
 * which totals, what is mixed. Every column keeps its place; problems name the first line they are met on.
 */
export async function explainRoles(
  database: Database,
  name: string,
  columns: readonly Column[],
  rows: number,
  options: ExplainOptions,
  work: WorkOptions,
): Promise<Explained> {
  const view: TableName = { schema: 'main', name }
  const lists = [...(options.lists ?? []), ...builtInCodeLists]
  const explained: Column[] = []
  const found: { readonly column: Column; readonly findings: readonly RoleFinding[] }[] = []
  const judgedColumns = worthAQuery(columns, rows, options)
  for (const column of columns) {
    const values = judgedColumns.has(column)
      ? (options.values?.get(column.name) ?? (await distinctValues(database, view, column, work)))
      : null
    if (values === null) {
      explained.push(withoutJudgement(column, options))
      continue
    }
    const labels = await labelsOf(database, view, columns, column, values, work)
    const judged = judgeWith(column, values, labels, lists, options)
    const next = withJudgement(column, judged, options.said.has(column.name))
    explained.push(next)
    if (next.role === judged.role) found.push({ column: next, findings: judged.findings })
  }
  const places = withoutPlaceNames(explained)
  const summed = await withTotals(database, view, places, rows, work)
  const repeats = columns.length > MANY_COLUMNS ? [] : await findRepeats(database, view, summed, rows, work)
  return {
    columns: summed,
    problems: [
      ...(await findingProblems(database, view, found, work)),
      ...totalProblems(summed),
      ...(await repeatProblems(database, view, repeats, work)),
    ],
  }
}

/** The judgement of a column's values with what was said of it, and of the whole table. */
export function judgeWith(
  column: Column,
  values: readonly CountedValue[],
  labels: ReadonlyMap<string, string> | null,
  lists: readonly CodeList[],
  { said, answers, placesDeclared }: ExplainOptions,
): Judgement {
  const answer = answers?.[column.name]
  const known = { said: said.has(column.name), ...(answer === undefined ? {} : { answer }) }
  const judged = judgeColumn({ ...column, values, labels, ...known }, lists)
  if (judged.role !== 'territory' || placesDeclared !== true || known.said || answer?.codeList !== undefined)
    return judged
  const findings = judged.findings.filter(({ code }) => code === 'column.mixed-levels')
  return { ...judged, role: 'category', findings }
}

/** Whether the format itself says of a column that it holds places. */
export const declaresPlaces = ({ columns, view }: Pick<SourceTable, 'columns' | 'view'>): boolean =>
  columns.some(({ declared }) => declared?.role === 'territory') ||
  view?.some(({ role }) => role === 'territory') === true

/** A column nobody looks into: only what the whole table says of it. */
export const withoutJudgement = (column: Column, { said, placesDeclared }: ExplainOptions): Column =>
  column.role === 'territory' && placesDeclared === true && !said.has(column.name)
    ? { ...column, role: 'category' }
    : column

/** Every query binds all columns of the view, so a wide table gets fewer of them: those that matter first. */
function worthAQuery(columns: readonly Column[], rows: number, options: ExplainOptions): ReadonlySet<Column> {
  const most = Math.max(MIN_QUERIES, Math.floor(QUERIES_BY_COLUMNS / columns.length))
  const judged = columns.filter((column) => isJudged(column, rows, options))
  const isNamed = ({ name, role }: Column) =>
    role === 'territory' || role === 'sex' || role === 'age' || role === 'period' || isAnswered(name, options)
  return new Set([...judged.filter(isNamed), ...judged.filter((column) => !isNamed(column))].slice(0, most))
}

const isAnswered = (name: string, { answers }: ExplainOptions): boolean =>
  answers?.[name]?.codeList !== undefined || answers?.[name]?.coding !== undefined

export function isJudged(column: Column, rows: number, options: ExplainOptions): boolean {
  const { name, role, type, distinct, derived } = column
  if (options.personal?.has(name) === true || derived !== undefined || distinct === 0) return false
  if (isAnswered(name, options)) return true
  if (type === 'number' || type === 'boolean' || type === 'date' || type === 'timestamp') return false
  if (role === 'status' || distinct > (rows > MANY_ROWS ? FEW_VALUES : MAX_VALUES)) return false
  // Whole numbers that differ from row to row may be codes in a table without a header; anything else is a figure.
  const keyed = distinct >= rows * KEY_SHARE && rows >= 10 && rows <= MAX_VALUES
  if (role === 'measure') return type === 'integer' && (keyed || hasWord(name, 'sex'))
  // A table with one row for each age or place has as many texts as rows.
  if (role === 'text') return distinct < rows * KEY_SHARE || distinct <= ONE_ROW_EACH
  return true
}

/** Words beside the digits of a column of sex. */
async function labelsOf(
  database: Database,
  view: TableName,
  columns: readonly Column[],
  column: Column,
  values: readonly CountedValue[],
  work: WorkOptions,
): Promise<ReadonlyMap<string, string> | null> {
  if (!needsLabels(column, values)) return null
  for (const other of columns) {
    if (other.name === column.name || other.type !== 'text' || other.distinct !== values.length) continue
    const partners = await partnerOf(database, view, column.name, other.name, work)
    if (partners !== null && areWords(partners)) return partners
  }
  return null
}

export const needsLabels = ({ name }: Pick<Column, 'name'>, values: readonly CountedValue[]): boolean =>
  values.length <= 8 && values.every(({ value }) => /^0?\d$/.test(value.trim())) && hasWord(name, 'sex')

export const areWords = (labels: ReadonlyMap<string, string>): boolean =>
  [...labels.values()].some((label) => /\p{L}{3}/u.test(label))

export function withJudgement(column: Column, judged: Judgement, said: boolean): Column {
  if (said && judged.role !== column.role) return column
  return {
    ...column,
    role: judged.role,
    ...(judged.evidence === null ? {} : { evidence: judged.evidence }),
    ...(judged.totals.length === 0 ? {} : { totals: [...judged.totals] }),
  }
}

/** A column of place names beside a column of codes is a label, not a key. */
export function withoutPlaceNames(columns: readonly Column[]): readonly Column[] {
  const coded = columns.some(({ role, evidence }) => role === 'territory' && evidence?.codeList !== undefined)
  return columns.map((column) => {
    const { role, evidence, type } = column
    const nameless = role === 'territory' && evidence?.codeList === undefined && type === 'text'
    if (!coded || !nameless) return column
    const { evidence: _dropped, ...rest } = column
    return { ...rest, role: 'category' as const }
  })
}

async function withTotals(
  database: Database,
  view: TableName,
  columns: readonly Column[],
  rows: number,
  work: WorkOptions,
): Promise<readonly Column[]> {
  const done: Column[] = []
  if (columns.length > MANY_COLUMNS) return columns
  for (const column of columns) {
    const breaks = column.role === 'sex' || column.role === 'age' || column.role === 'category'
    const totals = breaks
      ? await findTotals(database, view, columns, column, column.totals ?? [], rows, work)
      : (column.totals ?? [])
    done.push(totals.length === 0 ? column : { ...column, totals: [...totals] })
  }
  return done
}

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function firstLine(
  database: Database,
  view: TableName,
  column: string,
  values: readonly string[],
  work: WorkOptions,
): Promise<number | null> {
  if (values.length === 0) return null
  const raw: TableName = { schema: 'raw', name: view.name }
  const known = await database.rows(
    `select 1 as found from information_schema.columns where table_schema = 'raw' and table_name = $table and column_name = $column`,
    { table: view.name, column },
    work,
  )
  if (known.length === 0) return null
  const list = values.slice(0, 200).map(sqlText).join(', ')
  const [row] = await database.rows(
    `select min(_line) as line from ${quoteTable(raw)} where trim(${quoteName(column)}) in (${list})`,
    {},
    work,
  )
  return row?.['line'] == null ? null : Number(row['line'])
}

async function findingProblems(
  database: Database,
  view: TableName,
  found: readonly { readonly column: Column; readonly findings: readonly RoleFinding[] }[],
  work: WorkOptions,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const { column, findings } of found)
    for (const { code, count, subject, values } of findings) {
      const line = await firstLine(database, view, column.name, values, work)
      problems.push(problem(code, count, line, column.name, subject))
    }
  return problems
}

export const totalProblems = (columns: readonly Column[]): readonly Problem[] =>
  columns.flatMap(({ name, totals }) => {
    if (totals === undefined || totals.length === 0) return []
    const count = totals.reduce((sum, { rows }) => sum + rows, 0)
    const subject = totals.map(({ value }) => (value === '' ? '""' : value)).join(', ')
    return [problem('column.has-total', count, null, name, subject)]
  })

async function repeatProblems(
  database: Database,
  view: TableName,
  columns: readonly Column[],
  work: WorkOptions,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const column of columns) {
    const values = (await distinctValues(database, view, column, work)) ?? []
    const subject = values.map(({ value }) => value).join(', ')
    problems.push(problem('table.repeated-by', values.length, null, column.name, subject))
  }
  return problems
}
