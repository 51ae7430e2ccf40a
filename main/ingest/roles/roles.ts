import type { ColumnRole, ColumnType } from '../../../analyses/model/data-set'
import { isUnit } from '../csv/cell-kinds'
import { codeWords, nameWords } from './name-words'

/** What a guess is made from: the plain name, the type, and distinct texts of the column (a sample will do). */
export interface RoleEvidence {
  readonly name: string
  readonly type: ColumnType
  readonly texts: readonly string[]
  /** Distinct values and filled cells of the whole column, or of the sample in a preview. */
  readonly distinct: number
  readonly filled: number
}

const sexValues = new Set([
  'f',
  'm',
  't',
  'z',
  'k',
  'w',
  'muz',
  'muzi',
  'zena',
  'zeny',
  'celkem',
  'women',
  'men',
  'woman',
  'man',
  'female',
  'male',
  'females',
  'males',
  'total',
  'kobieta',
  'kobiety',
  'mezczyzna',
  'mezczyzni',
  'ogolem',
  'frauen',
  'manner',
  'weiblich',
  'mannlich',
  'insgesamt',
  'frau',
  'mann',
  'both',
  'both_sexes',
  'spolu',
  'muzske',
  'zenske',
  'diverse',
  'unk',
  'nap',
])

const NUTS =
  /^(?:AL|AT|BA|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|ME|MK|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|TR|UA|UK|XK)[0-9A-Z]{0,4}$/
const EU = /^(?:EU|EA|EEA|EFTA)\d{0,2}(?:_\d{4})?$/
const LAU = /^CZ\d{3}[0-9A-Z]?$|^\d{6}$/
const PERIOD = /^(?:18|19|20|21)\d{2}(?:[-_ ]?(?:Q[1-4]|S[12]|H[12]|W\d{2}|M?(?:0[1-9]|1[0-2])))?$/
const AGE =
  /^(?:Y\d{1,3}(?:[-T]\d{1,3})?|Y_?(?:GE|LT|GT)\d{1,3}|\d{1,3}\s?[-–]\s?\d{1,3}|\d{2,3}\+|TOTAL|UNK|NAP)$/i

/** Inflected forms: kraje, okresu, gminy, municipalities. */
const TERRITORY_STEM =
  /(?:^|_)(?:kraj|okres|obec|obc[eí]|uzemi|region|gmin|powiat|wojewod|municip|district|count(?:y|ies|ry)|gemeinde)[a-z]{0,5}(?:_|$)/
/** Names of places are not keys: fourteen Czech villages are called Nová Ves. */
const NAME_OF_SOMETHING = /(?:^|_)(?:nazev|nazvy|name|names|label|nazwa|txt|text|bezeichnung)(?:_|$)|name$/

/** The status of a person is a breakdown, not a mark on a value. */
const STATUS_OF_PEOPLE =
  /professional|marital|civil|employ|labou?r|work|social|economic|migra|legal|education|health|rodinny|stavu_manzel|pracovn|ekonomick|zamestn|spoleczn|zawodow|erwerb|familien/

const words = (name: string): readonly string[] => {
  const parts = name.split('_')
  return [...parts, parts.join(''), ...parts.slice(1).map((part, i) => `${parts[i]}${part}`)]
}

export const hasWord = (name: string, role: keyof typeof nameWords): boolean =>
  words(name).some((word) => nameWords[role].includes(word))

/** A name that speaks of a place or of a code of one. */
export const namesPlace = (name: string): boolean =>
  (hasWord(name, 'territory') || TERRITORY_STEM.test(name)) && !NAME_OF_SOMETHING.test(name)

/** A name that says the column holds names: nazev_kraje, country_name. */
export const namesSomething = (name: string): boolean => NAME_OF_SOMETHING.test(name)

/** A name that says "this is a code": its digits are never added up. */
export const saysCode = (name: string): boolean =>
  words(name).some((word) => codeWords.has(word)) || /(?:^|_)(?:kod|code|id)(?:_|$)|_kod$|code$/.test(name)

/** A guess from name and values; the person sees and may change it. Values decide where they are clear. */
export function guessRole(evidence: RoleEvidence): ColumnRole {
  const { name, type, texts } = evidence
  const share = (pattern: RegExp): number =>
    texts.length === 0 ? 0 : texts.filter((text) => pattern.test(text.trim())).length / texts.length
  if (isSex(evidence)) return 'sex'
  const isNumber = type === 'integer' || type === 'number'
  if (hasWord(name, 'status') && !isNumber && !STATUS_OF_PEOPLE.test(name)) return 'status'
  if (hasWord(name, 'age') && (isNumber || share(AGE) > 0.5 || type === 'text')) return 'age'
  if (type === 'date' || type === 'timestamp') return 'period'
  if (hasWord(name, 'period') && share(PERIOD) > 0.9) return 'period'
  if (isTerritory(evidence, share)) return 'territory'
  if (type === 'integer' && share(PERIOD) === 1 && texts.length > 1 && evidence.distinct <= 150)
    return 'period'
  if (!isNumber && share(AGE) > 0.9 && texts.length > 2 && share(/^\d{2,3}$/) < 0.5) return 'age'
  if (hasWord(name, 'identifier') && type !== 'number') return 'identifier'
  if (isNumber) return 'measure'
  if (type === 'boolean') return 'category'
  if (type === 'code') return evidence.distinct === evidence.filled ? 'identifier' : 'category'
  return evidence.distinct <= Math.max(50, evidence.filled * 0.2) && evidence.distinct < evidence.filled
    ? 'category'
    : 'text'
}

function isSex({ name, texts, distinct }: RoleEvidence): boolean {
  if (distinct === 0 || distinct > 6) return false
  const plain = texts.map((text) =>
    text
      .trim()
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replaceAll('ł', 'l')
      .replaceAll(' ', '_'),
  )
  const known = plain.filter((text) => sexValues.has(text)).length
  if (hasWord(name, 'sex')) return known > 0 || plain.every((text) => /^[0-9]?$/.test(text))
  return (
    known === plain.length &&
    plain.some((text) => /^(?:f|z|k|w|zen|wom|fem|kob|frau|weib)/.test(text)) &&
    plain.length >= 2
  )
}

function isTerritory(
  { name, type, texts, distinct }: RoleEvidence,
  share: (pattern: RegExp) => number,
): boolean {
  if (type === 'number' || type === 'boolean') return false
  const codes = share(NUTS) + share(EU)
  const named = namesPlace(name)
  if (named && type !== 'integer') return true
  if (named && share(LAU) > 0.9) return true
  return texts.length >= 3 && distinct >= 3 && codes > 0.9 && texts.some((text) => text.trim().length > 2)
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/[[(]\s*([^\])]{1,20}?)\s*[\])]\s*$/, ''],
  [/(?:^|\s)v\s+(%|Kč|tis\. Kč|mil\. Kč)$/i, ''],
  [/(%)/, ''],
]

/** A unit that the header states: in brackets at its end, behind a bar (`S1|PM10|µg/m3`), or a per cent sign. */
export function unitOf(label: string, type: ColumnType): string | null {
  if (type !== 'number' && type !== 'integer') return null
  for (const [pattern] of UNITS) {
    const unit = pattern.exec(label)?.[1]?.trim()
    if (unit !== undefined && /[\p{L}%°µ€$]/u.test(unit) && unit.split(/\s+/).length <= 3) return unit
  }
  const barred = label.includes('|') ? (label.split('|').at(-1) ?? '').trim() : ''
  if (isUnit(barred)) return barred
  return /percent|procent|podil|podíl/i.test(label) ? '%' : null
}
