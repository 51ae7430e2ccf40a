import type { Breath } from '../breath'
import type { Epoch } from '../date-text'
import { formatByNumber, type NumberFormat } from '../number-format'
import type { Visibility, WorkbookStore } from '../workbook'
import { byteText, codePageName, SharedTextReader, unicodeText } from './biff-text'
import { DamagedError } from './compound-file'
import { type BiffRecord, biff, recordAt, withContinuation } from './records'

export interface SheetEntry {
  readonly name: string
  readonly visibility: Visibility
  /** Where its records begin. */
  readonly at: number
}

/** What the sheets of an XLS workbook share. */
export interface Globals {
  /** BIFF8 has Unicode texts; BIFF5 has bytes in a code page. */
  readonly unicode: boolean
  readonly codePage: string
  readonly epoch: Epoch
  readonly formats: readonly NumberFormat[]
  readonly sheets: readonly SheetEntry[]
  readonly protected: boolean
}

/** Reads the first part of the stream: sheets, formats and shared texts. Throws `DamagedError`. */
export async function readGlobals(stream: Buffer, store: WorkbookStore, breath: Breath): Promise<Globals> {
  const version = stream.length < 8 ? 0 : stream.readUInt16LE(4)
  const unicode = version === 0x600
  const codes = new Map<number, string>()
  const formatNumbers: number[] = []
  const boundSheets: Buffer[] = []
  let codePage = unicode ? 'utf16le' : 'windows-1252'
  let epoch: Epoch = 1900
  let locked = false
  let record: BiffRecord | null = recordAt(stream, 0)
  for (; record !== null && record.type !== biff.eof && !locked; ) {
    const { type, data } = record
    let { next } = record
    if (type === biff.filePass) locked = true
    else if (type === biff.codePage && !unicode) codePage = codePageName(data.readUInt16LE(0))
    else if (type === biff.date1904 && data.readUInt16LE(0) === 1) epoch = 1904
    else if (type === biff.xf) formatNumbers.push(data.readUInt16LE(2))
    else if (type === biff.format)
      codes.set(data.readUInt16LE(0), unicode ? unicodeText(data, 2, 2) : byteText(data, 2, 1, codePage))
    else if (type === biff.boundSheet) boundSheets.push(data)
    else if (type === biff.sst) next = await readShared(stream, record, store, breath)
    record = recordAt(stream, next)
  }
  if (record === null) throw new DamagedError('workbook without end')
  return {
    unicode,
    codePage,
    epoch,
    formats: formatNumbers.map((number) => formatByNumber(number, codes)),
    sheets: boundSheets.flatMap((data) => sheetEntry(data, unicode, codePage)),
    protected: locked,
  }
}

async function readShared(stream: Buffer, first: BiffRecord, store: WorkbookStore, breath: Breath) {
  const { parts, next } = withContinuation(stream, first)
  const reader = new SharedTextReader(parts)
  for (let text = reader.next(); text !== null; text = reader.next()) {
    store.addShared(text)
    if (store.shared.count % 1000 === 0) await breath.take()
  }
  return next
}

/** Worksheets only: charts, macro sheets and modules have no cells of data. */
function sheetEntry(data: Buffer, unicode: boolean, codePage: string): readonly SheetEntry[] {
  const WORKSHEET = 0
  if (data.length < 8 || data[5] !== WORKSHEET) return []
  const name = unicode ? unicodeText(data, 6, 1) : byteText(data, 6, 1, codePage)
  const state = (data[4] ?? 0) & 3
  const visibility = state === 0 ? 'visible' : state === 1 ? 'hidden' : 'very-hidden'
  return [{ name, visibility, at: data.readUInt32LE(0) }]
}
