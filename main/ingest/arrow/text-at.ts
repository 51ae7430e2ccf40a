import type { TextColumn } from './text-columns'

/** Whether the row has no text, which is not an empty one. */
export const isAbsent = ({ nulls }: Pick<TextColumn, 'nulls'>, row: number): boolean =>
  nulls !== undefined && ((nulls.bitmap[row >> 3] ?? 0) & (1 << (row & 7))) === 0

/** The text of one row of a column; null where it is absent. */
export function textAt(column: TextColumn, row: number): string | null {
  if (isAbsent(column, row)) return null
  const { offsets, data } = column
  const from = offsets[row] ?? 0
  const bytes = data.subarray(from, offsets[row + 1] ?? from)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
