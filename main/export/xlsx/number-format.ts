import type { OutputUnit } from '../../../analyses/model/pack-manifest'

/**
 * How a spreadsheet shows a stored number; the number itself is never changed. The program puts the reader's own
 * decimal mark and group mark in place of the point and the comma. Null: a text, which no program may guess about.
 */
export function numberFormat(unit: OutputUnit, value: number): string | null {
  switch (unit) {
    case 'proportion':
      return '0.0%'
    case 'proportion-difference':
      return '+0.0%;-0.0%;0.0%'
    case 'persons':
      return Number.isInteger(value) ? '#,##0' : '#,##0.0'
    case 'ratio':
    case 'index':
    case 'p-value':
      return '0.000'
    case 'source':
    case 'source-difference':
    case 'number':
    case 'percent':
      return byMagnitude(value)
    case 'text':
    case 'boolean':
    case 'code':
    case 'period':
    case 'status':
    case 'shape':
      return null
  }
}

/** Four figures that say something, however large or small the number is. */
function byMagnitude(value: number): string {
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e15) return '#,##0'
  if (size >= 1000) return '#,##0'
  if (size >= 100) return '#,##0.0'
  if (size >= 1) return '0.00'
  return size >= 0.001 ? '0.0000' : '0.00E+00'
}
