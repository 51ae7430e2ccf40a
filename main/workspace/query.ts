import type { Database } from '../../analyses/model/database'
import type { JobContext } from '../../analyses/model/job'
import type { Table } from '../../analyses/model/table'
import { readOnlySelect } from '../db/guard-select'

/** One read-only SELECT over the project, as rows. Anything else is a fault before it reaches the engine. */
export const queryTable = (database: Database, sql: string, { signal }: JobContext): Promise<Table> =>
  database.table(readOnlySelect(sql), {}, { signal })

/** The same as Arrow IPC streams of some ten thousand rows, for results too large to hold. */
export const queryStream = (
  database: Database,
  sql: string,
  { signal }: JobContext,
): AsyncIterable<Uint8Array> => database.stream(readOnlySelect(sql), {}, { signal })
