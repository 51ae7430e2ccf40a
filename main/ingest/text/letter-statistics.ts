import { byteTable, type SingleByteEncoding } from './encodings'

/**
 * How often each letter beyond a-z stands among a language's letters, per thousand. Rounded figures of our own
 * for ordinary running text: only their order of size matters here.
 */
const languages: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  cs: {
    á: 22,
    č: 10,
    ď: 0.3,
    é: 13,
    ě: 16,
    í: 33,
    ň: 0.7,
    ó: 0.3,
    ř: 12,
    š: 8,
    ť: 0.4,
    ú: 1.4,
    ů: 7,
    ý: 11,
    ž: 10,
  },
  sk: {
    á: 18,
    ä: 0.4,
    č: 10,
    ď: 2,
    é: 8,
    í: 10,
    ľ: 4,
    ĺ: 0.1,
    ň: 1,
    ó: 1,
    ô: 2,
    ŕ: 0.1,
    š: 9,
    ť: 6,
    ú: 9,
    ý: 10,
    ž: 10,
  },
  pl: { ą: 10, ć: 4, ę: 11, ł: 18, ń: 2, ó: 8, ś: 7, ź: 0.6, ż: 8 },
  hu: { á: 34, é: 37, í: 6, ó: 10, ö: 10, ő: 9, ú: 3, ü: 6, ű: 2 },
  de: { ä: 6, ö: 3, ü: 7, ß: 3 },
  sl: { č: 12, š: 10, ž: 7, ć: 4, đ: 2 },
  ro: { ă: 22, â: 5, î: 10, ş: 14, ţ: 11 },
  fr: { à: 5, â: 0.5, ç: 1, è: 3, é: 19, ê: 2, ë: 0.1, î: 0.4, ï: 0.1, ô: 0.6, ù: 0.6, û: 0.5, œ: 0.2 },
  es: { á: 5, é: 4, í: 7, ñ: 3, ó: 8, ú: 2, ü: 0.1 },
  pt: { á: 5, à: 1, â: 1, ã: 7, ç: 5, é: 4, ê: 4, í: 3, ó: 3, ô: 1, õ: 1, ú: 2 },
  it: { à: 6, è: 3, é: 1, ì: 1, ò: 2, ù: 2 },
  nordic: { å: 13, ä: 18, ö: 13, æ: 9, ø: 9, é: 0.3, ð: 2, þ: 2 },
  baltic: {
    ā: 30,
    č: 3,
    ē: 17,
    ė: 12,
    ę: 3,
    ģ: 1,
    ī: 17,
    į: 6,
    ķ: 1,
    ļ: 3,
    ņ: 4,
    š: 10,
    ū: 8,
    ų: 12,
    ž: 6,
    õ: 10,
    ä: 8,
    ü: 5,
    ö: 3,
    ą: 4,
  },
}

const UNDEFINED_BYTE = -12
const SYMBOL_INSIDE_WORD = -6
const STRANGE_SYMBOL = -1.5
const FOREIGN_LETTER = -2.5
const WRONG_CASE = -3
const NO_RHYTHM = -1.2

const ordinarySymbols = new Set([...'\u00a0§°€£„“”‚‘’–—…²³µ%×·«»'])
const vowels = new Set([...'aeiouyáäâãàåăąāéěêèëęėēíîïìīįóôöòõøőúůüûùűūųýæœ'])

/** A run of letters and high bytes, at least one of them high. */
export type Word = Uint8Array

/** Log-plausibility of the words when their bytes are read in this encoding; 0 is neutral, higher is better. */
export function plausibility(words: Iterable<Word>, encoding: SingleByteEncoding): number {
  const table = byteTable(encoding)
  let total = 0
  for (const word of words) {
    const letters = Array.from(word, (byte) => table[byte] ?? null)
    const common = letters.reduce((sum, _, i) => sum + contextScore(word, letters, i), 0)
    const scores = Object.values(languages).map((share) => languageScore(word, letters, share))
    total += common + Math.max(...scores)
  }
  return total
}

const isLetter = (text: string | null | undefined): text is string => text != null && /\p{L}/u.test(text)

/** What holds in any language: symbols do not stand inside words, capitals do not follow small letters, sounds alternate. */
function contextScore(word: Word, letters: readonly (string | null)[], i: number): number {
  if ((word[i] ?? 0) < 0x80) return 0
  const letter = letters[i]
  if (letter == null) return UNDEFINED_BYTE
  const before = letters[i - 1]
  const after = letters[i + 1]
  if (!isLetter(letter)) {
    if (isLetter(before) && isLetter(after) && letter !== '\u00a0') return SYMBOL_INSIDE_WORD
    return ordinarySymbols.has(letter) ? 0 : STRANGE_SYMBOL
  }
  const capitalInside = letter !== letter.toLowerCase() && isLetter(before) && before === before.toLowerCase()
  return (capitalInside ? WRONG_CASE : 0) + rhythm(letter, before, after)
}

function rhythm(letter: string, before: string | null | undefined, after: string | null | undefined): number {
  if (!isLetter(before) || !isLetter(after)) return 0
  const [a, b, c] = [before, letter, after].map((each) => vowels.has(each.toLowerCase()))
  const softBeforeVowel = /[ńćśź]/i.test(letter) && c === true
  return (a === b && b === c ? NO_RHYTHM : 0) + (softBeforeVowel ? NO_RHYTHM : 0)
}

/**
 * One word is in one language: lists of European regions mix languages from row to row. Every language may stand
 * in every encoding, so that a letter which two encodings share cannot tip the scales between them.
 */
function languageScore(
  word: Word,
  letters: readonly (string | null)[],
  share: Readonly<Record<string, number>>,
): number {
  return letters.reduce((sum, letter, i) => {
    if ((word[i] ?? 0) < 0x80 || !isLetter(letter)) return sum
    const perThousand = share[letter.toLowerCase()]
    return sum + (perThousand === undefined ? FOREIGN_LETTER : Math.log10(perThousand / 10))
  }, 0)
}
