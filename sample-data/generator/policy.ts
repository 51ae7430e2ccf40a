import type { Region } from './geography'
import type { Sex, WorkingBand } from './population'
import { randomStream } from './random'
import { at } from './voronoi'

/** First full year of the school-meal subsidy and how many municipalities began in it. */
export const COHORTS = [
  { year: 2015, municipalities: 24 },
  { year: 2017, municipalities: 30 },
  { year: 2019, municipalities: 26 },
] as const

/** The known truth: percentage points on the employment rate of people aged 25-44, by years since the start. */
const EFFECT: Record<Sex, readonly number[]> = { F: [1.0, 2.0, 3.0, 3.5], M: [0.0, 0.2, 0.4, 0.5] }
const AFFECTED: readonly WorkingBand[] = ['Y25-34', 'Y35-44']

export interface Policy {
  /** False in the placebo region: the subsidy is introduced as before and changes nothing. */
  readonly effective: boolean
  /** First year by municipality code; never-treated municipalities are absent. */
  readonly firstYear: ReadonlyMap<string, number>
}

/** The farther from the regional city, the likelier a municipality takes part; the city itself never does. */
export function makePolicy(region: Region, seed: number, effective: boolean): Policy {
  const random = randomStream(seed, 'policy')
  const ranked = region.municipalities
    .filter(({ code }) => code !== region.city.code)
    .map((municipality) => ({
      code: municipality.code,
      inclination: 0.02 * municipality.distanceToCity + random.normal(),
    }))
    .sort((a, b) => b.inclination - a.inclination)
  const taking = ranked.slice(
    0,
    COHORTS.reduce((sum, { municipalities }) => sum + municipalities, 0),
  )
  const years = random.shuffle(
    COHORTS.flatMap(({ year, municipalities }) => Array<number>(municipalities).fill(year)),
  )
  return { effective, firstYear: new Map(taking.map(({ code }, index) => [code, at(years, index)])) }
}

/** True effect in percentage points; constant after the last listed year, zero before the start. */
export function trueEffect(policy: Policy, code: string, year: number, sex: Sex): number {
  const start = policy.firstYear.get(code)
  if (!policy.effective || start === undefined || year < start) return 0
  const path = EFFECT[sex]
  return at(path, Math.min(year - start, path.length - 1))
}

export const isAffected = (age: WorkingBand): boolean => AFFECTED.includes(age)
