import { type Codes, codesOf, compareLabels, sizesOf } from './codes'
import type { Left, PanelData, PanelOptions, RowLabels } from './panel-types'

export interface DesignColumn {
  readonly name: string
  readonly values: Float64Array
}

/** The rows an estimate can use, with everything in columns of their length. */
export interface PanelSample {
  readonly outcome: Float64Array
  readonly columns: readonly DesignColumn[]
  readonly references: readonly string[]
  readonly effects: readonly { readonly name: string; readonly codes: Codes }[]
  readonly weights: Float64Array | null
  readonly labels: RowLabels
  readonly left: readonly Left[]
}

/**
 * Chooses the rows. In this order go: rows with something missing, rows whose logarithm does not exist, rows without
 * weight, and, again and again until none is left, levels of a fixed effect with only zeros (Poisson, where they
 * predict zero perfectly) and levels with a single row, which fit themselves and know nothing of the slopes.
 */
export function panelSample(data: PanelData, options: PanelOptions): PanelSample {
  const left: Left[] = []
  const part = (rows: readonly number[], reason: Left['reason'], keep: (row: number) => boolean) => {
    const out = rows.filter((row) => !keep(row))
    if (out.length > 0)
      left.push({ reason, rows: out.length, units: new Set(out.map((row) => data.unit[row] ?? null)).size })
    return out.length > 0 ? rows.filter(keep) : rows
  }
  const chosen = effectsOf(data, options)
  const logs = loggedColumns(data, options)
  let rows: readonly number[] = Array.from({ length: data.outcome.length }, (_, row) => row)
  rows = part(rows, 'missing', (row) => isComplete(data, chosen, row))
  rows = part(rows, 'not-positive', (row) => logs.every((values) => (values[row] ?? 0) > 0))
  const weight = data.weight
  if (weight) rows = part(rows, 'no-weight', (row) => (weight[row] ?? 0) > 0)
  for (let before = -1; before !== rows.length; ) {
    before = rows.length
    for (const { values } of chosen) {
      if (options.family === 'poisson')
        rows = part(
          rows,
          'only-zeros',
          levelsWhere(rows, values, (row) => (data.outcome[row] ?? 0) > 0, 1),
        )
      if (options.singletons === 'drop')
        rows = part(
          rows,
          'singleton',
          levelsWhere(rows, values, () => true, 2),
        )
    }
  }
  return { ...columnsOf(data, options, chosen, rows), left: merged(left) }
}

/** Rows of the levels in which at least `least` rows pass. */
function levelsWhere(
  rows: readonly number[],
  values: readonly (string | null)[],
  passes: (row: number) => boolean,
  least: number,
): (row: number) => boolean {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const level = values[row] ?? ''
    counts.set(level, (counts.get(level) ?? 0) + (passes(row) ? 1 : 0))
  }
  return (row) => (counts.get(values[row] ?? '') ?? 0) >= least
}

const merged = (left: readonly Left[]): Left[] =>
  [...new Set(left.map(({ reason }) => reason))].map((reason) =>
    left
      .filter((one) => one.reason === reason)
      .reduce((sum, one) => ({ reason, units: sum.units + one.units, rows: sum.rows + one.rows })),
  )

type Effect = PanelData['effects'][number]

function effectsOf(data: PanelData, { fixed_effects }: PanelOptions): readonly Effect[] {
  const unit = fixed_effects === 'unit' || fixed_effects === 'unit+period'
  const period = fixed_effects === 'period' || fixed_effects === 'unit+period'
  return [
    ...(unit ? [{ name: 'unit', values: data.unit }] : []),
    ...(period ? [{ name: 'period', values: data.period }] : []),
    ...data.effects,
  ]
}

function loggedColumns(data: PanelData, options: PanelOptions): readonly ArrayLike<number>[] {
  const wanted = new Set(options.log_regressors)
  return [
    ...(options.log_outcome ? [data.outcome] : []),
    ...data.regressors.flatMap((one) => ('numbers' in one && wanted.has(one.name) ? [one.numbers] : [])),
  ]
}

function isComplete(data: PanelData, effects: readonly Effect[], row: number): boolean {
  const there = (values: readonly (string | null)[] | null) =>
    values === null || (values[row] ?? null) !== null
  return (
    Number.isFinite(data.outcome[row]) &&
    (data.weight === null || Number.isFinite(data.weight[row])) &&
    data.regressors.every((one) =>
      'numbers' in one ? Number.isFinite(one.numbers[row]) : there(one.categories),
    ) &&
    effects.every(({ values }) => there(values)) &&
    [data.unit, data.period, data.cluster, data.cluster2].every(there)
  )
}

function columnsOf(
  data: PanelData,
  options: PanelOptions,
  effects: readonly Effect[],
  rows: readonly number[],
): Omit<PanelSample, 'left'> {
  const texts = (values: readonly (string | null)[]) => rows.map((row) => values[row] ?? '')
  const numbers = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row] ?? Number.NaN)
  const logged = new Set(options.log_regressors)
  const unit = texts(data.unit)
  const period = texts(data.period)
  const dummies = data.regressors.flatMap((one) =>
    'categories' in one ? [dummiesOf(one.name, texts(one.categories))] : [],
  )
  const ones: DesignColumn = { name: 'intercept', values: new Float64Array(rows.length).fill(1) }
  const outcome = numbers(data.outcome)
  return {
    outcome: options.log_outcome ? outcome.map(Math.log) : outcome,
    columns: [
      ...(effects.length === 0 ? [ones] : []),
      ...data.regressors.flatMap((one): readonly DesignColumn[] => {
        if ('categories' in one) return dummies.find(({ name }) => name === one.name)?.columns ?? []
        const values = numbers(one.numbers)
        return [
          logged.has(one.name)
            ? { name: `log(${one.name})`, values: values.map(Math.log) }
            : { name: one.name, values },
        ]
      }),
    ],
    references: dummies.flatMap(({ reference }) => (reference === null ? [] : [reference])),
    effects: effects.map(({ name, values }) => ({ name, codes: codesOf(texts(values)) })),
    weights: data.weight ? numbers(data.weight) : null,
    labels: {
      unit,
      period,
      cluster: data.cluster ? texts(data.cluster) : unit,
      cluster2: data.cluster2 ? texts(data.cluster2) : period,
    },
  }
}

function dummiesOf(name: string, values: readonly string[]) {
  const [reference, ...others] = [...new Set(values)].sort(compareLabels)
  return {
    name,
    reference: reference === undefined ? null : `${name}=${reference}`,
    columns: others.map((category) => ({
      name: `${name}=${category}`,
      values: Float64Array.from(values, (value) => (value === category ? 1 : 0)),
    })),
  }
}

/** Levels that are there. */
export const levelsOf = (codes: Codes): number => sizesOf(codes).filter((size) => size > 0).length
