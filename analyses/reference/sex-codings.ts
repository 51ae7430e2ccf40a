import { plainSpelling, sexOf } from './sex-codes'

/** F, M, T as in SDMX CL_SEX; U: unknown, other, not stated. */
export type SexCode = 'F' | 'M' | 'T' | 'U'

export interface SexCoding {
  /** `words`: letters and words; `digits-1-2`: 1 men, 2 women; `labels`: as a column of words beside it says. */
  readonly id: 'words' | 'digits-1-2' | 'labels'
  /** Each text of the column -> its code. */
  readonly codes: ReadonlyMap<string, SexCode>
  /** Texts that nothing says anything about. */
  readonly unknown: readonly string[]
  /** False: a convention, which the person has to confirm. */
  readonly sure: boolean
}

const UNKNOWN: ReadonlySet<string> = new Set([
  'u',
  'unk',
  'unknown',
  'x',
  'n',
  'na',
  'nap',
  'd',
  'diverse',
  'divers',
  'other',
  'jine',
  'jiny',
  'inne',
  'inna',
  'nezjisteno',
  'neuvedeno',
  'nezname',
  'nieznana',
  'nieznane',
  'brak danych',
  'not stated',
  'nr',
  'o',
  'nb',
  'non-binary',
  'nonbinary',
  'prefer not to say',
  'keine angabe',
  'nezadano',
  'neurceno',
])

/** French H (hommes) beside F; Spanish H (hombres) beside M, which then means women. */
function lettersOf(plain: readonly string[]): ReadonlyMap<string, SexCode> {
  const has = (letter: string) => plain.includes(letter)
  if (has('h') && has('m') && !has('f'))
    return new Map([
      ['h', 'M'],
      ['m', 'F'],
    ])
  return has('h') && has('f') ? new Map([['h', 'M']]) : new Map()
}

const isCode = (code: string | null): code is SexCode => code === 'F' || code === 'M' || code === 'T'

/**
 * How a column writes sex, or null when its texts are not about it. `labels` gives each text the words that stand
 * beside it in another column, where there is one: then nothing is a guess.
 */
export function sexCodingOf(
  texts: readonly string[],
  named: boolean,
  labels: ReadonlyMap<string, string> | null = null,
): SexCoding | null {
  const filled = texts.filter((text) => text.trim() !== '')
  if (filled.length === 0 || filled.length > 8) return null
  const digits = filled.every((text) => /^0?\d$/.test(text.trim()))
  if (digits) return named ? digitCoding(filled, labels) : null
  const letters = lettersOf(filled.map(plainSpelling))
  const read = (text: string): SexCode | null => {
    const plain = plainSpelling(text)
    const code = letters.get(plain) ?? (/^\d+$/.test(plain) ? null : sexOf(plain))
    if (isCode(code)) return code
    return UNKNOWN.has(plain) ? 'U' : null
  }
  const coding = codingFrom('words', filled, read, true)
  const split = new Set(coding.codes.values())
  const speaks = split.has('F') || (split.has('M') && (named || split.size > 1))
  if (!speaks) return null
  // One letter may be anything; without the name both sexes have to be there and nothing else.
  if (!named && (coding.unknown.length > 0 || !split.has('F') || !(split.has('M') || split.has('T'))))
    return null
  return coding.unknown.length * 2 > filled.length ? null : coding
}

/** 1 men, 2 women (list 102 of the Czech Statistical Office, ISO/IEC 5218, Istat); 0 and 9 are left open. */
function digitCoding(texts: readonly string[], labels: ReadonlyMap<string, string> | null): SexCoding | null {
  if (labels !== null) {
    const read = (text: string): SexCode | null => {
      const code = sexOf(labels.get(text) ?? '')
      return isCode(code) ? code : UNKNOWN.has(plainSpelling(labels.get(text) ?? '')) ? 'U' : null
    }
    const coding = codingFrom('labels', texts, read, true)
    if (coding.unknown.length === 0) return coding
  }
  const numbers = new Set(texts.map((text) => Number(text)))
  if (!numbers.has(1) || !numbers.has(2)) return null
  const read = (text: string): SexCode | null => (Number(text) === 1 ? 'M' : Number(text) === 2 ? 'F' : null)
  return codingFrom('digits-1-2', texts, read, false)
}

function codingFrom(
  id: SexCoding['id'],
  texts: readonly string[],
  read: (text: string) => SexCode | null,
  sure: boolean,
): SexCoding {
  const pairs = texts.map((text) => [text, read(text)] as const)
  return {
    id,
    codes: new Map(pairs.flatMap(([text, code]) => (code === null ? [] : [[text, code] as const]))),
    unknown: pairs.flatMap(([text, code]) => (code === null ? [text] : [])),
    sure,
  }
}
