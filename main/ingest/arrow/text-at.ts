import type { TextColumn } from './text-columns'

/** The text of one row of a column; null where it is absent. */
export function textAt({ offsets, data, nulls }: TextColumn, row: number): string | null {
  if (nulls !== undefined && ((nulls.bitmap[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return null
  const from = offsets[row] ?? 0
  const bytes = data.subarray(from, offsets[row + 1] ?? from)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
