import { expect, test } from 'vitest'
import type { Row } from '../model/table'
import { completeSpec } from './complete-spec'
import type { ChartColumn } from './completion'
import { isJson, type Json } from './theme'

const sloping: Json = {
  facet: { field: 'territory', type: 'nominal', sort: null },
  spec: {
    height: 150,
    encoding: {
      x: { field: 'period', type: 'ordinal' },
      y: { field: 'value', type: 'quantitative', axis: null },
      color: { field: 'sex', type: 'nominal', legend: null },
    },
    layer: [{ mark: { type: 'line', style: 'slope' } }],
  },
}
const columnsOf = (unitText?: string): readonly ChartColumn[] => [
  { name: 'territory', label: 'Territory', unit: 'code' },
  { name: 'period', label: 'Period', unit: 'period' },
  { name: 'sex', label: 'Sex', unit: 'code' },
  unitText === undefined
    ? { name: 'value', label: 'Rate', unit: 'proportion' }
    : { name: 'value', label: 'Pay', unit: 'source', unitText },
]
const place = (territory: string, ends: Readonly<Record<string, readonly (number | null)[]>>): Row[] =>
  Object.entries(ends).flatMap(([period, values]) =>
    ['F', 'M', 'T'].map((sex, at) => {
      const value = values[at] ?? null
      return { territory, period, sex, value, status: value === null ? 'hidden-small' : 'ok' }
    }),
  )

function drawn(rows: readonly Row[], unitText?: string) {
  const columns = columnsOf(unitText)
  const result = completeSpec({ id: 'c', spec: sloping, rows, columns, locale: 'cs', description: 'Věta.' })
  if (!result.ok) throw new Error(result.faults[0]?.code)
  const { spec } = result.value
  const view = isJson(spec['spec']) ? spec['spec'] : {}
  const encoding = isJson(view['encoding']) ? view['encoding'] : {}
  const y = isJson(encoding['y']) && isJson(encoding['y']['scale']) ? encoding['y']['scale'] : {}
  const domain = Array.isArray(y['domain']) ? y['domain'].map(Number) : []
  const data = isJson(spec['data']) && Array.isArray(spec['data']['values']) ? spec['data']['values'] : []
  return { data: data.filter(isJson), domain, height: Number(view['height']), text: JSON.stringify(spec) }
}
type Drawn = ReturnType<typeof drawn>

/** Pixels from the top at which the labels of one end of one territory stand. */
const pixels = ({ data, domain: [low = 0, high = 1], height }: Drawn, side: string, territory = 'A') =>
  data
    .filter((row) => row['slope_side'] === side && row['territory'] === territory)
    .map((row) => (height * (high - Number(row['slope_at']))) / (high - low))

test('both ends have their numbers, the last one its names', () => {
  const { data } = drawn(place('A', { '2021': [0.2, 0.4, 0.3], '2023': [0.3, 0.5, 0.4] }))
  expect(data.map((row) => row['slope_text'])).toEqual([
    '20,0\u00a0%',
    '40,0\u00a0%',
    '30,0\u00a0%',
    'Ženy 30,0\u00a0%',
    'Muži 50,0\u00a0%',
    'Celkem 40,0\u00a0%',
  ])
})

test('labels of equal and near numbers do not meet, in each territory on its own', () => {
  const picture = drawn([
    ...place('A', { '2021': [0.2, 0.9, 0.5], '2023': [0.5, 0.5, 0.5] }),
    ...place('B', { '2021': [0.9, 0.9, 0.9], '2023': [0.51, 0.5, 0.505] }),
  ])
  for (const territory of ['A', 'B']) {
    const places = pixels(picture, 'last', territory).sort((a, b) => a - b)
    expect(places).toHaveLength(3)
    expect(Math.min(...places.slice(1).map((one, at) => one - (places[at] ?? 0)))).toBeGreaterThan(14.9)
  }
  const [women = 0, men = 0, total = 0] = pixels(picture, 'last', 'B')
  expect([women < total, total < men]).toEqual([true, true])
})

test('a hidden number has no label and leaves nothing to reckon it from', () => {
  const rows = place('A', { '2021': [0.2, 0.4, 0.3], '2023': [null, null, 0.35] })
  const { data, domain } = drawn(rows)
  expect(data.filter((row) => row['slope_text'] !== null)).toHaveLength(4)
  // The scale reaches from the smallest to the largest number that is shown.
  expect(domain[0]).toBeCloseTo(0.2 - 0.2 * 0.08, 9)
  expect(domain[1]).toBeCloseTo(0.4 + 0.2 * 0.08, 9)
})

test('a short unit stands at each number, a long one once under the picture', () => {
  const rows = place('A', { '2021': [1, 2, 1.5], '2023': [2, 3, 2.5] })
  expect(drawn(rows, 'EUR').text).toContain('Ženy 2,0\u00a0EUR')
  const long = drawn(rows, 'EUR per person and month')
  expect(long.text).toContain('"title":"EUR per person and month"')
  expect(long.text).not.toContain('2,0\u00a0EUR')
})

test('one number alone still has a scale', () => {
  const { domain } = drawn(place('A', { '2021': [0, 0, 0], '2023': [0, 0, 0] }))
  expect(domain).toEqual([-0.08, 0.08])
})

test('all hidden is no picture, no women are no label of theirs, marks that turn text round are dropped', () => {
  const ask = (rows: readonly Row[]) => {
    const done = completeSpec({
      id: 'c',
      spec: sloping,
      rows,
      columns: columnsOf(),
      locale: 'en',
      description: 'Lines.',
    })
    if (!done.ok) throw new Error(done.faults[0]?.code)
    return done.value
  }
  expect(ask(place('A', { '2021': [null, null, null], '2023': [null, null, null] })).empty).toBe(true)
  const men = place('A', { '2021': [0.2, 0.4, 0.3], '2023': [0.3, 0.5, 0.4] }).filter(
    ({ sex }) => sex !== 'F',
  )
  expect(JSON.stringify(ask(men).spec)).not.toContain('"slope_text":"Women')
  const long = place(`${'x'.repeat(5000)}\u202e\u0007`, { '2021': [0.2, 0.4, 0.3], '2023': [0.3, 0.5, 0.4] })
  const text = JSON.stringify(ask(long).spec)
  expect(text).not.toMatch(/\u202e|\\u0007/)
})
