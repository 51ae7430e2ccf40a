import { describe, expect, test } from 'vitest'
import values from '../../../tests/reference/did/values.json'
import { finish } from '../core/steps'
import { type EventStudyOptions, eventStudy } from './event-study'
import type { PanelRows } from './panel'
import { type StaggeredOptions, staggered } from './staggered'
import { twoWay } from './two-way'

/** The data of tests/reference/did/make.R. */
const cells = Array.from({ length: 360 }, (_, i) => ({ unit: Math.floor(i / 6) + 1, year: 2001 + (i % 6) }))
const firstOf = (unit: number) => [0, 2003, 2005, 0][(unit - 1) % 4] ?? 0
const size = (unit: number) => ((unit * 7) % 13) / 4 + (unit % 3)

function outcome({ unit, year }: (typeof cells)[number]): number {
  const since = year - 2000
  const noise = (((unit * 31 + year * 17 + unit * since * 5) % 23) - 11) / 8
  const first = firstOf(unit)
  const effect = first > 0 && year >= first ? 1 + 0.5 * (year - first) : 0
  return 5 + unit / 10 + 0.4 * since + (0.3 * size(unit) * since) / 5 + noise + effect
}

const rows = (covariate: 'none' | 'size' | 'size-time', weighted = false): PanelRows => ({
  unit: cells.map(({ unit }) => String(unit)),
  period: cells.map(({ year }) => String(year)),
  outcome: cells.map(outcome),
  firstTreated: cells.map(({ unit }) => firstOf(unit)),
  weight: weighted ? cells.map(({ unit }) => 1 + (unit % 5)) : null,
  cluster: null,
  covariates:
    covariate === 'none'
      ? []
      : [
          {
            name: 'x',
            values: cells.map(({ unit, year }) => size(unit) * (covariate === 'size' ? 1 : year - 2000)),
          },
        ],
})

const options: StaggeredOptions = {
  control: 'never-treated',
  base: 'varying',
  estimator: 'dr',
  anticipation: 0,
  gaps: 'complete',
  balance: null,
  smoothness: null,
  errors: 'analytic',
  bootstrap: 0,
  confidence: 0.95,
  seed: 1,
}

function cell(data: PanelRows, estimator: StaggeredOptions['estimator'], group: number, time: number) {
  const { groupTime } = finish(staggered(data, { ...options, estimator }))
  const found = groupTime.find((row) => row.group === group && row.time === time)?.effect
  return [found?.att, found?.se]
}

function close(found: readonly (number | null | undefined)[], wanted: readonly number[]): void {
  wanted.forEach((value, i) => {
    expect(found[i] ?? Number.NaN).toBeCloseTo(value, 9)
  })
}

describe('agrees with R (tests/reference/did/make.R)', () => {
  test.each(['dr', 'reg', 'ipw'] as const)('%s with a covariate', (estimator) => {
    close(cell(rows('size'), estimator, 2003, 2004), values[`${estimator} 2003 2004`])
    close(cell(rows('size'), estimator, 2005, 2006), values[`${estimator} 2005 2006`])
    close(cell(rows('size'), estimator, 2005, 2003), values[`${estimator} 2005 2003`])
  })
  test('weights', () => {
    close(cell(rows('size', true), 'dr', 2003, 2005), values['weighted dr 2003 2005'])
  })
  test('no covariates: a difference of means, whatever the estimator', () => {
    for (const estimator of ['dr', 'reg', 'ipw'] as const)
      close(cell(rows('none'), estimator, 2003, 2006), values['plain 2003 2006'])
  })
  test('two-way regression', () => {
    const plain = twoWay(rows('none'), { gaps: 'complete', confidence: 0.95 })
    close([plain.terms[0]?.estimate, plain.terms[0]?.se], values['two-way'])
    const adjusted = twoWay(rows('size-time'), { gaps: 'complete', confidence: 0.95 })
    close([adjusted.terms[0]?.estimate, adjusted.terms[0]?.se], values['two-way covariate'])
  })
})

const study: EventStudyOptions = {
  estimator: 'sun-abraham',
  reference: -1,
  windowFrom: null,
  windowTo: null,
  bins: [],
  alwaysTreated: 'drop',
  gaps: 'complete',
  confidence: 0.95,
}

describe('event study agrees with R', () => {
  test('Sun and Abraham, by group means and by rows', () => {
    const short = finish(eventStudy(rows('none'), study))
    for (const event of [-3, 0, 1, 3] as const) {
      const row = short.events.find((one) => one.event === event)
      close([row?.estimate, row?.se], values[`sun-abraham ${event}`])
    }
    close([short.after?.estimate, short.after?.se], values['sun-abraham after'])
    // A weight of 1 on every row takes the long way round and must say the same.
    const long = finish(eventStudy({ ...rows('none'), weight: cells.map(() => 1) }, study))
    close([long.after?.estimate, long.after?.se], values['sun-abraham after'])
    expect(long.fit.rmse).toBeCloseTo(short.fit.rmse, 10)
    expect(long.fit.withinR2 ?? 0).toBeCloseTo(short.fit.withinR2 ?? 1, 10)
  })
  test('the classic form, ends taken together', () => {
    const { events } = finish(
      eventStudy(rows('none'), { ...study, estimator: 'twfe', windowFrom: -2, windowTo: 2 }),
    )
    for (const event of [-2, 0, 1, 2] as const) {
      const row = events.find((one) => one.event === event)
      close([row?.estimate, row?.se], values[`classic ${event}`])
    }
  })
})
