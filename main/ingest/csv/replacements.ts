import type { Selection } from './select-records'
import type { Window } from './windows'

/** U+FFFD in UTF-8. */
const REPLACEMENT = Buffer.from('\ufffd')

export interface Replacements {
  /** Cells of loaded records that hold U+FFFD. */
  readonly cells: number
  /** Physical line of the first such record. */
  readonly first: number | null
}

/** Cells in which letters were lost before the file was made. One native search where there are none. */
export function findReplacements({ bytes, scanner }: Window, { rows, count }: Selection): Replacements {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let cells = 0
  let first: number | null = null
  let at = text.indexOf(REPLACEMENT)
  for (let r = 0; r < count && at >= 0; r++) {
    const record = rows[r] ?? 0
    const start = scanner.recordStarts[record] ?? 0
    if (at < start) at = text.indexOf(REPLACEMENT, start)
    if (at < 0 || at >= (scanner.recordEnds[record] ?? 0)) continue
    first ??= scanner.lines[record] ?? null
    const next = scanner.firstField[record + 1] ?? 0
    for (let field = scanner.firstField[record] ?? 0; field < next; field++) {
      if (text.subarray(scanner.starts[field], scanner.ends[field]).includes(REPLACEMENT)) cells++
    }
  }
  return { cells, first }
}
