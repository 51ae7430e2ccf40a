import { isMissingToken, isTyped } from './cell-kinds'
import { readRecords, type SampleRecord } from './records'
import { type Marks, marksOf } from './scanner'

export interface TextDialect {
  readonly delimiter: string
  readonly quote: string | null
  readonly escape: string | null
}

/** With the way stray quotes are read, which no person needs to know of. */
export interface FoundDialect extends TextDialect {
  readonly lenient: boolean
}

/** What a person has already decided. */
export type KnownDialect = Partial<TextDialect>

/** In order of preference between equals. Longer ones that contain a shorter one must read cleaner to win. */
const delimiters = [
  ',',
  ';',
  '\t',
  '|',
  ', ',
  '; ',
  ' | ',
  '||',
  '::',
  ';;',
  '\t\t',
  '\\t',
  '\x1f',
  '^',
  '~',
  ':',
  '!',
  ' ',
] as const
const SAMPLE_RECORDS = 400
/** A record of another width counts for so much less, even among others of its kind. */
const OTHER_WIDTH = 0.15
const MIN_RUN = 3
const UNHEARD_OF = 0.8
const isUsual = (delimiter: string): boolean => delimiters.some((usual) => usual === delimiter)
/** Scoring reads this much; a dialect that shows only further down would not be seen by a person either. */
const SCORED_BYTES = 64 * 1024
const FEW_RECORDS = 20
/** A column of texts that happen to hold a comma is more often one column than two. */
const ONE_COLUMN = 0.35
const UNUSUAL: Readonly<Record<string, number>> = { ' ': 0.6, ':': 0.6, '!': 0.6, '~': 0.9, '^': 0.9 }

/**
 * The dialect under which a sample of text falls into records of one width whose cells look like values.
 * Pure and deterministic: equal scores go to the earlier candidate.
 */
export function findDialect(sample: Uint8Array, whole: boolean, known: KnownDialect): FoundDialect {
  const text = Buffer.from(sample).toString('utf8')
  const announced = /^\ufeff?"?sep=([^"\r\n]+)"?[\r\n]/i.exec(text)?.[1]
  const wanted = known.delimiter ?? announced
  const ranked = candidates(text, { ...known, ...(wanted === undefined ? {} : { delimiter: wanted }) })
    .map((dialect) => ({ dialect, score: scoreDialect(sample, whole, dialect) }))
    .sort((a, b) => b.score - a.score)
  return ranked[0]?.dialect ?? { delimiter: wanted ?? ',', quote: '"', escape: '"', lenient: false }
}

function candidates(text: string, known: KnownDialect): readonly FoundDialect[] {
  const present = delimiters.filter((delimiter) => text.includes(delimiter))
  const guessed = [...present, ...regularMarks(text), text.includes(',') ? NO_DELIMITER : ',']
  const tried = known.delimiter === undefined ? guessed : [known.delimiter]
  return [...new Set(tried)].flatMap((delimiter) =>
    quotings(text, known).flatMap(([quote, mark]) => {
      const ways = quote !== null && text.includes(quote) ? [false, true] : [false]
      return ways.map((lenient) => ({ delimiter, quote, escape: mark, lenient }))
    }),
  )
}

/** Stands in no text: a list of single values, some of them with commas. */
const NO_DELIMITER = '\x1f'
/** Signs that are no part of words, numbers, addresses or assignments; several in a row, or one of the rare ones. */
const MARK = /[^\p{L}\p{N}\s"'.,;:\-+/()%°=<>{}[\]\\]{2,4}|[#§¦~^¬¶|]/gu
const MARK_LINES = 60
const MARK_SHARE = 0.8
const MOST_MARKS = 4

/** Marks of one to four signs that nearly every line has equally often: delimiters nobody thought of. */
function regularMarks(text: string): readonly string[] {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/[\r\n]+/, MARK_LINES)
    .slice(0, -1)
  if (lines.length < 3) return []
  const counts = new Map<string, Map<number, number>>()
  for (const line of lines) {
    const met = new Map<string, number>()
    for (const [mark] of line.slice(0, 4000).matchAll(MARK)) {
      met.set(mark, (met.get(mark) ?? 0) + 1)
    }
    for (const [mark, count] of met) {
      const lineCounts = counts.get(mark) ?? new Map<number, number>()
      lineCounts.set(count, (lineCounts.get(count) ?? 0) + 1)
      counts.set(mark, lineCounts)
    }
  }
  const share = (lineCounts: ReadonlyMap<number, number>) => Math.max(...lineCounts.values()) / lines.length
  return [...counts]
    .filter(([, lineCounts]) => share(lineCounts) >= MARK_SHARE)
    .map(([mark]) => mark)
    .slice(0, MOST_MARKS)
}

/** Quote and what escapes it. A double quote is assumed even where none is seen yet: later rows may need it. */
function quotings(text: string, known: KnownDialect): readonly (readonly [string | null, string | null])[] {
  const seen = known.quote === undefined ? quotesSeen(text) : [known.quote]
  return seen.flatMap((quote): (readonly [string | null, string | null])[] => {
    if (quote === null) return [[null, null]]
    if (known.escape !== undefined) return [[quote, known.escape]]
    const marks = ['\\', '\0'].filter((mark) => text.includes(mark + quote))
    // Left by a program that swapped the quotes of finished text: its doubled double quotes stay doubled.
    if (quote === "'" && onlyPaired(text)) marks.push('"')
    return [[quote, quote], ...marks.map((mark) => [quote, mark] as const)]
  })
}

