import { readFile } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CancelSignal } from '../../../analyses/methods/core/signal'
import { FaultError, fault } from '../../../analyses/model/fault'
import { floatText, hexText } from '../columnar/cell-texts'
import type { ByteSource } from '../source/byte-source'
import { FILE_NAME, PageFile } from './page-file'

/** Operations of SQLite between two looks at the clock, some milliseconds of work. */
const OPERATIONS_A_TURN = 20_000

export type SqliteValue = string | number | bigint | Uint8Array | null

/** A database open for reading. Statements run one after the other. */
export interface SqliteDatabase {
  /** Rows of values in the order of the columns. Faults: `import.damaged`, `import.table-unreadable`. */
  rows(sql: string, signal: CancelSignal, table?: string): AsyncGenerator<readonly SqliteValue[]>
  close(): Promise<void>
}

export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`

export function valueText(value: SqliteValue): string | null {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number') return floatText(value)
  return typeof value === 'bigint' ? String(value) : hexText(value)
}

/** Opens a SQLite file by pages; nothing of it is written and nothing fetched. Faults: `import.damaged`. */
export async function openSqlite(source: ByteSource, format: string): Promise<SqliteDatabase> {
  const { sqlite, code, module } = await loadSqlite()
  const file = new PageFile('workbench', module, source)
  sqlite.vfs_register(file, true)
  let signalNow: CancelSignal | null = null
  const asFault = (error: unknown, table?: string): unknown => {
    if (file.failure !== null) return file.failure
    if (error instanceof FaultError || !(error instanceof Error) || error.name === 'AbortError') return error
    const resultCode = 'code' in error ? Number(error.code) & 0xff : 0
    const detail = error.message.slice(0, 200)
    const { file: name, path } = source
    const unreadable = table !== undefined && resultCode === code.SQLITE_ERROR
    const found = unreadable
      ? fault('import.table-unreadable', { file: name, table, detail }, path)
      : fault('import.damaged', { file: name, format, detail }, path)
    return new FaultError(found, { cause: error })
  }
  const open = async () => {
    const database = await sqlite.open_v2(FILE_NAME, code.SQLITE_OPEN_READONLY, 'workbench')
    // A view may compute for hours: others get their turn, and a cancel is heard.
    const pause = async () => {
      await nextTurn()
      return signalNow?.aborted === true ? 1 : 0
    }
    sqlite.progress_handler(database, OPERATIONS_A_TURN, pause, null)
    await sqlite.exec(database, 'pragma temp_store = memory; pragma cache_size = -16384')
    return database
  }
  const database = await open().catch((error: unknown) => {
    throw asFault(error)
  })

  async function* rows(sql: string, signal: CancelSignal, table?: string) {
    signalNow = signal
    try {
      for await (const statement of sqlite.statements(database, sql)) {
        const width = sqlite.column_count(statement)
        while ((await sqlite.step(statement)) === code.SQLITE_ROW) {
          signal.throwIfAborted()
          yield Array.from({ length: width }, (_, i) => columnValue(statement, i))
        }
      }
    } catch (error) {
      signal.throwIfAborted()
      throw asFault(error, table)
    }
  }

  function columnValue(statement: number, column: number): SqliteValue {
    switch (sqlite.column_type(statement, column)) {
      case code.SQLITE_INTEGER:
        return sqlite.column_int64(statement, column)
      case code.SQLITE_FLOAT:
        return sqlite.column_double(statement, column)
      case code.SQLITE_TEXT:
        return sqlite.column_text(statement, column)
      case code.SQLITE_BLOB:
        // Its memory is SQLite's and lives until the next step.
        return sqlite.column_blob(statement, column).slice()
      default:
        return null
    }
  }

  const close = async () => {
    await sqlite.close(database)
  }
  return { rows, close }
}

/** A build of SQLite whose file system may take its time: pages come from where the bytes are. */
async function loadSqlite() {
  const [{ default: make }, { default: wasmPath }, sqliteApi, code] = await Promise.all([
    import('@journeyapps/wa-sqlite/dist/wa-sqlite-async.mjs'),
    import('@journeyapps/wa-sqlite/dist/wa-sqlite-async.wasm?asset'),
    import('@journeyapps/wa-sqlite'),
    import('@journeyapps/wa-sqlite/src/sqlite-constants.js'),
  ])
  const module: unknown = await make({ wasmBinary: await readFile(wasmPath), printErr: () => {} })
  return { module, code, sqlite: sqliteApi.Factory(module) }
}
