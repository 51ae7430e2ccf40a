import type { OutputUnit } from '../model/pack-manifest'
import type { Cell } from '../model/table'

const mostDigits = 6

/** Digits after the decimal mark that the number itself has, beyond the noise of binary arithmetic. */
function ownDigits(value: number): number {
  const [figures = '', exponent = '0'] = value.toExponential(11).split('e')
  const decimals = figures.replace(/0+$/, '').split('.')[1]?.length ?? 0
  return Math.max(0, decimals - Number(exponent))
}

const leadingPlace = (value: number): number => Math.floor(Math.log10(Math.abs(value)))

/**
 * One number of decimals for a whole column, so that its numbers stand under each other and compare: three figures
 * that count for a number of the usual size, enough for the smallest not to be written as zero (two more at most),
 * and never more than the numbers have. Null where the unit alone decides.
 */
export function columnDigits(values: readonly (Cell | undefined)[], unit: OutputUnit): number | null {
  if (!measured.has(unit)) return null
  const numbers = values.filter((value) => typeof value === 'number' && Number.isFinite(value))
  const sizes = numbers.map(Number).filter((value) => value !== 0)
  const own = sizes.reduce((most, value) => Math.max(most, ownDigits(value)), 0)
  if (unit === 'persons') return Math.min(own, 1)
  if (unit === 'ratio' || unit === 'index') return Math.min(own, 3)
  const places = sizes.map(leadingPlace).sort((a, b) => a - b)
  const usual = 2 - (places[Math.floor(places.length / 2)] ?? 2)
  const smallest = Math.min(-(places[0] ?? 0), usual + 2)
  return Math.max(0, Math.min(own, Math.max(usual, smallest), mostDigits))
}

const measured: ReadonlySet<OutputUnit> = new Set([
  'persons',
  'number',
  'source',
  'source-difference',
  'percent',
  'ratio',
  'index',
])
