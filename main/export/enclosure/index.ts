import { strFromU8, unzipSync } from 'fflate'
import { type Published, publishedSchema } from '../../../analyses/model/published'
import { readHtmlEnclosure } from './html-enclosure'
import { readOfficeEnclosure } from './office-enclosure'
import { readPdfEnclosure } from './pdf-enclosure'

export { compareFiles, type TextDifference } from './compare-files'
export { encloseInHtml } from './html-enclosure'
export { encloseInOffice } from './office-enclosure'
export { encloseInPdf } from './pdf-enclosure'

/** Where the package of open data keeps it. */
export const packagePart = 'published.json'

/**
 * What a report's file says it was made of; null when the file holds nothing of the kind. HTML, PDF, Word, workbook,
 * package of open data and the JSON itself are told apart by their content, whatever the file is called.
 */
export async function readEnclosure(bytes: Uint8Array): Promise<Published | null> {
  const parsed = publishedSchema.safeParse(await enclosed(bytes))
  return parsed.success ? parsed.data : null
}

async function enclosed(bytes: Uint8Array): Promise<unknown> {
  const start = strFromU8(bytes.subarray(0, 5), true)
  try {
    if (start.startsWith('%PDF-')) return await readPdfEnclosure(bytes)
    if (start.startsWith('PK')) {
      const own = unzipSync(bytes, { filter: ({ name }) => name === packagePart })[packagePart]
      return own === undefined ? readOfficeEnclosure(bytes) : JSON.parse(strFromU8(own))
    }
    const text = strFromU8(bytes)
    return /^\s*\{/.test(text) ? JSON.parse(text) : readHtmlEnclosure(text)
  } catch {
    // A damaged file holds nothing that could be relied on.
    return undefined
  }
}
