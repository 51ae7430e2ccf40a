import { describe, expect, test } from 'vitest'
import { seededRandom } from '../core/random'
import { complexity } from './complexity'
import { type ActivityRow, economyOf } from './economy'
import { type Network, networkOf } from './rca'
import { isRelatednessVariant, relatedness, relatednessVariants, territoryProximity } from './relatedness'
import { relatednessDensity } from './relatedness-density'

const options = { rcaThreshold: 1, reflections: 20, fitnessSteps: 20 }

/** A network given by its links, row by row. */
function linked(rows: readonly (readonly number[])[]): Network {
  const width = rows[0]!.length
  const has = Uint8Array.from(rows.flat())
  return {
    territories: rows.map((_, index) => `t${index}`),
    activities: rows[0]!.map((_, index) => `a${index}`),
    rca: Float64Array.from(has),
    has,
    diversity: Float64Array.from(rows, (row) => row.reduce((total, value) => total + value, 0)),
    ubiquity: Float64Array.from({ length: width }, (_, column) =>
      rows.reduce((total, row) => total + row[column]!, 0),
    ),
  }
}
const nested = linked([
  [1, 1, 1, 1],
  [1, 1, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 0, 0],
])

describe('complexity', () => {
  test('in a nested network it follows diversity, and rare activities are the complex ones', () => {
    const found = complexity(nested, options)
    for (const values of [found.eci, found.fitness])
      expect([...values].sort((a, b) => b - a)).toEqual([...values])
    for (const values of [found.pci, found.activityFitness])
      expect([...values].sort((a, b) => a - b)).toEqual([...values])
    for (const values of [found.eciReflections, found.pciReflections])
      expect(values.every(Number.isFinite)).toBe(true)
  })
  test('the eigenvector solves its equation and is standardised with n - 1', () => {
    const random = seededRandom(5)
    const net = linked(
      Array.from({ length: 12 }, (_, row) =>
        Array.from({ length: 30 }, () => (row === 0 || random.uniform() < 0.4 ? 1 : 0)),
      ),
    )
    const { eci, pci, secondEigenvalue } = complexity(net, options)
    const width = 30
    const step = Array.from(eci, (_, row) => {
      let total = 0
      for (let column = 0; column < width; column += 1)
        if (net.has[row * width + column] === 1)
          for (let other = 0; other < 12; other += 1)
            if (net.has[other * width + column] === 1)
              total += eci[other]! / (net.diversity[row]! * net.ubiquity[column]!)
      return total
    })
    // W (v + c) = lambda v + c for any constant c, and standardising takes one off.
    const shift = step[0]! - secondEigenvalue * eci[0]!
    for (const [row, value] of step.entries())
      expect(value).toBeCloseTo(secondEigenvalue * eci[row]! + shift, 9)
    for (const values of [eci, pci]) {
      const mean = values.reduce((total, value) => total + value, 0) / values.length
      expect(mean).toBeCloseTo(0, 12)
      expect(values.reduce((total, value) => total + value * value, 0) / (values.length - 1)).toBeCloseTo(
        1,
        12,
      )
    }
    // The activities' index goes with the mean index of the territories that have them.
    const means = Array.from(pci, (_, column) => {
      const own = Array.from(eci).filter((__, row) => net.has[row * width + column] === 1)
      return own.reduce((total, value) => total + value, 0) / own.length
    })
    const ratio = pci[1]! - pci[0]!
    expect((means[5]! - means[0]!) / (means[1]! - means[0]!)).toBeCloseTo((pci[5]! - pci[0]!) / ratio, 8)
    expect(ratio * (means[1]! - means[0]!)).toBeGreaterThan(0)
  })
  test('many reflections come to the eigenvector', () => {
    const random = seededRandom(8)
    const net = linked(
      Array.from({ length: 15 }, () => Array.from({ length: 40 }, () => (random.uniform() < 0.3 ? 1 : 0))),
    )
    const { eci, eciReflections, pci, pciReflections } = complexity(net, { ...options, reflections: 400 })
    const sign = Math.sign(eci[0]! * eciReflections[0]!)
    for (const [row, value] of eciReflections.entries()) expect(sign * value).toBeCloseTo(eci[row]!, 6)
    for (const [column, value] of pciReflections.entries()) expect(sign * value).toBeCloseTo(pci[column]!, 6)
  })
  test('turned over (more territories than activities) the same network gives the same index', () => {
    const random = seededRandom(9)
    const matrix = Array.from({ length: 9 }, () =>
      Array.from({ length: 25 }, () => (random.uniform() < 0.4 ? 1 : 0)),
    )
    const turned = matrix[0]!.map((_, column) => matrix.map((row) => row[column]!))
    const wide = complexity(linked(matrix), options)
    const tall = complexity(linked(turned), options)
    const sign = Math.sign(wide.eci[0]! * tall.pci[0]!)
    for (const [row, value] of wide.eci.entries()) expect(sign * tall.pci[row]!).toBeCloseTo(value, 9)
  })
  test('only the largest connected part has an index; what stands alone says so', () => {
    const net = linked([
      [1, 1, 1, 0, 0, 0],
      [1, 1, 0, 0, 0, 0],
      [1, 0, 1, 0, 0, 0],
      [1, 0, 0, 0, 0, 0],
      [0, 0, 0, 1, 1, 0],
      [0, 0, 0, 0, 0, 0],
    ])
    const found = complexity(net, options)
    expect(found.components).toBe(2)
    expect(found.territoryInside).toEqual([true, true, true, true, false, false])
    expect(Array.from(found.eci, Number.isFinite)).toEqual(found.territoryInside)
    expect(found.secondEigenvalue).toBeLessThan(1 - 1e-9)
  })
  test('refuses too small a network and one in which all are alike', () => {
    expect(() => complexity(linked([[1, 1, 1]]), options)).toThrow('complexity.too-few')
    const alike = linked([0, 1, 2].map(() => [1, 1, 1]))
    expect(() => complexity(alike, options)).toThrow('complexity.no-variation')
  })
  test('226 territories and 785 activities are a matter of a second, relatedness and density with them', () => {
    const random = seededRandom(1)
    const rows: ActivityRow[] = []
    for (let t = 0; t < 226; t += 1)
      for (let a = 0; a < 785; a += 1)
        if (random.uniform() < 0.7)
          rows.push({
            territory: `t${t}`,
            activity: `a${a}`,
            value: Math.exp(random.normal() * 2 + (t * a) / 30000),
          })
    const begun = performance.now()
    const net = networkOf(economyOf(rows, { reference: null, totalActivity: null }), 1)
    const found = complexity(net, options)
    const density = relatednessDensity(net, relatedness(net, 'minimum-conditional'))
    // 0.7 s on an idle machine; the bound only catches a change of order.
    expect(performance.now() - begun).toBeLessThan(6000)
    expect(found.eci.every(Number.isFinite)).toBe(true)
    expect(Math.max(...density.subarray(0, 785))).toBeLessThanOrEqual(1)
  })
})

