import { expect, test } from 'vitest'
import { seededRandom } from '../core/random'
import { MethodRefusal } from '../core/refusal'
import { betaConvergence, slopeDifference, speedOfSlope } from './beta'
import { type ConvergenceData, convergence } from './convergence'
import { gammaConvergence } from './gamma'
import { dispersion, sigmaTest, spreadTrend } from './sigma'

const initial = [100, 150, 210, 260, 400, 330, 120]
const final = [180, 220, 290, 330, 450, 500, 160]
const sizes = [3, 5, 2, 8, 1, 4, 6]
const east = [1, 0, 0, 1, 1, 0, 0]
const iid = { errors: 'iid', confidence: 0.95 } as const
const near = (value: number) => expect.closeTo(value, 12)
const given = { initial, final, years: 10, weights: null, controls: [] }

test('the slope, its errors and its interval are those of R lm and sandwich', () => {
  const found = betaConvergence(given, iid)
  expect(found?.terms.map(({ estimate }) => estimate)).toEqual(
    [0.1317113786905131, -0.01850821677873024].map(near),
  )
  expect(found?.terms.map(({ se }) => se)).toEqual([0.05140066045135848, 0.0096579474400555].map(near))
  expect([found?.terms[1]?.low, found?.terms[1]?.high]).toEqual(
    [-0.04333476103766715, 0.006318327480206665].map(near),
  )
  expect(found?.r2).toEqual(near(0.4234636687626149))
  expect(found?.terms.map(({ seRobust }) => seRobust)).toEqual(
    [0.06007493256955867, 0.01129891495044927].map(near),
  )
})

test('with weights and with a control, as R lm', () => {
  const weighted = betaConvergence({ ...given, weights: sizes }, iid)
  expect(weighted?.terms.map(({ estimate }) => estimate)).toEqual(
    [0.096282842244823, -0.01196682960249331].map(near),
  )
  expect(weighted?.terms.map(({ se }) => se)).toEqual([0.0544876123381879, 0.01036349136390454].map(near))
  expect(weighted?.terms.map(({ seRobust }) => seRobust)).toEqual(
    [0.06707896426791438, 0.01267232386341102].map(near),
  )
  const conditional = betaConvergence({ ...given, controls: [{ name: 'east', values: east }] }, iid)
  expect(conditional?.terms.map(({ estimate }) => estimate)).toEqual(
    [0.1312991110448057, -0.01834864992374925, -0.00101143968723946].map(near),
  )
  expect(conditional?.terms.map(({ se }) => se)).toEqual(
    [0.0575661585021943, 0.010915375938653, 0.01063247090528509].map(near),
  )
})

test('a world that closes 2 per cent of its gap a year gives lambda 0.02, over any number of years', () => {
  const star = Math.log(600)
  for (const years of [1, 5, 10, 40]) {
    const ends = initial.map((value) => Math.exp(star + Math.exp(-0.02 * years) * (Math.log(value) - star)))
    const found = betaConvergence({ ...given, final: ends, years }, iid)
    expect(found?.lambda).toBeCloseTo(0.02, 12)
    expect(found?.halfLife).toBeCloseTo(Math.LN2 / 0.02, 8)
  }
})

test('the speed exists only where the slope is below zero and not too steep', () => {
  expect([speedOfSlope(0.01, 10), speedOfSlope(-0.1, 10), speedOfSlope(-0.2, 10)]).toEqual([null, null, null])
  const apart = betaConvergence({ ...given, final: initial.map((value) => value ** 1.2) }, iid)
  expect([apart?.status, apart?.lambda, apart?.halfLife]).toEqual(['no-convergence', null, null])
  const turned = betaConvergence({ ...given, final: initial.map((value) => 1e6 / value) }, iid)
  expect(turned?.status).toBe('overshooting')
})

test('a difference of slopes cancels what territories share and turns its sign with their order', () => {
  const random = seededRandom(3)
  const names = Array.from({ length: 40 }, (_, i) => `r${i}`)
  const start = names.map(() => Math.exp(5 + random.normal()))
  const shared = names.map(() => 0.2 * random.normal())
  const slopeOf = (b: number) =>
    betaConvergence(
      {
        ...given,
        initial: start,
        final: start.map((value, i) => value * Math.exp(10 * b * Math.log(value) + (shared[i] ?? 0))),
      },
      iid,
    )
  const [women, men] = [slopeOf(-0.03), slopeOf(-0.02)]
  if (women === null || men === null) throw new Error('both have a slope')
  const one = slopeDifference({ beta: women, territories: names }, { beta: men, territories: names }, 1.96)
  expect(one.estimate).toBeCloseTo(-0.01, 12)
  expect(one.se ?? 0).toBeLessThan(1e-10)
  const turned = slopeDifference({ beta: men, territories: names }, { beta: women, territories: names }, 1.96)
  expect(turned.estimate).toBeCloseTo(0.01, 12)
  const others = names.map((name) => `${name}-other`)
  const apart = slopeDifference({ beta: women, territories: names }, { beta: men, territories: others }, 1.96)
  expect(apart.se ?? 0).toBeGreaterThan(0.9 * Math.SQRT2 * (women.terms[1]?.seRobust ?? 1))
})

