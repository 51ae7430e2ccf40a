import type { EmploymentCell } from './employment'
import type { Region } from './geography'
import { fixed } from './numeric'
import { type PeopleCell, SEXES, YEARS } from './population'
import type { Cell } from './write'

const LATEST = 2023
const EARLIEST = 2012
/** Rates of fewer people are left empty, as a statistical office leaves them. */
const FEWEST = 10

type Key = (...parts: readonly (string | number)[]) => number

function summed<T>(cells: readonly T[], count: (cell: T) => number, keysOf: (cell: T) => string[]): Key {
  const sums = new Map<string, number>()
  for (const cell of cells) for (const key of keysOf(cell)) sums.set(key, (sums.get(key) ?? 0) + count(cell))
  return (...parts) => sums.get(parts.join('/')) ?? 0
}

const percent = (part: number, whole: number): number => (100 * part) / whole

/** One row a municipality: how many women and men, how old, how many more or fewer, and how many of them work. */
export function municipalityRows(
  region: Region,
  people: readonly PeopleCell[],
  employment: readonly EmploymentCell[],
): Cell[][] {
  const living = summed(
    people,
    ({ population }) => population,
    ({ municipality: { code }, year, sex, age }) =>
      ['all', sex, age].map((part) => `${code}/${year}/${part}`),
  )
  const employable = summed(
    employment,
    ({ population }) => population,
    ({ municipality: { code }, year, sex }) => [`${code}/${year}/${sex}`],
  )
  const employed = summed(
    employment,
    (cell) => cell.employed,
    ({ municipality: { code }, year, sex }) => [`${code}/${year}/${sex}`],
  )
  return region.municipalities.map(({ code, name, district }): Cell[] => {
    const all = living(code, LATEST, 'all')
    const before = living(code, EARLIEST, 'all')
    const age = (band: string) => fixed(percent(living(code, LATEST, band), all), 1, ',')
    const [women, men] = SEXES.map((sex) => ({
      of: employable(code, LATEST, sex),
      working: employed(code, LATEST, sex),
    }))
    const known = [women, men].every((one) => one !== undefined && one.of >= FEWEST)
    const rate = (one: { of: number; working: number } | undefined) =>
      !known || one === undefined ? null : percent(one.working, one.of)
    const [ofWomen, ofMen] = [rate(women), rate(men)]
    const text = (value: number | null) => (value === null ? '' : fixed(value, 1, ','))
    return [
      ...[code, name, district.code, all, living(code, LATEST, 'F'), living(code, LATEST, 'M')],
      ...[age('Y0-14'), age('Y65+'), fixed(percent(all - before, before), 1, ',')],
      ...[
        text(ofWomen),
        text(ofMen),
        text(ofWomen === null || ofMen === null ? null : ofWomen - ofMen),
        'SYN',
      ],
    ]
  })
}

/** Employed people and inhabitants aged 15 to 64 by municipality, year and sex: all ages of the finer file together. */
export function municipalEmploymentRows(region: Region, employment: readonly EmploymentCell[]): Cell[][] {
  const keysOf = ({ municipality: { code }, year, sex }: EmploymentCell) => [`${code}/${year}/${sex}`]
  const living = summed(employment, ({ population }) => population, keysOf)
  const working = summed(employment, ({ employed }) => employed, keysOf)
  return region.municipalities.flatMap(({ code, name }) =>
    YEARS.flatMap((year) =>
      SEXES.map((sex): Cell[] => [
        ...[code, name, year, sex],
        ...[working(code, year, sex), living(code, year, sex), 'SYN'],
      ]),
    ),
  )
}
