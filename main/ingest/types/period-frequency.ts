import { monthOf } from './month-names'

/** Annual, half-yearly, quarterly, monthly, weekly, daily. */
export type Frequency = 'A' | 'S' | 'Q' | 'M' | 'W' | 'D'

export interface Period {
  readonly frequency: Frequency
  /** In the form of statistical exchange: 2013, 2013-S1, 2013-Q1, 2013-01, 2013-W05, 2013-01-31; sorts as text. */
  readonly period: string
}

const YEAR = '(?<year>1[6-9]\\d{2}|2[01]\\d{2})'
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const GAP = '[\\s\\u00a0._/-]{0,2}'
const QUARTER =
  '(?:q|k|č|kw|kv|čtvrtletí|ctvrtleti|kwartał|kwartal|quartal|quarter|kv\\.|čtvrt\\.|čtvrť|štvrťrok|kvartál)'
const HALF = '(?:s|h|p|pol|pololetí|pololeti|półrocze|polrocze|halbjahr|polrok|half)'
const form = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'iu')

const forms: readonly (readonly [Frequency, RegExp])[] = [
  ['A', form(`(?:fy|rok|year|jahr)?\\s?${YEAR}(?:-a1|a|\\.0)?`)],
  ['Q', form(`${YEAR}${GAP}${QUARTER}\\.?\\s?(?<n>[1-4])`)],
  ['Q', form(`${YEAR}${GAP}(?<n>[1-4]|i{1,3}|iv)\\.?\\s?${QUARTER}\\.?`)],
  ['Q', form(`(?<n>[1-4]|i{1,3}|iv)\\.?\\s?${QUARTER}\\.?${GAP}(?:roku\\s|r\\.\\s?)?${YEAR}`)],
  ['Q', form(`${QUARTER}\\.?\\s?(?<n>[1-4])${GAP}${YEAR}`)],
  ['S', form(`${YEAR}${GAP}${HALF}\\.?\\s?(?<n>[12])`)],
  ['S', form(`(?<n>[12]|i{1,2})\\.?\\s?${HALF}\\.?${GAP}${YEAR}`)],
  ['S', form(`${HALF}\\.?\\s?(?<n>[12])${GAP}${YEAR}`)],
  ['W', form(`${YEAR}-?\\s?(?:w|t|kw)(?<n>0?[1-9]|[1-4]\\d|5[0-3])`)],
  ['M', form(`${YEAR}(?:-|/|\\.|m|-m|\\s)(?<n>0?[1-9]|1[0-2])`)],
  ['M', form(`${YEAR}(?<n>0[1-9]|1[0-2])`)],
  ['M', form(`(?<n>0?[1-9]|1[0-2])(?:/|\\.|-|\\. )${YEAR}`)],
  ['M', form(`(?<name>\\p{L}{3,12})\\.?[\\s/-]?${YEAR}`)],
  ['M', form(`${YEAR}[\\s/-]?(?<name>\\p{L}{3,12})\\.?`)],
  ['D', form(`${YEAR}-(?<n>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])`)],
]

/** A period as statistics write it, in the usual spellings of four languages; null when the text is none. */
export function periodOf(text: string): Period | null {
  const plain = text.trim()
  for (const [frequency, pattern] of forms) {
    const groups = pattern.exec(plain)?.groups
    const period = groups === undefined ? null : periodText(frequency, groups)
    if (period !== null) return { frequency, period }
  }
  return null
}

function periodText(
  frequency: Frequency,
  { year = '', n, name, day }: Readonly<Record<string, string | undefined>>,
): string | null {
  const number = name === undefined ? (ROMAN[n?.toLowerCase() ?? ''] ?? Number(n)) : monthOf(name)
  const two = String(number ?? '').padStart(2, '0')
  switch (frequency) {
    case 'A':
      return year
    case 'S':
    case 'Q':
      return `${year}-${frequency}${number}`
    case 'M':
      return number === null ? null : `${year}-${two}`
    case 'W':
      return `${year}-W${two}`
    case 'D':
      return `${year}-${two}-${day}`
  }
}

export interface PeriodEvidence {
  /** The one frequency of the texts; null when there is none, or several are mixed. */
  readonly frequency: Frequency | null
  /** Share of the texts that are periods, 0 to 1. */
  readonly share: number
  /** How many texts have each frequency. */
  readonly counts: Readonly<Partial<Record<Frequency, number>>>
  /** Smallest and largest period, in the form of statistical exchange. */
  readonly first: string | null
  readonly last: string | null
}

/** What distinct texts of a column say about periods. Blank texts do not count. */
export function periodFrequency(texts: readonly string[]): PeriodEvidence {
  const filled = texts.filter((text) => text.trim() !== '')
  const found = filled.flatMap((text) => periodOf(text) ?? [])
  const counts: Partial<Record<Frequency, number>> = {}
  for (const { frequency } of found) counts[frequency] = (counts[frequency] ?? 0) + 1
  const kinds = Object.keys(counts)
  const sorted = found.map(({ period }) => period).sort()
  const [only] = found
  return {
    frequency: kinds.length === 1 ? (only?.frequency ?? null) : null,
    share: filled.length === 0 ? 0 : found.length / filled.length,
    counts,
    first: sorted[0] ?? null,
    last: sorted.at(-1) ?? null,
  }
}
