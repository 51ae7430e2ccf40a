import type { OutputUnit } from '../model/pack-manifest'
import type { Cell, Row } from '../model/table'

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

/** Powers of ten from which two indicators are of different size. */
const apart = 2

function usualPlace(values: readonly Cell[]): number | null {
  const places = values
    .filter((value) => typeof value === 'number' && Number.isFinite(value) && value !== 0)
    .map((value) => leadingPlace(Number(value)))
    .sort((a, b) => a - b)
  return places[Math.floor(places.length / 2)] ?? null
}

/** Columns that say what a row measures; rows of two indicators are never compared by the size of their numbers. */
const measuring: ReadonlySet<string> = new Set([
  'indicator',
  'predictor',
  'covariate',
  'variable',
  'quantity',
  'measure',
])

interface Measured {
  readonly name: string
  readonly unit: OutputUnit
}

const says = ({ name, unit }: Measured): boolean =>
  (measuring.has(name) && (unit === 'code' || unit === 'status' || unit === 'text')) ||
  (name === 'unit' && unit === 'text')

/**
 * Decimals of the numbers of one column, by row: one choice for the whole column (`columnDigits`), or one for each
 * indicator where several share it, so that 81.3 stands beside 23,953 and neither has the digits of the other.
 */
export function digitsByRow(
  rows: readonly Row[],
  { name, unit }: Measured,
  columns: Iterable<Measured>,
): (row: Row) => number | null {
  const groups = [...columns].filter(says).map((column) => column.name)
  const groupOf = (row: Row) => JSON.stringify(groups.map((group) => row[group] ?? null))
  const values = new Map<string, Cell[]>()
  for (const row of rows) {
    const group = groupOf(row)
    const known = values.get(group) ?? []
    known.push(row[name] ?? null)
    values.set(group, known)
  }
  const sizes = [...values.values()].flatMap((numbers) => usualPlace(numbers) ?? [])
  // Numbers of about one size (shares, standardised values) compare across indicators: they have one choice.
  if (Math.max(...sizes) - Math.min(...sizes) < apart) {
    const all = columnDigits([...values.values()].flat(), unit)
    return () => all
  }
  const digits = new Map([...values].map(([group, numbers]) => [group, columnDigits(numbers, unit)]))
  return (row) => digits.get(groupOf(row)) ?? null
}
