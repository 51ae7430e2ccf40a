import type { SpecialStatus, SpecialValue } from '../../../analyses/model/column-facts'
import type { ColumnType } from '../../../analyses/model/data-set'

export interface Meaning {
  readonly status: SpecialStatus
  readonly bound?: number
}

/**
 * Marks that statistical offices, spreadsheets and databases write in place of a value. What a mark means is decided
 * column by column: it counts only in a column whose other cells are values of its type, so that NA stays Namibia.
 * Sources: signs of ČSÚ and GUS yearbooks, Eurostat special values, Destatis Zeichenerklärung, GSS symbols.
 */
const inAnyType: Readonly<Partial<Record<SpecialStatus, readonly string[]>>> = {
  missing: [
    ...[
      '-',
      '--',
      '---',
      '–',
      '—',
      '−',
      '?',
      '\\n',
      'null',
      '<null>',
      '(null)',
      'none',
      'nil',
      'nan',
      '#null!',
    ],
    ...[
      '#value!',
      '#hodnota!',
      '#arg!',
      '#ref!',
      '#odkaz!',
      '#adr!',
      '#div/0!',
      '#dělení_nulou!',
      '#dziel/0!',
    ],
    ...['#num!', '#číslo!', '#liczba!', '#name?', '#název?', '#nazwa?', '0000-00-00', 'neuvedeno', 'brak'],
  ],
  'not-available': [
    ...[
      ':',
      '.',
      '..',
      '...',
      '…',
      'na',
      'n/a',
      'n.a.',
      'n. a.',
      '#n/a',
      '#n/d',
      '#nenidostupny',
      'nd',
      'n.d.',
    ],
    ...[
      'b.d.',
      'bd',
      'i.d.',
      'id',
      'k.a.',
      'k. a.',
      '(.)',
      '[x]',
      'nedostupné',
      'není k dispozici',
      'brak danych',
    ],
  ],
  'not-applicable': ['x', '(x)', '[z]', '×', 'xx', 'nehodí se', 'n/p', 'nie dotyczy'],
}

/** Single letters and stars say this only among numbers. */
const amongNumbers: Readonly<Partial<Record<SpecialStatus, readonly string[]>>> = {
  'not-available': ['/', 'u', '[u]'],
  'not-applicable': ['z', '[z]'],
  suppressed: [
    'c',
    '(c)',
    '[c]',
    ':c',
    ': c',
    's',
    '(s)',
    '*',
    '**',
    '***',
    '#',
    '•',
    'dis',
    'ids',
    'důvěrné',
  ],
  'zero-rounded': ['0n', '(0)', '[low]'],
  nil: ['(-)'],
}

const tableOf = (groups: Readonly<Partial<Record<SpecialStatus, readonly string[]>>>) =>
  new Map(
    Object.entries(groups).flatMap(([status, tokens]) =>
      tokens.map((token) => [token, status as SpecialStatus] as const),
    ),
  )
const general = tableOf(inAnyType)
const numeric = tableOf(amongNumbers)
const BELOW = /^(?:<|&lt;|méně než|less than|under|poniżej|mniej niż|unter)\s*(\d{1,6}(?:[.,]\d{1,6})?)$/i
const AT_MOST = /^(?:≤|<=)\s*(\d{1,6})$/

/** Blanks about a token do not make it another one. */
export const bareToken = (text: string): string => text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '')

/** What a text that is no value of its column's type says; null: nothing we know. */
export function meaningOf(text: string, type: ColumnType = 'number'): Meaning | null {
  const token = bareToken(text).toLowerCase()
  const status = general.get(token)
  if (status !== undefined) return { status }
  if (type !== 'number' && type !== 'integer') return null
  const among = numeric.get(token)
  if (among !== undefined) return { status: among }
  const below = BELOW.exec(token)?.[1]
  if (below !== undefined) return { status: 'below-threshold', bound: Number(below.replace(',', '.')) }
  const most = AT_MOST.exec(token)?.[1]
  return most === undefined ? null : { status: 'below-threshold', bound: Number(most) + 1 }
}

/** Marks that mean "nothing occurred" with one office and "we do not know" with another. */
export const isOpenMark = (token: string): boolean => /^[-–—−]+$/.test(token)

/** The special values among the texts a reading cannot read; the same mark with other blanks is one. */
export function specialAmong(
  odd: readonly { readonly text: string; readonly count: number }[],
  said: Readonly<Record<string, SpecialStatus>> | undefined,
  type: ColumnType,
): readonly SpecialValue[] {
  const found = new Map<string, SpecialValue>()
  for (const { text, count } of odd) {
    const token = bareToken(text)
    const meaning = meaningSaid(token, said, type)
    if (meaning === null) continue
    found.set(token, { token, ...meaning, count: count + (found.get(token)?.count ?? 0) })
  }
  return [...found.values()]
}

/** What a person said stands alone; else what the token is known for. */
export function meaningSaid(
  token: string,
  said: Readonly<Record<string, SpecialStatus>> | undefined,
  type: ColumnType,
): Meaning | null {
  if (said === undefined) return meaningOf(token, type)
  const bare = bareToken(token)
  // A cell may be called like what every object has: constructor.
  const status = Object.hasOwn(said, bare) ? said[bare] : undefined
  if (status === undefined) return null
  const bound = status === 'below-threshold' ? meaningOf(token, 'number')?.bound : undefined
  return { status, ...(bound === undefined ? {} : { bound }) }
}

/** Marks that even a column of words hardly means as words. */
const AMONG_WORDS = new Set(['na', 'n/a', '#n/a', '#n/d', 'null', '<null>', 'nan', ':', '..', '-', '–', '?'])

/**
 * Marks to be proposed in a column of texts. They stay texts until a person says so: NA is Namibia among country
 * codes, so codes of two letters speak against it.
 */
export function marksAmongWords(texts: readonly { readonly text: string }[]): readonly string[] {
  const tokens = [...new Set(texts.map(({ text }) => bareToken(text)))]
  const others = tokens.filter((token) => !AMONG_WORDS.has(token.toLowerCase()))
  const pairs = others.filter((token) => /^[A-Z]{2}$/.test(token)).length
  const isCodes = pairs > 1 && pairs >= others.length * 0.5
  return tokens.filter(
    (token) => AMONG_WORDS.has(token.toLowerCase()) && !(isCodes && /^[A-Z]{2}$/i.test(token)),
  )
}
