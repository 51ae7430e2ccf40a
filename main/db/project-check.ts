import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { type Database, quoteName, type WorkOptions } from '../../analyses/model/database'
import { FaultError, fault, refuse } from '../../analyses/model/fault'
import { headerProblem, parseHeader, readableStorage, readHeaderBytes } from './file-header'

/**
 * Two records tell sound from damaged.
 * Beside the file, `<file>.check`: how the file looked when we last closed it. Equal = nothing to check.
 * Inside it, `workbench.check_record`: the tables and their row counts, written in the same transaction
 * as each write job, with the number of the commit it belongs to. When the file is at that very commit,
 * nobody else has written since and the counts must be met; otherwise (DuckDB command line) they may not.
 */
const sidecarSchema = z.object({
  format: z.literal(1),
  size: z.number(),
  modified: z.number(),
  header: z.string(),
  tables: z.record(z.string(), z.number()),
})
type Sidecar = z.infer<typeof sidecarSchema>

const sidecarPath = (path: string): string => `${path}.check`

/** What a file looks like from outside; changes with every commit. */
export function fileLooks(path: string): Pick<Sidecar, 'size' | 'modified' | 'header'> {
  const { size, mtimeMs } = statSync(path)
  const header = createHash('sha256').update(readHeaderBytes(path)).digest('hex')
  return { size, modified: mtimeMs, header }
}

export function readSidecar(path: string): Sidecar | null {
  try {
    return sidecarSchema.parse(JSON.parse(readFileSync(sidecarPath(path), 'utf8')))
  } catch {
    return null
  }
}

/** Only ever advice for the next opening, so its own loss costs a full check and nothing else. */
export function writeSidecar(path: string, tables: Readonly<Record<string, number>>): void {
  const sidecar: Sidecar = { format: 1, ...fileLooks(path), tables: { ...tables } }
  const aside = `${sidecarPath(path)}.${process.pid}`
  writeFileSync(aside, JSON.stringify(sidecar))
  renameSync(aside, sidecarPath(path))
}

export const dropSidecar = (path: string): void => rmSync(sidecarPath(path), { force: true })

export function unchangedSince(path: string, sidecar: Sidecar | null): boolean {
  if (sidecar === null) return false
  const looks = fileLooks(path)
  return looks.size === sidecar.size && looks.modified === sidecar.modified && looks.header === sidecar.header
}

/** Refuses from the first bytes alone what no engine need be started for. Writes nothing. */
export function refuseByHeader(path: string): void {
  const file = basename(path)
  const bytes = readable(path)
  if (bytes.length === 0) refuse('project.empty', { file }, path)
  const problem = headerProblem(bytes)
  if (problem === 'foreign') refuse('project.not-a-project', { file }, path)
  if (problem !== null) refuse('project.damaged', { file, reason: problem }, path)
  const version = parseHeader(bytes)?.storageVersion ?? 0n
  if (version > readableStorage.newest) {
    const values = { file, format: String(version), known: String(readableStorage.newest) }
    refuse('project.newer-storage', values, path)
  }
  if (version < readableStorage.oldest)
    refuse('project.unreadable', { file, detail: `storage version ${version}` }, path)
}

