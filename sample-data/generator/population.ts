import type { Municipality, Region } from './geography'
import { clamp, exponential } from './numeric'
import { randomStream } from './random'
import { at } from './voronoi'

export const YEARS = Array.from({ length: 12 }, (_, index) => 2012 + index)
export const SEXES = ['F', 'M'] as const
export type Sex = (typeof SEXES)[number]
export const AGE_BANDS = ['Y0-14', 'Y15-24', 'Y25-34', 'Y35-44', 'Y45-54', 'Y55-64', 'Y65+'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
/** The bands of the employment file. */
export const WORKING_BANDS = ['Y15-24', 'Y25-34', 'Y35-44', 'Y45-54', 'Y55-64'] as const
export type WorkingBand = (typeof WORKING_BANDS)[number]

/** Share of the band in 2012 and in 2023, and women's share inside it. */
const STRUCTURE: Record<AgeBand, { readonly from: number; readonly to: number; readonly women: number }> = {
  'Y0-14': { from: 0.148, to: 0.162, women: 0.487 },
  'Y15-24': { from: 0.119, to: 0.095, women: 0.488 },
  'Y25-34': { from: 0.145, to: 0.119, women: 0.484 },
  'Y35-44': { from: 0.161, to: 0.149, women: 0.486 },
  'Y45-54': { from: 0.129, to: 0.152, women: 0.491 },
  'Y55-64': { from: 0.136, to: 0.12, women: 0.509 },
  'Y65+': { from: 0.162, to: 0.203, women: 0.579 },
}

export interface PeopleCell {
  readonly municipality: Municipality
  readonly year: number
  readonly sex: Sex
  readonly age: AgeBand
  readonly population: number
}

/** Inhabitants on 1 January by municipality, year, sex and age, in that order. */
export function makePopulation(region: Region, seed: number): PeopleCell[] {
  return region.municipalities.flatMap((municipality) => {
    const random = randomStream(seed, `population/${municipality.code}`)
    const growth = yearlyGrowth(municipality, random.normal())
    // Older villages have fewer young people; the tilt is the municipality's own and lasts.
    const ageing = 0.1 * random.normal() * clamp(300 / municipality.size, 0.1, 1)
    const fixed = SEXES.map(() => AGE_BANDS.map(() => ({ draw: random.next(), tilt: random.normal() })))
    return YEARS.flatMap((year, since) =>
      SEXES.flatMap((sex, s) =>
        AGE_BANDS.map((age, a): PeopleCell => {
          const { draw, tilt } = at(at(fixed, s), a)
          const expected = municipality.size * exponential(growth * since) * share(age, sex, since)
          const own = exponential(ageing * (a - 3)) * (1 + clamp(tilt / Math.sqrt(expected + 4), -0.4, 0.4))
          // The draw stays the same all years, so a cell changes smoothly and not by dice.
          return { municipality, year, sex, age, population: Math.floor(expected * own + draw) }
        }),
      ),
    )
  })
}

/** Suburbs grow, remote villages shrink. */
function yearlyGrowth({ distanceToCity, size }: Municipality, noise: number): number {
  if (size > 20_000) return -0.001
  const suburb = clamp((14 - distanceToCity) / 14, 0, 1)
  return -0.002 + 0.016 * suburb + 0.003 * noise
}

function share(age: AgeBand, sex: Sex, since: number): number {
  const { from, to, women } = STRUCTURE[age]
  const band = from + ((to - from) * since) / (YEARS.length - 1)
  return band * (sex === 'F' ? women : 1 - women)
}
