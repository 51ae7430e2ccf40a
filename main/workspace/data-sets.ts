import type { ImportOptions, ImportReceipt } from '../../analyses/model/data-set'
import type { JobContext } from '../../analyses/model/job'
import type { Recipe } from '../../analyses/model/recipe'
import { loadFile } from '../ingest'
import { auditPersonalData } from './audit'
import { projectCodeLists } from './code-lists'
import { remakeFrom } from './convert-data-set'
import { dropDataSet, findDataSet, madeFrom, refuseOrigin, registerDataSet } from './data-set-store'
import type { Project } from './project'
import { projectIdentity } from './properties'

export { findDataSet, listDataSets } from './data-set-store'

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
        await registerDataSet(transaction, receipt.source, dataSet, { synthetic, now })
        await auditPersonalData(transaction, receipt, dataSet)
      }
      for (const { name } of receipt.dataSets) await remakeFrom(transaction, name, job)
      return receipt
    },
    { signal: job.signal },
  )
}

/**
 * Takes a data set out of the project with everything that was made on import. Runs keep their own numbers. What was
 * made from it goes too when asked for, else the removal is refused with `data.others-made-from`.
 */
export async function removeDataSet(
  project: Project,
  name: string,
  { withMade = false }: { readonly withMade?: boolean } = {},
): Promise<void> {
  await findDataSet(project.database, name)
  await project.write(async (transaction) => {
    if (!withMade) await refuseOrigin(transaction, name)
    for (const made of [...(await madeFrom(transaction, name))].reverse())
      await dropDataSet(transaction, made.name)
    await dropDataSet(transaction, name)
  })
}
