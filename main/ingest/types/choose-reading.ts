import type { SpecialValue } from '../../../analyses/model/column-facts'
import type { ColumnOptions } from '../../../analyses/model/data-set'
import { isClassMark, unitInCell, unitReadings } from './number-readings'
import { type DateOrder, fits, type Reading, readings } from './readings'
import { meaningOf, meaningSaid, specialAmong } from './special-values'

/** A column's texts, each with how often it occurs: a sample for the preview, the whole column for the load. */
export interface TextCount {
  readonly text: string
  readonly count: number
}

export interface Choice {
  /** Null: the column stays text. */
  readonly reading: Reading | null
  /** Texts that stand in place of values in this column, and in no other because of it. */
  readonly special: readonly SpecialValue[]
  readonly ambiguousDate: boolean
}

export const asText: Choice = { reading: null, special: [], ambiguousDate: false }

/** What a person said of the column. */
export interface Wanted extends Readonly<ColumnOptions> {
  /** How cells are written, where the format's own description says so. */
  readonly reading?: Reading
  /** Said by the format: a cell formatted as a per cent holds a proportion, whatever sign its header carries. */
  readonly unit?: string
  /** Text that an empty cell stands for. */
  readonly fallback?: string
}

/** What other columns of the file prove. */
export interface Evidence {
  readonly order: DateOrder | null
}

/** A column may have this share of cells that are neither values nor known marks, if they are few different ones. */
const MAX_ODD_SHARE = 0.02
const MAX_ODD_KINDS = 8

type Decimal = '.' | ',' | null

/** The readings worth trying for a column, judged by its texts; `wanted` limits them to one type. */
export function plausibleReadings(
  texts: readonly TextCount[],
  wanted: Wanted,
  decimal: Decimal,
): readonly Reading[] {
  const values = texts.filter(({ text }) => meaningSaid(text, wanted.special, 'number') === null)
  const total = sum(values)
  const said = wanted.type !== undefined
  return allowedReadings(wanted, decimal, texts).filter((reading) => {
    if (!said && reading.both?.every((one) => values.some(({ text }) => isSame(text, one))) === false)
      return false
    const read = sum(values.filter(({ text }) => fits(reading, text)))
    return read > 0 && (said || read >= total * 0.5)
  })
}

const isSame = (text: string, one: string): boolean => text.trim().toLowerCase() === one

/** `decimal` is what the person said of the file; a column whose numbers have no fraction does not care. */
export function allowedReadings(
  wanted: Wanted,
  decimal: Decimal,
  texts: readonly TextCount[],
): readonly Reading[] {
  if (wanted.reading !== undefined) return [wanted.reading]
  const mark = wanted.decimal ?? decimal
  const unit = commonUnit(texts)
  const all = unit === null ? readings : [...readings, ...unitReadings(unit)]
  return all.filter((reading) => {
    if (wanted.type === undefined ? reading.asked : !serves(reading, wanted.type)) return false
    if (wanted.dateOrder !== undefined && reading.order !== null && reading.order !== wanted.dateOrder)
      return false
    return mark === null || reading.decimal === null || reading.decimal === mark
  })
}

/** Whether a reading's values are, or become without a loss that nobody asked for, values of the type. */
const serves = (reading: Reading, type: NonNullable<Wanted['type']>): boolean =>
  reading.type === type ||
  (type === 'number' && reading.type === 'integer') ||
  (type === 'date' && reading.type === 'timestamp' && !reading.asked)

/** The unit that every one of these cells states beside its number; null when one has none or another. */
function commonUnit(texts: readonly TextCount[]): string | null {
  const units = new Set<string | null>()
  for (const { text } of texts) {
    if (meaningOf(text) !== null) continue
    units.add(unitInCell(text))
    if (units.size > 1) return null
  }
  const [only] = units
  if (only == null || only === '%') return null
  return isClassMark(
    only,
    texts.map(({ text }) => text),
  )
    ? null
    : only
}

const sum = (texts: readonly TextCount[]): number => texts.reduce((total, { count }) => total + count, 0)

/** How the filled cells of a column fall under one reading. */
export interface Fit {
  readonly reading: Reading
  readonly filled: number
  readonly read: number
  /** Distinct texts it cannot read, most frequent first; at least as many as tell whether they are few. */
  readonly odd: readonly TextCount[]
}

/** So many distinct odd texts are enough to judge a fit: all marks for "missing" and some more. */
export const ODD_TEXTS = 100

/**
 * Takes the first reading that reads every cell that is not a known mark; failing that, the one that reads at least
 * 98 % with only a few kinds of odd cells. Day and month that cannot be told apart leave the column text.
 */
export function chooseReading(all: readonly Fit[], wanted: Wanted, evidence: Evidence): Choice {
  const judged = all.filter(({ read }) => read > 0).map((fit) => judge(fit, wanted))
  const clean = judged.filter(({ rest }) => rest === 0)
  const tolerable = judged
    .filter((fit) => wanted.type !== undefined || isTolerable(fit))
    .sort((a, b) => a.rest - b.rest)
  const usable = clean.length > 0 ? clean : tolerable
  const best = usable[0]
  if (best === undefined) return asText
  const rivals = usable.filter(
    ({ reading, rest }) => reading.type === best.reading.type && rest === best.rest,
  )
  const orders = new Set(rivals.map(({ reading }) => reading.order))
  const open = best.reading.order !== null && orders.has('dmy') && orders.has('mdy')
  const { order } = evidence
  if (open && order === null) return { ...asText, ambiguousDate: true }
  const chosen = open ? (rivals.find(({ reading }) => reading.order === order) ?? best) : best
  return { reading: chosen.reading, special: chosen.special, ambiguousDate: open }
}

interface Judged extends Fit {
  readonly special: readonly SpecialValue[]
  /** Cells that are neither values nor known marks. */
  readonly rest: number
}

function judge(fit: Fit, { special: said }: Wanted): Judged {
  const special = specialAmong(fit.odd, said, fit.reading.type)
  const marked = special.reduce((total, { count }) => total + count, 0)
  return { ...fit, special, rest: fit.filled - fit.read - marked }
}

function isTolerable({ odd, special, rest, read }: Judged): boolean {
  const known = new Set(special.map(({ token }) => token))
  const kinds = odd.filter(({ text }) => !known.has(text.trim())).length
  return kinds <= MAX_ODD_KINDS && rest <= (rest + read) * MAX_ODD_SHARE
}

/** The same judgement on texts held in memory. */
export function fitTexts(reading: Reading, texts: readonly TextCount[]): Fit {
  const odd = texts.filter(({ text }) => !fits(reading, text)).sort((a, b) => b.count - a.count)
  return { reading, filled: sum(texts), read: sum(texts) - sum(odd), odd: odd.slice(0, ODD_TEXTS) }
}
