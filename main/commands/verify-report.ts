import type { JobContext } from '../../analyses/model/job'
import { compareFiles, documentContent, type Enclosure, type TextDifference } from '../export'
import { documentOf } from './report-documents'
import type { Session } from './session'

/**
 * What the file says and its own record does not: the report is drawn again from the record it holds, and the two are
 * compared. Null: a PDF is the work of the printer that made it and is not drawn again.
 */
export async function compareWithOwnRecord(
  session: Session,
  file: Uint8Array,
  { kind, published }: Enclosure,
  path: string,
  job: JobContext,
): Promise<readonly TextDifference[] | null> {
  if (kind === 'pdf') return null
  const { composition, disclosure, locale } = published
  const runs = await Promise.all(
    Object.entries(published.runs).map(async ([key, record]) => ({
      key,
      record,
      pack: await session.packs.find(record.pack.id),
    })),
  )
  const { fontFolder } = session.environment
  const document = documentOf({ runs, composition, disclosure }, { locale, format: kind })
  const order = {
    document,
    runs,
    composition,
    disclosure,
    format: kind,
    path,
    fontFolder,
    printer: null,
    job,
  }
  return compareFiles(file, await documentContent(order))
}
