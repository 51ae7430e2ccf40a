/** Words that stand where a value is missing or hidden. What they mean is decided column by column, never globally. */
const missingWords = new Set([
  ':',
  '-',
  '--',
  '—',
  '–',
  '.',
  '..',
  '...',
  '…',
  'x',
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '#n/d',
  'nan',
  'null',
  'none',
  'nil',
  'i.d.',
  '*',
  '**',
  '?',
  'b.d.',
  'bd',
  'nd',
  'n.d.',
  '\\n',
  '(x)',
  '(s)',
  '(c)',
])

/** A mark for "not available", or a count hidden because it is small (`<5`). */
export const isMissingToken = (text: string): boolean => {
  const token = text.trim().toLowerCase()
  return missingWords.has(token) || /^[<≤]\s*\d{1,3}$/.test(token)
}

const NUMBER =
  /^[+\-−]?(?:\d+(?:[.,]\d+)?|\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+|[.,]\d+)(?:[eE][+-]?\d+)?[ \u00a0]?%?$/u
const MONEY = /^[$€£][ \u00a0]?-?\d[\d .,\u00a0]*$|^-?\d[\d .,\u00a0]*[ \u00a0]?(?:Kč|zł|€|EUR|CZK|PLN)$/u
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/

export const isNumberLike = (text: string): boolean => NUMBER.test(text) || MONEY.test(text)
export const isDateLike = (text: string): boolean => DATE.test(text) || TIME.test(text)

/** A value that a person would not use as the heading of a column, years apart. */
export const isTyped = (text: string): boolean => {
  const trimmed = text.trim()
  return trimmed !== '' && (isNumberLike(trimmed) || isDateLike(trimmed))
}

export const isYear = (text: string): boolean => /^\s*(?:1[89]|20)\d{2}\s*$/.test(text)

const UNIT =
  /^(?:%|‰|°[CFK]?|°|(?:tis\.|tys\.|mil\.|mld\.|mio\.?|thousand|million)?\s?(?:Kč|CZK|EUR|€|zł|PLN|Ft|USD|\$)|(?:tis\. |tys\. )?(?:osob[ay]?|osoby|os\.|lidí|persons?|people|osób|Personen|ks|kusy|szt\.?|počet|liczba|number)|[µunmkMGT]?(?:g|l|m|m[23²³]|W|Wh|V|A|Pa|hPa|J|Hz|s|Hz|B|lx|lm|S|t)|k[mg]²?|km\/h|m\/s|ha|t|h|hod\.?|min\.?|dB(?:\(A\))?|ppm|ppb|pH|bar|[µunmk]?g\/(?:m3|m³|l|kg)|[A-Za-zµ°]{1,3}[-./][a-zA-Z²³0-9]{1,4}|kWh\/\w+|mm|cm|mg|kg)$/u

/** A unit as it stands alone under a heading, in brackets or without: `kWh`, `(tis. Kč)`, `µg/m3`. */
export const isUnit = (text: string): boolean => UNIT.test(text.trim().replace(/^[([](.*)[)\]]$/, '$1'))
