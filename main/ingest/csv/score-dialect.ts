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
  const tried = known.delimiter === undefined ? [...present, ','] : [known.delimiter]
  return [...new Set(tried)].flatMap((delimiter) =>
    quotings(text, known).flatMap(([quote, mark]) =>
      [false, true].map((lenient) => ({ delimiter, quote, escape: mark, lenient })),
    ),
  )
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
  const records = readRecords(sample, marks, whole, SAMPLE_RECORDS)
  if (records.length === 0) return 0
  const width = usualWidth(records)
  const regular = inRuns(records)
  const usual = records.filter(({ cells }, i) => cells.length === width || regular[i])
  const other = usual.filter(({ cells }) => cells.length !== width).length
  const share = (usual.length - other * OTHER_WIDTH) / records.length
  const clean = cleanliness(usual)
  const odd = 1 - usual.filter((record) => isOdd(record, dialect.quote)).length / usual.length
  if (width === 1) return ONE_COLUMN * clean * share
  return (
    share *
    share *
    clean *
    hollow(usual, width) *
    (0.5 + 0.5 * odd) *
    (1 - 0.25 / width) *
    (UNUSUAL[dialect.delimiter] ?? 1)
  )
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
