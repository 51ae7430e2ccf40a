import type { TextColumn } from '../arrow/text-columns'
import type { Marks, Scanner } from './scanner'

/** Below this length a loop is faster than the call of a native copy. */
const SHORT_FIELD = 24

/**
 * Field `column` of the given records as one Arrow text column. Bytes go straight from the window to the column;
 * no string is made. `first` holds the number of each record's first field. Byte values met are marked in `seen`.
 */
export function copyColumn(
  bytes: Uint8Array,
  { starts, ends, escaped }: Pick<Scanner, 'starts' | 'ends' | 'escaped'>,
  marks: Marks,
  first: Int32Array,
  column: number,
  seen: Uint8Array,
): TextColumn {
  const count = first.length
  const offsets = new Int32Array(count + 1)
  let bound = 0
  for (let r = 0; r < count; r++) {
    const field = (first[r] as number) + column
    bound += (ends[field] as number) - (starts[field] as number)
  }
  const data = new Uint8Array(bound)
  let at = 0
  for (let r = 0; r < count; r++) {
    const field = (first[r] as number) + column
    const start = starts[field] as number
    const end = ends[field] as number
    if (escaped[field] === 1) at = copyUnescaped(bytes, start, end, marks, data, at)
    else if (end - start > SHORT_FIELD) {
      data.set(bytes.subarray(start, end), at)
      at += end - start
    } else for (let i = start; i < end; i++) data[at++] = bytes[i] as number
    offsets[r + 1] = at
  }
  for (let i = 0; i < at; i++) seen[data[i] as number] = 1
  return { offsets, data: at === bound ? data : data.subarray(0, at) }
}

/** Undoes doubled quotes, or the mark before a quote or before itself. Returns the new end of `data`. */
function copyUnescaped(
  bytes: Uint8Array,
  start: number,
  end: number,
  marks: Marks,
  data: Uint8Array,
  position: number,
): number {
  const dropped = marks.escape ?? marks.quote ?? -1
  let at = position
  for (let i = start; i < end; i++) {
    const next = bytes[i + 1]
    if (bytes[i] === dropped && i + 1 < end && (next === dropped || next === marks.quote)) i++
    data[at++] = bytes[i] as number
  }
  return at
}
