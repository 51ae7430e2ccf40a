import { expect, test } from 'vitest'
import { type ChartRequest, completeSpec, withTheme } from './complete-spec'
import type { Json } from './theme'
import { palettes } from './tokens'

const points = {
  encoding: { y: { field: 'territory', type: 'nominal' } },
  mark: 'point',
}
const withX = {
  ...points,
  encoding: {
    ...points.encoding,
    x: { field: 'rate', type: 'quantitative' },
    color: { field: 'sex', type: 'nominal' },
    strokeDash: { field: 'sex', type: 'nominal' },
    text: { field: 'rate', type: 'quantitative' },
  },
}
const rows = [
  { territory: 'Zlín', sex: 'M', rate: 0.7, period: '2023-Q2' },
  { territory: 'Čelákovice', sex: 'F', rate: 0.6125, period: '2024-Q1' },
  { territory: 'Cheb', sex: 'F', rate: null, period: '2023-Q1' },
]
const columns = [
  { name: 'territory', label: 'Území', unit: 'code' },
  { name: 'rate', label: 'Míra', unit: 'proportion' },
  { name: 'period', label: 'Období', unit: 'period' },
] as const

const request = (more: Partial<ChartRequest> = {}): ChartRequest => ({
  id: 'c',
  spec: withX,
  rows,
  columns,
  locale: 'cs',
  description: 'Věta.',
  ...more,
})

function completed(more: Partial<ChartRequest> = {}) {
  const result = completeSpec(request(more))
  if (!result.ok) throw new Error(result.faults[0]?.code)
  return result.value
}

/** A part of a spec by its path; JSON without types. */
function at(spec: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], spec)
}

test('nothing given is changed, and equal requests give equal specs', () => {
  const frozen = deepFreeze(structuredClone(request()))
  const first = completeSpec(frozen)
  expect(JSON.stringify(completeSpec(frozen))).toBe(JSON.stringify(first))
  expect(first.ok).toBe(true)
})

test('names stand in the order of the language, "Ch" after "H" and "Č" after "C"', () => {
  const territories = ['Chrudim', 'Ivančice', 'Hradec', 'Čáslav', 'Cvikov', 'Dačice']
  const { spec } = completed({ rows: territories.map((territory) => ({ territory, sex: 'F', rate: 1 })) })
  expect(at(spec, 'encoding.y.scale.domain')).toEqual([
    'Cvikov',
    'Čáslav',
    'Dačice',
    'Hradec',
    'Chrudim',
    'Ivančice',
  ])
})

test('a sort by a value keeps ties by name and puts what has no value last', () => {
  const spec: Json = { ...withX, encoding: { ...withX.encoding, y: { ...withX.encoding.y, sort: '-x' } } }
  const tied = [...rows, { territory: 'Aš', sex: 'F', rate: 0.7, period: '2023-Q1' }]
  const { spec: done } = completed({ spec, rows: tied })
  expect(at(done, 'encoding.y.scale.domain')).toEqual(['Aš', 'Zlín', 'Čelákovice', 'Cheb'])
})

test('numbers as categories stay numbers, or no mark would meet its place', () => {
  const spec: Json = {
    mark: 'bar',
    encoding: { x: { field: 'k', type: 'ordinal' }, y: { field: 'rate', type: 'quantitative' } },
  }
  const { spec: done } = completed({
    spec,
    rows: [10, 2, 3].map((k) => ({ k, rate: 0.5 })),
    columns: [
      { name: 'k', label: 'Types', unit: 'number' },
      { name: 'rate', label: 'Rate', unit: 'index' },
    ],
  })
  expect(at(done, 'encoding.x.scale.domain')).toEqual([2, 3, 10])
})

