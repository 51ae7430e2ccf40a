import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeFiles, makeModel } from '../generator/sample-region'
import { count, decimal, type Row, readTable } from './read-table'

interface Observation {
  readonly unit: string
  readonly year: number
  readonly start: number
  readonly outcome: number
  readonly weight: number
}

const mean = (items: readonly Observation[]): number => {
  const weight = items.reduce((sum, item) => sum + item.weight, 0)
  return items.reduce((sum, item) => sum + item.weight * item.outcome, 0) / weight
}

/** Group-time effects against never-treated municipalities, the year before the start as base, by years since start. */
function effects(data: readonly Observation[]): Map<string, number> {
  const cell = (start: number, year: number) =>
    mean(data.filter((item) => item.start === start && item.year === year))
  const starts = [...new Set(data.map(({ start }) => start))].filter((start) => start > 0)
  return new Map(
    starts.flatMap((start) =>
      Array.from({ length: 2023 - start + 1 }, (_, since): [string, number] => {
        const year = start + since
        const change = cell(start, year) - cell(start, start - 1)
        return [`${start}/${year}`, change - (cell(0, year) - cell(0, start - 1))]
      }),
    ),
  )
}

const average = (values: Iterable<number>): number => {
  const list = [...values]
  return list.reduce((sum, value) => sum + value, 0) / list.length
}

const panel = readTable('policy-panel.csv')
const truth = (sex: string) =>
  new Map(
    readTable('policy-truth.csv')
      .filter(({ pohlavi }) => pohlavi === sex)
      .map((row) => [`${row['prvni_rok']}/${row['rok']}`, decimal(row, 'ucinek')]),
  )
const observations = (rows: readonly Row[], outcome: string, weight: string): Observation[] =>
  rows.map((row) => ({
    unit: row['kod_obce'] ?? '',
    year: count(row, 'rok'),
    start: count(row, 'prvni_rok'),
    outcome: decimal(row, outcome),
    weight: count(row, weight),
  }))

test('24, 30 and 26 municipalities begin in 2015, 2017 and 2019; 100 never do', () => {
  const starts = panel.filter(({ rok }) => rok === '2012').map((row) => row['prvni_rok'])
  const size = (start: string) => starts.filter((other) => other === start).length
  expect(['2015', '2017', '2019', '0'].map(size)).toEqual([24, 30, 26, 100])
})

test('without noise and rounding, difference in differences gives the truth exactly', () => {
  const { employment, policy } = makeModel({ effect: true })
  for (const sex of ['F', 'M'] as const) {
    for (const age of ['Y25-34', 'Y35-44'] as const) {
      const data = employment
        .filter((cell) => cell.sex === sex && cell.age === age)
        .map(({ municipality: { code }, year, expectedRate }) => {
          return {
            unit: code,
            year,
            start: policy.firstYear.get(code) ?? 0,
            outcome: expectedRate,
            weight: 1,
          }
        })
      const found = effects(data)
      expect(found.size).toBe(21)
      for (const [cell, effect] of truth(sex))
        expect(found.get(cell), `${sex} ${cell}`).toBeCloseTo(effect, 9)
    }
  }
})

test('no rate behind the treated ages is near 0 or 100, where cutting would bend the effect', () => {
  const { employment } = makeModel({ effect: true })
  const middle = employment
    .filter(({ age }) => age === 'Y25-34' || age === 'Y35-44')
    .map((cell) => cell.expectedRate)
  expect(Math.max(...middle)).toBeLessThan(98)
  expect(Math.min(...middle)).toBeGreaterThan(30)
})

test.each([
  ['women', 'F', 'mira_zen', 'zeny_obyvatelky'],
  ['men', 'M', 'mira_muzu', 'muzi_obyvatele'],
])('the published counts of %s show the effect within 0.35 points on average', (_, sex, outcome, weight) => {
  const found = effects(observations(panel, outcome, weight))
  const expected = truth(sex)
  expect(Math.abs(average(found.values()) - average(expected.values()))).toBeLessThan(0.35)
  for (const [cell, effect] of expected)
    expect(Math.abs((found.get(cell) ?? 99) - effect), cell).toBeLessThan(1)
})