const quotesSeen = (text: string): readonly (string | null)[] => [
  '"',
  ...(/(^|[^\p{L}\p{N}])'/u.test(text) ? ["'"] : []),
  ...(text.includes('"') ? [null] : []),
]

const onlyPaired = (text: string): boolean =>
  text.includes('""') && (text.match(/"+/g) ?? []).every((run) => run.length % 2 === 0)

/** Share of records of the usual width (squared) times how clean their cells look; 0 to 1. */
export function scoreDialect(
  sample: Uint8Array,
  whole: boolean,
  dialect: TextDialect & { readonly lenient?: boolean },
): number {
  const marks: Marks = marksOf(dialect.delimiter, dialect.quote, dialect.escape, dialect.lenient)
  const records = scoredRecords(sample, whole, marks)
  if (records.length === 0) return 0
  const width = usualWidth(records)
  const regular = inRuns(records)
  const usual = records.filter(({ cells }, i) => cells.length === width || regular[i])
  const other = usual.filter(({ cells }) => cells.length !== width).length
  const share = (usual.length - other * OTHER_WIDTH) / records.length
  const clean = cleanliness(usual)
  const odd = 1 - usual.filter((record) => isOdd(record, dialect.quote)).length / usual.length
  if (width === 1) return ONE_COLUMN * clean * share * (0.8 + 0.2 * odd) * (dialect.quote === "'" ? 0.9 : 1)
  return (
    share *
    share *
    clean *
    hollow(usual, width) *
    sticky(usual) *
    (0.5 + 0.5 * odd) *
    (1 - 0.25 / width) *
    (UNUSUAL[dialect.delimiter] ?? (isUsual(dialect.delimiter) ? 1 : UNHEARD_OF))
  )
}

/** The first records; more of the text only where its records are long. */
function scoredRecords(sample: Uint8Array, whole: boolean, marks: Marks): readonly SampleRecord[] {
  if (sample.length > SCORED_BYTES) {
    const few = readRecords(sample.subarray(0, SCORED_BYTES), marks, false, SAMPLE_RECORDS)
    if (few.length >= FEW_RECORDS) return few
  }
  return readRecords(sample, marks, whole, SAMPLE_RECORDS)
}

/** Whether a record has two neighbours as wide as itself: then it may belong to another table of the same file. */
function inRuns(records: readonly SampleRecord[]): readonly boolean[] {
  const runs = records.map(() => 1)
  const same = (i: number, j: number) => records[i]?.cells.length === records[j]?.cells.length
  for (let i = 1; i < records.length; i++) if (same(i, i - 1)) runs[i] = (runs[i - 1] ?? 0) + 1
  for (let i = records.length - 2; i >= 0; i--) if (same(i, i + 1)) runs[i] = runs[i + 1] ?? 0
  return records.map(({ cells }, i) => cells.length > 1 && (runs[i] ?? 0) >= MIN_RUN)
}

/** Columns within the table that hold nothing, not even a name: the delimiter is probably longer than thought. */
function hollow(records: readonly SampleRecord[], width: number): number {
  const inside = Array.from({ length: Math.max(0, width - 2) }, (_, i) => i + 1)
  const empty = inside.filter((column) => records.every(({ cells }) => cells[column] === ''))
  return 1 - (0.7 * empty.length) / width
}

/** Every cell but the first begins with the same sign: it belongs to the delimiter. */
function sticky(records: readonly SampleRecord[]): number {
  const signs = new Set(records.flatMap(({ cells }) => cells.slice(1).map((cell) => cell[0] ?? '')))
  const [sign = ''] = signs
  return signs.size === 1 && /[^\p{L}\p{N}\s"'+\-.,$€£:]/u.test(sign) ? 0.5 : 1
}

/** Text without quoting that begins or ends with a quote is as odd as a quote out of place. */
const isOdd = (record: SampleRecord, quote: string | null): boolean =>
  record.odd !== 0 || (quote === null && record.cells.some((cell) => /^\s*"|"\s*$/.test(cell)))

/** The most frequent number of fields; the larger one between equals, so that notes do not outvote a table. */
export function usualWidth(records: readonly SampleRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].reduce(
    (best, each) => {
      const better = each[1] > best[1] || (each[1] === best[1] && each[0] > best[0])
      return better ? each : best
    },
    [1, 0] as readonly [number, number],
  )[0]
}

function cleanliness(records: readonly SampleRecord[]): number {
  let sum = 0
  let count = 0
  for (const record of records) {
    record.cells.forEach((cell, i) => {
      if (cell === '') return
      sum += cellScore(cell, record.quoted[i] === true)
      count++
    })
  }
  return count === 0 ? 0.1 : sum / count
}

/** How much a cell looks like one value and nothing else. */
function cellScore(cell: string, quoted: boolean): number {
  const trimmed = cell.trim()
  if (isTyped(trimmed) || isMissingToken(trimmed)) return trimmed === cell ? 1 : 0.9
  // Doubled quotes that were left standing: another way of escaping reads them better.
  if (quoted) return cell.includes('""') ? 0.2 : 0.95
  if (/^["]|["]$|^'.*'$/s.test(trimmed)) return 0.2
  const spaced = trimmed === cell ? 0 : 0.15
  return (/[,;\t|]/.test(cell) ? 0.45 : 0.92) - spaced
}
