import { expect, test } from 'vitest'
import { absenceOf, statusOf } from '../model/absence'
import { hiddenReasons } from '../model/disclosure'
import { withoutHidden } from './absence'
import { completeSpec } from './complete-spec'
import type { Json } from './theme'

const columns = [
  { name: 'territory', label: 'Territory', unit: 'code' },
  { name: 'rate', label: 'Rate', unit: 'number' },
] as const

const bars: Json = {
  mark: 'bar',
  encoding: {
    y: { field: 'territory', type: 'nominal', sort: null },
    x: { field: 'rate', type: 'quantitative' },
  },
}
const chart = (spec: Json, rows: readonly Record<string, string | number | null>[]) => {
  const result = completeSpec({ id: 'c', spec, rows, columns, locale: 'en', description: 'A sentence.' })
  if (!result.ok) throw new Error(result.faults[0]?.code)
  return result.value
}
const values = (spec: Json): readonly Record<string, unknown>[] => {
  const { data } = spec as { data: { values: readonly Record<string, unknown>[] } }
  return data.values
}
/** Signs of the rows, whichever column they stand in. */
const signs = (spec: Json) =>
  values(spec).map((row) =>
    Object.entries(row)
      .filter(([name]) => name.startsWith('sign_'))
      .map(([, sign]) => sign)
      .find((sign) => sign !== null),
  )

test('the nearest status speaks for a column', () => {
  const row = {
    women: null,
    women_gap: null,
    women_status: 'hidden-small',
    women_gap_status: 'ok',
    status: 'ok',
  }
  expect(statusOf(row, 'women')).toBe('hidden-small')
  expect(statusOf(row, 'women_gap')).toBeNull()
  expect(absenceOf(row, 'women_gap')).toEqual({ hidden: false, status: null })
  expect(absenceOf({ ...row, women: 3 }, 'women')).toBeNull()
})

test.each([...hiddenReasons, 'suppressed', 'confidential'])(
  '%s is a bullet, at a place and not at a value',
  (status) => {
    const { spec, absent } = chart(bars, [
      { territory: 'A', rate: 5, status: 'ok' },
      { territory: 'B', rate: null, status },
    ])
    expect(signs(spec)).toEqual([undefined, '•'])
    expect(absent).toEqual([{ hidden: true, status, rows: 1 }])
    const layer = (spec as { layer: readonly { mark: { style?: string }; encoding: { x: unknown } }[] }).layer
    const drawn = layer.filter(({ mark }) => mark.style === 'absent')
    expect(drawn.map(({ encoding }) => encoding.x)).toEqual([{ value: 0 }])
  },
)

test('a missing value is a dash, and says its reason', () => {
  const { spec, absent } = chart(bars, [
    { territory: 'A', rate: 5, status: 'ok' },
    { territory: 'B', rate: null, status: 'one-sex-only' },
    { territory: 'C', rate: null, status: 'ok' },
  ])
  expect(signs(spec)).toEqual([undefined, '–', '–'])
  expect(absent).toEqual([
    { hidden: false, status: 'one-sex-only', rows: 1 },
    { hidden: false, status: null, rows: 1 },
  ])
})

test('a fold of women and men shows what is there beside the sign of what is hidden', () => {
  const spec: Json = {
    transform: [{ fold: ['women', 'men'], as: ['sex', 'value'] }],
    mark: 'point',
    encoding: {
      y: { field: 'territory', type: 'nominal' },
      x: { field: 'value', type: 'quantitative' },
      color: { field: 'sex', type: 'nominal' },
    },
  }
  const rows = [{ territory: 'A', women: null, men: 7, women_status: 'hidden-complementary' }]
  const { spec: done, empty } = chart(spec, rows)
  expect(signs(done)).toEqual(['•'])
  expect(empty).toBe(false)
})

test('a value that somebody left beside its hidden status does not come into the picture', () => {
  const row = { territory: 'A', women: 987654, women_low: 876543, men: 7, women_status: 'hidden-small' }
  expect(withoutHidden(row)).toEqual({ ...row, women: null, women_low: null })
  const { spec } = chart(bars, [
    { territory: 'A', rate: 987654, rate_status: 'hidden-small' },
    { territory: 'B', rate: 2 },
  ])
  expect(JSON.stringify(spec)).not.toMatch(/9.?8.?7.?6.?5.?4/)
})

test('where nothing can be drawn the chart says so', () => {
  const rows = ['A', 'B'].map((territory) => ({ territory, rate: null, status: 'hidden-small' }))
  expect(chart(bars, rows).empty).toBe(true)
})
