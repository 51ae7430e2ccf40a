import { normalTwoSided } from '../../methods/core/distributions/normal'
import { studentTwoSided } from '../../methods/core/distributions/student'
import { element } from '../../methods/core/linear/matrix'
import { normalQuantile } from '../../methods/core/normal-quantile'
import type { Steps } from '../../methods/core/steps'
import {
  partNames,
  references,
  referenceValues,
  threefoldParts,
  twofoldParts,
} from '../../methods/decomposition/contributions'
import { type Oaxaca, oaxacaBlinder, oaxacaBlinderMethod } from '../../methods/decomposition/oaxaca-blinder'
import { commonSupport } from '../../methods/decomposition/support'
import type { Cell, Table } from '../../model/table'
import { hasValues, numbersOf, tableOf, textsOf } from './columns'
import { only, sampleOf, variablesOf } from './decomposition-sample'
import { type AnyStep, flagOption, nameOption, numberOption, type TablesStep } from './step-method'

const cell = (value: number): number | null => (Number.isFinite(value) ? value : null)

const estimate = (value: number, error: number, z: number): Record<string, Cell> => ({
  estimate: cell(value),
  se: cell(error),
  low: cell(value - z * error),
  high: cell(value + z * error),
  p: error > 0 ? cell(normalTwoSided(value / error)) : null,
})
const estimateColumns = {
  estimate: 'number',
  se: 'number',
  low: 'number',
  high: 'number',
  p: 'number',
} as const

const oaxacaStep: TablesStep = {
  method: oaxacaBlinderMethod,
  table: { group_a: 'optional-name', group_b: 'optional-name', categories: 'names', dummies: 'names' },
  inputs: ['workers'],
  gives: ['gap', 'threefold', 'twofold', 'by_variable', 'coefficients', 'regressions', 'support', 'sample'],
  reads: () => ({ workers: ['group', 'outcome', 'weight', 'cluster'] }),
  *run({ workers: table }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('workers was checked')
    const variables = variablesOf(table, options)
    const sample = sampleOf(table, variables, options)
    const { rows, groups } = sample
    const group = textsOf(table, 'group')
    const [outcome, weight] = [numbersOf(table, 'outcome'), numbersOf(table, 'weight')]
    const cluster = hasValues(table, 'cluster') ? textsOf(table, 'cluster') : null
    const data = {
      outcome: Float64Array.from(rows, (row) => outcome[row] ?? 0),
      weight: Float64Array.from(rows, (row) => weight[row] ?? 0),
      inA: rows.map((row) => group[row] === groups[0]),
      cluster: cluster === null ? null : rows.map((row) => cluster[row] ?? null),
      variables: variables.map((variable) => only(variable, rows)),
      names: groups,
    }
    const found = yield* oaxacaBlinder(data, {
      logOutcome: flagOption(options, 'logOutcome'),
      normalise: flagOption(options, 'normalise'),
      draws: numberOption(options, 'draws'),
      seed: numberOption(options, 'seed'),
    })
    const z = normalQuantile(1 - (1 - numberOption(options, 'confidence')) / 2)
    const counted = { reason: 'counted', rows: rows.length }
    return {
      gap: gapTable(found, groups, flagOption(options, 'logOutcome'), z),
      threefold: threefoldTable(found, z),
      twofold: twofoldTable(found, nameOption(options, 'reference'), z),
      by_variable: variableTable(found, nameOption(options, 'reference'), z),
      coefficients: coefficientTable(found, nameOption(options, 'reference'), data.inA),
      regressions: regressionTable(found),
      support: tableOf(
        { variable: 'text', only_a: 'number', only_b: 'number', n_a: 'number', n_b: 'number' },
        commonSupport(data.variables, data.inA, data.weight).map(({ variable, onlyA, onlyB }) => ({
          variable,
          only_a: onlyA,
          only_b: onlyB,
          n_a: found.nA,
          n_b: found.nB,
        })),
      ),
      sample: tableOf(
        { reason: 'text', units: 'number', rows: 'number' },
        [...sample.flow, counted].map((row) => ({ ...row, units: null })),
      ),
    }
  },
}

function gapTable(found: Oaxaca, [a, b]: readonly [string, string], logged: boolean, z: number): Table {
  const difference = found.meanA - found.meanB
  const { estimate: _same, ...rest } = estimate(difference, found.gapError, z)
  return tableOf(
    {
      group_a: 'text',
      group_b: 'text',
      mean_a: 'number',
      mean_b: 'number',
      difference: 'number',
      se: 'number',
      low: 'number',
      high: 'number',
      p: 'number',
      relative: 'number',
      n_a: 'number',
      n_b: 'number',
    },
    [
      {
        group_a: a,
        group_b: b,
        mean_a: found.meanA,
        mean_b: found.meanB,
        difference,
        ...rest,
        relative: logged ? 1 - Math.exp(-difference) : cell(difference / found.meanA),
        n_a: found.nA,
        n_b: found.nB,
      },
    ],
  )
}

const partAt = (reference: string | null, part: string): number =>
  partNames.findIndex((one) => one.reference === reference && one.part === part)

const ofItem = (found: Oaxaca, item: number, at: number) => ({
  value: found.contributions[item]?.values[at] ?? Number.NaN,
  error: found.contributions[item]?.errors[at] ?? Number.NaN,
})