test('spread by hand: population deviation, distances to the highest and the lowest', () => {
  expect(dispersion([2, 4, 6, Number.NaN], null)).toEqual({
    n: 3,
    mean: 4,
    sd: near(Math.sqrt(8 / 3)),
    cv: near(Math.sqrt(8 / 3) / 4),
    sdLog: near(0.45360334221578175),
    weightedCv: null,
    deltaHigh: 6,
    deltaLow: 6,
  })
})

test('the paired test is the t of sums against differences, as R cor.test, whatever the order of rows', () => {
  const found = sigmaTest(initial, final)
  expect([found?.ratio, found?.pitman]).toEqual([1.407005951602249, 1.4975798644575].map(near))
  expect(found?.pitmanP).toBeCloseTo(0.1945072840115728, 10)
  const turned = sigmaTest(initial.toReversed(), final.toReversed())
  expect(turned?.pitmanP).toBeCloseTo(found?.pitmanP ?? 0, 10)
  expect(sigmaTest(final, initial)?.pitman).toBeCloseTo(-(found?.pitman ?? 0), 10)
  expect(sigmaTest([1, 2, 3], [2, 3, 4])).toBeNull()
})

test('both tests of the spread reject five times in a hundred where nothing changed', () => {
  const random = seededRandom(12)
  let pitman = 0
  let carree = 0
  for (let draw = 0; draw < 2000; draw += 1) {
    const first = Array.from({ length: 40 }, () => random.normal())
    const second = first.map((value) => 0.8 * value + 0.6 * random.normal())
    const found = sigmaTest(first.map(Math.exp), second.map(Math.exp))
    if ((found?.pitmanP ?? 1) < 0.05) pitman += 1
    if ((found?.carreeKlompP ?? 1) < 0.05) carree += 1
  }
  expect(Math.abs(pitman / 2000 - 0.05)).toBeLessThan(0.015)
  expect(Math.abs(carree / 2000 - 0.05)).toBeLessThan(0.02)
})

test('gamma: unchanged order is 1, a turned one 0, ties share ranks, and W is that of the textbook', () => {
  expect(
    gammaConvergence([
      [1, 2, 3, 4],
      [10, 20, 30, 40],
    ])?.gamma,
  ).toBeCloseTo(1, 14)
  expect(
    gammaConvergence([
      [1, 2, 3, 4],
      [40, 30, 20, 10],
    ])?.gamma,
  ).toBeCloseTo(0, 14)
  // Ranks 1 2 3 and 1 3 2: sums 2 5 5, variance 2; first ranks 2/3; 2 / (4 * 2/3) = 0.75.
  expect(
    gammaConvergence([
      [1, 2, 3],
      [1, 3, 2],
    ]),
  ).toMatchObject({ gamma: near(0.75), concordance: near(0.75) })
  expect(
    gammaConvergence([
      [1, 2, 3],
      [1, 3, 2],
    ])?.gammaEurofound,
  ).toBeCloseTo(0.75 * (4 / 9), 14)
  expect(
    gammaConvergence([
      [5, 5, 5],
      [1, 2, 3],
    ]),
  ).toBeNull()
})

test('the trend of the spread is a line over the years; two periods have none', () => {
  expect(spreadTrend([2000, 2005, 2010], [0.5, 0.4, 0.3])?.estimate).toBeCloseTo(-0.02, 14)
  expect(spreadTrend([2000, 2005], [0.5, 0.4])).toBeNull()
})

const data: ConvergenceData = {
  territories: ['a', 'b', 'c', 'd', 'e'],
  periods: ['2000', '2005', '2010'].map((label) => ({ label, years: Number(label) })),
  values: [
    [100, 150, 210, 0, 400],
    [150, Number.NaN, 260, 50, 420],
    [180, 220, 290, 60, Number.NaN],
  ],
  population: null,
  controls: [],
}

test('one sample for everything: no end or no positive value leaves a territory out of all', () => {
  const found = convergence(data, iid)
  expect(found.kept).toEqual([0, 1, 2])
  expect(found.left).toEqual([
    { reason: 'no-ends', territories: 1 },
    { reason: 'not-positive', territories: 1 },
  ])
  expect(found.dispersions.map(({ n }) => n)).toEqual([3, 2, 3])
  expect(found.gamma?.periods).toBe(2)
})

test('too few territories and a single period are refused', () => {
  const run = (changed: Partial<ConvergenceData>) => () => convergence({ ...data, ...changed }, iid)
  expect(run({ periods: data.periods.slice(0, 1), values: data.values.slice(0, 1) })).toThrow(MethodRefusal)
  expect(run({ values: [[100, 150, 0, 0, 0], ...data.values.slice(1)] })).toThrow('convergence.too-few')
})
