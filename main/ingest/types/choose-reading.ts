import type { ColumnType } from '../../../analyses/model/data-set'
import { isMissingToken } from '../csv/cell-kinds'
import { type DateOrder, fits, type Reading, readings } from './readings'

/** A column's texts, each with how often it occurs: a sample for the preview, the whole column for the load. */
export interface TextCount {
  readonly text: string
  readonly count: number
}

export interface Choice {
  /** Null: the column stays text. */
  readonly reading: Reading | null
  /** Distinct texts that are read as missing in this column, and in no other because of it. */
  readonly missing: readonly string[]
  readonly ambiguousDate: boolean
}

export const asText: Choice = { reading: null, missing: [], ambiguousDate: false }

/** A column may have this share of cells that are neither values nor known marks, if they are few different ones. */
const MAX_ODD_SHARE = 0.02
const MAX_ODD_KINDS = 8

/** The readings worth trying for a column, judged by its texts; `wanted` limits them to one type. */
export function plausibleReadings(
  texts: readonly TextCount[],
  wanted: ColumnType | null,
  decimal: '.' | ',' | null,
): readonly Reading[] {
  const values = texts.filter(({ text }) => !isMissingToken(text))
  const total = sum(values)
  return allowedReadings(wanted, decimal).filter((reading) => {
    const read = sum(values.filter(({ text }) => fits(reading, text)))
    return read > 0 && (wanted !== null || read >= total * 0.5)
  })
}

/** `decimal` is what the person said; a column whose numbers have no fraction does not care. */
export function allowedReadings(wanted: ColumnType | null, decimal: '.' | ',' | null): readonly Reading[] {
  return readings.filter((reading) => {
    if (wanted !== null && !(reading.type === wanted || (wanted === 'number' && reading.type === 'integer')))
      return false
    return decimal === null || reading.decimal === null || reading.decimal === decimal
  })
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
 * Takes the first reading that reads every cell that is not a known mark for "missing"; failing that, the one that
 * reads at least 98 % with only a few kinds of odd cells. Day and month that cannot be told apart leave the column text.
 */
export function chooseReading(
  all: readonly Fit[],
  wanted: ColumnType | null,
  orderElsewhere: DateOrder | null,
): Choice {
  const judged = all.filter(({ read }) => read > 0).map((fit) => ({ ...fit, rest: restOf(fit) }))
  const clean = judged.filter(({ rest }) => rest === 0)
  const tolerable = judged
    .filter((fit) => wanted !== null || isTolerable(fit))
    .sort((a, b) => a.rest - b.rest)
  const usable = clean.length > 0 ? clean : tolerable
  const best = usable[0]
  if (best === undefined) return asText
  const rivals = usable.filter(
    ({ reading, rest }) => reading.type === best.reading.type && rest === best.rest,
  )
  const orders = new Set(rivals.map(({ reading }) => reading.order))
  const open = best.reading.order !== null && orders.has('dmy') && orders.has('mdy')
  if (open && orderElsewhere === null) return { reading: null, missing: [], ambiguousDate: true }
  const chosen = open ? (rivals.find(({ reading }) => reading.order === orderElsewhere) ?? best) : best
  const missing = chosen.odd.map(({ text }) => text).filter(isMissingToken)
  return { reading: chosen.reading, missing, ambiguousDate: open }
}

/** Cells that are neither values nor known marks. */
const restOf = ({ filled, read, odd }: Fit): number =>
  filled - read - sum(odd.filter(({ text }) => isMissingToken(text)))

function isTolerable(fit: Fit & { readonly rest: number }): boolean {
  const kinds = fit.odd.filter(({ text }) => !isMissingToken(text)).length
  return kinds <= MAX_ODD_KINDS && fit.rest <= (fit.rest + fit.read) * MAX_ODD_SHARE
}

/** The same judgement on texts held in memory. */
export function fitTexts(reading: Reading, texts: readonly TextCount[]): Fit {
  const odd = texts.filter(({ text }) => !fits(reading, text)).sort((a, b) => b.count - a.count)
  return { reading, filled: sum(texts), read: sum(texts) - sum(odd), odd: odd.slice(0, ODD_TEXTS) }
}
