import { isMissingToken, isTyped, isUnit, isYear } from './cell-kinds'
import { splitAsHeader } from './foreign-header'
import type { SampleRecord } from './records'
import { usualWidth } from './score-dialect'

/** What a person has already decided about where the table lies. */
export interface KnownFrame {
  readonly headerLine?: number | null | undefined
  readonly headerLines?: number | undefined
  readonly preambleLines?: number | undefined
}

/** Where the table lies within the sample. */
export interface Frame {
  /** Fields of a body record as written. */
  readonly width: number
  /** Columns at the right that hold nothing and have no name: left by a trailing delimiter or an empty sheet area. */
  readonly emptyRight: number
  /** Index of the first header record; equal to `body` when there is no header. */
  readonly header: number
  /** Index of the first record of the body; may be the number of records when only a header is there. */
  readonly body: number
  /** One label per column kept, `width - emptyRight` of them. */
  readonly headers: readonly string[]
  /** The header had another number of fields than the body and was fitted to it. */
  readonly headerFitted: boolean
}

const MAX_HEADER_RECORDS = 5

/** Finds preamble, header block and body in the first records of a table. Pure; the guesses are correctable. */
export function findFrame(sample: readonly SampleRecord[], known: KnownFrame = {}): Frame {
  const first = firstAllowed(sample, known)
  const found = findHeader(sample, first, known)
  const foreign = known.headerLine === undefined ? foreignHeader(sample, first, found) : null
  const records =
    foreign === null ? sample : sample.map((record, i) => (i === foreign.at ? foreign.record : record))
  const { header, body } = foreign === null ? found : { header: foreign.at, body: found.body }
  const rows = records.slice(body)
  const width = usualWidth(rows.length > 0 ? rows : records.slice(header))
  const usual = rows.filter(({ cells }) => cells.length === width)
  const labels = joinHeader(records.slice(header, body))
  const fitted = fitHeader(labels, width, usual)
  const emptyRight = header === body ? 0 : countEmptyRight(usual, fitted, width)
  const kept = width - emptyRight
  const headers = header === body ? blank(kept) : fitted.slice(0, kept)
  const plain = labels.length === width || labels.length === kept
  return { width, emptyRight, header, body, headers, headerFitted: header < body && !plain }
}

const blank = (count: number): readonly string[] => Array.from({ length: count }, () => '')

/** The line above a table without a header that, split at another delimiter, names every column. */
function foreignHeader(
  records: readonly SampleRecord[],
  first: number,
  { header, body }: { readonly header: number; readonly body: number },
) {
  const above = records[body - 1]
  if (header !== body || body <= first || above === undefined) return null
  const cells = splitAsHeader(above.cells, usualWidth(records.slice(body)))
  return cells === null ? null : { at: body - 1, record: { ...above, cells } }
}

/** The first record that may belong to the table, by the lines the person named. */
function firstAllowed(records: readonly SampleRecord[], known: KnownFrame): number {
  const line = known.headerLine != null ? known.headerLine - (known.headerLines ?? 1) + 1 : null
  const from = line ?? (known.preambleLines ?? 0) + 1
  const found = records.findIndex((record) => record.line >= from)
  return found < 0 ? records.length : found
}

function findHeader(records: readonly SampleRecord[], first: number, known: KnownFrame) {
  if (known.headerLine != null) {
    const last = records.findIndex((record, i) => i >= first && record.line > (known.headerLine ?? 0))
    return { header: first, body: last < 0 ? records.length : last }
  }
  const start = known.preambleLines === undefined ? firstOfTable(records, first) : first
  if (known.headerLine === null || known.headerLines === 0) return { header: start, body: start }
  if (known.headerLines !== undefined) return { header: start, body: start + known.headerLines }
  const header = headerBefore(records, start, first) ?? start
  return { header, body: header + headerLength(records, header) }
}

/** Skips notes above the table: records of another width, and full ones with at most one cell filled. */
function firstOfTable(records: readonly SampleRecord[], first: number): number {
  const rest = records.slice(first)
  const width = usualWidth(rest)
  const usual = rest.filter(({ cells }) => cells.length === width)
  const sparse = width >= 3 && median(usual.map(filled)) > 1
  const found = rest.findIndex((record, i) => {
    if (record.cells.length !== width) return false
    if (sparse && filled(record) <= 1) return false
    const next = rest.slice(i, i + 4)
    return next.filter(({ cells }) => cells.length === width).length * 2 >= next.length
  })
  return first + Math.max(0, found)
}

