import { tableFromIPC, tableToIPC } from 'apache-arrow'
import type { Database } from '../../analyses/model/database'
import type { JobContext } from '../../analyses/model/job'
import type { Table } from '../../analyses/model/table'
import { readOnlySelect } from '../db/guard-select'

/** One read-only SELECT over the project, as rows. Anything else is a fault before it reaches the engine. */
export const queryTable = (database: Database, sql: string, { signal }: JobContext): Promise<Table> =>
  database.table(readOnlySelect(sql), {}, { signal })

/** The same as an Arrow IPC file, with DuckDB's own types. */
export async function queryArrowFile(
  database: Database,
  sql: string,
  { signal }: JobContext,
): Promise<Uint8Array> {
  return tableToIPC(tableFromIPC(await database.arrow(readOnlySelect(sql), {}, { signal })), 'file')
}
