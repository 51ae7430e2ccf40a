import type { TextColumn } from '../arrow/text-columns'
import { copyColumn } from './copy-columns'
import type { BatchMaker } from './read-body'
import type { Marks } from './scanner'
import type { Selection } from './select-records'
import type { Window } from './windows'

/** Which byte values occur in a column: decides whether a plain cast can be trusted without a look at every cell. */
export type ByteUse = Uint8Array

export interface DelimitedRows extends BatchMaker {
  /** One 256-entry table per column, filled while batches are made. */
  readonly byteUse: readonly ByteUse[]
}

/** Records as they stand become rows: one text column per field kept. */
export function delimitedRows(width: number, marks: Marks): DelimitedRows {
  const byteUse = Array.from({ length: width }, () => new Uint8Array(256))
  return {
    byteUse,
    make(window: Window, selection: Selection) {
      const first = firstFields(window, selection)
      const columns: TextColumn[] = byteUse.map((seen, column) =>
        copyColumn(window.bytes, window.scanner, marks, first, column, seen),
      )
      return { batch: { rows: selection.count, columns, lines: linesOf(window, selection) }, rejects: [] }
    },
  }
}

function firstFields({ scanner }: Window, { rows, count, moved }: Selection): Int32Array {
  const first = new Int32Array(count)
  for (let r = 0; r < count; r++) first[r] = scanner.firstField[rows[r] as number] as number
  if (moved.size === 0) return first
  for (let r = 0; r < count; r++) first[r] = moved.get(rows[r] as number) ?? (first[r] as number)
  return first
}

export function linesOf({ scanner }: Window, { rows, count }: Selection): BigInt64Array {
  const lines = new BigInt64Array(count)
  for (let r = 0; r < count; r++) lines[r] = BigInt(scanner.lines[rows[r] as number] as number)
  return lines
}
