import { plainSpelling } from './sex-codes'

/** Annual, half-yearly, quarterly, monthly, weekly, daily; `school` is a year from autumn to summer. */
export const frequencies = ['A', 'S', 'Q', 'M', 'W', 'D', 'school'] as const
export type Frequency = (typeof frequencies)[number]

export interface Period {
  readonly frequency: Frequency
  /** As SDMX writes it: 2023, 2023-S1, 2023-Q2, 2023-06, 2023-W05, 2023-06-30; a school year 2023/2024. */
  readonly code: string
}

const YEAR = '((?:18|19|20|21)\\d{2})'

const months: readonly (readonly string[])[] = [
  ['leden', 'ledna', 'january', 'jan', 'styczen', 'januar', 'stycznia'],
  ['unor', 'unora', 'february', 'feb', 'luty', 'februar', 'lutego'],
  ['brezen', 'brezna', 'march', 'mar', 'marzec', 'marz', 'marca', 'marec'],
  ['duben', 'dubna', 'april', 'apr', 'kwiecien', 'kwietnia'],
  ['kveten', 'kvetna', 'may', 'maj', 'mai', 'maja'],
  ['cerven', 'cervna', 'june', 'jun', 'czerwiec', 'juni', 'czerwca'],
  ['cervenec', 'cervence', 'july', 'jul', 'lipiec', 'juli', 'lipca'],
  ['srpen', 'srpna', 'august', 'aug', 'sierpien', 'sierpnia'],
  ['zari', 'september', 'sep', 'wrzesien', 'wrzesnia'],
  ['rijen', 'rijna', 'october', 'oct', 'pazdziernik', 'oktober', 'okt', 'pazdziernika'],
  ['listopad', 'listopadu', 'november', 'nov', 'listopada'],
  ['prosinec', 'prosince', 'december', 'dec', 'grudzien', 'dezember', 'dez', 'grudnia'],
]
const monthNumber = new Map(months.flatMap((names, i) => names.map((name) => [name, i + 1] as const)))
const roman: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }
const two = (digits: string | number): string => String(digits).padStart(2, '0')

type Read = (groups: readonly string[]) => Period | null
const quarter: Read = ([year = '', q = '']) => ({ frequency: 'Q', code: `${year}-Q${roman[q] ?? q}` })
const turned =
  (read: Read): Read =>
  ([a = '', b = '']) =>
    read([b, a])
const half: Read = ([year = '', h = '']) => ({ frequency: 'S', code: `${year}-S${roman[h] ?? h}` })
const month: Read = ([year = '', m = '']) => ({ frequency: 'M', code: `${year}-${two(m)}` })
const school: Read = ([year = '', end = '']) =>
  (Number(year) + 1) % 100 === Number(end.slice(-2))
    ? { frequency: 'school', code: `${year}/${Number(year) + 1}` }
    : null

const forms: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(`^(?:rok |r\\. ?|year )?${YEAR}(?: ?a1)?$`), ([year = '']) => ({ frequency: 'A', code: year })],
  [new RegExp(`^${YEAR}[- /]?q([1-4])$`), quarter],
  [new RegExp(`^q([1-4])[- /.]?${YEAR}$`), turned(quarter)],
  [
    new RegExp(`^([1-4]|i{1,3}|iv)\\. ?(?:ctvrtleti|q|kwartal|quartal|kvartal|stvrtrok) ?${YEAR}$`),
    turned(quarter),
  ],
  [
    new RegExp(`^([1-4]|i{1,3}|iv) ?(?:ctvrtleti|kwartal|quartal|kvartal|stvrtrok) ?${YEAR}$`),
    turned(quarter),
  ],
  [new RegExp(`^${YEAR}[- ]?[sh]([12])$`), half],
  [new RegExp(`^([12]|i{1,2})\\.? ?(?:pololeti|polrocze|polrok|halbjahr) ?${YEAR}$`), turned(half)],
  [new RegExp(`^${YEAR}[- ]?m(0?[1-9]|1[0-2])$`), month],
  [new RegExp(`^${YEAR}[-/.](0[1-9]|1[0-2])$`), month],
  [new RegExp(`^${YEAR}(0[1-9]|1[0-2])$`), month],
  [new RegExp(`^(0?[1-9]|1[0-2])[-/.] ?${YEAR}$`), turned(month)],
  [
    new RegExp(`^([a-z]{3,12})\\.?[- ]?${YEAR}$`),
    ([name = '', year = '']) =>
      monthNumber.has(name) ? month([year, two(monthNumber.get(name) ?? 0)]) : null,
  ],
  [
    new RegExp(`^${YEAR}[- ]?w(0[1-9]|[1-4]\\d|5[0-3])$`),
    ([year = '', w = '']) => ({ frequency: 'W', code: `${year}-W${w}` }),
  ],
  [
    new RegExp(`^${YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$`),
    ([year = '', m = '', d = '']) => ({ frequency: 'D', code: `${year}-${m}-${d}` }),
  ],
  [
    new RegExp(`^(0?[1-9]|[12]\\d|3[01])\\. ?(0?[1-9]|1[0-2])\\. ?${YEAR}$`),
    ([d = '', m = '', year = '']) => ({ frequency: 'D', code: `${year}-${two(m)}-${two(d)}` }),
  ],
  [new RegExp(`^${YEAR} ?[/–-] ?((?:20|19)?\\d{2})$`), school],
]

/** 1 to 12 for the name of a month in Czech, Slovak, Polish, German or English, or null. */
export const monthOf = (text: string): number | null => monthNumber.get(plainSpelling(text)) ?? null

/** A period as statistics write it, or null. */
export function periodOf(text: string): Period | null {
  const plain = plainSpelling(text)
  for (const [pattern, read] of forms) {
    const found = pattern.exec(plain)
    const period = found === null ? null : read(found.slice(1).map((group) => group ?? ''))
    if (period !== null) return period
  }
  return null
}
