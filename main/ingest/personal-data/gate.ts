import type { Problem } from '../../../analyses/model/data-set'
import type { Database, TableName, WorkOptions } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import type { PersonalData, PersonalDecision, PersonalRecord } from '../../../analyses/model/personal-data'
import type { NamedColumn } from '../columns'
import { problem } from '../problem'
import type { SourceFacts } from '../shelf'
import type { ColumnTexts } from '../tables/column-texts'
import type { SourceTable } from '../tables/source-table'
import { personalInSample, personalInTable } from './find-in-table'
import { makePseudonym } from './pseudonym'
import { treatTable } from './treat-table'

/** What the gate needs from outside: the key of the project's pseudonyms, and the year ages are counted to. */
export interface PersonalServices {
  pseudonymKey(): Promise<Uint8Array>
  readonly year: number
}

/** A table that may be loaded, and how it came to that. */
export interface AdmittedTable {
  readonly table: SourceTable
  readonly columns: readonly NamedColumn[]
  readonly records: readonly PersonalRecord[]
}

const SAMPLE_ROWS = 1000

/** Columns of the first rows that seem to identify persons. */
export async function findPersonalData(
  table: SourceTable,
  columns: readonly NamedColumn[],
): Promise<readonly PersonalData[]> {
  if (table.view !== undefined) return []
  const hints = personalInSample(columns, await table.sample(SAMPLE_ROWS))
  return hints.flatMap(({ few, ...found }) => (few ? [] : [found]))
}

/**
 * Lets a table pass with what was decided for each of its columns. Refuses with `import.personal-data` when a column
 * seems to identify persons and nothing was decided (no value is named), with `import.nothing-left` when no column
 * stays.
 */
export async function admitTable(
  source: SourceFacts,
  table: SourceTable,
  columns: readonly NamedColumn[],
  services: PersonalServices,
): Promise<AdmittedTable> {
  const found = await findPersonalData(table, columns)
  refuseUndecided(source, found, columns)
  const decisions = new Map<number, PersonalDecision>()
  const records: PersonalRecord[] = []
  for (const [i, { name, wanted }] of columns.entries()) {
    if (wanted.personal === undefined) continue
    decisions.set(i, wanted.personal)
    const kind = found.find(({ column }) => column === name)?.kind ?? null
    records.push({ column: name, kind, ...wanted.personal })
  }
  const needsKey = [...decisions.values()].some(({ action }) => action === 'pseudonymise')
  const pseudonym = makePseudonym(needsKey ? await services.pseudonymKey() : new Uint8Array(0))
  const hideWords = records.some(hasNoForm)
  const treated = treatTable(table, columns, decisions, pseudonym, services.year, hideWords)
  if (treated.columns.length === 0) refuse('import.nothing-left', { file: source.file }, source.path)
  return {
    table: treated.table,
    columns: treated.columns,
    records: records.map((record) => {
      const made = treated.made.get(record.column)
      return made === undefined ? record : { ...record, made: [...made] }
    }),
  }
}

/** Left out or replaced, and not known by its form: a name, an address, whatever a person took for personal. */
const hasNoForm = ({ action, kind }: PersonalRecord): boolean =>
  (action === 'drop' || action === 'pseudonymise') && (kind === null || kind === 'name-and-birth-date')

/**
 * The same check on every row that was read, for what the first rows did not show. Returns what is worth a word: single
 * addresses in a column that holds something else.
 */
export async function refuseLatePersonalData(
  database: Database,
  raw: TableName,
  source: SourceFacts,
  { table, columns }: AdmittedTable,
  seen: readonly ColumnTexts[],
  work: WorkOptions,
): Promise<readonly Problem[]> {
  if (table.view !== undefined) return []
  const decided = new Set(
    columns.filter(({ wanted }) => wanted.personal !== undefined).map(({ name }) => name),
  )
  const found = await personalInTable(database, raw, columns, table.byteUse ?? null, seen, work)
  const open = found.filter(({ column }) => !decided.has(column))
  refuseUndecided(
    source,
    open.filter(({ few }) => !few),
    columns,
  )
  return open.map(({ column, count }) => problem('personal.few-emails', count, null, column))
}

function refuseUndecided(
  { file, path }: SourceFacts,
  found: readonly PersonalData[],
  columns: readonly NamedColumn[],
): void {
  const decided = new Set(
    columns.flatMap(({ name, wanted }) => (wanted.personal === undefined ? [] : [name])),
  )
  const open = found.filter(({ column }) => !decided.has(column))
  const [first] = open
  if (first === undefined) return
  const kind = first.kind.replaceAll('-', '_')
  const names = open.map(({ column }) => column).join(', ')
  refuse(
    'import.personal-data',
    { file, column: first.column, kind, columns: names, count: open.length },
    path,
  )
}
