import { expect, test } from 'vitest'
import { count, decimal, type Row, readTable, sums } from './read-table'

const territory = readTable('territory.csv')
const population = readTable('population-by-sex-age.csv')
const employment = readTable('employment-by-sex-age.csv', 'windows-1250')
const districts = readTable('employment-by-orp.csv')
const industry = readTable('employment-by-industry.csv')
const panel = readTable('policy-panel.csv')
const votes = readTable('participatory-budget-votes.csv')
const transactions = readTable('service-transactions.csv')
const catalogue = readTable('service-catalogue.csv')

const key =
  (...columns: string[]) =>
  (row: Row) =>
    columns.map((column) => row[column] ?? '').join('/')

test('180 municipalities in 12 districts; codes nobody can mistake, half with a leading zero', () => {
  expect(territory).toHaveLength(180)
  expect(new Set(territory.map(key('kod_obce'))).size).toBe(180)
  expect(new Set(territory.map(key('nazev_obce'))).size).toBe(180)
  expect(new Set(territory.map(key('kod_orp'))).size).toBe(12)
  expect(territory.filter((row) => !/^(09|99)\d{4}$/.test(row['kod_obce'] ?? ''))).toEqual([])
  expect(territory.filter((row) => row['kod_orp'] !== row['kod_obce']?.slice(0, 4))).toEqual([])
  const withZero = territory.filter((row) => row['kod_obce']?.startsWith('0')).length
  expect(withZero).toBeGreaterThan(60)
  expect(withZero).toBeLessThan(120)
})

test('names use every Czech letter with a diacritic and survive windows-1250', () => {
  const names = territory.map(key('nazev_obce')).join('')
  for (const letter of 'áčďéěíňóřšťúůýž') expect(names).toContain(letter)
  const known = new Map(territory.map((row) => [row['kod_obce'], row['nazev_obce']]))
  expect(employment.filter((row) => known.get(row['kod_obce']) !== row['nazev_obce'])).toEqual([])
})

test('sizes are those of a region: one city, many villages under 500, hamlets with cells below 10', () => {
  const in2023 = sums(
    population.filter((row) => row['rok'] === '2023'),
    'obyvatele',
    key('kod_obce'),
  )
  const sizes = [...in2023.values()].sort((a, b) => b - a)
  expect(sizes[0]).toBeGreaterThan(80_000)
  expect(sizes[0]).toBeLessThan(100_000)
  expect(sizes[1]).toBeLessThan(35_000)
  expect(sizes.filter((size) => size < 500).length).toBeGreaterThan(90)
  const wholeUnits = sums(employment, 'obyvatele', key('kod_obce', 'rok', 'pohlavi'))
  expect([...wholeUnits.values()].some((size) => size < 10)).toBe(true)
  expect(employment.filter((row) => count(row, 'obyvatele') < 10).length).toBeGreaterThan(1000)
})

test('every municipality has every year, sex and age band once', () => {
  expect(population).toHaveLength(180 * 12 * 2 * 7)
  expect(new Set(population.map(key('kod_obce', 'rok', 'pohlavi', 'vek'))).size).toBe(population.length)
  expect(employment).toHaveLength(180 * 12 * 2 * 5)
  expect(new Set(employment.map(key('kod_obce', 'rok', 'pohlavi', 'vek'))).size).toBe(employment.length)
})

test('nobody is employed who does not live there, and both files count the same inhabitants', () => {
  const cell = key('kod_obce', 'rok', 'pohlavi', 'vek')
  const inhabitants = sums(population, 'obyvatele', cell)
  for (const row of employment) {
    expect(count(row, 'zamestnani')).toBeLessThanOrEqual(count(row, 'obyvatele'))
    expect(count(row, 'obyvatele')).toBe(inhabitants.get(cell(row)))
  }
})

