import { describe, expect, test } from 'vitest'
import { matchNace, widestOf } from './nace-match'
import { periodEnd } from './period-end'
import { type Plan, progressOf, thresholdsOf } from './progress'

const plan: Plan = {
  baselinePeriod: '2020',
  baseline: 10,
  milestonePeriod: null,
  milestone: null,
  targetPeriod: '2030',
  target: 30,
}
const thresholds = { onTrack: 0.9, behind: 0.6 }
const at = (year: string, actual: number | null, change: Partial<Plan> = {}) =>
  progressOf({ ...plan, ...change }, { period: year, actual }, thresholds)

describe('progress', () => {
  test('half the time and half the way: 20 is expected of 10 to 30', () => {
    expect(at('2025', 20)).toEqual({
      progress: 0.5,
      expected: 20,
      expectedProgress: 0.5,
      pace: 1,
      status: 'on-track',
    })
  })
  test.each([
    [19, 'on-track'],
    [18.9, 'behind'],
    [16, 'behind'],
    [15.9, 'far-behind'],
    [10, 'far-behind'],
    [9, 'wrong-way'],
    [30, 'reached'],
    [35, 'reached'],
  ])('%d in 2025 is %s', (actual, status) => {
    expect(at('2025', actual).status).toBe(status)
  })
  test('a target that goes down is the same, mirrored', () => {
    for (const actual of [35, 20, 12, 10, 9])
      for (const year of ['2020', '2022', '2025', '2031']) {
        const up = at(year, actual)
        const down = at(year, -actual, { baseline: -10, target: -30 })
        expect(down).toEqual({ ...up, expected: up.expected === null ? null : -up.expected })
      }
  })
  test('by way of a milestone the path bends; before and after it is flat', () => {
    const bent = { milestonePeriod: '2028', milestone: 14 }
    expect(at('2024', 12, bent)).toMatchObject({
      expected: 12,
      progress: 0.1,
      expectedProgress: 0.1,
      pace: 1,
    })
    expect(at('2029', 22, bent).expected).toBeCloseTo(22, 12)
    expect(at('2019', 10).expected).toBe(10)
    expect(at('2020', 10).status).toBe('too-early')
    expect(at('2040', 29)).toMatchObject({ expected: 30, status: 'on-track' })
  })
  test('quarters and months have their place in the year', () => {
    expect([periodEnd('2023'), periodEnd('2023-Q2'), periodEnd('2023-06'), periodEnd('2023-S1')]).toEqual([
      2024, 2023.5, 2023.5, 2023.5,
    ])
    expect([periodEnd('soon'), periodEnd('2023-13'), periodEnd(null)]).toEqual([null, null, null])
  })
  test('what is missing is named; a baseline of zero is not missing', () => {
    expect(at('2025', 20, { baseline: null }).status).toBe('missing-baseline')
    expect(at('2025', 20, { target: null }).status).toBe('missing-target')
    expect(at('2025', null)).toMatchObject({ status: 'missing-actual', expected: 20, progress: null })
    expect(at('2025', 20, { targetPeriod: null })).toMatchObject({ status: 'missing-period', progress: 0.5 })
    expect(at('2025', 20, { targetPeriod: '2020' }).status).toBe('period-order')
    expect(at('2025', 15, { baseline: 0 }).progress).toBe(0.5)
    expect(at('2025', 10, { target: 10 }).status).toBe('reached')
    expect(at('2025', 11, { target: 10 }).status).toBe('no-change-planned')
  })
  test('thresholds are two falling numbers', () => {
    expect(thresholdsOf(['0.8', ' 0.5'])).toEqual({ onTrack: 0.8, behind: 0.5 })
    for (const wrong of [[], ['0.9'], ['0.5', '0.8'], ['a', 'b'], ['3', '1'], ['0.9', '']])
      expect(() => thresholdsOf(wrong)).toThrow('monitoring.thresholds')
  })
})

describe('codes of a domain', () => {
  const fits = (nace: string, activities: readonly string[], version = '2') =>
    matchNace([{ priority: 'p', nace }], activities, { nace: version }).map(
      ({ activity, fit }) => `${activity} ${fit}`,
    )
  test('a code covers everything below it, however it is written', () => {
    for (const written of ['C26.1', '26.1', '261', 'c26.1*', '26.1*'])
      expect(fits(written, ['26.11', '2612', 'C2619', '26.2', '27'])).toEqual([
        '26.11 inside',
        '2612 inside',
        'C2619 inside',
      ])
  })
  test('data coarser than the entry belong to it in part only', () => {
    expect(fits('26.1', ['C26', 'C', '26.1'])).toEqual(['C26 coarser', 'C coarser', '26.1 inside'])
  })
  test('sections stand for their divisions, by version', () => {
    expect(fits('J', ['58', '62.01', '64'])).toEqual(['58 inside', '62.01 inside'])
    expect(fits('J', ['58', '62.01', '64'], '2.1')).toEqual(['58 inside'])
  })
  test('spans, of divisions and of sections', () => {
    expect(fits('C10-C12', ['10', 'C11.05', '13', 'C'])).toEqual(['10 inside', 'C11.05 inside', 'C coarser'])
    expect(fits('B-E', ['C', '38', 'F'])).toEqual(['C inside', '38 inside'])
  })
  test('a part is not counted beside the wider activity that contains it', () => {
    expect(fits('C', ['C', '26', '26.1', '10', '45'])).toEqual([
      'C inside',
      '26 part',
      '26.1 part',
      '10 part',
    ])
    expect(fits('C26', ['C', '26', '26.1'])).toEqual(['C coarser', '26 inside', '26.1 part'])
    expect(widestOf(['C', '26', '45', 'homes', '45.1'], { nace: '2' })).toEqual(['C', '45', 'homes'])
  })
  test('D is one division: the letter and the number are the same, and both stay', () => {
    expect(fits('D', ['D', '35'])).toEqual(['D inside', '35 inside'])
  })
  test('what is no code matches nothing', () => {
    for (const wrong of ['software', '', '1', 'C12-C10', 'TOTAL'])
      expect(fits(wrong, ['62', 'TOTAL'])).toEqual([])
  })
})
