import list from './codelists/age.json'
import { plainSpelling } from './sex-codes'

/** Whole years, both ends included; `to` null: open upwards. `total`: every age. */
export interface AgeBand {
  readonly from: number
  readonly to: number | null
  readonly total: boolean
}

const TOTALS: ReadonlySet<string> = new Set(list.totals)
/** Whether a spelling (as `plainSpelling` makes it) means every age. */
export const meansEveryAge = (plain: string): boolean => TOTALS.has(plain)
const everyAge: AgeBand = { from: 0, to: null, total: true }
const MAX_AGE = 130

/** Words for years that may follow, in Czech, Slovak, Polish, German, English. */
const YEARS = '(?:\\s*(?:let|rok|roky|roku|rokov|lat|lata|years?|yrs?|jahre?n?|lete|letych|y))?'
const TO = '\\s*(?:-|–|—|−|az|do|to|bis|_|t)\\s*'
const MORE =
  '(?:a\\s+(?:vice|viac|starsi|vic)|i\\s+(?:wiecej|starsi|starsze)|and\\s+(?:over|older|more)|und\\s+(?:mehr|alter)|or\\s+(?:over|more|older)|plus|nad)'

interface Form {
  readonly pattern: RegExp
  readonly read: (groups: readonly (number | undefined)[]) => readonly [number, number | null]
}

const forms: readonly Form[] = [
  // Eurostat: Y15-24, Y15T24, Y_GE65, Y_LT15, Y0, Y65PLUS.
  { pattern: /^y(\d{1,3})[-t](\d{1,3})$/, read: ([a = 0, b = 0]) => [a, b] },
  { pattern: /^y_?ge(\d{1,3})$|^y(\d{1,3})(?:plus|\+)$/, read: ([a, b]) => [a ?? b ?? 0, null] },
  { pattern: /^y_?gt(\d{1,3})$/, read: ([a = 0]) => [a + 1, null] },
  { pattern: /^y_?lt(\d{1,3})$/, read: ([a = 0]) => [0, a - 1] },
  { pattern: /^y_?le(\d{1,3})$/, read: ([a = 0]) => [0, a] },
  { pattern: /^y(\d{1,3})$/, read: ([a = 0]) => [a, a] },
  // Czech Statistical Office, list 7700: 410015610020000 is 15 up to (not including) 20, 7999999 open.
  { pattern: /^4[01]\d(\d{3})6[01]\d(\d{3})000$/, read: ([a = 0, b = 0]) => [a, b - 1] },
  { pattern: /^4[01]\d(\d{3})799999000$/, read: ([a = 0]) => [a, null] },
  { pattern: new RegExp(`^(\\d{1,3})${TO}(\\d{1,3})${YEARS}$`), read: ([a = 0, b = 0]) => [a, b] },
  { pattern: new RegExp(`^(\\d{1,3})\\s*\\+${YEARS}$`), read: ([a = 0]) => [a, null] },
  { pattern: new RegExp(`^(\\d{1,3})${YEARS}\\s+${MORE}$`), read: ([a = 0]) => [a, null] },
  { pattern: new RegExp(`^(?:>=|≥|od|from|ab)\\s*(\\d{1,3})${YEARS}$`), read: ([a = 0]) => [a, null] },
  {
    pattern: new RegExp(`^(?:>|nad|over|powyzej|uber)\\s*(\\d{1,3})${YEARS}$`),
    read: ([a = 0]) => [a + 1, null],
  },
  {
    pattern: new RegExp(`^(?:<|pod|under|less than|ponizej|unter|mladsi|mladsi nez)\\s*(\\d{1,3})${YEARS}$`),
    read: ([a = 0]) => [0, a - 1],
  },
  { pattern: new RegExp(`^(?:<=|≤|do|up to|bis)\\s*(\\d{1,3})${YEARS}$`), read: ([a = 0]) => [0, a] },
  { pattern: new RegExp(`^(\\d{1,3})${YEARS}$`), read: ([a = 0]) => [a, a] },
]

/**
 * An age or a band of ages as statistics write them, or null. A bare number is a single year. A cell of several lines
 * says the same in several languages: its first line counts.
 */
export function ageBandOf(text: string): AgeBand | null {
  const [first = '', ...more] = text.trim().split(/\r?\n/)
  return bandOf(text) ?? (more.length === 0 ? null : bandOf(first))
}

function bandOf(text: string): AgeBand | null {
  const plain = plainSpelling(text)
  if (TOTALS.has(plain)) return everyAge
  for (const { pattern, read } of forms) {
    const found = pattern.exec(plain)
    if (found === null) continue
    const [from, to] = read(
      found.slice(1).map((digits) => (digits === undefined ? undefined : Number(digits))),
    )
    const sound = from >= 0 && from <= MAX_AGE && (to === null || (to >= from && to <= MAX_AGE))
    return sound ? { from, to, total: false } : null
  }
  return null
}

/** Digits packed in a column's name: 014, 1524, 65 (the last band is open), as the WHO writes them. */
export function packedAge(digits: string): AgeBand | null {
  if (!/^\d{2,6}$/.test(digits)) return null
  if (digits.length === 2) return { from: Number(digits), to: null, total: false }
  const half = digits.length === 3 ? 1 : Math.floor(digits.length / 2)
  const [from, to] = [Number(digits.slice(0, half)), Number(digits.slice(half))]
  return from < to && to <= MAX_AGE ? { from, to, total: false } : null
}

const last = ({ to }: AgeBand): number => to ?? MAX_AGE + 1

/** Whether one band lies within another, narrower one: their people would be counted twice. */
export const isWithin = (part: AgeBand, whole: AgeBand): boolean =>
  whole.from <= part.from &&
  last(part) <= last(whole) &&
  !(whole.from === part.from && last(part) === last(whole))

/**
 * How deep the bands are nested: the texts of each depth, outermost first. One depth: nothing is counted twice.
 * Texts that are no bands are left out.
 */
export function ageLevels(texts: readonly string[]): readonly (readonly string[])[] {
  const bands = texts.flatMap((text) => {
    const band = ageBandOf(text)
    return band === null ? [] : [{ text, band }]
  })
  const levels: string[][] = []
  for (const { text, band } of bands) {
    const holders = bands.filter((other) => isWithin(band, other.band))
    const depth = longestChain(holders.map((holder) => holder.band))
    const level = levels[depth] ?? []
    level.push(text)
    levels[depth] = level
  }
  return levels.filter((level) => level !== undefined)
}

/** The longest chain of bands each within the next: how many steps there are from the widest down. */
function longestChain(bands: readonly AgeBand[]): number {
  const sorted = [...bands].sort((a, b) => last(b) - b.from - (last(a) - a.from) || a.from - b.from)
  const depths: number[] = []
  for (const [i, band] of sorted.entries()) {
    const above = sorted.slice(0, i).map((other, k) => (isWithin(band, other) ? (depths[k] ?? 0) : 0))
    depths.push(1 + Math.max(0, ...above))
  }
  return Math.max(0, ...depths)
}