const filled = ({ cells }: SampleRecord): number => cells.filter((cell) => cell.trim() !== '').length

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** A header with a field too many or too few stands just above the first record of the usual width. */
function headerBefore(records: readonly SampleRecord[], start: number, first: number): number | null {
  const above = records[start - 1]
  const at = records[start]
  if (start <= first || above === undefined || at === undefined) return null
  const width = at.cells.length
  const near = Math.abs(above.cells.length - width) <= Math.max(2, width * 0.2)
  const headings = filled(above) >= 2 && above.cells.every((cell) => !isTyped(cell) || isYear(cell))
  return near && headings && headerLength(records, start) === 0 ? start - 1 : null
}

/** Number of header records from `at` on; 0 when the record there already is data. */
function headerLength(records: readonly SampleRecord[], at: number): number {
  const top = records[at]
  if (top === undefined) return 0
  const typed = typedColumns(records, at)
  if (!isHeading(top, records.slice(at + 1), typed)) return 0
  let length = 1
  for (; length < MAX_HEADER_RECORDS; length++) {
    const next = records[at + length]
    if (
      next !== undefined &&
      isColumnNumbers(next, top.cells.length) &&
      isUnlike(next, records.slice(at + length + 1))
    )
      continue
    if (next === undefined || !continuesHeader(next, records[at + length - 1], typed)) break
  }
  return length
}

/** Which columns hold numbers or dates further down. */
function typedColumns(records: readonly SampleRecord[], at: number): readonly boolean[] {
  const rows = records.slice(at + 1)
  const deep = rows.slice(Math.min(MAX_HEADER_RECORDS - 1, rows.length >> 1))
  const width = usualWidth(deep)
  return Array.from({ length: width }, (_, column) => {
    const cells = deep
      .map(({ cells: all }) => all[column] ?? '')
      .filter((cell) => cell.trim() !== '' && !isMissingToken(cell))
    return cells.length > 0 && cells.filter(isTyped).length >= cells.length * 0.8
  })
}

function isHeading(top: SampleRecord, rows: readonly SampleRecord[], typed: readonly boolean[]): boolean {
  const cells = typed.flatMap((isTypedColumn, i) => {
    const cell = (top.cells[i] ?? '').trim()
    return isTypedColumn && cell !== '' ? [cell] : []
  })
  if (cells.length === 0) return isHeadingOfTexts(top, rows)
  const values = cells.filter(isTyped)
  if (values.length === 0) return !cells.every(isMissingToken) || isHeadingOfLetters(top, rows)
  if (values.length === cells.length) return areYears(top, values, rows)
  const texts = cells.filter((cell) => !isTyped(cell) && !isMissingToken(cell))
  return (texts.length > 0 && values.every(isYear)) || values.length * 4 < cells.length
}

/**
 * A column may be called x or nd, which elsewhere is a mark: where every heading is a word of its own, and none comes
 * back in the column below.
 */
function isHeadingOfLetters(top: SampleRecord, rows: readonly SampleRecord[]): boolean {
  const marks = top.cells.filter((cell) => isMissingToken(cell)).map((cell) => cell.trim())
  return (
    marks.every((mark) => /^\p{L}{1,4}$/u.test(mark)) &&
    top.cells.every((cell) => cell.trim() !== '') &&
    isHeadingOfTexts(top, rows)
  )
}

/** Years in a row as headings: rising or falling, and the column below does not hold years itself. */
function areYears(top: SampleRecord, values: readonly string[], rows: readonly SampleRecord[]): boolean {
  if (values.length < 2 || !values.every(isYear)) return false
  const years = values.map(Number)
  const steps = years.slice(1).map((year, i) => Math.sign(year - (years[i] ?? 0)))
  const column = top.cells.findIndex(isYear)
  const below = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '')
  return steps.every((step) => step === steps[0] && step !== 0) && !below.every(isYear)
}

/** Nothing is typed: headings are filled, all different, and do not come back in the column below. */
function isHeadingOfTexts(top: SampleRecord, rows: readonly SampleRecord[]): boolean {
  const names = top.cells.map((cell) => cell.trim())
  const named = names.filter((name) => name !== '')
  if (named.length === 0 || new Set(named).size < named.length || named.some(isTyped)) return false
  return (
    names.every((name, i) => name === '' || rows.every(({ cells }) => cells[i]?.trim() !== name)) ||
    repeats(top, rows[0])
  )
}

const repeats = (a: SampleRecord, b: SampleRecord | undefined): boolean =>
  b !== undefined && a.cells.length === b.cells.length && a.cells.every((cell, i) => cell === b.cells[i])

