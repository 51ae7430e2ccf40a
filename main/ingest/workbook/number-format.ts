/** What a number format makes of a number, as far as it changes what the number is. */
export type NumberFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'proportion' }
  /** Shown with at least so many digits: a code. */
  | { readonly kind: 'padded'; readonly digits: number }
  | { readonly kind: 'date' | 'time' | 'timestamp' | 'duration' }

export const plainNumber: NumberFormat = { kind: 'number' }

const builtIn = new Map<number, NumberFormat>([
  [9, { kind: 'proportion' }],
  [10, { kind: 'proportion' }],
  // ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates of East Asian editions.
  ...range(14, 17, 'date'),
  ...range(18, 21, 'time'),
  ...range(22, 22, 'timestamp'),
  ...range(27, 31, 'date'),
  ...range(32, 35, 'time'),
  ...range(36, 36, 'date'),
  ...range(45, 45, 'time'),
  ...range(46, 46, 'duration'),
  ...range(47, 47, 'time'),
  ...range(50, 58, 'date'),
])

function range(from: number, to: number, kind: 'date' | 'time' | 'timestamp' | 'duration') {
  return Array.from({ length: to - from + 1 }, (_, i): [number, NumberFormat] => [from + i, { kind }])
}

/** Format by its number, with the workbook's own ones. */
export function formatByNumber(number: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(number)
  return code === undefined ? (builtIn.get(number) ?? plainNumber) : parseFormat(code)
}

const parsed = new Map<string, NumberFormat>()

/** Format by its code (`dd.mm.yyyy`, `0.0%`, `[h]:mm`, `00000`). */
export function parseFormat(code: string): NumberFormat {
  const known = parsed.get(code)
  if (known !== undefined) return known
  const format = read(code)
  if (parsed.size < 10_000) parsed.set(code, format)
  return format
}

function read(code: string): NumberFormat {
  const [positive = ''] = withoutTexts(code).split(';')
  if (/^\s*general\s*$/i.test(positive)) return plainNumber
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return { kind: 'duration' }
  const bare = positive.replace(/\[[^\]]*\]/g, '')
  const zeros = bare.replace(/[\s\u00a0\-/]/g, '')
  if (/^0{2,}$/.test(zeros)) return { kind: 'padded', digits: zeros.length }
  if (/%/.test(bare)) return { kind: 'proportion' }
  // E+00 is an exponent, General may stand among texts; era letters (e, g, b) come with years or are none.
  const letters = bare.replace(/general/gi, '').replace(/e[+-]/gi, '')
  // Digits stand in dates only as fractions of a second.
  if (/[#?0]/.test(letters.replace(/s[.,]0+/gi, 's'))) return plainNumber
  const clock = /[hs]|am\/pm|a\/p/i.test(letters)
  const calendar = /[yd]/i.test(letters) || (/m/i.test(letters) && !clock)
  if (calendar) return { kind: clock ? 'timestamp' : 'date' }
  return clock ? { kind: 'time' } : plainNumber
}

/** Without quoted texts, escaped letters, padding (`_x`) and filling (`*x`). */
const withoutTexts = (code: string): string => code.replace(/"[^"]*"|\\.|_.|\*./g, '')
