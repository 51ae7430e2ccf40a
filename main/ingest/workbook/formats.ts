import type { ImportOptions } from '../../../analyses/model/data-set'
import { FaultError, fault } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { Contents, Format, Place } from '../formats/format'
import type { ByteSource } from '../source/byte-source'
import { workbookContents } from './contents'
import { openOds } from './ods/open-ods'
import { openPackage } from './package'
import type { WorkbookFormat } from './sheet-table'
import type { Workbook } from './workbook'
import { isCompoundFile } from './xls/compound-file'
import { openXls } from './xls/open-xls'
import { openXlsx } from './xlsx/open-xlsx'

/** Share of the work that reading the cells takes; finding the tables is the rest. */
const READING = 0.9

type Reader = (place: Place, job: JobContext, progress: (share: number) => void) => Promise<Workbook>

/** XLSX, XLSM and templates of them; the binary XLSB is recognised, too, and refused by its name. */
export const xlsxFormat: Format = {
  id: 'xlsx',
  recognise: (place) => recognisePackage(place, 'xlsx'),
  open: openWith('xlsx', ({ source }, job, progress) => openXlsx(source, job, progress)),
}

/** OpenDocument spreadsheets, packed or as one XML file. */
export const odsFormat: Format = {
  id: 'ods',
  recognise: async (place) => isFlat(place.head) || (await recognisePackage(place, 'ods')),
  open: openWith('ods', ({ source, head }, job, progress) => openOds(source, isFlat(head), job, progress)),
}

/** XLS of Excel 5 to 2003, and whatever else comes in a compound file: an encrypted XLSX, a document. */
export const xlsFormat: Format = {
  id: 'xls',
  recognise: async ({ head }) => isCompoundFile(head) || isBareBiff(head),
  open: openWith('xls', ({ source }, job, progress) => openXls(source, job, progress)),
}

function openWith(format: WorkbookFormat, read: Reader): Format['open'] {
  return async (place: Place, options: ImportOptions, job, progress): Promise<Contents> => {
    try {
      const workbook = await read(place, job, (share) => progress(share * READING))
      return await workbookContents(place.source, format, workbook, options, job)
    } catch (error) {
      throw asWorkbookFault(error, place.source)
    }
  }
}

/** A workbook is an archive inside; nobody who has one knows, so its faults are those of a workbook. */
function asWorkbookFault(error: unknown, { file, path }: ByteSource): unknown {
  if (!(error instanceof FaultError)) return error
  const { code, values } = error.fault
  if (code === 'import.archive-encrypted')
    return new FaultError(fault('import.workbook-protected', { file }, path))
  if (code !== 'import.archive-damaged' && code !== 'import.archive-method') return error
  const detail = String(values['detail'] ?? 'zip')
  return new FaultError(fault('import.workbook-damaged', { file, detail }, path))
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
