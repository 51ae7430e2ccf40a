import { expectationMaximisation } from './expectation-maximisation'
import { meanOf, quantileOf } from './moments'

export const imputations = [
  'none',
  'mean',
  'median',
  'group-mean',
  'group-median',
  'em',
  'latest',
  'nearest',
  'linear',
  'linear-constant',
] as const
export type Imputation = (typeof imputations)[number]

export interface Imputed {
  readonly values: Float64Array
  /** For each row the row its value was taken from, -1 where it is its own or comes from many. */
  readonly source: Int32Array
}

export interface ImputeScope {
  readonly units: readonly string[]
  readonly periods: readonly string[]
  readonly groups: readonly (string | null)[]
}

/**
 * Missing numbers of one indicator, filled within each period: the mean or median of all units (`mean`, `median`) or
 * of the unit's group (`group-mean`, `group-median`; a group without any number stays missing), or from the unit's
 * own other periods: `latest` the last earlier one, `nearest` the closest one (the earlier of two), `linear` on the
 * line between two, `linear-constant` likewise with the ends carried on. Distances in time count in years where
 * periods are years, else in places. `em` looks at several indicators and is done by `imputeJointly`.
 */
export function impute(column: Float64Array, how: Imputation, scope: ImputeScope): Imputed {
  const source = new Int32Array(column.length).fill(-1)
  switch (how) {
    case 'none':
    case 'em':
      return { values: Float64Array.from(column), source }
    case 'mean':
    case 'median':
      return { values: byGroup(column, how === 'mean', scope.periods), source }
    case 'group-mean':
    case 'group-median': {
      const keys = scope.groups.map((group, row) =>
        group === null ? null : JSON.stringify([scope.periods[row], group]),
      )
      return { values: byGroup(column, how === 'group-mean', keys), source }
    }
    default:
      return overTime(column, how, scope)
  }
}

/** Indicators of one node together, by the expectation-maximisation algorithm; each column scaled first. */
export function imputeJointly(columns: readonly Float64Array[]): readonly Float64Array[] {
  return expectationMaximisation(columns)
}

function byGroup(column: Float64Array, mean: boolean, keys: readonly (string | null)[]): Float64Array {
  const found = new Map<string, number[]>()
  column.forEach((value, row) => {
    const key = keys[row] ?? null
    if (key === null || Number.isNaN(value)) return
    const values = found.get(key)
    if (values === undefined) found.set(key, [value])
    else values.push(value)
  })
  const centres = new Map(
    [...found].map(([key, values]) => [
      key,
      mean ? meanOf(values) : quantileOf(Float64Array.from(values).sort(), 0.5),
    ]),
  )
  return column.map((value, row) =>
    Number.isNaN(value) ? (centres.get(keys[row] ?? '\u0000') ?? Number.NaN) : value,
  )
}

function overTime(
  column: Float64Array,
  how: 'latest' | 'nearest' | 'linear' | 'linear-constant',
  { units, periods }: ImputeScope,
): Imputed {
  const times = timesOf(periods)
  const rows = new Map<string, number[]>()
  units.forEach((unit, row) => {
    if (Number.isNaN(column[row])) return
    const known = rows.get(unit)
    if (known === undefined) rows.set(unit, [row])
    else known.push(row)
  })
  const values = Float64Array.from(column)
  const source = new Int32Array(column.length).fill(-1)
  const take = (row: number, other: number | undefined) => {
    if (other === undefined) return
    values[row] = column[other] ?? Number.NaN
    source[row] = other
  }
  for (const known of rows.values()) known.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
  for (const [row, unit] of units.entries()) {
    if (!Number.isNaN(column[row])) continue
    const time = times[row] ?? 0
    const known = rows.get(unit) ?? []
    const before = known.filter((other) => (times[other] ?? 0) < time).at(-1)
    const after = known.find((other) => (times[other] ?? 0) > time)
    if (how === 'latest') take(row, before)
    else if (before === undefined || after === undefined) {
      if (how !== 'linear') take(row, before ?? after)
    } else {
      const [from, to] = [times[before] ?? 0, times[after] ?? 0]
      if (how === 'nearest') take(row, time - from <= to - time ? before : after)
      else {
        const share = (time - from) / (to - from)
        values[row] = (column[before] ?? 0) * (1 - share) + (column[after] ?? 0) * share
      }
    }
  }
  return { values, source }
}

function timesOf(periods: readonly string[]): readonly number[] {
  if (periods.every((period) => /^\d{4}$/.test(period))) return periods.map(Number)
  const places = new Map([...new Set(periods)].sort().map((period, place) => [period, place]))
  return periods.map((period) => places.get(period) ?? 0)
}
