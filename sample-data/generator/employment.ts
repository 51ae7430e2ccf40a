import type { Municipality, Region } from './geography'
import { clamp } from './numeric'
import { isAffected, type Policy, trueEffect } from './policy'
import { type AgeBand, type PeopleCell, type Sex, WORKING_BANDS, type WorkingBand } from './population'
import { randomStream } from './random'
import { at } from './voronoi'

/** Employment rate in 2012 and its change a year, in per cent. Women's rates dip between 25 and 44. */
const RATES: Record<Sex, Record<WorkingBand, { readonly level: number; readonly trend: number }>> = {
  F: {
    'Y15-24': { level: 23.5, trend: 0.1 },
    'Y25-34': { level: 62.0, trend: 0.35 },
    'Y35-44': { level: 77.5, trend: 0.3 },
    'Y45-54': { level: 85.5, trend: 0.3 },
    'Y55-64': { level: 46.0, trend: 1.5 },
  },
  M: {
    'Y15-24': { level: 33.5, trend: 0.05 },
    'Y25-34': { level: 88.5, trend: 0.1 },
    'Y35-44': { level: 90.0, trend: 0.1 },
    'Y45-54': { level: 88.5, trend: 0.15 },
    'Y55-64': { level: 61.0, trend: 1.1 },
  },
}

/** Common shocks in percentage points: the slack of 2013 and the pandemic. Alike everywhere: trends stay parallel. */
const SHOCKS: Record<Sex, Readonly<Record<number, number>>> = {
  F: { 2013: -0.3, 2020: -1.8, 2021: -1.2 },
  M: { 2013: -0.4, 2020: -0.9, 2021: -0.5 },
}

export interface EmploymentCell {
  readonly municipality: Municipality
  readonly year: number
  readonly sex: Sex
  readonly age: WorkingBand
  readonly population: number
  readonly employed: number
  /** The rate behind the count before noise and rounding, in per cent, with and without the subsidy. */
  readonly expectedRate: number
  readonly expectedRateWithout: number
}

/** Employed residents by municipality, year, sex and age. `noiseSeed` moves only the yearly noise. */
export function makeEmployment(
  region: Region,
  people: readonly PeopleCell[],
  policy: Policy,
  seed: number,
  noiseSeed: number,
): EmploymentCell[] {
  const levels = fixedLevels(region, policy, seed)
  const noise = randomStream(noiseSeed, 'employment/noise')
  return people.flatMap(({ municipality, year, sex, age, population }) => {
    if (!isWorking(age)) return []
    const { level, trend } = RATES[sex][age]
    const lasting = levels(municipality, sex)
    const expectedRateWithout = level + trend * (year - 2012) + (SHOCKS[sex][year] ?? 0) + lasting
    const effect = isAffected(age) ? trueEffect(policy, municipality.code, year, sex) : 0
    const expectedRate = expectedRateWithout + effect
    const rate = clamp(expectedRate + 0.35 * noise.normal(), 2, 99.5) / 100
    // Rounded up or down by chance in proportion, so that rounding favours no side in tiny villages.
    const employed = Math.floor(population * rate + noise.next())
    return [{ municipality, year, sex, age, population, employed, expectedRate, expectedRateWithout }]
  })
}

const isWorking = (age: AgeBand): age is WorkingBand => (WORKING_BANDS as readonly string[]).includes(age)

/** What a district and a municipality add to every year alike, in percentage points. */
function fixedLevels(region: Region, policy: Policy, seed: number) {
  const random = randomStream(seed, 'employment/levels')
  const districts = region.districts.map(() => ({
    both: 1.6 * random.normal(),
    women: 2.2 * random.normal(),
  }))
  const own = new Map(
    region.municipalities.map(({ code }) => [
      code,
      { both: 1.2 * random.normal(), women: 1.0 * random.normal() },
    ]),
  )
  return ({ code, district }: Municipality, sex: Sex): number => {
    const shared = at(districts, district.index)
    const local = own.get(code) ?? { both: 0, women: 0 }
    // Municipalities with fewer working mothers asked for the subsidy: comparing them with the others in one year misleads.
    const selected = policy.firstYear.has(code) && sex === 'F' ? -4 : 0
    const women = sex === 'F' ? shared.women + local.women : 0
    return clamp(shared.both, -3, 3) + clamp(local.both, -2.5, 2.5) + clamp(women, -7, 5) + selected
  }
}
