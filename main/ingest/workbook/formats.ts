import type { ImportOptions } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { Format, Place } from '../formats/format'
import { workbookContents } from './contents'
import { openOds } from './ods/open-ods'
import { openPackage } from './package'
import { isCompoundFile } from './xls/compound-file'
import { openXls } from './xls/open-xls'
import { openXlsx } from './xlsx/open-xlsx'

/** Share of the work that reading the cells takes; finding the tables is the rest. */
const READING = 0.9

/** XLSX, XLSM and templates of them; the binary XLSB is recognised, too, and refused by its name. */
export const xlsxFormat: Format = {
  id: 'xlsx',
  recognise: (place) => recognisePackage(place, 'xlsx'),
  async open({ source }, options, job, progress) {
    const workbook = await openXlsx(source, job, (share) => progress(share * READING))
    return workbookContents(source, 'xlsx', workbook, options, job)
  },
}

/** OpenDocument spreadsheets, packed or as one XML file. */
export const odsFormat: Format = {
  id: 'ods',
  recognise: async (place) => isFlat(place.head) || (await recognisePackage(place, 'ods')),
  async open({ source, head }, options, job, progress) {
    const workbook = await openOds(source, isFlat(head), job, (share) => progress(share * READING))
    return workbookContents(source, 'ods', workbook, options, job)
  },
}

/** XLS of Excel 5 to 2003, and whatever else comes in a compound file: an encrypted XLSX, a document. */
export const xlsFormat: Format = {
  id: 'xls',
  recognise: async ({ head }) => isCompoundFile(head) || isBareBiff(head),
  async open({ source }, options: ImportOptions, job: JobContext, progress) {
    const workbook = await openXls(source, job, (share) => progress(share * READING))
    return workbookContents(source, 'xls', workbook, options, job)
  },
}

const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && (head[3] === 4 || head[3] === 6)

/**
 * A zip is a workbook by the parts it has. One whose directory cannot be read is what its name says, so that it is
 * called a damaged workbook and not an archive.
 */
async function recognisePackage({ source, head }: Place, wanted: 'xlsx' | 'ods'): Promise<boolean> {
  if (!isZip(head)) return false
  const byName = wanted === 'xlsx' ? /\.xl[st][xmb]$/i : /\.o[dt]s$/i
  try {
    const parts = await openPackage(source)
    const isOds = parts.has('content.xml') && (parts.has('META-INF/manifest.xml') || parts.has('mimetype'))
    if (wanted === 'ods') return isOds && isSpreadsheet(head, source.file)
    const sheets = parts.names().some((name) => /(?:^|[\\/])workbook\.(?:xml|bin)$/i.test(name))
    return sheets && parts.has('[Content_Types].xml')
  } catch {
    return byName.test(source.file)
  }
}

/** The type of a package stands uncompressed in its first member; text and drawings have the same parts. */
function isSpreadsheet(head: Uint8Array, file: string): boolean {
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1')
  const type = /application\/vnd\.oasis\.opendocument\.([a-z-]+)/.exec(start)?.[1]
  return type === undefined ? /\.o[dt]s$/i.test(file) : type.startsWith('spreadsheet')
}

/** BIFF without a compound file about it: Excel 2 to 5 wrote such. */
const isBareBiff = (head: Uint8Array): boolean =>
  head[0] === 0x09 &&
  [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1) &&
  (head[2] ?? 0) >= 4 &&
  (head[2] ?? 0) <= 16 &&
  head[3] === 0

function isFlat(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 2_000)).toString('latin1')
  return /<(?:\w+:)?document[\s>]/.test(start) && /opendocument\.spreadsheet/.test(start)
}