test('districts are the sums of their municipalities, women and men make the total', () => {
  const bySex = (row: Row) => `${row['kod_obce']?.slice(0, 4)}/${row['rok']}/${row['pohlavi']}`
  for (const column of ['zamestnani', 'obyvatele']) {
    const expected = sums(employment, column, bySex)
    const published = sums(districts, column, key('kod_orp', 'rok', 'pohlavi'))
    for (const row of districts.filter(({ pohlavi }) => pohlavi !== 'T')) {
      const cell = key('kod_orp', 'rok', 'pohlavi')(row)
      expect(published.get(cell), cell).toBe(expected.get(cell))
    }
    expectTotals(districts, column, key('kod_orp', 'rok'))
  }
  for (const row of districts) {
    const rate = (100 * count(row, 'zamestnani')) / count(row, 'obyvatele')
    expect(Math.abs(decimal(row, 'mira_zamestnanosti') - rate)).toBeLessThan(0.00501)
  }
})

test('industries add up to TOTAL, TOTAL to the employment of the district', () => {
  const cell = key('kod_orp', 'rok', 'pohlavi')
  const sections = sums(
    industry.filter(({ nace }) => nace !== 'TOTAL'),
    'zamestnani',
    cell,
  )
  const totals = sums(
    industry.filter(({ nace }) => nace === 'TOTAL'),
    'zamestnani',
    cell,
  )
  expect(totals).toEqual(sections)
  expect(totals).toEqual(sums(districts, 'zamestnani', cell))
  expectTotals(industry, 'zamestnani', key('kod_orp', 'rok', 'nace'))
})

test('the policy panel counts the people aged 25 to 44 of the employment file', () => {
  const middle = employment.filter(({ vek }) => vek === 'Y25-34' || vek === 'Y35-44')
  const employed = sums(middle, 'zamestnani', key('kod_obce', 'rok', 'pohlavi'))
  const living = sums(middle, 'obyvatele', key('kod_obce', 'rok', 'pohlavi'))
  expect(panel).toHaveLength(180 * 12)
  for (const row of panel) {
    const at = key('kod_obce', 'rok')(row)
    expect(count(row, 'zeny_zamestnane')).toBe(employed.get(`${at}/F`))
    expect(count(row, 'zeny_obyvatelky')).toBe(living.get(`${at}/F`))
    expect(count(row, 'muzi_zamestnani')).toBe(employed.get(`${at}/M`))
    expect(count(row, 'muzi_obyvatele')).toBe(living.get(`${at}/M`))
    const both = count(row, 'zeny_zamestnane') + count(row, 'muzi_zamestnani')
    const rate = (100 * both) / (count(row, 'zeny_obyvatelky') + count(row, 'muzi_obyvatele'))
    expect(Math.abs(decimal(row, 'mira_celkem') - rate)).toBeLessThan(0.0000501)
  }
})

test('the panel by sex has the rates of the policy panel, in rows', () => {
  const rows = readTable('policy-panel-by-sex.csv')
  expect(rows).toHaveLength(3 * panel.length)
  const rates = new Map(
    rows.map((row) => [key('kod_obce', 'rok', 'pohlavi')(row), row['mira_zamestnanosti']]),
  )
  for (const row of panel)
    for (const [sex, column] of [
      ['F', 'mira_zen'],
      ['M', 'mira_muzu'],
      ['T', 'mira_celkem'],
    ] as const)
      expect(rates.get(`${key('kod_obce', 'rok')(row)}/${sex}`)).toBe(row[column])
})

test('women aged 25 to 34 have the widest gap, and it narrows over the years', () => {
  const rate = (sex: string, age: string, year: string) => {
    const rows = employment.filter(({ pohlavi, vek, rok }) => pohlavi === sex && vek === age && rok === year)
    const total = (column: string) => rows.reduce((sum, row) => sum + count(row, column), 0)
    return total('zamestnani') / total('obyvatele')
  }
  const gap = (age: string, year: string) => rate('M', age, year) - rate('F', age, year)
  for (const age of ['Y15-24', 'Y35-44', 'Y45-54', 'Y55-64'])
    expect(gap('Y25-34', '2018')).toBeGreaterThan(gap(age, '2018'))
  expect(gap('Y25-34', '2012') - gap('Y25-34', '2023')).toBeGreaterThan(0.02)
})

