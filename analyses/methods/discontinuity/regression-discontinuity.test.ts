import { describe, expect, test } from 'vitest'
import reference from '../../../tests/reference/regression-discontinuity/values.json'
import { finish } from '../core/steps'
import { selectBandwidths } from './bandwidth'
import { densityTest } from './density-test'
import { estimateJump } from './estimate'
import type { Kernel } from './kernel'
import { pooledRegression } from './pooled-regression'
import {
  type DiscontinuityOptions,
  type DiscontinuityResult,
  regressionDiscontinuity,
  robustOf,
} from './regression-discontinuity'
import { sidesOf, takeSample, type Units } from './sample'
import type { Variance } from './variance'

const units: Units = {
  outcome: reference.y,
  running: reference.x,
  treatment: null,
  cluster: null,
  weight: null,
  covariates: [],
}
const options: DiscontinuityOptions = {
  cutoff: 0,
  treated: 'above',
  adjust: true,
  kernel: 'triangular',
  p: 1,
  bandwidth: 'mserd',
  bias_bandwidth: null,
  errors: 'nn',
  confidence: 0.95,
  bandwidths: [],
  placebo_cutoffs: [],
  donuts: [],
}
const run = (data: Units, chosen: Partial<DiscontinuityOptions> = {}): DiscontinuityResult =>
  finish(regressionDiscontinuity(data, { ...options, ...chosen }))
const withCovariate: Units = {
  ...units,
  covariates: [{ name: 'z', numbers: reference.z, categories: null }],
}

describe('against a second statement of the definitions in R', () => {
  const sides = sidesOf(takeSample(units, options), [Float64Array.from(takeSample(units, options).outcome)])
  const select = (p: number, kernel: Kernel, variance: Variance): readonly number[] => {
    const shape = { fuzzy: false, covariates: 0, variance, matches: 3 }
    const { hLeft, bLeft } = selectBandwidths(sides, 'mserd', shape, {
      p,
      q: p + 1,
      kernel,
      regularisation: true,
    })
    return [hLeft, bLeft]
  }
  test.each([
    ['triangular, p = 1', select(1, 'triangular', 'nn'), reference.mserd],
    ['Epanechnikov, p = 2', select(2, 'epanechnikov', 'nn'), reference.mserd_epa_p2],
    ['uniform, p = 0', select(0, 'uniform', 'nn'), reference.mserd_uni_p0],
    ['hc1', select(1, 'triangular', 'hc1'), reference.mserd_hc1],
  ])('bandwidths h and b: %s', (_, found, expected) => {
    expected.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 7)
    })
  })

  const fixed = { bandwidth: '1.4', bias_bandwidth: 2.2 }
  test.each([
    ['sharp', units, fixed, reference.sharp],
    [
      'uniform, p = 2, h above b',
      units,
      { bandwidth: '2.5', bias_bandwidth: 2, p: 2, kernel: 'uniform' },
      reference.sharp_uni_p2,
    ],
    ['hc1', units, { ...fixed, errors: 'hc1' }, reference.hc1],
    ['hc0', units, { ...fixed, errors: 'hc0' }, reference.hc0],
    [
      'clusters',
      { ...units, cluster: reference.group.map(String) },
      { ...fixed, errors: 'hc0' },
      reference.clustered,
    ],
    [
      'clusters, neighbours',
      { ...units, cluster: reference.group.map(String) },
      fixed,
      reference.clustered_nn,
    ],
    ['covariate', withCovariate, fixed, reference.covariate],
    ['fuzzy', { ...units, treatment: reference.took }, fixed, reference.fuzzy],
  ] as const)('estimate: %s', (_, data, chosen, [conventional, corrected, se, robust]) => {
    const { estimates } = run(data, chosen).main
    expect(estimates[0]?.value).toBeCloseTo(conventional ?? Number.NaN, 8)
    expect(estimates[0]?.se).toBeCloseTo(se ?? Number.NaN, 8)
    expect(estimates[2]?.value).toBeCloseTo(corrected ?? Number.NaN, 8)
    expect(estimates[2]?.se).toBeCloseTo(robust ?? Number.NaN, 8)
  })
})

describe('against numbers printed with rddensity', () => {
  // Its own test data: 200 points of a line from -1.5 to 1.5 plus 0.05 sin(i).
  const points = Float64Array.from(
    { length: 200 },
    (_, i) => -1.5 + (3 * i) / 199 + 0.05 * Math.sin(i),
  ).sort()
  test('given bandwidths of 0.6', () => {
    const found = densityTest(points, [0.6, 0.6])
    expect(found).toMatchObject({ inLeft: 40, inRight: 38 })
    expect(found.left).toBeCloseTo(0.35436788441285694, 10)
    expect(found.right).toBeCloseTo(0.36540670986861795, 10)
    expect(found.se).toBeCloseTo(0.317064829733349, 9)
    expect(found.statistic).toBeCloseTo(0.03481567307558094, 9)
    expect(found.p).toBeCloseTo(0.9722267229011303, 9)
  })
  test('chosen bandwidths', () => {
    const found = densityTest(points)
    expect(found.hLeft).toBeCloseTo(1.5096395383771382, 9)
    expect(found.hRight).toBeCloseTo(1.5096395383771382, 9)
    expect(found.statistic).toBeCloseTo(0.0015633849762083487, 8)
  })
})

