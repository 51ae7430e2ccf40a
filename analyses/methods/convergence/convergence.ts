import { between, defineMethod, oneOf } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { type Beta, betaConvergence } from './beta'
import { type Gamma, gammaConvergence } from './gamma'
import { type Dispersion, dispersion, type SigmaTest, sigmaTest, spreadTrend, type Trend } from './sigma'

export interface ConvergenceData {
  readonly territories: readonly string[]
  readonly periods: readonly { readonly label: string; readonly years: number }[]
  /** One list a period, a value for every territory; NaN is missing. */
  readonly values: readonly ArrayLike<number>[]
  /** Of every territory at the beginning. */
  readonly population: ArrayLike<number> | null
  /** At the beginning: a list for every control. */
  readonly controls: readonly { readonly name: string; readonly values: ArrayLike<number> }[]
}

export interface ConvergenceOptions {
  readonly errors: 'iid' | 'hc1'
  readonly confidence: number
}

export interface Convergence {
  /** Territories with a value at the beginning and at the end, which everything is about. */
  readonly kept: readonly number[]
  readonly left: readonly { readonly reason: 'no-ends' | 'not-positive'; readonly territories: number }[]
  readonly years: number
  readonly betas: readonly {
    readonly kind: 'absolute' | 'weighted' | 'conditional'
    readonly beta: Beta
    readonly kept: readonly number[]
  }[]
  readonly dispersions: readonly Dispersion[]
  readonly test: SigmaTest | null
  readonly trend: Trend | null
  readonly gamma: Gamma | null
}

export const convergenceMethod = defineMethod({
  id: 'convergence/convergence',
  version: 1,
  cites: [
    'barro-sala-i-martin-1992',
    'carree-klomp-1997',
    'morgan-1939',
    'boyle-mccarthy-1999',
    'eurofound-2018',
  ],
  options: { errors: oneOf('iid', 'hc1'), confidence: between(0.5, 0.999) },
  example: {
    data: {
      territories: ['a', 'b', 'c', 'd', 'e'],
      periods: [
        { label: '2000', years: 2000 },
        { label: '2010', years: 2010 },
      ],
      values: [
        [100, 150, 210, 260, 400],
        [180, 220, 290, 330, 450],
      ],
      population: null,
      controls: [],
    } as ConvergenceData,
    options: { errors: 'iid', confidence: 0.95 } as ConvergenceOptions,
  },
  compute: (data, options) => convergence(data, options),
})

/**
 * Beta, sigma, delta and gamma convergence of the territories that have a value at the beginning and at the end:
 * one sample for everything, so that a change of spread is never a change of who is counted. Periods between may have
 * gaps; the order of territories (gamma) uses the periods in which all of them have a value.
 */
export function convergence(data: ConvergenceData, options: ConvergenceOptions): Convergence {
  const first = data.values[0]
  const last = data.values[data.values.length - 1]
  const from = data.periods[0]
  const to = data.periods[data.periods.length - 1]
  if (!first || !last || !from || !to || data.periods.length < 2)
    return refuseMethod('convergence.one-period')
  const years = to.years - from.years
  const all = data.territories.map((_, i) => i)
  const ends = all.filter((i) => Number.isFinite(first[i]) && Number.isFinite(last[i]))
  const kept = ends.filter((i) => (first[i] ?? 0) > 0 && (last[i] ?? 0) > 0)
  if (kept.length < 3)
    return refuseMethod('convergence.too-few', { territories: kept.length, from: from.label, to: to.label })
  const part = (values: ArrayLike<number>, rows: readonly number[] = kept) =>
    Float64Array.from(rows, (i) => values[i] ?? Number.NaN)
  const lists = data.values.map((values) => part(values))
  const dispersions = lists.map((values) => dispersion(values, data.population && part(data.population)))
  const complete = lists.filter((values) => values.every(Number.isFinite))
  const logs = dispersions.flatMap(({ sdLog, n }, i) =>
    sdLog === null || n !== kept.length ? [] : [{ year: data.periods[i]?.years ?? 0, sdLog }],
  )
  return {
    kept,
    left: [
      { reason: 'no-ends' as const, territories: all.length - ends.length },
      { reason: 'not-positive' as const, territories: ends.length - kept.length },
    ].filter(({ territories }) => territories > 0),
    years,
    betas: betasOf(data, { kept, first, last, years }, options),
    dispersions,
    test: sigmaTest(part(first), part(last)),
    trend: spreadTrend(
      logs.map(({ year }) => year),
      logs.map(({ sdLog }) => sdLog),
    ),
    gamma: gammaConvergence(complete),
  }
}

interface Ends {
  readonly kept: readonly number[]
  readonly first: ArrayLike<number>
  readonly last: ArrayLike<number>
  readonly years: number
}

function betasOf(data: ConvergenceData, ends: Ends, options: ConvergenceOptions): Convergence['betas'] {
  const { population, controls } = data
  const estimated = (
    kind: Convergence['betas'][number]['kind'],
    rows: readonly number[],
    chosen: { weights: ArrayLike<number> | null; controls: ConvergenceData['controls'] },
  ) => {
    const part = (values: ArrayLike<number>) => Float64Array.from(rows, (i) => values[i] ?? Number.NaN)
    const beta = betaConvergence(
      {
        initial: part(ends.first),
        final: part(ends.last),
        years: ends.years,
        weights: chosen.weights && part(chosen.weights),
        controls: chosen.controls.map(({ name, values }) => ({ name, values: part(values) })),
      },
      options,
    )
    return beta === null ? [] : [{ kind, beta, kept: rows }]
  }
  const weighted = population ? ends.kept.filter((i) => (population[i] ?? 0) > 0) : []
  const controlled = ends.kept.filter((i) => controls.every(({ values }) => Number.isFinite(values[i])))
  return [
    ...estimated('absolute', ends.kept, { weights: null, controls: [] }),
    ...(population && weighted.length > 2
      ? estimated('weighted', weighted, { weights: population, controls: [] })
      : []),
    ...(controls.length > 0 ? estimated('conditional', controlled, { weights: null, controls }) : []),
  ]
}