test('the placebo region shows no effect', () => {
  const file = makeFiles(makeModel({ effect: false })).find(({ name }) => name === 'policy-panel.csv')
  const [head = '', ...lines] = file?.bytes.toString('utf8').trimEnd().split('\n') ?? []
  const names = head.split(';')
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(';').map((cell, index) => [names[index] ?? '', cell])),
  )
  for (const [outcome, weight] of [
    ['mira_zen', 'zeny_obyvatelky'],
    ['mira_muzu', 'muzi_obyvatele'],
  ] as const) {
    expect(Math.abs(average(effects(observations(rows, outcome, weight)).values()))).toBeLessThan(0.35)
  }
})

test('comparing treated and other municipalities in one year would mislead', () => {
  const in2012 = observations(panel, 'mira_zen', 'zeny_obyvatelky').filter(({ year }) => year === 2012)
  expect(
    mean(in2012.filter(({ start }) => start > 0)) - mean(in2012.filter(({ start }) => start === 0)),
  ).toBeLessThan(-1)
})

test('the faults of the air-quality export are those on its list, and no others', () => {
  const text = new TextDecoder().decode(
    readFileSync(fileURLToPath(new URL('air-quality-hourly.csv', import.meta.url))),
  )
  const lines = text.trimEnd().split('\r\n')
  expect(lines[4]).toBe('stanice;cas;velicina;hodnota')
  const records = lines.slice(6, -1).map((line) => line.split(';'))
  expect(lines.at(-1)).toBe(`Konec exportu;záznamů: ${records.length}`)
  const listed = readTable('air-quality-truth.csv')
  for (const station of ['SYN-A1', 'SYN-B2']) {
    for (const quantity of ['NO2', 'PM10']) {
      const of = (kind: string) =>
        listed
          .filter((row) => row['stanice'] === station && row['velicina'] === quantity && row['vada'] === kind)
          .reduce((sum, row) => sum + count(row, 'pocet'), 0)
      const own = records.filter((record) => record[0] === station && record[2] === quantity)
      const values = own.map((record) => record[3] ?? '')
      // One wall-clock hour of October comes twice without being a fault.
      expect(own.length).toBe(8760 - of('gap') + of('duplicate') + of('conflict'))
      expect(new Set(own.map((record) => record[1])).size).toBe(8760 - of('gap') - 1)
      expect(values.filter((value) => value === '-999').length).toBe(of('sentinel'))
      expect(values.filter((value) => value === '').length).toBe(of('empty'))
      expect(values.filter((value) => Number(value.replace(',', '.')) > 500).length).toBe(of('spike'))
      expect(longestRun(values)).toBe(Math.max(of('stuck'), longestSentinelRun(listed, station, quantity)))
    }
  }
})

test('from 6 March the school uses about 12 % less heat than its own earlier behaviour explains', () => {
  const heat = new Map<string, number>()
  for (const row of readTable('building-energy-15min.csv')) {
    const day = `${row['building']}/${row['time']?.slice(0, 10)}`
    heat.set(day, (heat.get(day) ?? 0) + Number(row['value']))
  }
  const temperatures = readTable('weather.csv').map(
    (row) => [row['day'] ?? '', Number(row['mean_temperature'])] as const,
  )
  const ratio = (building: string, base: number, slope: number) => {
    const workdays = temperatures.filter(([day]) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()))
    const shares = workdays.map(([day, temperature]) => {
      const expected = base + slope * Math.max(0, 15 - temperature)
      return { late: day >= '2023-03-06', share: (heat.get(`${building}/${day}`) ?? 0) / expected }
    })
    const side = (late: boolean) =>
      average(shares.filter((item) => item.late === late).map(({ share }) => share))
    return { before: side(false), after: side(true) }
  }
  const school = ratio('SYN-SKOLA', 95, 88)
  expect(school.before).toBeCloseTo(1, 1)
  expect(1 - school.after / school.before).toBeGreaterThan(0.1)
  expect(1 - school.after / school.before).toBeLessThan(0.14)
  const office = ratio('SYN-URAD', 60, 47)
  expect(Math.abs(1 - office.after / office.before)).toBeLessThan(0.02)
})

/** Longest stretch of one repeated value, blanks apart. */
function longestRun(values: readonly string[]): number {
  let longest = 0
  let run = 0
  values.forEach((value, index) => {
    run = value !== '' && value === values[index - 1] ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest < 10 ? 0 : longest
}

function longestSentinelRun(listed: readonly Row[], station: string, quantity: string): number {
  const runs = listed.filter(
    (row) =>
      row['stanice'] === station &&
      row['velicina'] === quantity &&
      row['vada'] === 'sentinel' &&
      row['pocet'] !== '1',
  )
  return Math.max(0, ...runs.map((row) => count(row, 'pocet')))
}
