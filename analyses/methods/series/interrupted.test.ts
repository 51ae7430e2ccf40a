import { describe, expect, test } from 'vitest'
import reference from '../../../tests/reference/interrupted-time-series/values.json'
import type { MethodRefusal } from '../core/refusal'
import { type InterruptedOptions, interruptedTimeSeries } from './interrupted'
import type { SeriesRow } from './sample'

const options: InterruptedOptions = {
  intervention: '2022-01',
  family: 'gaussian',
  season: 'none',
  season_length: null,
  errors: 'ols',
  slope_change: true,
  phase_in: 0,
  other_events: [],
  horizons: [],
  confidence: 0.95,
  minimum: 8,
  control_design: 'auto',
}
const period = (i: number): string => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
const rowsOf = (values: readonly number[], exposures?: readonly number[]): readonly SeriesRow[] =>
  values.map((value, i) => ({
    period: period(i),
    value,
    exposure: exposures?.[i] ?? null,
    control: false,
  }))
const rows = rowsOf(reference.y)
const counts = rowsOf(reference.counts, reference.pop)
const both: readonly SeriesRow[] = [
  ...rows,
  ...reference.other.map((value, i) => ({ period: period(i), value, exposure: null, control: true })),
]

/** R counts its terms in the same order: intercept, trend, step, change of slope, season. */
function expectTerms(
  data: readonly SeriesRow[],
  chosen: Partial<InterruptedOptions>,
  estimates: readonly number[],
  errors: readonly number[],
): void {
  const { coefficients } = interruptedTimeSeries(data, { ...options, ...chosen })
  estimates.forEach((value, j) => {
    expect(coefficients[j]?.estimate?.value).toBeCloseTo(value, 8)
    expect(coefficients[j]?.estimate?.se).toBeCloseTo(errors[j] ?? Number.NaN, 8)
  })
}

describe('against R', () => {
  const r = reference
  test('least squares, harmonics, months', () => {
    expectTerms(rows, {}, r.ols, r.ols_se)
    expectTerms(rows, { season: 'harmonic:2' }, r.season, r.season_se)
    expectTerms(rows, { season: 'month' }, r.months, r.months_se)
  })
  test('counters are months, 1 as January, unless the cycle is given', () => {
    const counted = rows.map((row, i) => ({ ...row, period: String(i + 1) }))
    expectTerms(counted, { season: 'harmonic:2', intervention: '37' }, r.season, r.season_se)
    expectTerms(counted, { season: 'month', intervention: '37' }, r.months, r.months_se)
    expectTerms(counted, { season: 'month', season_length: 12, intervention: '37' }, r.months, r.months_se)
    const { coefficients } = interruptedTimeSeries(counted, {
      ...options,
      season: 'month',
      intervention: '37',
    })
    expect(coefficients.map(({ term }) => term)).toContain('month_02')
  })
  test('Newey-West as sandwich', () => {
    expectTerms(rows, { errors: 'newey-west:3' }, r.ols, r.nw3_se)
    expectTerms(rows, { errors: 'newey-west:auto' }, r.ols, r.nw_auto_se)
    expectTerms(counts, { family: 'poisson', errors: 'newey-west:4' }, r.poisson, r.poisson_nw4_se)
  })
  test('Poisson and quasi-Poisson with an offset', () => {
    expectTerms(counts, { family: 'poisson' }, r.poisson, r.poisson_se)
    expectTerms(counts, { family: 'quasipoisson', season: 'harmonic:1' }, r.quasi, r.quasi_se)
    const quasi = interruptedTimeSeries(counts, { ...options, family: 'quasipoisson', season: 'harmonic:1' })
    expect(quasi.diagnostics.dispersion).toBeCloseTo(r.quasi_dispersion[0] ?? Number.NaN, 8)
  })
  test('Prais-Winsten, iterated', () => {
    expectTerms(rows, { errors: 'prais-winsten' }, r.prais, r.prais_se)
    const { diagnostics } = interruptedTimeSeries(rows, { ...options, errors: 'prais-winsten' })
    expect(diagnostics.rho).toBeCloseTo(r.prais_rho[0] ?? Number.NaN, 8)
    expect(diagnostics.durbinWatson).toBeCloseTo(r.prais_dw[0] ?? Number.NaN, 7)
  })
  test('residuals: acf, pacf, Ljung-Box, Durbin-Watson', () => {
    const { diagnostics } = interruptedTimeSeries(rows, options)
    r.acf.forEach((value, k) => {
      expect(diagnostics.correlation[k]?.acf).toBeCloseTo(value, 10)
      expect(diagnostics.correlation[k]?.pacf).toBeCloseTo(r.pacf[k] ?? Number.NaN, 10)
    })
    expect(diagnostics.ljungBox).toMatchObject({ lags: 10 })
    expect(diagnostics.ljungBox.statistic).toBeCloseTo(r.ljung_box[0] ?? Number.NaN, 8)
    expect(diagnostics.ljungBox.p).toBeCloseTo(r.ljung_box[1] ?? Number.NaN, 10)
    expect(diagnostics.durbinWatson).toBeCloseTo(r.dw[0] ?? Number.NaN, 10)
  })
  test('a comparison series: both in one model, and their difference', () => {
    expectTerms(both, { control_design: 'comparison' }, r.stacked, r.stacked_se)
    expectTerms(both, {}, r.difference, r.difference_se)
  })
  test('holes stay holes', () => {
    const holed = rows.map((row, i) => ([9, 10, 39].includes(i) ? { ...row, value: Number.NaN } : row))
    expectTerms(holed, {}, r.holes, r.holes_se)
    expect(interruptedTimeSeries(holed, options).diagnostics.missing).toBe(3)
    expectTerms(
      rows.filter((_, i) => ![9, 10, 39].includes(i)),
      {},
      r.holes,
      r.holes_se,
    )
  })
})

