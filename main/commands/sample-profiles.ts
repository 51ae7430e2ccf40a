import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { BatchReceipt } from '../../preload/contract/methods'
import { namedTerritories } from '../workspace/territory-names'
import { runBatch } from './report-batch'
import { templateReport } from './report-commands'
import type { Session } from './session'

/** Enough to see what a batch is; the whole region is one command. */
const shown = 6
const dataSet = 'municipalities'
const column = 'kod_obce'

/** Profiles of the first municipalities of the sample region, each a page of its own. */
export async function sampleProfiles(
  session: Session,
  { folder, locale }: { readonly folder: string; readonly locale: Locale },
  job: JobContext,
): Promise<BatchReceipt> {
  const composition = await templateReport(session, { template: 'municipality-profile', runs: [], locale })
  const territories = await namedTerritories(session.project.database, dataSet, column)
  const codes = territories.slice(0, shown).map(({ code }) => code)
  const order = { composition, dataSet, column, territories: codes, formats: ['html' as const] }
  return runBatch(session, { ...order, folder, locale }, job)
}
