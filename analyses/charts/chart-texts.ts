import type { Locale } from '../model/locale'
import type { Row } from '../model/table'
import { formatCell, unitLabel } from './cell-format'
import type { ChartColumn } from './completion'

/** The column that holds a number as words, so that a label in the picture says what the table says. */
export const textField = (field: string): string => `${field}__text`

/** Numbers drawn as text, formatted with their unit; an absent one draws nothing. */
export function textsOf(
  row: Row,
  fields: ReadonlySet<string>,
  columns: ReadonlyMap<string, ChartColumn>,
  digits: ReadonlyMap<string, number | null>,
  locale: Locale,
): Row {
  return Object.fromEntries(
    [...fields].map((field) => {
      const unit = columns.get(field)?.unit ?? 'number'
      const cell = row[field]
      // Vega writes an absent value as the word "null".
      if (cell === null || cell === undefined) return [textField(field), '']
      if (typeof cell === 'string') return [textField(field), cell]
      const label = columns.get(field)?.unitText ?? unitLabel(unit, locale)
      const text = formatCell(cell, unit, locale, digits.get(field) ?? null)
      // English writes the sign of per cent close.
      const gap = label === '' || (label === '%' && locale === 'en') ? '' : '\u00a0'
      return [textField(field), `${text}${gap}${label}`]
    }),
  )
}
