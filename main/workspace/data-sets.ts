import {
  type DataSet,
  dataSetReceiptSchema,
  type ImportOptions,
  type ImportReceipt,
  receiptSchema,
} from '../../analyses/model/data-set'
import { type Database, quoteTable } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Recipe } from '../../analyses/model/recipe'
import { loadFile } from '../ingest'
import { auditPersonalData } from './audit'
import { projectCodeLists } from './code-lists'
import type { Project } from './project'
import { projectIdentity } from './properties'

/** The project's data sets, oldest first. */
export async function listDataSets(database: Database): Promise<DataSet[]> {
  const rows = await database.rows(
    'select name, imported_at, synthetic, row_count, receipt, source from workbench.data_set order by position',
  )
  return rows.map((row) => ({
    name: String(row['name']),
    rows: Number(row['row_count']),
    importedAt: String(row['imported_at']),
    synthetic: row['synthetic'] === true,
    receipt: dataSetReceiptSchema.parse(JSON.parse(String(row['receipt']))),
    source: receiptSchema.shape.source.parse(JSON.parse(String(row['source']))),
  }))
}

export async function findDataSet(database: Database, name: string): Promise<DataSet> {
  const found = (await listDataSets(database)).find((dataSet) => dataSet.name === name)
  return found ?? refuse('project.no-data-set', { name })
}

/** What an import needs from outside the project. */
export interface ImportServices {
  /** The key of a project's pseudonyms, by the project's identity; absent where none can be asked for. */
  readonly key?: (project: string) => Promise<Uint8Array>
  /** The data are fictional and every report must say so. */
  readonly synthetic?: boolean
  /** How the last edition of the file was loaded. */
  readonly recipe?: Recipe | null
}

/** Where nobody can ask for pseudonyms. */
const noKeys = () => Promise.reject(new Error('no keys were provided'))

/** Loads a file as data sets of the project; a failure or a cancel leaves the project as it was. */
export function importSource(
  project: Project,
  path: string,
  options: ImportOptions,
  job: JobContext,
  { key = noKeys, synthetic = false, recipe = null }: ImportServices = {},
): Promise<ImportReceipt> {
  return project.write(
    async (transaction) => {
      const now = new Date().toISOString()
      const services = {
        pseudonymKey: async () => key(await projectIdentity(transaction)),
        year: new Date().getFullYear(),
        remove: (name: string) => dropDataSet(transaction, name),
        codeLists: await projectCodeLists(transaction),
      }
      const receipt = await loadFile(transaction, path, options, job, services, recipe)
      for (const dataSet of receipt.dataSets) {
        await register(transaction, receipt, dataSet, { synthetic, now })
        await auditPersonalData(transaction, receipt, dataSet)
      }
      return receipt
    },
    { signal: job.signal },
  )
}

async function register(
  database: Database,
  { source }: ImportReceipt,
  dataSet: ImportReceipt['dataSets'][number],
  { synthetic, now }: { readonly synthetic: boolean; readonly now: string },
): Promise<void> {
  await database.execute(
    `insert into workbench.data_set
     select $name, coalesce((select max(position) from workbench.data_set), 0) + 1, $now, $synthetic, $rows, $receipt, $source`,
    {
      name: dataSet.name,
      now,
      synthetic,
      rows: dataSet.observations ?? dataSet.rows.loaded,
      receipt: JSON.stringify(dataSet),
      source: JSON.stringify(source),
    },
  )
}

/** Takes a data set out of the project with everything that was made on import. Runs keep their own numbers. */
export async function removeDataSet(project: Project, name: string): Promise<void> {
  await findDataSet(project.database, name)
  await project.write((transaction) => dropDataSet(transaction, name))
}

async function dropDataSet(transaction: Database, name: string): Promise<void> {
  await transaction.execute(`drop view if exists ${quoteTable({ schema: 'main', name })}`)
  await transaction.execute(`drop table if exists ${quoteTable({ schema: 'raw', name })}`)
  await transaction.execute(`drop table if exists ${quoteTable({ schema: 'rejects', name })}`)
  await transaction.execute('delete from workbench.data_set where name = $name', { name })
}
