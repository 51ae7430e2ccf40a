import type { CancelSignal } from '../../../../analyses/methods/core/signal'
import { refuse } from '../../../../analyses/model/fault'
import type { ByteSource } from '../../source/byte-source'
import { workbookLimits } from '../limits'

/** A compound file (OLE): a small file system in one file. */
export interface CompoundFile {
  /** Names of the streams at its top. */
  readonly names: readonly string[]
  /** A stream whole; null when there is none of that name. Names are compared without case. */
  stream(name: string): Buffer | null
}

/** The file whole. XLS stays far below the bound by its own design. Faults: `import.workbook-too-large`. */
export async function readWhole(source: ByteSource, signal: CancelSignal, read: (bytes: number) => void) {
  const { file, path } = source
  if (source.bytes > workbookLimits.xlsBytes)
    refuse('import.workbook-too-large', { file, sheet: '', row: 0 }, path)
  const whole = Buffer.allocUnsafeSlow(source.bytes)
  let at = 0
  for await (const chunk of source.chunks(signal)) {
    at += chunk.copy(whole, at)
    read(at)
  }
  return whole.subarray(0, at)
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
export const isCompoundFile = (head: Uint8Array): boolean => MAGIC.every((byte, i) => head[i] === byte)

/** Sector numbers from here on are marks, not places. */
const LAST_SECTOR = 0xfffffff9
const NONE = 0xffffffff
const ENTRY = 128

interface Entry {
  readonly name: string
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** Reads [MS-CFB]. Throws `RangeError` or `DamagedError` where the file breaks its own rules; loops end. */
export function readCompoundFile(file: Buffer): CompoundFile {
  const shift = file.readUInt16LE(30)
  const miniShift = file.readUInt16LE(32)
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new DamagedError('sector size')
  const sector = (number: number) => file.subarray((number + 1) << shift, (number + 2) << shift)
  const table = readTable(file, sector, shift)
  const chain = (start: number) => joinChain(start, table, sector)
  const entries = readEntries(chain(file.readUInt32LE(48)))
  const root = entries[0]
  if (root === undefined) throw new DamagedError('no directory')
  const cutoff = file.readUInt32LE(56)
  const miniTable = toNumbers(chain(file.readUInt32LE(60)))
  const mini = chain(root.start)
  const miniSector = (number: number) => mini.subarray(number << miniShift, (number + 1) << miniShift)
  const top = childrenOf(entries, root.child).filter(({ kind }) => kind === 2)
  return {
    names: top.map(({ name }) => name),
    stream(name) {
      const entry = top.find((each) => each.name.toLowerCase() === name.toLowerCase())
      if (entry === undefined) return null
      const { start, size } = entry
      const bytes = size < cutoff ? joinChain(start, miniTable, miniSector) : chain(start)
      if (bytes.length < size) throw new DamagedError(`${name}: ${bytes.length} of ${size} bytes`)
      return bytes.subarray(0, size)
    },
  }
}

export class DamagedError extends Error {}

/** The table of sectors: after each sector the next one of its stream. */
function readTable(file: Buffer, sector: (number: number) => Buffer, shift: number): Uint32Array {
  const most = Math.ceil(file.length / (1 << shift))
  const places = toNumbers(file.subarray(76, 512))
  const listed = [...places]
  const perSector = (1 << shift) / 4
  let next = file.readUInt32LE(68)
  for (let read = 0; next <= LAST_SECTOR && read <= most; read++) {
    const numbers = toNumbers(sector(next))
    if (numbers.length < perSector) throw new DamagedError('sector list')
    listed.push(...numbers.subarray(0, perSector - 1))
    next = numbers[perSector - 1] ?? NONE
  }
  const used = listed.filter((number) => number < most).slice(0, most)
  const table = new Uint32Array(used.length * perSector).fill(NONE)
  used.forEach((number, i) => {
    table.set(toNumbers(sector(number)), i * perSector)
  })
  return table
}

function joinChain(start: number, table: Uint32Array, sector: (number: number) => Buffer): Buffer {
  const parts: Buffer[] = []
  for (let next = start; next <= LAST_SECTOR; next = table[next] ?? NONE) {
    const part = sector(next)
    if (part.length === 0) break
    // A chain longer than its table goes in a circle.
    if (parts.length > table.length) throw new DamagedError('sectors in a circle')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Whole 32-bit numbers of the bytes; what is left over at the end is no number. */
function toNumbers(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length >> 2)
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes.readUInt32LE(i * 4)
  return numbers
}

function readEntries(directory: Buffer): readonly Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, i) => {
    const entry = directory.subarray(i * ENTRY, (i + 1) * ENTRY)
    const nameBytes = Math.min(64, Math.max(2, entry.readUInt16LE(64))) - 2
    return {
      name: entry.toString('utf16le', 0, nameBytes),
      kind: entry[66] ?? 0,
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }
  })
}

/** The entries of one folder; embedded objects have folders, and workbooks, of their own. */
function childrenOf(entries: readonly Entry[], first: number): readonly Entry[] {
  const found: Entry[] = []
  const waiting = [first]
  const seen = new Set<number>()
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const entry = entries[number]
    if (entry === undefined || seen.has(number)) continue
    seen.add(number)
    found.push(entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}
