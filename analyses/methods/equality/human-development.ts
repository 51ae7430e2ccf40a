import { defineMethod } from '../core/define-method'
import { exampleCountry } from './examples'

type Goalposts = readonly [number, number]

export interface DevelopmentGoalposts {
  readonly life: Goalposts
  readonly lifeWomen: Goalposts
  readonly lifeMen: Goalposts
  readonly expectedSchooling: Goalposts
  readonly meanSchooling: Goalposts
  readonly income: Goalposts
  readonly maternalMortality: Goalposts
  /** Share of seats, in per cent, that a parliament without women counts with. */
  readonly leastSeats: number
}

/** One territory; a number that is missing is NaN. Shares, seats and inequalities in per cent. */
export interface DevelopmentData {
  readonly life: number
  readonly expectedSchooling: number
  readonly meanSchooling: number
  readonly income: number
  readonly lifeWomen: number
  readonly lifeMen: number
  readonly expectedSchoolingWomen: number
  readonly expectedSchoolingMen: number
  readonly meanSchoolingWomen: number
  readonly meanSchoolingMen: number
  readonly incomeWomen: number
  readonly incomeMen: number
  readonly inequalityLife: number
  readonly inequalityEducation: number
  readonly inequalityIncome: number
  readonly maternalMortality: number
  readonly adolescentBirths: number
  readonly secondaryWomen: number
  readonly secondaryMen: number
  readonly seatsWomen: number
  readonly seatsMen: number
  readonly activityWomen: number
  readonly activityMen: number
}

export interface Dimensions {
  readonly life: number
  readonly education: number
  readonly income: number
  /** Geometric mean of the three. */
  readonly index: number
}

export interface DevelopmentResult {
  readonly all: Dimensions
  readonly women: Dimensions
  readonly men: Dimensions
  /** Women over men. */
  readonly gdi: number
  /** Dimensions reduced by their inequality. */
  readonly adjusted: Dimensions
  /** What inequality takes away, in per cent. */
  readonly loss: number
  /** Mean of the three inequalities, in per cent. */
  readonly coefficient: number
  readonly gii: number
}

/**
 * The family of UNDP's indices (technical notes 1 to 4 of the report 2021/22). HDI: life expectancy, the mean of
 * expected and mean schooling, and the logarithm of income, each between its goalposts and cut to 0..1, joined by the
 * geometric mean. GDI: the HDI of women over that of men, with their own goalposts of life expectancy. IHDI: dimensions
 * times one minus their inequality (Atkinson's measure with aversion 1, given in per cent). GII: harmonic mean of the
 * women's and the men's geometric means of health, empowerment and labour market, against the geometric mean of the
 * averaged dimensions; mortality is held within its goalposts, women's seats at their least. What is missing makes
 * missing (NaN) what depends on it and nothing else. A birth rate of 0 leaves no GII.
 */
export function humanDevelopment(data: DevelopmentData, goalposts: DevelopmentGoalposts): DevelopmentResult {
  const of = (life: number, goals: Goalposts, expected: number, mean: number, income: number): Dimensions => {
    const dimensions = {
      life: between(life, goals),
      education:
        (between(expected, goalposts.expectedSchooling) + between(mean, goalposts.meanSchooling)) / 2,
      income: between(Math.log(income), [Math.log(goalposts.income[0]), Math.log(goalposts.income[1])]),
    }
    return { ...dimensions, index: geometric(dimensions) }
  }
  const all = of(data.life, goalposts.life, data.expectedSchooling, data.meanSchooling, data.income)
  const women = of(
    data.lifeWomen,
    goalposts.lifeWomen,
    data.expectedSchoolingWomen,
    data.meanSchoolingWomen,
    data.incomeWomen,
  )
  const men = of(
    data.lifeMen,
    goalposts.lifeMen,
    data.expectedSchoolingMen,
    data.meanSchoolingMen,
    data.incomeMen,
  )
  const reduced = {
    life: all.life * (1 - data.inequalityLife / 100),
    education: all.education * (1 - data.inequalityEducation / 100),
    income: all.income * (1 - data.inequalityIncome / 100),
  }
  const adjusted = { ...reduced, index: geometric(reduced) }
  return {
    all,
    women,
    men,
    gdi: men.index > 0 ? women.index / men.index : Number.NaN,
    adjusted,
    loss: all.index > 0 ? 100 * (1 - adjusted.index / all.index) : Number.NaN,
    coefficient: (data.inequalityLife + data.inequalityEducation + data.inequalityIncome) / 3,
    gii: genderInequality(data, goalposts),
  }
}

/** 0: women and men fare alike; 1: one of them has nothing of what the other has. */
function genderInequality(
  data: DevelopmentData,
  { maternalMortality, leastSeats }: DevelopmentGoalposts,
): number {
  const [low, high] = maternalMortality
  const mortality = Math.min(high, Math.max(low, data.maternalMortality))
  const health = Math.sqrt((low / mortality) * (1 / data.adolescentBirths))
  const seats = Math.max(leastSeats, data.seatsWomen)
  const power = {
    women: Math.sqrt(seats * data.secondaryWomen),
    men: Math.sqrt(data.seatsMen * data.secondaryMen),
  }
  const women = Math.cbrt(health * power.women * data.activityWomen)
  const men = Math.cbrt(power.men * data.activityMen)
  const harmonic = 2 / (1 / women + 1 / men)
  const together = Math.cbrt(
    ((health + 1) / 2) * ((power.women + power.men) / 2) * ((data.activityWomen + data.activityMen) / 2),
  )
  const value = 1 - harmonic / together
  return Number.isFinite(value) ? value : Number.NaN
}

const between = (value: number, [low, high]: Goalposts): number =>
  Math.max(0, Math.min(1, (value - low) / (high - low)))

const geometric = ({ life, education, income }: Omit<Dimensions, 'index'>): number =>
  Math.cbrt(life * education * income)

export const humanDevelopmentMethod = defineMethod({
  id: 'equality/human-development',
  version: 1,
  cites: ['undp-technical-notes-2022', 'atkinson-1970'],
  options: {},
  example: {
    data: {
      country: exampleCountry,
      goalposts: {
        life: [20, 85] as const,
        lifeWomen: [22.5, 87.5] as const,
        lifeMen: [17.5, 82.5] as const,
        expectedSchooling: [0, 18] as const,
        meanSchooling: [0, 15] as const,
        income: [100, 75_000] as const,
        maternalMortality: [10, 1000] as const,
        leastSeats: 0.1,
      },
    },
    options: {},
  },
  compute: ({ country, goalposts }) => humanDevelopment(country, goalposts),
})
