import { binomialUpperTail } from '../core/binomial-tail'
import { isBankAccount, isIban } from './bank-account'
import { readBirthNumber } from './birth-number'
import { holdsEmail, isEmail, isPhone } from './contacts'
import { readPesel } from './pesel'

export const personalKinds = [
  'birth-number',
  'pesel',
  'email',
  'phone',
  'bank-account',
  'name-and-birth-date',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** Distinct texts of one column; `words` is its name in plain form (letters without accents, `_` between words). */
export interface PersonalColumn {
  readonly words: string
  readonly texts: readonly string[]
}

export interface PersonalFinding {
  readonly kind: PersonalKind
  /** Of the distinct texts that are not empty. */
  readonly share: number
  readonly count: number
  /** Single cells in a column that otherwise holds something else: worth a word, no reason to stop. */
  readonly few: boolean
}

/** From this share of the distinct texts on, the column is taken for what its texts pass for. */
const SHARE = 0.2
/** Below it, only when so many could not have passed by chance. */
const CHANCE = 1e-6
/** Of e-mail addresses. */
const EMAIL_SHARE = 0.01
/** One or two texts that pass prove nothing. */
const FEWEST = 3

/** Nine digits in threes are also how large numbers are written, so nearly all texts must look so. */
const UNNAMED_PHONES = 0.95

interface Test {
  readonly kind: PersonalKind
  passes(text: string, words: string): boolean
  /** Share of random texts of the same form that pass. Zero where the form itself tells enough. */
  chance(text: string): number
}

/** Whether a number would pass with some last digit: its date is one, and only the check digit is left to chance. */
function hasDay(text: string, reads: (text: string) => unknown): boolean {
  const head = text.slice(0, -1)
  return Array.from({ length: 10 }, (_, digit) => reads(`${head}${digit}`)).some((read) => read !== null)
}

/**
 * Random digits that pass, from their dates and check digits: ten-digit birth numbers with a slash 1.0 %, nine-digit
 * ones 3.9 % and with the lost zero 5.0 %, account numbers without a prefix 9.1 %, IBAN 1.0 %. Numbers without a slash
 * are only weighed where their first digits are a date, as counters and times (YYMMDDHHMM) begin with one too: then
 * 9.2 % of birth numbers and 10 % of PESEL numbers pass.
 */
const tests: readonly Test[] = [
  {
    kind: 'birth-number',
    passes: (text) => readBirthNumber(text) !== null,
    chance: (text) => {
      const form = text.trim()
      if (/^\d{10}$/.test(form)) return hasDay(form, readBirthNumber) ? 0.092 : 0
      if (/^\d{6}\/\d{4}$/.test(form)) return 0.0105
      return /^\d{6}\/?\d{3}$/.test(form) ? 0.05 : 0
    },
  },
  {
    kind: 'pesel',
    passes: (text) => readPesel(text) !== null,
    chance: (text) => (/^\d{11}$/.test(text.trim()) && hasDay(text.trim(), readPesel) ? 0.1 : 0),
  },
  { kind: 'email', passes: (text) => isEmail(text) || holdsEmail(text), chance: () => 0 },
  { kind: 'phone', passes: (text, words) => isPhone(text, saysPhone(words)), chance: () => 0 },
  {
    kind: 'bank-account',
    passes: (text) => isBankAccount(text) || isIban(text),
    chance: (text) =>
      /^[\d-]+\/\d{4}$/.test(text.replace(/\s/g, '')) ? 0.091 : /^[A-Za-z]{2}\d{2}/.test(text) ? 0.0105 : 0,
  },
]

const saysPhone = (words: string): boolean =>
  /(?:^|_)(?:tel|telefon|phone|mobil|mobile|fax|komorka)/.test(words)

/**
 * What personal identifiers a column holds, judged by its distinct texts: at least 20 % of them pass, or more than
 * chance explains (upper binomial tail below 1e-6 against the shares of random digits). Of several kinds the one that
 * most texts pass comes first. Nothing passes for an e-mail address by chance, so one in a hundred texts is enough, and
 * fewer are reported as few.
 */
export function findPersonal({ words, texts }: PersonalColumn): PersonalFinding | null {
  const filled = texts.filter((text) => text.trim() !== '')
  const found = tests.flatMap(({ kind, passes, chance }) => {
    const count = filled.filter((text) => passes(text, words)).length
    if (count === 0) return []
    const finding = { kind, share: count / filled.length, count, few: false }
    if (isPersonal(finding, words, filled, chance)) return [finding]
    return kind === 'email' ? [{ ...finding, few: true }] : []
  })
  return found.sort((a, b) => Number(a.few) - Number(b.few) || b.share - a.share)[0] ?? null
}

function isPersonal(
  { kind, share, count }: PersonalFinding,
  words: string,
  texts: readonly string[],
  chance: Test['chance'],
): boolean {
  if (kind === 'email') return share >= EMAIL_SHARE && count >= FEWEST
  if (kind === 'phone' && !saysPhone(words) && !texts.some((text) => /^\s*(?:\+|00)/.test(text))) {
    return share >= UNNAMED_PHONES && count >= FEWEST && beginLikePhones(texts)
  }
  if ((kind === 'birth-number' || kind === 'pesel') && isCounter(texts)) return false
  if (share >= SHARE && (count >= FEWEST || count === texts.length)) return true
  if (count < FEWEST || kind === 'phone') return false
  const chances = texts.map(chance).filter((p) => p > 0)
  if (chances.length === 0) return false
  const mean = chances.reduce((sum, p) => sum + p, 0) / chances.length
  return binomialUpperTail(chances.length, count, mean) < CHANCE
}

/** No Czech or Slovak number begins with 1 or 9 (with 0 it would not be in threes); of amounts every fifth does. */
const beginLikePhones = (texts: readonly string[]): boolean =>
  texts.filter((text) => /^\s*[2-8]/.test(text)).length >= UNNAMED_PHONES * texts.length

/** So few numbers lie between two that follow each other in a counter; between persons lie thousands. */
const COUNTER_STEP = 200
const COUNTER_FEWEST = 20

/** Whether all texts are digits and lie so close that they were counted up, by ones or by some step. */
function isCounter(texts: readonly string[]): boolean {
  if (texts.length < COUNTER_FEWEST || !texts.every((text) => /^\s*\d{6,15}\s*$/.test(text))) return false
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const text of texts) {
    least = Math.min(least, Number(text))
    most = Math.max(most, Number(text))
  }
  return (most - least) / texts.length < COUNTER_STEP
}

const NAME =
  /(?:^|_)(?:jmeno|prijmeni|meno|priezvisko|imie|nazwisko|surname|lastname|firstname|first_name|last_name|full_name|vorname|nachname)(?:_|$)/
const BIRTH = /narozen|narodeni|urodzen|birth|geburt|dat_nar|^dob$|(?:^|_)dob(?:_|$)/

/** Columns that together name a person: those with names, and those with dates of birth. Empty unless both are there. */
export function nameAndBirthDate(columns: readonly PersonalColumn[]): readonly number[] {
  const isIn = (pattern: RegExp, { words, texts }: PersonalColumn) =>
    pattern.test(words) && texts.some((text) => text.trim() !== '')
  const names = columns.flatMap((column, i) => (isIn(NAME, column) && column.texts.some(isName) ? [i] : []))
  const births = columns.flatMap((column, i) => (isIn(BIRTH, column) && column.texts.some(isDay) ? [i] : []))
  return names.length > 0 && births.length > 0 ? [...names, ...births] : []
}

const isName = (text: string): boolean => /^\p{Lu}[\p{L}'’.\- ]+$/u.test(text.trim())
const isDay = (text: string): boolean => /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}/.test(text)
