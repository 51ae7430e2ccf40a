import { describe, expect, test } from 'vitest'
import { correctingCoefficient, equalityMetric } from './equality-metric'
import { exampleCountry, exampleEquality } from './examples'
import { genderEqualityIndex, indexOfDomains } from './gender-equality-index'
import { humanDevelopment } from './human-development'

const goalposts = {
  life: [20, 85],
  lifeWomen: [22.5, 87.5],
  lifeMen: [17.5, 82.5],
  expectedSchooling: [0, 18],
  meanSchooling: [0, 15],
  income: [100, 75_000],
  maternalMortality: [10, 1000],
  leastSeats: 0.1,
} as const

describe('metric', () => {
  test('60 women against 80 men: gap 1/7, 85.857; corrected by the root of 0.7', () => {
    const plain = equalityMetric({ women: 60, men: 80 }, { alpha: 1 })
    expect(plain.kind === 'present' && plain.value).toBeCloseTo(1 + (6 / 7) * 99, 12)
    expect(correctingCoefficient(70, 100)).toBeCloseTo(Math.sqrt(0.7), 12)
  })
  test('women and men exchanged give the same, equality 100, nobody on one side 1', () => {
    const of = (women: number, men: number) => {
      const made = equalityMetric({ women, men }, { alpha: 1 })
      return made.kind === 'present' ? made.value : Number.NaN
    }
    expect(of(30, 70)).toBeCloseTo(of(70, 30), 12)
    expect(of(5, 5)).toBe(100)
    expect(of(0, 9)).toBe(1)
    expect(of(3, 8)).toBeCloseTo(of(300, 800), 12)
  })
  test('nobody at all, or a negative value, has none', () => {
    expect(equalityMetric({ women: 0, men: 0 }, { alpha: 1 })).toEqual({
      kind: 'absent',
      reason: 'empty-denominator',
    })
    expect(equalityMetric({ women: -1, men: 3 }, { alpha: 1 })).toEqual({
      kind: 'absent',
      reason: 'missing-input',
    })
  })
})

describe('index', () => {
  const options = { average: 'mean', complete: true } as const
  test('two territories, two domains, by hand', () => {
    const { index, domains } = genderEqualityIndex(
      exampleEquality.indicators,
      exampleEquality.weights,
      options,
    )
    expect(domains.map(({ score }) => score)).toEqual(
      [71.9965794, 71.0035713, 36.0017857, 57.0028571].map((value) => expect.closeTo(value, 6)),
    )
    expect(index.map(({ score }) => score)).toEqual(
      [50.9117415, 63.61923].map((value) => expect.closeTo(value, 5)),
    )
    expect(index[0]?.uncorrected).toBeCloseTo(Math.sqrt((1 + (6 / 7) * 99) * 50.5), 9)
  })
  test('without a stated maximum the best level of the data counts, and the uncorrected score stays', () => {
    const own = exampleEquality.indicators.map((row) => ({ ...row, maximum: Number.NaN }))
    const made = genderEqualityIndex(own, exampleEquality.weights, options)
    expect(made.metrics.map(({ alpha }) => alpha)).toEqual([1, expect.closeTo(Math.sqrt(50 / 70), 12), 1, 1])
    const stated = genderEqualityIndex(exampleEquality.indicators, exampleEquality.weights, options)
    expect(made.index[0]?.uncorrected).toBeCloseTo(stated.index[0]?.uncorrected ?? 0, 12)
  })
  test('a missing domain leaves no index, or its weight to the others', () => {
    const domains = [
      { territory: 'A', period: '1', node: 'work', score: 64, uncorrected: 64, there: 1, members: 1 },
      { territory: 'A', period: '1', node: 'violence', score: 2, uncorrected: 2, there: 1, members: 1 },
    ]
    const weights = { work: 0.5, power: 0.5 }
    expect(indexOfDomains(domains, weights, options)[0]?.score).toBeNaN()
    expect(indexOfDomains(domains, weights, { ...options, complete: false })[0]?.score).toBeCloseTo(64, 12)
  })
})

describe('human development', () => {
  // UNDP, Human Development Report 2021/22, values of 2021 for Hungary: HDI 0.846 and coefficient 6.370 need its inputs;
  // here the laws of the definition are held.
  test('at the upper goalposts everything is 1 and nothing unequal', () => {
    const top = {
      ...exampleCountry,
      life: 85,
      expectedSchooling: 18,
      meanSchooling: 15,
      income: 75_000,
      maternalMortality: 5,
      adolescentBirths: 1,
      seatsWomen: 50,
      seatsMen: 50,
      secondaryWomen: 100,
      secondaryMen: 100,
      activityWomen: 60,
      activityMen: 60,
    }
    const made = humanDevelopment(top, goalposts)
    expect(made.all.index).toBe(1)
    expect(made.gii).toBeCloseTo(0, 12)
    expect(humanDevelopment({ ...top, income: 300_000 }, goalposts).all.income).toBe(1)
  })
  test('equal inequality in all dimensions is the loss', () => {
    const same = { ...exampleCountry, inequalityLife: 10, inequalityEducation: 10, inequalityIncome: 10 }
    const made = humanDevelopment(same, goalposts)
    expect(made.loss).toBeCloseTo(10, 10)
    expect(made.coefficient).toBeCloseTo(10, 12)
  })
  test('shares in per cent or thousandths give the same GII where no parliament is empty', () => {
    const usual = humanDevelopment(exampleCountry, goalposts).gii
    const scaled = humanDevelopment(
      {
        ...exampleCountry,
        secondaryWomen: 10 * exampleCountry.secondaryWomen,
        secondaryMen: 10 * exampleCountry.secondaryMen,
      },
      goalposts,
    ).gii
    expect(scaled).toBeCloseTo(usual, 12)
    expect(usual).toBeGreaterThan(0)
    expect(usual).toBeLessThan(1)
  })
  test('what is missing takes with it only what depends on it', () => {
    const made = humanDevelopment({ ...exampleCountry, income: Number.NaN }, goalposts)
    expect(made.all.index).toBeNaN()
    expect(made.adjusted.index).toBeNaN()
    expect(made.gdi).toBeGreaterThan(0)
    expect(made.gii).toBeGreaterThan(0)
  })
})
