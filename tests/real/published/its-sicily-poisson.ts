import { numberAt, type PublishedCase } from './case'

const bind = { 'series.period': 'period', 'series.value': 'aces', 'series.exposure': 'stdpop' }
const inputs = { series: 'monthly.csv' }
const whole = { sex: 'T' }

/** Year and month stand in two columns there; the series wants them as one period. */
function withPeriod(text: string): string {
  const [header = '', ...lines] = text.trim().split(/\r?\n/)
  const columns = header.split(',')
  const year = columns.indexOf('year')
  const month = columns.indexOf('month')
  const rows = lines.map((line) => {
    const cells = line.split(',')
    return `${cells[year]}-${String(cells[month]).padStart(2, '0')},${line}`
  })
  return [`period,${header}`, ...rows].join('\n')
}

export const itsSicilyPoisson: PublishedCase = {
  folder: 'its-sicily-poisson',
  prepare: (read) => ({ 'monthly.csv': withPeriod(read('data.csv')) }),
  runs: {
    poisson: {
      pack: 'interrupted-time-series',
      inputs,
      bind,
      params: { intervention: '2005-01', family: 'poisson', slope_change: false },
    },
    quasi: {
      pack: 'interrupted-time-series',
      inputs,
      bind,
      params: { intervention: '2005-01', family: 'quasipoisson', slope_change: false },
    },
    seasonal: {
      pack: 'interrupted-time-series',
      inputs,
      bind,
      params: { intervention: '2005-01', family: 'quasipoisson', season: 'harmonic:2', slope_change: false },
    },
    slope: {
      pack: 'interrupted-time-series',
      inputs,
      bind,
      params: { intervention: '2005-01', family: 'quasipoisson', season: 'harmonic:2' },
    },
  },
  numbers: ({ poisson, quasi, seasonal, slope }) => {
    const term = (record: typeof poisson, name: string, column: string) =>
      numberAt(record, 'coefficients', column, { ...whole, term: name })
    const check = (record: typeof poisson, column: string) => numberAt(record, 'diagnostics', column, whole)
    const yearly = term(seasonal, 'pre_slope', 'estimate')
    const step = term(slope, 'step', 'estimate')
    const change = term(slope, 'slope_change', 'estimate')
    return {
      m1_rr: term(poisson, 'step', 'ratio'),
      m1_lo: term(poisson, 'step', 'ratio_low'),
      m1_hi: term(poisson, 'step', 'ratio_high'),
      m1_b: term(poisson, 'step', 'estimate'),
      m1_se: term(poisson, 'step', 'se'),
      m1_trend: term(poisson, 'pre_slope', 'estimate'),
      m2_phi: check(quasi, 'dispersion'),
      m2_se: term(quasi, 'step', 'se'),
      m3_rr: term(seasonal, 'step', 'ratio'),
      m3_lo: term(seasonal, 'step', 'ratio_low'),
      m3_hi: term(seasonal, 'step', 'ratio_high'),
      m3_b: term(seasonal, 'step', 'estimate'),
      m3_se: term(seasonal, 'step', 'se'),
      m3_phi: check(seasonal, 'dispersion'),
      m3_year_trend: yearly === null ? null : Math.exp(12 * yearly),
      // The authors count the new slope from 1 in the first month, we from 0: their step lies one month earlier.
      m4_step: step === null || change === null ? null : step - change,
      m4_slope: change,
      m4_slope_se: term(slope, 'slope_change', 'se'),
      mean_aces_pre: check(poisson, 'mean_before'),
      mean_aces_post: check(poisson, 'mean_after'),
    }
  },
}