describe('by hand', () => {
  const x = Array.from({ length: 81 }, (_, i) => (i - 40) / 10)
  test('two lines: the jump, its levels and the fuzzy ratio', () => {
    const data: Units = { ...units, running: x, outcome: x.map((at) => 1 + 2 * at + (at >= 0 ? 3 + at : 0)) }
    const sample = takeSample(data, options)
    const sides = sidesOf(sample, [sample.outcome])
    const bandwidths = { hLeft: 2, hRight: 2, bLeft: 3, bRight: 3 }
    const shape = { fuzzy: false, covariates: 0, variance: 'nn' as const, matches: 3 }
    const found = estimateJump(sides, bandwidths, shape, {
      p: 1,
      q: 2,
      kernel: 'triangular',
      confidence: 0.95,
    })
    expect(found.estimates.map(({ value }) => value)).toEqual(
      [3, 3, 3].map((value) => expect.closeTo(value, 9)),
    )
    expect(found.left.atCutoff).toBeCloseTo(1, 9)
    expect(found.right.atCutoff).toBeCloseTo(4, 9)
    // Weights 1 - |u| vanish at |x| = 2: 19 places on the left, 20 on the right.
    expect([found.left.inH, found.right.inH]).toEqual([19, 20])
    expect(pooledRegression(sides, 2, 1, 'triangular')?.value).toBeCloseTo(3, 9)
  })
})

describe('laws', () => {
  const main = (data: Units, chosen: Partial<DiscontinuityOptions> = {}) => robustOf(run(data, chosen).main)
  const base = main(units)
  test('the order of units does not matter', () => {
    const backwards = { ...units, outcome: [...reference.y].reverse(), running: [...reference.x].reverse() }
    expect(main(backwards)).toEqual(base)
  })
  test('shifting score and threshold together changes nothing', () => {
    const shifted = main({ ...units, running: reference.x.map((x) => x + 64) }, { cutoff: 64 })
    expect(shifted.value).toBeCloseTo(base.value, 6)
    expect(shifted.se).toBeCloseTo(base.se, 6)
  })
  test('the score in another unit scales the bandwidth only', () => {
    const tenfold = { ...units, running: reference.x.map((x) => x * 16) }
    expect(main(tenfold).value).toBeCloseTo(base.value, 8)
    expect(run(tenfold).bandwidths.hLeft).toBeCloseTo(run(units).bandwidths.hLeft * 16, 6)
  })
  test('the outcome turned round turns the sign', () => {
    const turned = main({ ...units, outcome: reference.y.map((y) => -y) })
    expect(turned.value).toBeCloseTo(-base.value, 9)
    expect(turned.low).toBeCloseTo(-base.high, 9)
  })
  test('treated below is treated above on the axis turned round', () => {
    const mirrored = { ...units, running: reference.x.map((x) => -x) }
    expect(main(mirrored, { treated: 'below' })).toEqual(base)
  })
  test('a covariate said twice changes nothing', () => {
    const twice = {
      ...withCovariate,
      covariates: [
        ...withCovariate.covariates,
        { name: 'again', numbers: reference.z.map((z) => 5 - 2 * z), categories: null },
      ],
    }
    expect(main(twice).value).toBeCloseTo(main(withCovariate).value, 8)
  })
})

describe('checks', () => {
  test('placebos use their own side, donuts drop the near ones, categories become dummies', () => {
    const result = run(
      {
        ...withCovariate,
        covariates: [
          {
            name: 'size',
            numbers: null,
            categories: reference.group.map((g) => (g % 3 === 0 ? 'a' : g % 3 === 1 ? 'b' : 'c')),
          },
        ],
      },
      { placebo_cutoffs: ['-2'], donuts: ['0.5'], adjust: false },
    )
    expect(result.balance.map(({ covariate }) => covariate)).toEqual(['size=b', 'size=c'])
    const [placebo] = result.placebo
    expect(placebo?.tried.ok && placebo.tried.value.result.right.inH).toBeLessThan(
      reference.x.filter((x) => x >= -2 && x < 0).length + 1,
    )
    expect(result.donut[0]?.dropped).toBe(reference.x.filter((x) => Math.abs(x) < 0.5).length)
    expect(result.bins.reduce((sum, { n }) => sum + n, 0)).toBe(400)
  })
  test('a check that cannot be done says why and does not stop the answer', () => {
    const result = run(units, { placebo_cutoffs: ['5.2'] })
    expect(result.placebo[0]?.tried).toMatchObject({ ok: false, reason: 'discontinuity.too-few' })
  })
})

describe('refuses', () => {
  test.each([
    ['discontinuity.too-few', { ...units, running: reference.x.slice(190, 205), outcome: reference.y }, {}],
    ['discontinuity.one-sided', units, { cutoff: 100 }],
    ['discontinuity.too-few-near', units, { bandwidth: '0.01' }],
    ['discontinuity.bandwidth-unknown', units, { bandwidth: 'best' }],
    ['discontinuity.no-first-stage', { ...units, treatment: reference.y.map(() => 0) }, {}],
    ['discontinuity.placebo-unusable', units, { placebo_cutoffs: ['0'] }],
    ['discontinuity.no-bandwidth', { ...units, outcome: reference.y.map(() => 1) }, {}],
  ] as const)('%s', (code, data, chosen) => {
    expect(() => run(data, chosen)).toThrow(expect.objectContaining({ name: 'MethodRefusal', code }) as Error)
  })
})