describe('by hand', () => {
  // A line 1 t, a jump of -5 at period 21 that grows by 0.5 a period, no noise.
  const exact = rowsOf(Array.from({ length: 40 }, (_, i) => i + 1 + (i >= 20 ? -5 + 0.5 * (i - 20) : 0)))
  const chosen = { ...options, intervention: period(20) }
  test('terms, effects and totals of a noiseless series', () => {
    const { coefficients, effects, total, fit } = interruptedTimeSeries(exact, chosen)
    expect(coefficients.map(({ estimate }) => estimate?.value ?? Number.NaN)).toEqual(
      [0, 1, -5, 0.5].map((value) => expect.closeTo(value, 9)),
    )
    expect(effects[4]).toMatchObject({ horizon: 4, period: period(24) })
    expect(effects[4]?.effect.value).toBeCloseTo(-3, 9)
    expect(effects[4]?.relative?.value).toBeCloseTo(-3 / 25, 9)
    // -5 twenty times and 0.5 times 0 + 1 + ... + 19.
    expect(total?.contrast.effect.value).toBeCloseTo(-100 + 0.5 * 190, 8)
    expect(fit[30]?.counterfactual).toBeCloseTo(31, 9)
  })
  test('the phase-in is left out and the step read after it', () => {
    const { coefficients, fit, diagnostics } = interruptedTimeSeries(exact, { ...chosen, phase_in: 3 })
    expect(coefficients[2]?.estimate?.value).toBeCloseTo(-5 + 0.5 * 3, 8)
    expect(fit.filter(({ phase }) => phase === 'phase-in').map(({ fitted }) => fitted)).toEqual([
      null,
      null,
      null,
    ])
    expect(diagnostics).toMatchObject({ before: 20, after: 17, missing: 0 })
  })
  test('another event belongs to the counterfactual', () => {
    const shocked = exact.map((row, i) => ({ ...row, value: row.value + (i >= 32 ? 7 : 0) }))
    const { effects, coefficients } = interruptedTimeSeries(shocked, {
      ...chosen,
      other_events: [period(32)],
      horizons: ['0', '15'],
    })
    expect(effects.map(({ effect }) => effect.value)).toEqual([expect.closeTo(-5, 8), expect.closeTo(2.5, 8)])
    expect(coefficients.find(({ term }) => term === 'step_2')?.estimate?.value).toBeCloseTo(7, 8)
  })
  test('counts: the effect is the ratio of rates', () => {
    const level = rowsOf(
      Array.from({ length: 40 }, (_, i) => (i >= 20 ? 50 : 100)),
      Array.from({ length: 40 }, () => 1000),
    )
    const { coefficients, effects } = interruptedTimeSeries(level, {
      ...chosen,
      family: 'poisson',
      slope_change: false,
    })
    expect(coefficients[2]?.ratio?.value).toBeCloseTo(0.5, 9)
    expect(effects[0]?.relative?.value).toBeCloseTo(-0.5, 9)
  })
})

