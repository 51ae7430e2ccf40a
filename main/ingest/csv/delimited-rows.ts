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
export function delimitedRows(names: readonly string[], marks: Marks): DelimitedRows {
  const byteUse = names.map(() => new Uint8Array(256))
  return {
    names,
    byteUse,
    make(window: Window, selection: Selection) {
      const { rows, count } = selection
      const columns: TextColumn[] = names.map((_, column) => {
        const copied = copyColumn(window.bytes, window.scanner, marks, rows, count, column)
        noteBytes(copied.data, byteUse[column])
        return copied
      })
      return { batch: { rows: count, columns, lines: linesOf(window, selection) }, rejects: [] }
    },
  }
}

function noteBytes(data: Uint8Array, seen: ByteUse | undefined): void {
  if (seen === undefined) return
  for (let i = 0; i < data.length; i++) seen[data[i] as number] = 1
}

export function linesOf({ scanner }: Window, { rows, count }: Selection): BigInt64Array {
  const lines = new BigInt64Array(count)
  for (let r = 0; r < count; r++) lines[r] = BigInt(scanner.lines[rows[r] as number] as number)
  return lines
}