test('votes stay below the inhabitants who may vote; online requests only where a form exists', () => {
  const voted = sums(votes, 'hlasy', key('rok', 'pohlavi', 'vek'))
  const inhabitants = sums(population, 'obyvatele', key('kod_obce', 'rok', 'pohlavi', 'vek'))
  for (const row of votes) {
    expect(count(row, 'opravneni')).toBe(inhabitants.get(key('kod_obce', 'rok', 'pohlavi', 'vek')(row)))
    expect(voted.get(key('rok', 'pohlavi', 'vek')(row))).toBeLessThan(count(row, 'opravneni'))
  }
  const withForm = new Set(
    catalogue.filter((row) => row['online_podani'] === '1').map(key('kod_orp', 'sluzba')),
  )
  const online = transactions.filter((row) => row['kanal'] === 'online' && count(row, 'pocet') > 0)
  expect(online.length).toBeGreaterThan(100)
  expect(online.filter((row) => !withForm.has(key('kod_orp', 'sluzba')(row)))).toEqual([])
})

test('one row a municipality counts the people of the finer files; rates of fewer than ten are empty', () => {
  const municipalities = readTable('municipalities.csv')
  const latest = population.filter(({ rok }) => rok === '2023')
  const living = sums(latest, 'obyvatele', key('kod_obce', 'pohlavi'))
  const coarse = readTable('employment-by-municipality.csv')
  for (const column of ['zamestnani', 'obyvatele'])
    expect(sums(coarse, column, key('kod_obce', 'rok', 'pohlavi'))).toEqual(
      sums(employment, column, key('kod_obce', 'rok', 'pohlavi')),
    )
  const workable = sums(coarse, 'obyvatele', key('kod_obce', 'rok', 'pohlavi'))
  const working = sums(coarse, 'zamestnani', key('kod_obce', 'rok', 'pohlavi'))
  expect(municipalities.map(key('kod_obce'))).toEqual(territory.map(key('kod_obce')))
  for (const row of municipalities) {
    const code = row['kod_obce'] ?? ''
    expect(count(row, 'zeny')).toBe(living.get(`${code}/F`))
    expect(count(row, 'muzi')).toBe(living.get(`${code}/M`))
    expect(count(row, 'obyvatele')).toBe(count(row, 'zeny') + count(row, 'muzi'))
    const few = ['F', 'M'].some((sex) => (workable.get(`${code}/2023/${sex}`) ?? 0) < 10)
    expect(row['mira_zamestnanosti_zen'] === '', code).toBe(few)
    expect(row['mira_zamestnanosti_muzu'] === '', code).toBe(few)
    if (few) continue
    const rate = (100 * (working.get(`${code}/2023/F`) ?? 0)) / (workable.get(`${code}/2023/F`) ?? 0)
    expect(Math.abs(decimal(row, 'mira_zamestnanosti_zen') - rate)).toBeLessThan(0.0501)
  }
  const empty = municipalities.filter((row) => row['rozdil_zeny_muzi'] === '')
  expect(empty.length).toBeGreaterThan(0)
})

test('the zone takes 15 % of NO2 and insulation 18 % of heat, beside what moves everywhere', () => {
  const change = (file: string, own: string, other: string, from: string) => {
    const rows = readTable(file)
    const logRatio = (after: boolean) => {
      const chosen = rows.filter(({ mesic = '' }) => mesic >= from === after)
      const logs = chosen.map((row) => Math.log(decimal(row, own) / decimal(row, other)))
      return logs.reduce((sum, value) => sum + value, 0) / logs.length
    }
    return 1 - Math.exp(logRatio(true) - logRatio(false))
  }
  const zone = change('air-quality-of-zone.csv', 'no2_v_zone', 'no2_mimo_zonu', '2021-01')
  expect(Math.abs(zone - 0.15)).toBeLessThan(0.01)
  const heat = change('building-heat-insulated.csv', 'teplo_zateplene', 'teplo_ostatni', '2022-01')
  expect(Math.abs(heat - 0.18)).toBeLessThan(0.01)
})

function expectTotals(rows: readonly Row[], column: string, cell: (row: Row) => string): void {
  const parts = sums(
    rows.filter(({ pohlavi }) => pohlavi !== 'T'),
    column,
    cell,
  )
  expect(
    sums(
      rows.filter(({ pohlavi }) => pohlavi === 'T'),
      column,
      cell,
    ),
  ).toEqual(parts)
}