describe('relatedness', () => {
  const net = linked([
    [1, 1, 0],
    [1, 1, 1],
    [1, 0, 1],
    [1, 0, 0],
  ])
  // C: 01 twice, 02 twice, 12 once; S = 4, 3, 3; T = 10; k = 4, 2, 2.
  test.each([
    ['minimum-conditional', 2 / 4, 1 / 2],
    ['cosine', 2 / Math.sqrt(12), 1 / 3],
    ['jaccard', 2 / 5, 1 / 5],
    ['association', (2 * 10) / 12, 10 / 9],
    ['probability', 2 / ((0.4 * (3 / 6) + 0.3 * (4 / 7)) * 5), 1 / ((0.3 * (3 / 7) + 0.3 * (3 / 7)) * 5)],
  ])('%s by hand', (variant, first, last) => {
    if (!isRelatednessVariant(variant)) throw new Error('known')
    const { values } = relatedness(net, variant)
    expect(values[1]).toBeCloseTo(first, 14)
    expect(values[5]).toBeCloseTo(last, 14)
    expect(values[0]).toBe(0)
  })
  test.each(relatednessVariants)('%s is the same both ways and free of NaN', (variant) => {
    const { values, names } = relatedness(
      linked([
        [1, 0, 0, 1],
        [1, 1, 0, 0],
        [0, 0, 0, 0],
      ]),
      variant,
    )
    for (let i = 0; i < names.length; i += 1)
      for (let j = 0; j < names.length; j += 1)
        expect(values[i * names.length + j]).toBe(values[j * names.length + i])
    expect(values.every(Number.isFinite)).toBe(true)
  })
  test('density: of what is related to activity 2 the first territory has the part of 0 and 1', () => {
    const related = relatedness(net, 'minimum-conditional')
    expect(relatednessDensity(net, related)[2]).toBeCloseTo(1, 14)
    expect(relatednessDensity(net, related)[9]).toBe(0)
    // t2 has 0 and 2: for 1 that is 1/2 and 1/2 of 1/2 + 1/2; with itself (absent) 1 of 2.
    expect(relatednessDensity(net, related)[7]).toBeCloseTo(1, 14)
    expect(relatednessDensity(net, related, true)[7]).toBeCloseTo(1 / 2, 14)
  })
  test('territories: both have 0 and 1, the more diverse one has three', () => {
    expect(territoryProximity(net).values[1]).toBeCloseTo(2 / 3, 14)
  })
})
