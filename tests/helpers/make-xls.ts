/** A record of BIFF: its type and bytes. */
export const record = (type: number, ...parts: readonly Buffer[]): Buffer => {
  const data = Buffer.concat(parts)
  return Buffer.concat([u16(type), u16(data.length), data])
}

export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, i) => {
    bytes.writeUInt16LE(value & 0xffff, i * 2)
  })
  return bytes
}

export function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => {
    bytes.writeUInt32LE(value >>> 0, i * 4)
  })
  return bytes
}

export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

/** A text of BIFF8, two bytes a letter, with its length in two bytes. */
export const wideText = (text: string): Buffer =>
  Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')])

export interface MadeXlsSheet {
  readonly name: string
  /** 0 visible, 1 hidden, 2 very hidden. */
  readonly state?: number
  /** The records between the first and the last of the sheet. */
  readonly records: readonly Buffer[]
}

const END = record(0x0a)

/** The stream of a BIFF8 workbook: `globals` stand before the list of sheets. */
export function biff8Stream(sheets: readonly MadeXlsSheet[], globals: readonly Buffer[] = []): Buffer {
  const begin = (kind: number) => record(0x809, u16(0x600, kind, 0, 0), u32(0, 0))
  const entry = ({ name, state = 0 }: MadeXlsSheet, at: number) => {
    const letters = Buffer.from(name, 'utf16le')
    return record(0x85, u32(at), Buffer.from([state, 0, name.length, 1]), letters)
  }
  const before = Buffer.concat([begin(0x05), ...globals])
  const entries = sheets.reduce((sum, sheet) => sum + entry(sheet, 0).length, 0)
  const bodies = sheets.map(({ records }) => Buffer.concat([begin(0x10), ...records, END]))
  let at = before.length + entries + END.length
  const list = sheets.map((sheet, i) => {
    const made = entry(sheet, at)
    at += bodies[i]?.length ?? 0
    return made
  })
  return Buffer.concat([before, ...list, END, ...bodies])
}

const SECTOR = 512
const FREE = 0xffffffff
const LAST = 0xfffffffe

/** A compound file with one stream at its top ([MS-CFB]); streams of less than 4,096 bytes are filled up with zeros. */
export function makeCompoundFile(name: string, content: Buffer): Buffer {
  const stream = Buffer.alloc(Math.max(4096, Math.ceil(content.length / SECTOR) * SECTOR))
  content.copy(stream)
  const count = stream.length / SECTOR
  const tableSectors = Math.ceil((count + 2) / (SECTOR / 4)) + 1
  const table = Buffer.alloc(tableSectors * SECTOR, 0xff)
  const set = (sector: number, next: number) => table.writeUInt32LE(next >>> 0, sector * 4)
  for (let i = 0; i < tableSectors; i++) set(i, 0xfffffffd)
  const directory = tableSectors
  set(directory, LAST)
  for (let i = 0; i < count; i++) set(directory + 1 + i, i === count - 1 ? LAST : directory + 2 + i)
  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24)
  u32(tableSectors, directory, 0, 4096, LAST, 0, LAST, 0).copy(header, 44)
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i < tableSectors ? i : FREE, 76 + i * 4)
  const entries = Buffer.concat([
    directoryEntry('Root Entry', 5, 1, LAST, 0),
    directoryEntry(name, 2, FREE, directory + 1, stream.length),
  ])
  return Buffer.concat([header, table, entries, Buffer.alloc(SECTOR - entries.length), stream])
}

function directoryEntry(name: string, kind: number, child: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE(name.length * 2 + 2, 64)
  entry[66] = kind
  u32(FREE, FREE, child).copy(entry, 68)
  u32(start, size).copy(entry, 116)
  return entry
}
