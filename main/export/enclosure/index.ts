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

export type ReportKind = 'html' | 'docx' | 'xlsx' | 'pdf' | 'csvw' | 'json'

export interface Enclosure {
  readonly kind: ReportKind
  readonly published: Published
}

/**
 * What a report's file says it was made of; null when the file holds nothing of the kind. Formats are told apart by
 * their content, whatever the file is called.
 */
export async function readEnclosure(bytes: Uint8Array): Promise<Enclosure | null> {
  try {
    const { kind, value } = await enclosed(bytes)
    const parsed = publishedSchema.safeParse(value)
    return parsed.success ? { kind, published: parsed.data } : null
  } catch {
    // A damaged file holds nothing that could be relied on.
    return null
  }
}

async function enclosed(bytes: Uint8Array): Promise<{ readonly kind: ReportKind; readonly value: unknown }> {
  const start = strFromU8(bytes.subarray(0, 5), true)
  if (start.startsWith('%PDF-')) return { kind: 'pdf', value: await readPdfEnclosure(bytes) }
  if (start.startsWith('PK')) {
    const names = new Set<string>()
    const own = unzipSync(bytes, {
      filter: ({ name }) => {
        names.add(name)
        return name === packagePart
      },
    })[packagePart]
    if (own !== undefined) return { kind: 'csvw', value: JSON.parse(strFromU8(own)) }
    return { kind: names.has('word/document.xml') ? 'docx' : 'xlsx', value: readOfficeEnclosure(bytes) }
  }
  const text = strFromU8(bytes)
  return /^\s*\{/.test(text)
    ? { kind: 'json', value: JSON.parse(text) }
    : { kind: 'html', value: readHtmlEnclosure(text) }
}
