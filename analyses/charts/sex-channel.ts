import type { Locale } from '../model/locale'
import type { Completion } from './completion'
import { legendOffset } from './legends'
import { chartMessages } from './messages'
import { isJson, type Json } from './theme'
import { sexMarks } from './tokens'

type SexCodes = readonly [string, string, string, string]
const codeSets: readonly SexCodes[] = [
  ['F', 'M', 'T', 'F-M'],
  ['women', 'men', 'total', 'difference'],
]

const valuesOf = (field: string, { rows, foldedNames }: Completion): readonly string[] => [
  ...new Set(foldedNames.get(field) ?? rows.map((row) => String(row[field] ?? ''))),
]

const codesOf = (field: string, completion: Completion): SexCodes | null => {
  const values = valuesOf(field, completion).filter((value) => value !== '')
  if (values.length === 0) return null
  return codeSets.find((codes) => values.every((value) => codes.includes(value))) ?? null
}

/** A column of sexes is known by its values: F, M, T, or women, men, total as a fold makes them. */
export const isSexField = (field: string, completion: Completion): boolean =>
  codesOf(field, completion) !== null

/** A sex code in words; anything else is not a sex code. */
export function sexLabel(code: string, locale: Locale): string | null {
  const { women, men, total, womenMinusMen } = chartMessages[locale]
  const place = codeSets.map((codes) => codes.indexOf(code)).find((index) => index >= 0)
  return place === undefined ? null : ([women, men, total, womenMinusMen][place] ?? null)
}

/** A name that ends with the code of its row's sex, "Graduates (F)", says it in words. */
export function withSexInWords(name: string, sex: unknown, locale: Locale): string {
  if (typeof sex !== 'string' || !name.endsWith(` (${sex})`)) return name
  const word = sexLabel(sex, locale)
  return word === null ? name : `${name.slice(0, -sex.length - 2)}(${word.toLocaleLowerCase(locale)})`
}

/** Women, men, total and their difference: fixed order, fixed look, named in the reader's language; absent ones leave no gap. */
export function completeSex(channel: string, definition: Json, field: string, completion: Completion): Json {
  const codes = codesOf(field, completion)
  if (codes === null) return definition
  const values = valuesOf(field, completion)
  const present = codes.filter((code) => values.includes(code))
  const { women, men, total, womenMinusMen } = chartMessages[completion.locale]
  // The difference is no third sex: it takes a place in the legend only where it is drawn.
  const domain = present.includes(codes[3]) ? [...codes] : codes.slice(0, 3)
  // Constant words of ours, compared with constant codes: nothing from data is in this expression.
  const labelExpr = `datum.value === '${codes[0]}' ? '${women}' : datum.value === '${codes[1]}' ? '${men}' : datum.value === '${codes[2]}' ? '${total}' : '${womenMinusMen}'`
  if (['facet', 'row', 'column'].includes(channel)) {
    return {
      title: null,
      ...definition,
      sort: [...present],
      header: { labelExpr, ...json(definition['header']) },
    }
  }
  if (channel === 'x' || channel === 'y') {
    const axis = definition['axis'] === null ? null : { title: null, labelExpr, ...json(definition['axis']) }
    return { ...definition, axis, scale: { ...json(definition['scale']), domain: present } }
  }
  const legend =
    definition['legend'] === null
      ? null
      : {
          title: null,
          labelExpr,
          values: present,
          offset: legendOffset(completion.flatTitle),
          ...json(definition['legend']),
        }
  return {
    ...definition,
    legend,
    scale: { ...json(definition['scale']), domain, ...range(channel) },
  }
}

/** Ranges named in the theme follow a change of theme; shapes and dashes are the same in all. */
function range(channel: string): Json {
  if (channel === 'shape') return { range: sexMarks.map(({ shape }) => shape) }
  if (channel === 'strokeDash') return { range: sexMarks.map(({ dash }) => dash) }
  return ['color', 'fill', 'stroke'].includes(channel) ? { range: 'sex' } : {}
}

const json = (value: unknown): Json => (isJson(value) ? value : {})
