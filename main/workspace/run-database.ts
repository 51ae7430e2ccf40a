import { type Database, quoteTable } from '../../analyses/model/database'
import type { RunDatabase } from '../../analyses/runner'
import { readOnlySelect } from '../db/guard-select'
import { tableIpc } from './arrow-table'

let runs = 0

/** Rows of a method's result that go to the engine at once. */
const partRows = 40_000

/**
 * What a run sees of the project: it may read, and keep tables of its own in memory. The names carry the run's
 * number, so that two runs at a time cannot meet.
 */
export function runDatabase(database: Database): RunDatabase {
  runs += 1
  const prefix = `run${runs}_`
  const kept = new Set<string>()
  const table = (name: string) => ({ schema: 'scratch', name: `${prefix}${name}` }) as const
  return {
    async tablesRead(sql) {
      readOnlySelect(sql)
      return database.tablesRead(sql)
    },
    select: (sql, parameters, options) => database.table(sql, parameters, options),
    async materialise(name, sql, parameters, options) {
      kept.add(name)
      await database.execute(
        `create or replace table ${quoteTable(table(name))} as ${sql}`,
        parameters,
        options,
      )
    },
    async put(name, content, options) {
      kept.add(name)
      await database.execute(`drop table if exists ${quoteTable(table(name))}`, {}, options)
      // In parts, so that a cancel or another request need not wait for all of a large table.
      for (let from = 0; from === 0 || from < content.rows.length; from += partRows) {
        const rows = content.rows.slice(from, from + partRows)
        const part = tableIpc({ columns: content.columns, rows })
        await database.insertArrow(table(name), part, { ...options, create: from === 0 })
      }
    },
    relation: (name) => quoteTable(table(name)),
    async drop() {
      for (const name of kept) await database.execute(`drop table if exists ${quoteTable(table(name))}`)
      kept.clear()
    },
  }
}