/** A second header row (units, the same names again) has text where the body has numbers. */
function continuesHeader(
  next: SampleRecord,
  above: SampleRecord | undefined,
  typed: readonly boolean[],
): boolean {
  if (repeats(next, above)) return true
  const cells = typed.flatMap((isTypedColumn, i) => (isTypedColumn ? [(next.cells[i] ?? '').trim()] : []))
  const texts = cells.filter((cell) => cell !== '' && !isTyped(cell) && !isMissingToken(cell))
  return (
    cells.length > 0 &&
    texts.length * 2 >= cells.length &&
    !cells.some((cell) => isTyped(cell) && !isYear(cell))
  )
}

/** Columns counted under their names, as printed tables have them: 1;2;3 or a;b;1;2. */
function isColumnNumbers({ cells }: SampleRecord, width: number): boolean {
  if (width < 3 || cells.length !== width) return false
  const marks = cells.map((cell) => cell.trim().replace(/^[([]?(\w{1,3})[)\].]?$/, '$1'))
  const from = marks.indexOf('1')
  const letters = marks.slice(0, Math.max(0, from))
  return (
    from >= 0 &&
    letters.length * 2 < width &&
    letters.every((mark, i) => mark === '' || mark.toLowerCase() === String.fromCharCode(0x61 + i)) &&
    marks.slice(from).every((mark, i) => mark === String(i + 1))
  )
}

/** Whether a number or a letter stands where a column holds only words further down; else they may be the first data. */
function isUnlike(row: SampleRecord, below: readonly SampleRecord[]): boolean {
  return row.cells.some((cell, i) => {
    const filled = below.map(({ cells }) => (cells[i] ?? '').trim()).filter((text) => text !== '')
    return (
      cell.trim() !== '' && filled.length >= 2 && filled.every((text) => text.length > 2 && !isTyped(text))
    )
  })
}

/** Several header records give one label: their cells from top to bottom, a space between; units in brackets. */
function joinHeader(rows: readonly SampleRecord[]): readonly string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const named = rows.filter((row, i) => i === 0 || !isColumnNumbers(row, width))
  const units = named.length > 1 && isUnits(named.at(-1)) ? named.at(-1) : undefined
  const names = filledRight(units === undefined ? named : named.slice(0, -1), width)
  return Array.from({ length: width }, (_, i) => {
    const unit = (units?.cells[i] ?? '').trim().replace(/^[([](.*)[)\]]$/, '$1')
    const name = names.map((cells) => (cells[i] ?? '').trim()).filter((cell) => cell !== '')
    return [...name, ...(unit === '' ? [] : [`[${unit}]`])].join(' ')
  })
}

/** The cells of header rows; a name over several columns stands once, where the names under it come again without it. */
function filledRight(rows: readonly SampleRecord[], width: number): readonly (readonly string[])[] {
  const all = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  const lowest = (all.at(-1) ?? []).filter((cell) => cell !== '')
  if (all.length < 2 || new Set(lowest).size === lowest.length) return all
  return all.map((cells, r) => {
    if (r === all.length - 1) return cells
    let last = ''
    return Array.from({ length: width }, (_, i) => {
      const cell = cells[i] ?? ''
      if (cell !== '') last = cell
      return cell === '' && (all.at(-1)?.[i] ?? '') !== '' ? last : cell
    })
  })
}

/** Whether a header row holds units and nothing else. */
function isUnits(row: SampleRecord | undefined): boolean {
  const cells = (row?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-')
  return cells.length > 0 && cells.every(isUnit)
}

function countEmptyRight(rows: readonly SampleRecord[], labels: readonly string[], width: number): number {
  if (rows.length === 0) return 0
  let count = 0
  while (count < width - 1) {
    const column = width - 1 - count
    if ((labels[column] ?? '') !== '' || rows.some(({ cells }) => cells[column] !== '')) break
    count++
  }
  return count
}

/** A header that is too long loses its empty cells from the left; one that is short gets unnamed columns. */
function fitHeader(
  labels: readonly string[],
  width: number,
  rows: readonly SampleRecord[],
): readonly string[] {
  const fitted = [...labels]
  while (fitted.length > width) {
    const empty = fitted.indexOf('')
    fitted.splice(empty < 0 ? fitted.length - 1 : empty, 1)
  }
  const keys = rows.map(({ cells }) => cells[0] ?? '')
  const endFilled = rows.some(({ cells }) => cells[width - 1] !== '')
  const rowNames = fitted.length === width - 1 && endFilled && new Set(keys).size === keys.length
  if (rowNames) fitted.unshift('')
  while (fitted.length < width) fitted.push('')
  return fitted
}
