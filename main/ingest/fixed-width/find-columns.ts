import { isMissingToken, isTyped } from '../csv/cell-kinds'

/** A column of a fixed-width table, in characters; the last one goes on to the end of the line. */
export interface FixedColumn {
  readonly from: number
  readonly to: number
}

export interface FixedLayout {
  readonly columns: readonly FixedColumn[]
  readonly labels: readonly string[]
  /** Lines of the sample: notes above, the header with its rule, and the first line of the body. */
  readonly header: number
  readonly body: number
}

const MIN_LINES = 4
const MOST_TOP_LINES = 12
const MOST_CHARACTERS = 4000
const MIN_FILLED = 0.5
const ALIGNED_SHARE = 0.8
/** With fewer lines none can be said to be unlike the others. */
const MIN_JUDGED = 6
const TYPED_SHARE = 0.8
const WIDE_GAP_SHARE = 0.3

/**
 * Finds the columns of a text whose cells stand under one another, by the positions that are blank in every line of
 * the body. Null when the text is written with a delimiter, or when nothing stands in columns. Pure.
 */
export function findColumns(lines: readonly string[]): FixedLayout | null {
  const written = lines.map((line) => [...line.slice(0, MOST_CHARACTERS)])
  const ruled = written.findIndex(isRule)
  if (ruled >= 0 && ruled < MOST_TOP_LINES) return underRule(written, ruled)
  if (hasDelimiter(lines)) return null
  // Notes and a header above the table have words where the body has blanks: as few lines are left out as help.
  const most = Math.min(MOST_TOP_LINES, Math.floor(lines.length / 2))
  let bestCount = 1
  let best: { readonly body: number; readonly columns: readonly FixedColumn[] } | null = null
  for (let body = 0; body <= most; body++) {
    const rows = withoutStrangers(written.slice(body).filter(isFilled))
    if (rows.length < MIN_LINES) break
    const columns = columnsOf(rows)
    const count = columns.filter((column) => isColumn(rows, column)).length
    if (count > bestCount && isTable(rows, columns)) {
      best = { body, columns }
      bestCount = count
    }
  }
  return best === null ? null : withHeader(written, best.body, best.columns)
}

/** More lines than this are judged by share, fewer one by one. */
const FEW_LINES = 60
const MOST_STRANGERS = 3
const STRANGE_SHARE = 0.02

/** The lines without the few that stand across what is blank in all others: notes below, a broken line. */
function withoutStrangers(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (rows.length > FEW_LINES) {
    const clear = columnsOf(rows, Math.floor(rows.length * STRANGE_SHARE))
    return rows.filter((row) => cutLine(row, clear) !== null)
  }
  let kept = rows
  for (let dropped = 0; dropped < MOST_STRANGERS && kept.length >= MIN_JUDGED; dropped++) {
    const count = countColumns(kept)
    const better = kept.findLastIndex((_, i) => countColumns(kept.filter((_row, j) => j !== i)) > count)
    if (better < 0) break
    kept = kept.filter((_, i) => i !== better)
  }
  return kept
}

const isFilled = (line: readonly string[]): boolean => line.some((letter) => !isBlank(letter))
const isBlank = (letter: string | undefined): boolean =>
  letter === undefined || letter === ' ' || letter === '\u00a0'

/** A line of dashes under the header, one run for each column. */
function isRule(line: readonly string[]): boolean {
  const text = line.join('')
  return /^[\s+|]*(?:[-=_]{2,}[\s+|]*){2,}$/.test(text)
}

function underRule(lines: readonly (readonly string[])[], ruled: number): FixedLayout | null {
  const columns: FixedColumn[] = []
  const text = (lines[ruled] ?? []).join('')
  for (const { index, 0: run } of text.matchAll(/[-=_]{2,}/g))
    columns.push({ from: index, to: index + run.length })
  const rows = lines.slice(ruled + 1).filter(isFilled)
  const top = lines.slice(0, ruled).findLastIndex((line) => !isFilled(line)) + 1
  const fitting = rows.filter((row) => cutLine(row, columns) !== null)
  if (columns.length < 2 || rows.length === 0 || fitting.length < rows.length * TYPED_SHARE) return null
  return { columns, labels: labelsOf(lines.slice(top, ruled), columns), header: top, body: ruled + 1 }
}

/** A delimiter that nearly every line has equally often. */
function hasDelimiter(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '')
  return [',', ';', '\t', '|', ' '].some((mark) => {
    const counts = new Map<number, number>()
    for (const line of filled) {
      const count = line.split(mark).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...counts.values()) >= filled.length * TYPED_SHARE
  })
}

/** Stretches of positions that some line fills, between positions that are blank in all of them but a few. */
function columnsOf(rows: readonly (readonly string[])[], strangers = 0): readonly FixedColumn[] {
  const length = Math.max(0, ...rows.map((row) => row.length))
  const columns: FixedColumn[] = []
  let from = -1
  for (let at = 0; at <= length; at++) {
    const blank = at === length || filledAt(rows, at, strangers) <= strangers
    if (!blank && from < 0) from = at
    if (blank && from >= 0) {
      columns.push({ from, to: at })
      from = -1
    }
  }
  return joinWords(rows, columns)
}

