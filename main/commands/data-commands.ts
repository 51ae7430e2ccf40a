import type { DataSet, ImportOptions, ImportReceipt, SourcePreview } from '../../analyses/model/data-set'
import type { JobContext } from '../../analyses/model/job'
import type { Table } from '../../analyses/model/table'
import { inspectFile } from '../ingest'
import { importSource, listDataSets } from '../workspace/data-sets'
import { queryArrowFile, queryTable } from '../workspace/query'
import type { Session } from './session'

/** What is in a file, and how it would load. Writes nothing. */
export const inspectSource = (
  path: string,
  options: ImportOptions,
  job: JobContext,
): Promise<SourcePreview> => inspectFile(path, options, job)

export interface ImportOrder {
  readonly path: string
  readonly options: ImportOptions
  /** The data are fictional and every report must say so. */
  readonly synthetic?: boolean
}

/** Loads a file into the session's project, whole or not at all. */
export const importInto = (session: Session, order: ImportOrder, job: JobContext): Promise<ImportReceipt> =>
  importSource(session.project, order.path, order.options, job, {
    key: (project) => session.environment.keys.key(project),
    synthetic: order.synthetic ?? false,
  })

export const dataSetsOf = (session: Session): Promise<readonly DataSet[]> =>
  listDataSets(session.project.database)

/** One read-only SELECT over the session's project. */
export const query = (session: Session, sql: string, job: JobContext): Promise<Table> =>
  queryTable(session.project.database, sql, job)

/** The same as an Arrow IPC file. */
export const queryArrow = (session: Session, sql: string, job: JobContext): Promise<Uint8Array> =>
  queryArrowFile(session.project.database, sql, job)
