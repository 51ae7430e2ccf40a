import type { Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { Contents, Format, Place } from '../formats/format'
import { problem } from '../problem'
import type { SourceTable } from '../tables/source-table'
import { openSqlite, type SqliteDatabase } from './database'
import { geoPackageTables, isGeoPackage } from './geopackage'
import { countRows, readSchema } from './schema'
import { sqliteTable } from './table'

const MAGIC = 'SQLite format 3\0'
/** Counting rows means reading every page; of larger files nothing is counted for a list of tables. */
const COUNTED_BYTES = 64 * 1024 ** 2

const isSqlite = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, MAGIC.length)).toString('latin1') === MAGIC

/** SQLite: every table and view; read by pages, whatever its size. */
export const sqliteFormat: Format = {
  id: 'sqlite',
  recognise: async ({ head }, { format }) => format === 'sqlite' || (format === undefined && isSqlite(head)),
  open: (place, _options, job) =>
    opened(
      place,
      'SQLite',
      async (database) => {
        const tables: SourceTable[] = []
        const large = place.source.bytes > COUNTED_BYTES
        for (const table of await readSchema(database, job.signal)) {
          if (table.columns.length === 0) continue
          const counted = !large && table.kind === 'table'
          const records = counted ? await countRows(database, table.name, job.signal) : null
          const byDefault = table.kind === 'table'
          tables.push(sqliteTable(database, table, { format: 'sqlite', byDefault, records, costly: large }))
        }
        return tables
      },
      job,
    ),
}

/** GeoPackage (OGC 12-128r18): a SQLite whose contents are layers and tables of attributes. */
export const geopackageFormat: Format = {
  id: 'geopackage',
  recognise: async ({ head, source }, { format }) =>
    format === 'geopackage' || (format === undefined && isSqlite(head) && isGeoPackage(head, source.file)),
  open: (place, options, job) =>
    opened(
      place,
      'GeoPackage',
      (database) =>
        geoPackageTables(database, place.source, options, job, place.source.bytes > COUNTED_BYTES),
      job,
    ),
}

async function opened(
  place: Place,
  format: string,
  list: (database: SqliteDatabase) => Promise<readonly SourceTable[]>,
  { signal }: JobContext,
): Promise<Contents> {
  signal.throwIfAborted()
  const database = await openSqlite(place.source, format)
  try {
    return {
      tables: await list(database),
      encoding: 'utf-8',
      encodingConfidence: 'certain',
      tablesAreNamed: true,
      ...(await sidecars(place)),
      close: () => database.close(),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A log beside the file holds changes that are not in it yet: it was copied while a program had it open. */
async function sidecars({ source, neighbours, neighbour }: Place) {
  const problems: Problem[] = []
  const alsoRead: string[] = []
  const names = await neighbours()
  for (const ending of ['-wal', '-journal', '-shm']) {
    const name = source.file + ending
    if (!names.includes(name)) continue
    alsoRead.push(name)
    const log = ending === '-shm' ? null : await neighbour(name)
    if (log !== null && log.bytes > 0)
      problems.push(problem('database.unsaved-log', 1, null, undefined, name))
  }
  return { problems, alsoRead }
}