/** In how many lines the position is filled, counted no further than needed. */
function filledAt(rows: readonly (readonly string[])[], at: number, most: number): number {
  let count = 0
  for (const row of rows) if (!isBlank(row[at]) && ++count > most) break
  return count
}

/** Words of a text that happen to stand apart in every line: rarely filled or not aligned, close to the column before. */
function joinWords(
  rows: readonly (readonly string[])[],
  columns: readonly FixedColumn[],
): readonly FixedColumn[] {
  const joined: FixedColumn[] = []
  for (const column of columns) {
    const last = joined.at(-1)
    if (last !== undefined && column.from - last.to === 1 && !isColumn(rows, column)) {
      joined[joined.length - 1] = { from: last.from, to: column.to }
    } else joined.push(column)
  }
  return joined
}

/** Filled in half of the lines, and its values begin or end at the same position. */
function isColumn(rows: readonly (readonly string[])[], { from, to }: FixedColumn): boolean {
  const filled = rows.filter((row) => isFilled(row.slice(from, to)))
  const left = filled.filter((row) => !isBlank(row[from])).length
  const right = filled.filter((row) => !isBlank(row[to - 1])).length
  return filled.length >= rows.length * MIN_FILLED && Math.max(left, right) >= filled.length * ALIGNED_SHARE
}

const countColumns = (rows: readonly (readonly string[])[]): number =>
  columnsOf(rows).filter((column) => isColumn(rows, column)).length

/** Convincing: most lines have wide gaps, every column is filled often enough, one holds numbers or dates. */
function isTable(rows: readonly (readonly string[])[], columns: readonly FixedColumn[]): boolean {
  const wide = rows.filter((row) => /\S {2,}\S/.test(row.join(''))).length
  if (wide < rows.length * WIDE_GAP_SHARE) return false
  let typed = 0
  for (const { from, to } of columns) {
    const cells = rows.map((row) => row.slice(from, to).join('').trim()).filter((cell) => cell !== '')
    if (cells.length < 2) return false
    if (cells.filter((cell) => isTyped(cell) || isMissingToken(cell)).length >= cells.length * TYPED_SHARE)
      typed++
  }
  return typed > 0 && columns.length <= 200
}

function withHeader(
  lines: readonly (readonly string[])[],
  found: number,
  columns: readonly FixedColumn[],
): FixedLayout {
  const cells = (line: readonly string[]) => (cutLine(line, columns) ?? []).filter((cell) => cell !== '')
  const isRow = (line: readonly string[]) => cells(line).length * 2 >= columns.length
  const isWords = (line: readonly string[]) => isRow(line) && !cells(line).some(isTyped)
  let body = lines.findIndex((line, i) => i >= found && isRow(line))
  // The body may begin with a header that stands in the very columns.
  const first = lines[body]
  if (first !== undefined && isWords(first)) body++
  let header = body
  while (header > 0 && isFilled(lines[header - 1] ?? [])) {
    const line = (lines[header - 1] ?? []).join('').trim()
    const parts = line.split(/\s{2,}/).length
    if (isTyped(line) || (parts < 2 && columns.length > 2) || parts * 3 < columns.length) break
    header--
  }
  return { columns, labels: labelsOf(lines.slice(header, body), columns), header, body }
}

/** Header words go to the column they stand over, or the nearest one. */
function labelsOf(lines: readonly (readonly string[])[], columns: readonly FixedColumn[]): readonly string[] {
  const labels = columns.map((): string[] => [])
  for (const line of lines) {
    for (const { index, 0: word } of line.join('').matchAll(/[^\s|]+/g)) {
      labels[nearest(columns, index, index + word.length)]?.push(word)
    }
  }
  return labels.map((words) => words.join(' '))
}

function nearest(columns: readonly FixedColumn[], from: number, to: number): number {
  const distance = (column: FixedColumn) => {
    const overlap = Math.min(to, column.to) - Math.max(from, column.from)
    return overlap > 0 ? -overlap : Math.min(Math.abs(column.from - to), Math.abs(from - column.to)) + 1
  }
  let best = 0
  columns.forEach((column, i) => {
    const known = columns[best]
    if (known !== undefined && distance(column) < distance(known)) best = i
  })
  return best
}

/**
 * The cells of a line. A value may reach into the gap beside its column as long as one blank stands between it and
 * the next one; null when a value stands across a whole gap.
 */
export function cutLine(line: readonly string[], columns: readonly FixedColumn[]): readonly string[] | null {
  const cells: string[] = []
  let from = 0
  for (const [i, column] of columns.entries()) {
    const next = columns[i + 1]
    const to = next === undefined ? line.length : blankBetween(line, column.to, next.from)
    if (to < 0) return null
    cells.push(line.slice(from, Math.max(from, to)).join('').trim())
    from = to
  }
  return cells
}

/**
 * Where to cut in the gap: in its longest run of blanks, the last one of equals. A single blank in a wider gap may as
 * well stand between two words of one value: then -1, as when there is none.
 */
function blankBetween(line: readonly string[], from: number, to: number): number {
  let [best, longest, run] = [-1, 0, 0]
  for (let at = from; at < to; at++) {
    run = isBlank(line[at]) ? run + 1 : 0
    if (run < longest || run === 0) continue
    longest = run
    best = at
  }
  return longest >= Math.min(2, to - from) ? best : -1
}
