import { DuckDBInstance } from '@duckdb/node-api'

/** Runs statements in native DuckDB, an engine that shares no code of ours; texts of the last one's rows. */
export async function nativeDuckDb(
  statements: readonly string[],
  path = ':memory:',
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(path, { threads: '1' })
  try {
    const connection = await instance.connect()
    let rows: readonly Readonly<Record<string, unknown>>[] = []
    for (const sql of statements) {
      const reader = await connection.runAndReadAll(sql)
      rows = reader.getRowObjectsJS()
    }
    connection.closeSync()
    return rows
  } finally {
    instance.closeSync()
  }
}
