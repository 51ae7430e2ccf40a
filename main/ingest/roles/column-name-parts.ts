import { type AgeBand, ageBandOf, packedAge } from '../../../analyses/reference/age-bands'
import { monthOf, periodOf } from '../../../analyses/reference/periods'
import { sexOf } from '../../../analyses/reference/sex-codes'

/** What a column's name says besides what is measured. */
export type PartKind = 'sex' | 'age' | 'period' | 'month' | 'number'

/** A name taken apart: what is left of it, and the codes found in it. */
export interface NameParts {
  readonly stem: string
  readonly values: Readonly<Partial<Record<PartKind, string>>>
}

const join = (tokens: readonly string[]): string => tokens.join('_')

/** Y15-24, Y_GE65, Y7: an age as Eurostat writes it. */
export function ageCode({ from, to, total }: AgeBand): string {
  if (total) return 'TOTAL'
  if (to === null) return `Y_GE${from}`
  return from === to ? `Y${from}` : `Y${from}-${to}`
}

const without = (tokens: readonly string[], at: number, count = 1): readonly string[] => [
  ...tokens.slice(0, at),
  ...tokens.slice(at + count),
]

interface Taken {
  readonly tokens: readonly string[]
  readonly value: string
}

/** Sex and age in one token: m014, f65. */
export function takePacked(tokens: readonly string[]): NameParts | null {
  for (const [i, token] of tokens.entries()) {
    const found = /^([mf])(\d{2,4})$/.exec(token)
    const band = packedAge(found?.[2] ?? '')
    if (found === null || band === null) continue
    const sex = found[1] === 'f' ? 'F' : 'M'
    return { stem: join(without(tokens, i)), values: { sex, age: ageCode(band) } }
  }
  return null
}

const YEAR = /^(?:r|rok|rok_|y|x|stav)?((?:18|19|20)\d{2})$/

/** A year with the quarter, half-year or month that follows or precedes it. */
export function takePeriod(tokens: readonly string[]): Taken | null {
  for (const [i, token] of tokens.entries()) {
    const year = YEAR.exec(token)?.[1]
    if (year === undefined) {
      const whole = periodOf(token)
      if (whole !== null && whole.frequency !== 'school' && /[a-z]/.test(token))
        return { tokens: without(tokens, i), value: whole.code }
      continue
    }
    const next = periodOf(`${year}-${tokens[i + 1] ?? ''}`.toUpperCase())
    if (next !== null && next.frequency !== 'A' && next.frequency !== 'school')
      return { tokens: without(tokens, i, 2), value: next.code }
    const before = tokens[i - 1]
    const quarter = before === undefined ? null : periodOf(`${year}-${before}`)
    if (quarter?.frequency === 'Q') return { tokens: without(tokens, i - 1, 2), value: quarter.code }
    const month = before === undefined ? null : monthOf(before)
    if (month !== null)
      return { tokens: without(tokens, i - 1, 2), value: `${year}-${String(month).padStart(2, '0')}` }
    return { tokens: without(tokens, i), value: year }
  }
  return null
}

/** Women, men or total: a word anywhere, a letter at the end or the beginning. A sex says more than a total (total_m). */
export function takeSex(tokens: readonly string[], letterAlone = false): Taken | null {
  const found = [...tokens.keys()].reverse().flatMap((at) => {
    const token = tokens[at] ?? ''
    const edge = at === tokens.length - 1 || at === 0
    const sex = /^\d/.test(token) || (token.length === 1 && !edge) ? null : sexOf(token)
    return sex === null || (token.length === 1 && tokens.length === 1 && !letterAlone) ? [] : [{ at, sex }]
  })
  const best = found.find(({ sex }) => sex !== 'T') ?? found[0]
  if (best === undefined) return null
  // A header in two languages says it twice: mężczyźni males.
  const same = new Set(found.filter(({ sex }) => sex === best.sex).map(({ at }) => at))
  return {
    tokens: tokens.filter((token, at) => !same.has(at) || (token.length === 1 && at !== best.at)),
    value: best.sex,
  }
}

/** A month without a year. */
export function takeMonth(tokens: readonly string[]): Taken | null {
  const at = tokens.findIndex((token) => token.length > 2 && monthOf(token) !== null)
  const month = monthOf(tokens[at] ?? '')
  return month === null ? null : { tokens: without(tokens, at), value: String(month).padStart(2, '0') }
}

const AGE_WORD = /^(?:age|ages|vek|veku|wiek|alter|let|lat|years?|osoby)$/

/** An age: in a name that says so (vek_0_4, age_65_plus), or a header that is nothing else (0-4 let). */
export function takeAge(tokens: readonly string[], label: string): Taken | null {
  const whole = ageBandOf(label)
  if (whole !== null && /\D/.test(label.trim()) && !whole.total) return { tokens: [], value: ageCode(whole) }
  if (!tokens.some((token) => AGE_WORD.test(token))) return null
  const at = tokens.findIndex((token) => /^\d{1,3}$/.test(token))
  if (at < 0) return null
  const next = tokens[at + 1] ?? ''
  const pair = /^\d{1,3}$/.test(next)
  const open = /^(?:plus|a|and|i|over|vice)$/.test(next)
  const band = ageBandOf(pair ? `${tokens[at]}-${next}` : open ? `${tokens[at]}+` : (tokens[at] ?? ''))
  if (band === null) return null
  const rest = without(tokens, at, pair || open ? 2 : 1).filter((token) => !AGE_WORD.test(token))
  return { tokens: rest, value: ageCode(band) }
}

/** A number at the end: hlasy_01, oc1. */
export function takeNumber(tokens: readonly string[]): Taken | null {
  const found = /^([a-z]*)(\d{1,3})$/.exec(tokens.at(-1) ?? '')
  if (found === null) return null
  const [, letters = '', digits = ''] = found
  const rest = [...tokens.slice(0, -1), ...(letters === '' ? [] : [letters])]
  return rest.length === 0 ? null : { tokens: rest, value: digits }
}