function readable(path: string): Uint8Array {
  try {
    return readHeaderBytes(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return refuse('project.unreadable', { file: basename(path), detail: code }, path)
  }
}

/**
 * Reads every table whole, so that DuckDB checks every block it holds, and compares with the records.
 * `database` is open for reading. Returns whether the file is at the commit of our own last write.
 */
export async function checkWhole(
  path: string,
  database: Database,
  sidecar: Sidecar | null,
  options: WorkOptions,
): Promise<{ readonly ours: boolean }> {
  try {
    const counts = await readEveryTable(database, options)
    const known = await recordedCounts(database, counts)
    const ours = known !== null && known.commit === parseHeader(readHeaderBytes(path))?.iteration
    if (ours && !sameCounts(known.tables, counts))
      refuse('project.damaged', { file: basename(path), reason: 'counts' }, path)
    refuseTablesGone(path, sidecar, counts)
    return { ours }
  } catch (error) {
    throw asDamage(path, error)
  }
}

/** While reading a file that was valid a moment ago, engine errors mean that the file is not. */
export function asDamage(path: string, error: unknown): unknown {
  const suspicious = ['engine.corrupt', 'engine.sql', 'engine.thread-died', 'engine.access-denied']
  if (!(error instanceof FaultError) || !suspicious.includes(error.fault.code)) return error
  const values = { file: basename(path), reason: 'data' }
  return new FaultError(fault('project.damaged', values, path), { cause: error })
}

type Counts = ReadonlyMap<string, number>

const tablesOfProject = `SELECT schema_name AS s, table_name AS t FROM duckdb_tables()
  WHERE database_name = current_database() AND NOT internal AND NOT temporary ORDER BY ALL`

async function readEveryTable(database: Database, { signal, report }: WorkOptions): Promise<Counts> {
  const tables = await database.rows(tablesOfProject)
  const counts = new Map<string, number>()
  for (const { s, t } of tables) {
    report?.(counts.size / tables.length)
    const name = `${quoteName(String(s))}.${quoteName(String(t))}`
    // Hashing whole rows makes DuckDB load every column; a name no column has keeps it the row.
    const sql = `SELECT count(*) AS n, bit_xor(hash("whole row")) AS x FROM ${name} AS "whole row"`
    const [row] = await database.rows(sql, {}, signal === undefined ? {} : { signal })
    if (name !== recordName) counts.set(name, Number(row?.['n']))
  }
  return counts
}

const recordName = '"workbench"."check_record"'

async function recordedCounts(database: Database, counts: Counts) {
  const [there] = await database.rows(
    `SELECT count(*) AS n FROM duckdb_tables() WHERE schema_name = 'workbench' AND table_name = 'check_record'`,
  )
  if (there?.['n'] !== 1 || counts.size === 0) return null
  const rows = await database.rows(`SELECT table_name, row_count, commit_number FROM ${recordName}`)
  const commit = rows[0]?.['commit_number']
  if (commit === undefined) return null
  const tables = new Map(rows.map((row) => [String(row['table_name']), Number(row['row_count'])]))
  return { tables, commit: BigInt(String(commit)) }
}

const sameCounts = (one: Counts, other: Counts): boolean =>
  one.size === other.size && [...one].every(([name, count]) => other.get(name) === count)

/** A file made anew under our feet is valid, and empty. Tables dropped elsewhere on purpose are fine. */
function refuseTablesGone(path: string, sidecar: Sidecar | null, counts: Counts): void {
  const ours = Object.keys(sidecar?.tables ?? {}).filter((name) => name.startsWith('"workbench".'))
  const gone = ours.filter((name) => !counts.has(name))
  if (gone.length === 0 || gone.length < ours.length) return
  const names = Object.keys(sidecar?.tables ?? {}).filter((name) => !counts.has(name))
  const tables = names.slice(0, 5).join(', ').replaceAll('"', '')
  refuse('project.tables-gone', { file: basename(path), tables }, path)
}

/** Row counts of every table of the project; cheap, DuckDB keeps them. */
export async function countTables(database: Database): Promise<Counts> {
  const tables = await database.rows(tablesOfProject)
  const names = tables
    .map(({ s, t }) => `${quoteName(String(s))}.${quoteName(String(t))}`)
    .filter((name) => name !== recordName)
  if (names.length === 0) return new Map()
  const counted = await database.rows(
    names.map((name, index) => `SELECT ${index} AS i, count(*) AS n FROM ${name}`).join(' UNION ALL '),
  )
  return new Map(counted.map(({ i, n }) => [names[Number(i)] ?? '', Number(n)]))
}

/** Writes the inventory inside the transaction of a write job; its commit will be the next one. */
export async function writeCheckRecord(path: string, transaction: Database): Promise<void> {
  const counts = await countTables(transaction)
  const commit = (parseHeader(readHeaderBytes(path))?.iteration ?? 0n) + 1n
  await transaction.execute('CREATE SCHEMA IF NOT EXISTS workbench')
  await transaction.execute(
    `CREATE OR REPLACE TABLE ${recordName} (table_name VARCHAR, row_count BIGINT, commit_number BIGINT)`,
  )
  const entries = [...counts]
  if (entries.length === 0) return
  const parameters: Record<string, string | number | bigint> = { commit }
  for (const [index, [name, count]] of entries.entries()) {
    parameters[`t${index}`] = name
    parameters[`n${index}`] = count
  }
  const values = entries.map((_, index) => `($t${index}, $n${index}, $commit)`).join(', ')
  await transaction.execute(`INSERT INTO ${recordName} VALUES ${values}`, parameters)
}
