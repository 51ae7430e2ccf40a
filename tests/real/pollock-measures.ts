/**
 * The ten measures of the Pollock benchmark (Vitagliano et al., VLDB 2023) for one file, each 0 to 1: success, then
 * precision, recall and F1 of the header's cells, of whole records and of all cells, as multisets. A record is its
 * normalised cells one after the other, so borders between cells do not count there.
 */
export interface Measures {
  readonly success: number
  readonly header: Scores
  readonly record: Scores
  readonly cell: Scores
}

export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

type Rows = readonly (readonly string[])[]

const all = (value: number): Scores => ({ precision: value, recall: value, f1: value })

/** `loaded` null: the file was refused. Both begin with the header row, where there is one. */
export function measure(clean: Rows, loaded: Rows | null): Measures {
  if (loaded === null) return { success: 0, header: all(0), record: all(0), cell: all(0) }
  const [cleanHeader] = clean
  if (cleanHeader === undefined) return { success: 1, header: all(1), record: all(1), cell: all(1) }
  const record = (row: readonly string[]) => row.map(normalise).join('')
  return {
    success: 1,
    header: compare(cleanHeader.map(normalise), (loaded[0] ?? []).map(normalise)),
    record: compare(clean.slice(1).map(record), loaded.slice(1).map(record)),
    cell: compare(clean.flat(), loaded.flat()),
  }
}

/** Sum of the ten measures, 0 to 10. */
export const total = ({ success, header, record, cell }: Measures): number =>
  [header, record, cell].reduce((sum, { precision, recall, f1 }) => sum + precision + recall + f1, success)

function compare(expected: readonly string[], found: readonly string[]): Scores {
  if (expected.length === 0) return all(1)
  const left = new Map<string, number>()
  for (const text of expected) left.set(text, (left.get(text) ?? 0) + 1)
  let common = 0
  for (const text of found) {
    const count = left.get(text) ?? 0
    if (count > 0) common++
    left.set(text, count - 1)
  }
  if (common === 0) return all(0)
  // The benchmark calls the share of what was expected precision, and the share of what was found recall.
  const precision = common / expected.length
  const recall = common / found.length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** The benchmark's canonical cell, as far as the kinds of values in its table need it. */
function normalise(cell: string): string {
  const date = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell)
  if (date !== null) return `${date[3]}-${date[1]}-${date[2]} 00:00:00`
  if (/^\d{2}:\d{2}$/.test(cell)) return `${cell}:00`
  if (/^\$\d+(\.\d+)?$/.test(cell)) return `$${Number(cell.slice(1))}`
  if (/^[+-]?\d+(\.\d+)?$/.test(cell)) return String(Number(cell))
  return cell.toLowerCase()
}
