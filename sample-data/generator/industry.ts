import type { EmploymentCell } from './employment'
import type { District, Region } from './geography'
import { apportion, exponential } from './numeric'
import { SEXES, type Sex, YEARS } from './population'
import { randomStream } from './random'
import { at } from './voronoi'

/** NACE Rev. 2 sections: share of women's and men's jobs in per cent, change a year in per cent. */
const SECTIONS: readonly (readonly [code: string, women: number, men: number, trend: number])[] = [
  ['A', 2.2, 4.1, -1.5],
  ['B', 0.2, 0.9, -3],
  ['C', 21.5, 33.2, -0.3],
  ['D', 0.6, 1.4, 0],
  ['E', 0.6, 1.5, 0.5],
  ['F', 1.4, 12.3, -0.5],
  ['G', 14.2, 10.1, -0.2],
  ['H', 3.4, 8.6, 0.4],
  ['I', 5.1, 2.8, -0.6],
  ['J', 1.9, 3.9, 3],
  ['K', 2.7, 1.6, -0.4],
  ['L', 0.9, 0.8, 0.5],
  ['M', 4.4, 3.9, 1.5],
  ['N', 2.6, 2.4, 0.3],
  ['O', 7.4, 5.6, 0.2],
  ['P', 11.9, 2.9, 0.7],
  ['Q', 13.6, 2.4, 1],
  ['R', 1.9, 1.4, 0.3],
  ['S', 3.5, 0.9, 0],
]

export interface IndustryCell {
  readonly district: District
  readonly year: number
  /** NACE section A to S, or TOTAL. */
  readonly section: string
  readonly sex: Sex | 'T'
  readonly employed: number
}

/** Employed residents by district, section, year and sex; sections add up to the employment file exactly. */
export function makeIndustry(
  region: Region,
  employment: readonly EmploymentCell[],
  seed: number,
): IndustryCell[] {
  const totals = employedByDistrict(employment)
  return region.districts.flatMap((district) => {
    const random = randomStream(seed, `industry/${district.code}`)
    // Each district leans towards some branches, so that location quotients have something to show.
    const leaning = SECTIONS.map(() => exponential(0.38 * random.normal()))
    return YEARS.flatMap((year, since) => {
      const bySex = SEXES.map((sex) => {
        const weights = SECTIONS.map(([, women, men, trend], index) => {
          const base = sex === 'F' ? women : men
          return base * at(leaning, index) * exponential((trend / 100) * since + 0.02 * random.normal())
        })
        return apportion(totals.get(`${district.code}/${year}/${sex}`) ?? 0, weights)
      })
      return rowsOfYear(district, year, bySex)
    })
  })
}

function rowsOfYear(district: District, year: number, bySex: readonly number[][]): IndustryCell[] {
  const sections = [...SECTIONS.map(([code]) => code), 'TOTAL']
  return sections.flatMap((section, index) => {
    const [women = 0, men = 0] = bySex.map((counts) =>
      section === 'TOTAL' ? counts.reduce((sum, count) => sum + count, 0) : at(counts, index),
    )
    const cell = { district, year, section }
    return [
      { ...cell, sex: 'F' as const, employed: women },
      { ...cell, sex: 'M' as const, employed: men },
      { ...cell, sex: 'T' as const, employed: women + men },
    ]
  })
}

function employedByDistrict(employment: readonly EmploymentCell[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { municipality, year, sex, employed } of employment) {
    const key = `${municipality.district.code}/${year}/${sex}`
    totals.set(key, (totals.get(key) ?? 0) + employed)
  }
  return totals
}
