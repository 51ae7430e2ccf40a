import { quoteName, type SqlParameters } from '../model/database'
import { FaultError, fault, refuse } from '../model/fault'
import type { RunDatabase } from './run-database'

export interface PackSql {
  readonly file: string
  readonly sql: string
  readonly from: readonly string[]
  readonly uses: readonly string[]
}

/**
 * What a SELECT of a pack must not call: functions that read tables or settings by a name inside a text, and those
 * whose answer changes from run to run. Files are out of reach by the engine's own switch.
 */
const forbidden =
  /\b(query|query_table|duckdb_\w+|pragma_\w+|current_setting|getenv|getvariable|random|setseed|uuid\w*|gen_random_uuid|now|today|transaction_timestamp|get_current_\w+|txid_current|nextval|currval|json_execute_serialized_sql)"?(?:\s|--[^\n]*\n)*\(/i
const clock = /\bcurrent_(date|time|timestamp)\b|\blocaltime(stamp)?\b|\btablesample\b|\busing\s+sample\b/i

/** Faults `sql.*`, `pack.sql-forbidden`, `pack.sql-reads-foreign`. */
export async function checkSql(step: PackSql, database: RunDatabase): Promise<void> {
  const found = forbidden.exec(step.sql) ?? clock.exec(step.sql)
  if (found !== null || step.sql.includes('/*'))
    refuse('pack.sql-forbidden', { file: step.file, found: found?.[0] ?? '/*' }, step.file)
  const allowed = new Set(step.from)
  const foreign = (await database.tablesRead(withoutParameters(step.sql))).find(
    (table) => !allowed.has(table),
  )
  if (foreign !== undefined) refuse('pack.sql-reads-foreign', { file: step.file, table: foreign }, step.file)
}

/** The one a person writes out of habit, whatever comments follow it. */
const lastSemicolon = /;((?:\s|--[^\n]*(?:\n|$))*)$/

/** The SQL of a pack with its inputs in front: nothing else in the project has a name it could say. */
export function composeSql(step: PackSql, database: RunDatabase): string {
  const inputs = step.from.map((name) => `${quoteName(name)} as (select * from ${database.relation(name)})`)
  return `with ${inputs.join(', ')}\nselect * from (\n${step.sql.replace(lastSemicolon, '$1')}\n)`
}

/** Says which file of the pack the engine could not run; a cancel and everything else pass as they are. */
export async function namingFile<T>(step: PackSql, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.code !== 'engine.sql') throw error
    const detail = String(error.fault.values['detail'] ?? '')
    throw new FaultError(fault('pack.sql-failed', { file: step.file, detail }, step.file), { cause: error })
  }
}

/** Of the values a step may use, those its SQL names. */
export function namedIn(step: PackSql, values: SqlParameters): SqlParameters {
  return Object.fromEntries(
    step.uses
      .filter((name) => new RegExp(`\\$${name}\\b`).test(withoutComments(step.sql)))
      .map((name) => [name, values[name] ?? null]),
  )
}

/** Tables are named without values: the engine lists them for complete statements only. */
const withoutParameters = (sql: string): string => sql.replace(/\$[a-z]\w*\b(?!\$)/gi, 'null')

const withoutComments = (sql: string): string => sql.replace(/--[^\n]*/g, '')