test('women, men, total: fixed order, look from the theme, words of the language, no gap in the legend', () => {
  const { spec } = completed()
  expect(at(spec, 'encoding.color.scale')).toEqual({ domain: ['F', 'M', 'T'], range: 'sex' })
  expect(at(spec, 'encoding.color.legend.values')).toEqual(['F', 'M'])
  expect(at(spec, 'encoding.color.legend.labelExpr')).toContain("'Ženy'")
  expect(at(spec, 'encoding.strokeDash.scale.range.1')).toEqual([6, 3])
  expect(at(spec, 'config.range.sex')).toEqual([
    palettes.light.women,
    palettes.light.men,
    palettes.light.total,
    palettes.light.text,
  ])
  expect(at(withTheme(spec, 'dark', 'cs'), 'config.range.sex.0')).toBe(palettes.dark.women)
})

test('an axis names its unit once and carries bare numbers; text in the picture is the text of the table', () => {
  const { spec } = completed()
  expect(at(spec, 'encoding.x.axis.title')).toBe('Míra (%)')
  expect(at(spec, 'encoding.text.field')).toBe('rate__text')
  expect(at(spec, 'data.values.1.rate__text')).toBe('61,3\u00a0%')
  expect(at(spec, 'data.values.2.rate__text')).toBe('')
})

test('periods run in time, not by the letters of their names', () => {
  const spec: Json = { mark: 'line', encoding: { x: { field: 'period', type: 'ordinal' } } }
  const { spec: done } = completed({ spec })
  expect(at(done, 'encoding.x.scale.domain')).toEqual([
    '1. čtvrtletí 2023',
    '2. čtvrtletí 2023',
    '1. čtvrtletí 2024',
  ])
})

test('of 300 named things the first 40 are drawn, and it says so', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    territory: `Obec ${String(index).padStart(3, '0')}`,
    sex: 'F',
    rate: index / 300,
  }))
  const { spec, categories } = completed({ rows: many })
  expect(categories).toEqual({ shown: 40, total: 300 })
  expect(at(spec, 'encoding.y.scale.domain')).toHaveLength(40)
  expect(at(spec, 'data.values')).toHaveLength(40)
})

test('a label that looks like code stays a label', () => {
  const labels = [
    'datum.x',
    '<script>alert(1)</script>',
    "'; alert(1); '",
    '{"signal": "width"}',
    '\u202ex\u0000',
  ]
  const { spec } = completed({ rows: labels.map((territory) => ({ territory, sex: 'F', rate: 0.5 })) })
  const drawn = at(spec, 'data.values') as readonly Record<string, unknown>[]
  expect(drawn.map(({ territory }) => territory)).toEqual([...labels.slice(0, 4), 'x�'])
  const { data: _data, ...frame } = spec
  const domain = JSON.stringify(at(spec, 'encoding.y.scale.domain'))
  const elsewhere = JSON.stringify(frame).replace(domain, '')
  for (const label of labels.slice(1, 4)) expect(elsewhere).not.toContain(JSON.stringify(label))
})

test('a forbidden chart gives faults and no spec', () => {
  const result = completeSpec(request({ spec: { mark: 'image' } }))
  expect(result).toMatchObject({ ok: false, faults: [{ code: 'export.chart-forbidden' }] })
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

test('the difference of women and men is a category of its own where it is drawn', () => {
  const { spec } = completed({
    rows: ['F', 'M', 'F-M'].map((sex) => ({ territory: 'Aš', sex, rate: 0.1, period: '2023-Q1' })),
  })
  expect(at(spec, 'encoding.color.scale')).toEqual({ domain: ['F', 'M', 'T', 'F-M'], range: 'sex' })
  expect(String(at(spec, 'encoding.color.legend.labelExpr'))).toContain('minus')
})

test('women, men and total of one thing stand closer than the things themselves', () => {
  const spec = {
    ...points,
    encoding: { ...points.encoding, x: withX.encoding.x, yOffset: { field: 'sex' } },
  }
  expect(at(completed({ spec }).spec, 'height')).toEqual({ step: 18, for: 'offset' })
  expect(at(completed().spec, 'height')).toBeUndefined()
})
