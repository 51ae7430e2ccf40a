import type { TextColumn } from '../arrow/text-columns'
import type { BatchMaker } from '../csv/read-body'
import type { Reject } from '../csv/rejects'
import { makeReject, type Selection } from '../csv/select-records'
import type { Window } from '../csv/windows'
import { isEurostatCell } from './cells'
import type { EurostatHeader } from './header'

const COMMA = 0x2c
const SPACE = 0x20

/** Name of the raw column that keeps the cell as read: value and flags together. */
export const CELL_COLUMN = 'cell'

/** Names of the raw columns. */
export const longNames = ({ dimensions }: EurostatHeader): readonly string[] => [
  ...dimensions,
  'time_period',
  CELL_COLUMN,
]

/** Every cell of a series becomes a row: its dimensions, its period, and the cell as read. */
export function longRows(header: EurostatHeader): BatchMaker {
  const periods = header.periods.map((period) => new TextEncoder().encode(period))
  return {
    make(window: Window, selection: Selection) {
      const rejects: Reject[] = []
      const good: number[] = []
      for (let r = 0; r < selection.count; r++) {
        const record = selection.rows[r] as number
        const reason = reasonToReject(window, record, header)
        if (reason === null) good.push(record)
        else rejects.push(makeReject(window, record, reason))
      }
      return { batch: makeBatch(window, good, header.dimensions.length, periods), rejects }
    },
  }
}

function reasonToReject({ bytes, scanner }: Window, record: number, header: EurostatHeader) {
  const first = scanner.firstField[record] as number
  const next = scanner.firstField[record + 1] as number
  let commas = 0
  for (let i = scanner.starts[first] as number; i < (scanner.ends[first] as number); i++) {
    if (bytes[i] === COMMA) commas++
  }
  if (commas !== header.dimensions.length - 1) return 'not-eurostat-key' as const
  for (let field = first + 1; field < next; field++) {
    if (!isEurostatCell(bytes, scanner.starts[field] as number, scanner.ends[field] as number)) {
      return 'not-eurostat-cell' as const
    }
  }
  return null
}

function makeBatch(
  window: Window,
  records: readonly number[],
  dimensions: number,
  periods: readonly Uint8Array[],
) {
  const rows = records.length * periods.length
  const columns = [
    ...Array.from({ length: dimensions }, (_, i) => keyColumn(window, records, i, periods.length)),
    periodColumn(records.length, periods),
    cellColumn(window, records, periods.length),
  ]
  const lines = new BigInt64Array(rows)
  records.forEach((record, r) => {
    lines.fill(BigInt(window.scanner.lines[record] as number), r * periods.length, (r + 1) * periods.length)
  })
  return { rows, columns, lines }
}

/** Part `index` of the packed key, once per period. */
function keyColumn(
  { bytes, scanner }: Window,
  records: readonly number[],
  index: number,
  times: number,
): TextColumn {
  const parts = records.map((record) => {
    const field = scanner.firstField[record] as number
    return keyPart(bytes, scanner.starts[field] as number, scanner.ends[field] as number, index)
  })
  const data = new Uint8Array(parts.reduce((sum, part) => sum + part.length * times, 0))
  const offsets = new Int32Array(parts.length * times + 1)
  let at = 0
  let row = 0
  for (const part of parts) {
    for (let i = 0; i < times; i++) {
      data.set(part, at)
      at += part.length
      offsets[++row] = at
    }
  }
  return { offsets, data }
}

function keyPart(bytes: Uint8Array, from: number, to: number, index: number): Uint8Array {
  let start = from
  for (let skipped = 0; skipped < index; start++) if (bytes[start] === COMMA) skipped++
  let end = start
  while (end < to && bytes[end] !== COMMA) end++
  while (start < end && bytes[start] === SPACE) start++
  while (end > start && bytes[end - 1] === SPACE) end--
  return bytes.subarray(start, end)
}

function periodColumn(records: number, periods: readonly Uint8Array[]): TextColumn {
  const once = Buffer.concat(periods)
  const data = new Uint8Array(once.length * records)
  const offsets = new Int32Array(records * periods.length + 1)
  let at = 0
  let row = 0
  for (let r = 0; r < records; r++) {
    data.set(once, at)
    for (const period of periods) {
      at += period.length
      offsets[++row] = at
    }
  }
  return { offsets, data }
}

function cellColumn({ bytes, scanner }: Window, records: readonly number[], periods: number): TextColumn {
  const offsets = new Int32Array(records.length * periods + 1)
  let bound = 0
  for (const record of records) {
    bound += (scanner.recordEnds[record] as number) - (scanner.recordStarts[record] as number)
  }
  const data = new Uint8Array(bound)
  let at = 0
  let row = 0
  for (const record of records) {
    const first = (scanner.firstField[record] as number) + 1
    for (let field = first; field < first + periods; field++) {
      const end = scanner.ends[field] as number
      for (let i = scanner.starts[field] as number; i < end; i++) data[at++] = bytes[i] as number
      offsets[++row] = at
    }
  }
  return { offsets, data: data.subarray(0, at) }
}
