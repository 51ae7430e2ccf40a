/** Record types of BIFF5 and BIFF8 that hold what we read ([MS-XLS] 2.3). */
export const biff = {
  formula: 0x06,
  eof: 0x0a,
  date1904: 0x22,
  filePass: 0x2f,
  continues: 0x3c,
  codePage: 0x42,
  boundSheet: 0x85,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  mergeCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  rk: 0x27e,
  format: 0x41e,
  bof: 0x809,
} as const

export interface BiffRecord {
  readonly type: number
  readonly data: Buffer
  /** Where the next record begins. */
  readonly next: number
}

/** The record at a place of the stream; null where no whole one is left. */
export function recordAt(stream: Buffer, at: number): BiffRecord | null {
  if (at < 0 || at + 4 > stream.length) return null
  const next = at + 4 + stream.readUInt16LE(at + 2)
  return next > stream.length
    ? null
    : { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, next), next }
}

/** A record's bytes with those of the CONTINUE records behind it, as parts. */
export function withContinuation(stream: Buffer, first: BiffRecord) {
  const parts = [first.data]
  let record: BiffRecord | null = first
  let { next } = first
  for (record = recordAt(stream, next); record?.type === biff.continues; record = recordAt(stream, next)) {
    parts.push(record.data)
    next = record.next
  }
  return { parts, next }
}

/** RK: a number in 30 bits, an integer or the top of a double, perhaps times 100 ([MS-XLS] 2.5.217). */
export function rkNumber(rk: number): number {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE((rk & ~3) >>> 0, 4)
  const value = (rk & 2) === 0 ? bytes.readDoubleLE(0) : rk >> 2
  return (rk & 1) === 0 ? value : value / 100
}

const errors = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

export const errorText = (code: number): string => errors.get(code) ?? `#ERR${code}`
