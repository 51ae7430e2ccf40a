import { type CellValue, textValue } from '../cells'
import { numberText } from '../number-text'
import type { Attributes } from '../xml'

/**
 * A cell of OpenDocument: its value stands in an attribute by type, its text in paragraphs. Null: an empty cell.
 * Names of attributes come with their usual prefix (`office:value`), as every program writes them.
 */
export function odsValue(attributes: Attributes, text: string | null): CellValue | null {
  if (attributes['calcext:value-type'] === 'error') return { kind: 'error', text: text ?? '#N/A' }
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
      return numberValue(attributes['office:value'], 'number', text)
    case 'percentage':
      return numberValue(attributes['office:value'], 'proportion', text)
    case 'date':
      return { kind: 'date', text: dateOf(attributes['office:date-value'] ?? text ?? '') }
    case 'time':
      return { kind: 'date', text: clockOf(attributes['office:time-value'] ?? text ?? '') }
    case 'boolean':
      return { kind: 'boolean', text: attributes['office:boolean-value'] === 'true' ? 'true' : 'false' }
    case 'string':
      return textOrError(attributes, text ?? attributes['office:string-value'] ?? '')
    default:
      break
  }
  const formula = attributes['table:formula']
  if (formula !== undefined && (text ?? '') === '')
    return { kind: 'uncalculated', text: plainFormula(formula) }
  return text === null ? null : textValue(text)
}

/** Programs that write no type for errors leave their text: only behind a formula is it one. */
function textOrError(attributes: Attributes, text: string): CellValue {
  const error = attributes['table:formula'] !== undefined && /^(?:#[A-Z0-9/]+[!?]?|Err:\d{3})$/.test(text)
  return error ? { kind: 'error', text } : textValue(text)
}

function numberValue(
  value: string | undefined,
  kind: 'number' | 'proportion',
  text: string | null,
): CellValue {
  const exact = value === undefined || value.trim() === '' ? null : numberText(Number(value))
  return exact === null ? textValue(text ?? '') : { kind, text: exact }
}

/** `of:=SUM([.A1:.A3])` */
const plainFormula = (formula: string): string => formula.replace(/^[a-z]+:(?==)/, '')

/** ISO already; some programs write a midnight that nobody typed, or more digits than a clock has. */
const dateOf = (value: string): string => value.replace(/(\.\d{3})\d+$/, '$1').replace(/\.0+$/, '')

/** `PT10H09M08.500S` as 10:09:08.5 */
function clockOf(value: string): string {
  const parts = /^(-)?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?$/.exec(value)
  if (parts === null) return value
  const [, minus = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts
  const two = (number: string | number) => String(number).padStart(2, '0')
  const rest = fraction.slice(0, 3).replace(/0+$/, '')
  const clock = `${two(Number(days) * 24 + Number(hours))}:${two(minutes)}:${two(seconds)}`
  return `${minus}${clock}${rest === '' ? '' : `.${rest}`}`
}
