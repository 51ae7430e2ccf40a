import type { EmploymentCell } from './employment'
import type { Region } from './geography'
import type { IndustryCell } from './industry'
import { fixed } from './numeric'
import { COHORTS, isAffected, type Policy, trueEffect } from './policy'
import { type PeopleCell, SEXES, YEARS } from './population'
import type { Cell } from './write'

/** Every row ends with the mark of synthetic data, so that a copied part of a file still says what it is. */
const SYN = 'SYN'

export const territoryRows = (region: Region): Cell[][] =>
  region.municipalities.map(({ code, name, district }) => [
    code,
    name,
    district.code,
    district.name,
    region.code,
    region.name,
    '2012-01-01',
    '',
    SYN,
  ])

export const populationRows = (people: readonly PeopleCell[]): Cell[][] =>
  people.map(({ municipality, year, sex, age, population }) => [
    municipality.code,
    year,
    sex,
    age,
    population,
    SYN,
  ])

export const employmentRows = (employment: readonly EmploymentCell[]): Cell[][] =>
  employment.map(({ municipality, year, sex, age, employed, population }) => [
    municipality.code,
    municipality.name,
    year,
    sex,
    age,
    employed,
    population,
    SYN,
  ])

export const industryRows = (industry: readonly IndustryCell[]): Cell[][] =>
  industry.map(({ district, year, section, sex, employed }) => [
    district.code,
    year,
    section,
    sex,
    employed,
    SYN,
  ])

interface Sum {
  readonly employed: number
  readonly population: number
}

const add = (a: Sum, b: Sum): Sum => ({
  employed: a.employed + b.employed,
  population: a.population + b.population,
})
const NOBODY: Sum = { employed: 0, population: 0 }

function sumBy(
  cells: readonly EmploymentCell[],
  keyOf: (cell: EmploymentCell) => string,
): (key: string) => Sum {
  const sums = new Map<string, Sum>()
  for (const cell of cells) {
    const key = keyOf(cell)
    sums.set(key, add(sums.get(key) ?? NOBODY, cell))
  }
  return (key) => sums.get(key) ?? NOBODY
}

/** Per cent with a decimal comma; empty where nobody lives. */
const rate = ({ employed, population }: Sum, decimals: number): string =>
  population === 0 ? '' : fixed((100 * employed) / population, decimals, ',')

export function districtRows(region: Region, employment: readonly EmploymentCell[]): Cell[][] {
  const sums = sumBy(
    employment,
    ({ municipality, year, sex }) => `${municipality.district.code}/${year}/${sex}`,
  )
  return region.districts.flatMap(({ code, name }) =>
    YEARS.flatMap((year) => {
      const women = sums(`${code}/${year}/F`)
      const men = sums(`${code}/${year}/M`)
      const bySex = [
        ['F', women],
        ['M', men],
        ['T', add(women, men)],
      ] as const
      return bySex.map(([sex, sum]): Cell[] => [
        code,
        name,
        year,
        sex,
        sum.employed,
        sum.population,
        rate(sum, 2),
        SYN,
      ])
    }),
  )
}

export function policyPanelRows(
  region: Region,
  employment: readonly EmploymentCell[],
  policy: Policy,
): Cell[][] {
  const affected = employment.filter(({ age }) => isAffected(age))
  const sums = sumBy(affected, ({ municipality, year, sex }) => `${municipality.code}/${year}/${sex}`)
  return region.municipalities.flatMap(({ code, district }) =>
    YEARS.map((year): Cell[] => {
      const women = sums(`${code}/${year}/F`)
      const men = sums(`${code}/${year}/M`)
      const counts = [women.employed, women.population, men.employed, men.population]
      const rates = [rate(women, 4), rate(men, 4), rate(add(women, men), 4)]
      return [code, district.code, year, policy.firstYear.get(code) ?? 0, ...counts, ...rates, SYN]
    }),
  )
}

/** The same people in rows for women, men and both, so that an effect can be given for each and compared. */
export function policyBySexRows(
  region: Region,
  employment: readonly EmploymentCell[],
  policy: Policy,
): Cell[][] {
  const affected = employment.filter(({ age }) => isAffected(age))
  const sums = sumBy(affected, ({ municipality, year, sex }) => `${municipality.code}/${year}/${sex}`)
  return region.municipalities.flatMap(({ code }) =>
    YEARS.flatMap((year) => {
      const [women, men] = [sums(`${code}/${year}/F`), sums(`${code}/${year}/M`)]
      const rows = [
        ['F', women],
        ['M', men],
        ['T', add(women, men)],
      ] as const
      return rows.map(([sex, sum]): Cell[] => [
        ...[code, year, sex, policy.firstYear.get(code) ?? 0],
        ...[rate(sum, 4), sum.population, SYN],
      ])
    }),
  )
}

export function policyTruthRows(policy: Policy): Cell[][] {
  return COHORTS.flatMap(({ year: start }) => {
    const member = [...policy.firstYear].find(([, year]) => year === start)?.[0] ?? ''
    return YEARS.filter((year) => year >= start).flatMap((year) =>
      SEXES.map((sex): Cell[] => [
        start,
        year,
        year - start,
        sex,
        fixed(trueEffect(policy, member, year, sex), 1, ','),
        SYN,
      ]),
    )
  })
}

/** RFC 7946: WGS 84, outer rings anticlockwise, closed; one municipality a line, five decimals (about a metre). */
export function boundariesText(region: Region): string {
  const features = region.municipalities.map(({ code, name, district, ring }) => {
    const properties = {
      kod_obce: code,
      nazev_obce: name,
      kod_orp: district.code,
      nazev_orp: district.name,
      puvod: SYN,
    }
    const positions = ring.map(([x, y]) => `[${degrees(x)},${degrees(y)}]`).join(',')
    return `{"type":"Feature","id":"${code}","properties":${JSON.stringify(properties)},"geometry":{"type":"Polygon","coordinates":[[${positions}]]}}`
  })
  const head = '{"type":"FeatureCollection","name":"boundaries","synthetic":true,'
  const note = 'Invented region in the open Atlantic; synthetic data of Regional Workbench, no real place.'
  return `${head}"note":"${note}","features":[\n${features.join(',\n')}\n]}\n`
}

/** 1e-5 degrees as a JSON number, digits only: no division whose last digit could differ. */
function degrees(hundredThousandths: number): string {
  const sign = hundredThousandths < 0 ? '-' : ''
  const digits = String(Math.abs(hundredThousandths)).padStart(6, '0')
  return `${sign}${digits.slice(0, -5)}.${digits.slice(-5)}`
}