describe('laws', () => {
  test('the order of rows does not matter', () => {
    expect(interruptedTimeSeries([...rows].reverse(), options)).toEqual(interruptedTimeSeries(rows, options))
  })
  test('scaling the outcome scales effect and error', () => {
    const tenfold = rows.map((row) => ({ ...row, value: row.value * 10 }))
    const one = interruptedTimeSeries(rows, options).total?.contrast.effect
    const ten = interruptedTimeSeries(tenfold, options).total?.contrast.effect
    expect(ten?.value).toBeCloseTo((one?.value ?? 0) * 10, 8)
    expect(ten?.se).toBeCloseTo((one?.se ?? 0) * 10, 8)
  })
  test('with the sexes swapped the paired difference turns its sign', () => {
    const minus = (a: readonly number[], b: readonly number[]) =>
      rowsOf(a.map((value, i) => value - (b[i] ?? 0)))
    const forth = interruptedTimeSeries(minus(reference.y, reference.other), options).total?.contrast.effect
    const back = interruptedTimeSeries(minus(reference.other, reference.y), options).total?.contrast.effect
    expect(back?.value).toBeCloseTo(-(forth?.value ?? 0), 9)
    expect(back?.low).toBeCloseTo(-(forth?.high ?? 0), 9)
  })
  test('exposures in another unit leave the effect alone', () => {
    const thousands = counts.map((row) => ({ ...row, exposure: (row.exposure ?? 0) / 1000 }))
    const chosen = { ...options, family: 'quasipoisson' as const }
    const one = interruptedTimeSeries(counts, chosen).total?.contrast.effect
    const other = interruptedTimeSeries(thousands, chosen).total?.contrast.effect
    expect(other?.value).toBeCloseTo(one?.value ?? 0, 7)
    expect(other?.se).toBeCloseTo(one?.se ?? 0, 7)
  })
})

describe('refuses', () => {
  const refusals: readonly (readonly [string, Partial<InterruptedOptions>, readonly SeriesRow[]])[] = [
    ['series.no-intervention', { intervention: '' }, rows],
    ['series.period-unreadable', { intervention: 'spring' }, rows],
    ['series.intervention-outside', { intervention: '2030-01' }, rows],
    ['series.too-short', { intervention: '2019-04' }, rows],
    ['series.no-values', {}, rows.map((row) => ({ ...row, value: Number.NaN }))],
    ['series.period-twice', {}, [...rows, ...rows.slice(0, 1)]],
    ['series.periods-mixed', {}, [...rows, { period: '2024-Q1', value: 1, exposure: null, control: false }]],
    ['series.event-twice', { other_events: ['2022-01'] }, rows],
    ['series.season-unknown', { season: 'weekly' }, rows],
    ['series.season-too-fine', { season: 'harmonic:7' }, rows],
    ['series.errors-unknown', { errors: 'white' }, rows],
    ['series.horizon-unreadable', { horizons: ['soon'] }, rows],
    ['series.negative-count', { family: 'poisson' }, rows.map((row) => ({ ...row, value: -1 }))],
    ['series.exposure-not-positive', { family: 'poisson' }, counts.map((row) => ({ ...row, exposure: 0 }))],
    ['series.prais-winsten-counts', { family: 'poisson', errors: 'prais-winsten' }, counts],
    ['series.prais-winsten-control', { control_design: 'comparison', errors: 'prais-winsten' }, both],
    ['series.control-counts', { family: 'poisson', control_design: 'difference' }, both],
    [
      'series.control-zero',
      { control_design: 'ratio' },
      both.map((row) => (row.control ? { ...row, value: 0 } : row)),
    ],
    [
      'series.control-too-short',
      { control_design: 'comparison' },
      both.filter(({ control, period: at }) => !control || at >= '2021-09'),
    ],
    [
      'series.no-convergence',
      { family: 'poisson' },
      counts.map((row, i) => ({ ...row, value: i < 36 ? 0 : 9 })),
    ],
    [
      'series.no-season',
      { season: 'month', intervention: '2020' },
      rows.map((row, i) => ({ ...row, period: `${2000 + i}` })),
    ],
  ]
  test.each(refusals)('%s', (code, chosen, data) => {
    expect(() => interruptedTimeSeries(data, { ...options, ...chosen })).toThrow(
      expect.objectContaining({ name: 'MethodRefusal', code }) as MethodRefusal,
    )
  })
})