function threefoldTable(found: Oaxaca, z: number): Table {
  const gap = found.meanA - found.meanB
  return tableOf(
    { component: 'text', ...estimateColumns, share: 'number' },
    threefoldParts.map((component) => {
      const { value, error } = ofItem(found, 0, partAt(null, component))
      return { component, ...estimate(value, error, z), share: cell(value / gap) }
    }),
  )
}

function twofoldTable(found: Oaxaca, chosen: string, z: number): Table {
  const gap = found.meanA - found.meanB
  return tableOf(
    {
      weight: 'number',
      ...Object.fromEntries(
        twofoldParts.flatMap((part) =>
          [part, `${part}_se`, `${part}_low`, `${part}_high`].map((name) => [name, 'number' as const]),
        ),
      ),
      reference: 'text',
      explained_share: 'number',
      chosen: 'boolean',
    },
    references.map(({ name, weight: number }) => {
      const cells = twofoldParts.flatMap((part) => {
        const { value, error } = ofItem(found, 0, partAt(name, part))
        return [
          [part, cell(value)],
          [`${part}_se`, cell(error)],
          [`${part}_low`, cell(value - z * error)],
          [`${part}_high`, cell(value + z * error)],
        ] as const
      })
      const explained = ofItem(found, 0, partAt(name, 'explained')).value
      return {
        weight: number ?? found.shareA,
        ...Object.fromEntries(cells),
        reference: name,
        explained_share: cell(explained / gap),
        chosen: name === chosen,
      }
    }),
  )
}

function variableTable(found: Oaxaca, reference: string, z: number): Table {
  const parts = [
    ...threefoldParts.map((part) => ({ reference: null, part })),
    ...twofoldParts.map((part) => ({ reference, part })),
  ]
  return tableOf(
    { variable: 'text', component: 'text', ...estimateColumns, part_of: 'text', reference: 'text' },
    parts.flatMap((one) =>
      found.items.flatMap((item, at) => {
        if (at === 0) return []
        const { value, error } = ofItem(found, at, partAt(one.reference, one.part))
        return [
          {
            variable: item.name,
            component: one.part,
            ...estimate(value, error, z),
            part_of: item.partOf,
            reference: one.reference,
          },
        ]
      }),
    ),
  )
}

function coefficientTable(found: Oaxaca, reference: string, inA: readonly boolean[]): Table {
  return tableOf(
    {
      variable: 'text',
      mean_a: 'number',
      mean_b: 'number',
      mean_difference: 'number',
      coefficient_a: 'number',
      coefficient_b: 'number',
      coefficient_difference: 'number',
      coefficient_reference: 'number',
      part_of: 'text',
      people_a: 'number',
      people_b: 'number',
    },
    found.design.terms.map(({ name, variable }, j) => {
      const behind = (group: boolean) => peopleBehind(found, j, inA, group, variable !== name)
      const [xA, xB] = [found.meansA[j] ?? 0, found.meansB[j] ?? 0]
      const [bA, bB] = [found.fits.a.full[j] ?? 0, found.fits.b.full[j] ?? 0]
      return {
        variable: name,
        mean_a: xA,
        mean_b: xB,
        mean_difference: xA - xB,
        coefficient_a: bA,
        coefficient_b: bB,
        coefficient_difference: bA - bB,
        coefficient_reference: referenceOf(found, reference, j),
        part_of: variable === name ? null : variable,
        people_a: behind(true),
        people_b: behind(false),
      }
    }),
  )
}

/**
 * How many people of a group a mean rests on: of a category those in it, of a column of zeros and ones the fewer of the
 * two, as their mean gives both away; of any other number everybody.
 */
function peopleBehind(
  { design: { full } }: Oaxaca,
  term: number,
  inA: readonly boolean[],
  group: boolean,
  isCategory: boolean,
): number {
  const values = inA.flatMap((a, row) => (a === group ? [element(full, row, term)] : []))
  const ones = values.filter((value) => value === 1).length
  if (values.some((value) => value !== 0 && value !== 1)) return values.length
  return isCategory || ones === values.length ? ones : Math.min(ones, values.length - ones)
}

function referenceOf({ fits, shareA }: Oaxaca, reference: string, j: number): number {
  const values = referenceValues(
    fits.a.full[j] ?? 0,
    fits.b.full[j] ?? 0,
    fits.pooled.full[j] ?? 0,
    fits.pooledWithGroup.full[j] ?? 0,
    shareA,
  )
  return values[references.findIndex(({ name }) => name === reference)] ?? Number.NaN
}

function regressionTable({ design, fits }: Oaxaca): Table {
  const named = [
    ['group-a', fits.a],
    ['group-b', fits.b],
    ['pooled', fits.pooled],
    ['pooled-with-group', fits.pooledWithGroup],
  ] as const
  return tableOf(
    { regression: 'text', term: 'text', estimate: 'number', se: 'number', t: 'number', p: 'number' },
    named.flatMap(([regression, fit]) =>
      design.used.map((term, j) => {
        const [value, error] = [fit.coefficients[j] ?? 0, fit.errors[j] ?? Number.NaN]
        const t = value / error
        return {
          regression,
          term: design.terms[term]?.name ?? '',
          estimate: value,
          se: cell(error),
          t: cell(t),
          p: Number.isFinite(t) ? studentTwoSided(t, fit.degrees) : null,
        }
      }),
    ),
  )
}

export const decompositionSteps: readonly AnyStep[] = [oaxacaStep]
