import { expect, test } from 'vitest'
import reference from '../../../tests/reference/regional/values.json'
import { activityConcentration } from './activity-concentration'
import { complexity } from './complexity'
import { economyOf } from './economy'
import { locationQuotients } from './location-quotient'
import { networkOf } from './rca'
import { relatedness, relatednessVariants } from './relatedness'
import { relatednessDensity } from './relatedness-density'
import { shiftShare } from './shift-share'
import { territorySpecialisation } from './territory-specialisation'

const width = 18
const cells = (values: readonly number[], period: string) =>
  values.map((value, index) => ({
    territory: `t${Math.floor(index / width)}`,
    activity: `a${index % width}`,
    period,
    value,
  }))
const before = cells(reference.before, '2010')
const economy = economyOf(before, { reference: null, totalActivity: null })
const network = networkOf(economy, 1)

function same(found: ArrayLike<number | null>, expected: readonly (number | null)[], digits: number): void {
  expect(found.length).toBe(expected.length)
  for (const [index, value] of expected.entries()) {
    if (value === null) expect(Number.isFinite(found[index])).toBe(false)
    else expect(found[index], String(index)).toBeCloseTo(value, digits)
  }
}

test('quotients, their intervals and indices are those of R', () => {
  const rows = locationQuotients(economy, { confidence: 0.95, counts: true })
  same(
    rows.map(({ lq }) => lq),
    reference.lq,
    12,
  )
  same(
    rows.map(({ low }) => low),
    reference.low,
    9,
  )
  same(
    rows.map(({ high }) => high),
    reference.high,
    9,
  )
  const places = territorySpecialisation(economy)
  same(
    places.map(({ krugman }) => krugman),
    reference.krugman,
    12,
  )
  same(
    places.map(({ hachman }) => hachman),
    reference.hachman,
    12,
  )
  same(
    places.map(({ giniQuotients }) => giniQuotients),
    reference.gini_quotients,
    12,
  )
  same(
    activityConcentration(economy).map(({ locationalGini }) => locationalGini),
    reference.locational_gini,
    12,
  )
})

test('shift-share and its homothetic split are those of R', () => {
  const rows = [...before, ...cells(reference.after, '2020')]
  const options = { from: null, to: null, reference: null }
  const sums = (variant: string, part: 'national' | 'mix' | 'regional') => {
    const { components } = shiftShare(rows, { ...options, variant })
    return economy.territories.map((territory) =>
      components.filter((row) => row.territory === territory).reduce((sum, row) => sum + (row[part] ?? 0), 0),
    )
  }
  same(sums('dunn', 'national'), reference.national, 8)
  same(sums('dunn', 'mix'), reference.mix, 8)
  same(sums('dunn', 'regional'), reference.regional, 8)
  same(sums('esteban-marquillas', 'regional'), reference.competitive, 8)
})

test('complexity, fitness, relatedness and density are those of R', () => {
  const found = complexity(network, { rcaThreshold: 1, reflections: 20, fitnessSteps: 20 })
  same(found.eci, reference.eci, 9)
  same(found.pci, reference.pci, 9)
  same(found.fitness, reference.fitness, 10)
  for (const variant of relatednessVariants) {
    const { values } = relatedness(network, variant)
    const lower = Array.from({ length: width }, (_, column) =>
      Array.from({ length: width - column - 1 }, (__, row) => values[(column + row + 1) * width + column]!),
    ).flat()
    same(lower, reference[variant], 12)
  }
  same(relatednessDensity(network, relatedness(network, 'minimum-conditional')), reference.density, 12)
})
