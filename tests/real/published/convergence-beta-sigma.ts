import { numberAt, type PublishedCase, type PublishedRun, type Reading, type Runs } from './case'

/** One row a period and a column a territory, as one row for each. */
function fromColumns(text: string): string {
  const [header = '', ...lines] = text.trim().split(/\r?\n/)
  const territories = header.split(',').slice(1)
  const rows = lines.flatMap((line) => {
    const [period = '', ...values] = line.split(',')
    return territories.map((territory, i) => `${territory},${period},${values[i] ?? ''}`)
  })
  return `territory,period,value\n${rows.join('\n')}\n`
}

/** One row a county and a column a year; West or East goes with every row. */
function fromCounties(text: string): string {
  const [header = '', ...lines] = text.trim().split(/\r?\n/)
  const names = header.split(',')
  const rows = lines.flatMap((line) => {
    const cells = line.split(',')
    const side = cells[names.indexOf('regional')] ?? ''
    return names.flatMap((name, i) => {
      const year = /^gdppc(\d{4})$/.exec(name)?.[1]
      return year === undefined ? [] : [`${cells[0]},${year},${cells[i] ?? ''},${side}`]
    })
  })
  return `territory,period,value,side\n${rows.join('\n')}\n`
}

const run = (panel: string, from: string, to: string, bind: PublishedRun['bind'] = {}): PublishedRun => ({
  pack: 'convergence',
  inputs: { panel },
  bind: { 'panel.territory': 'territory', 'panel.period': 'period', 'panel.value': 'value', ...bind },
  params: { from, to },
})
const side = { 'panel.controls': 'side' }
const spans = ['2010_2011', '1992_2014', '2000_2014'] as const
const employment = ['2002_2006', '2002_2018', '2008_2018', '2002_2005'] as const
const endsOf = (span: string): [string, string] => {
  const [from = '', to = ''] = span.split('_')
  return [from, to]
}

const absolute = (runs: Runs, name: string, column: string) =>
  numberAt(runs[name], 'beta', column, { sex: 'T', kind: 'absolute' })

function county(runs: Runs, span: string): Record<string, Reading> {
  const name = `counties_${span}`
  const [from, to] = endsOf(span)
  const sigma = (period: string, column: string) =>
    numberAt(runs[name], 'sigma', column, { sex: 'T', period })
  const conditional = (term: string) =>
    numberAt(runs[name], 'terms', 'estimate', { sex: 'T', kind: 'conditional', term })
  const years = Number(to) - Number(from)
  return {
    [`abs_${span}_n`]: absolute(runs, name, 'n'),
    [`abs_${span}_alpha`]: absolute(runs, name, 'intercept'),
    [`abs_${span}_beta`]: absolute(runs, name, 'estimate'),
    [`abs_${span}_beta_se`]: absolute(runs, name, 'se'),
    [`abs_${span}_r2`]: absolute(runs, name, 'r2'),
    [`abs_${span}_lambda_reat`]:
      years === 1
        ? absolute(runs, name, 'lambda')
        : {
            notCovered:
              'The package puts a slope of annualised growth into -ln(1 + b)/T, which divides by the years twice; the case itself prints the textbook speed beside it, and that one is covered.',
          },
    [`abs_${span}_lambda_textbook`]: absolute(runs, name, 'lambda'),
    [`abs_${span}_halflife_textbook`]: absolute(runs, name, 'half_life'),
    [`cond_${span}_beta`]: conditional('initial'),
    [`cond_${span}_west`]: conditional('side=West'),
    [`sigma_sdlog_${span}_${from}`]: sigma(from, 'sd_log'),
    [`sigma_cv_${span}_${from}`]: sigma(from, 'cv'),
    [`sigma_sdlog_${span}_${to}`]: sigma(to, 'sd_log'),
    [`sigma_cv_${span}_${to}`]: sigma(to, 'cv'),
    [`sigma_F_${span}`]: numberAt(runs[name], 'tests', 'ratio', { sex: 'T' }),
  }
}

function unit(runs: Runs): Record<string, Reading> {
  const at = (period: string, column: string) => numberAt(runs['unit'], 'sigma', column, { sex: 'T', period })
  return {
    ...Object.fromEntries(
      ['88', '89', '90'].flatMap((period) => [
        [`unit_sigma_${period}`, at(period, 'sd')],
        [`unit_cv_${period}`, at(period, 'cv')],
        [`unit_delta_${period}`, at(period, 'delta_high')],
        [`unit_delta_low_${period}`, at(period, 'delta_low')],
      ]),
    ),
    unit_beta_89_90: absolute(runs, 'unit_89_90', 'estimate'),
  }
}

export const convergenceBetaSigma: PublishedCase = {
  folder: 'convergence-beta-sigma',
  prepare: (read) => ({
    'unit.csv': fromColumns(read('convergeu_unit_test.csv')),
    'employment.csv': fromColumns(read('emp_20_64_MS.csv')),
    'counties.csv': fromCounties(read('data.csv')),
  }),
  runs: {
    unit: run('unit.csv', '', ''),
    unit_89_90: run('unit.csv', '89', '90'),
    ...Object.fromEntries(
      spans.map((span) => [`counties_${span}`, run('counties.csv', ...endsOf(span), side)]),
    ),
    ...Object.fromEntries(
      employment.map((span) => [`employment_${span}`, run('employment.csv', ...endsOf(span))]),
    ),
  },
  numbers: (runs, ids) => {
    const all: Record<string, Reading> = Object.assign(
      unit(runs),
      ...spans.map((span) => county(runs, span)),
      ...employment.map((span) => ({
        [`emp_beta_${span}`]: absolute(runs, `employment_${span}`, 'estimate'),
        [`emp_beta_${span}_se`]: absolute(runs, `employment_${span}`, 'se'),
        [`emp_gamma_${span}`]: numberAt(runs[`employment_${span}`], 'gamma', 'gamma_eurofound', { sex: 'T' }),
      })),
      ...['2002', '2008', '2013', '2018'].map((period) => ({
        [`emp_sigma_${period}`]: numberAt(runs['employment_2002_2018'], 'sigma', 'sd', { sex: 'T', period }),
        [`emp_delta_${period}`]: numberAt(runs['employment_2002_2018'], 'sigma', 'delta_high', {
          sex: 'T',
          period,
        }),
      })),
    )
    return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))
  },
}
