import { refuseMethod } from '../../methods/core/refusal'
import { type Steps, within } from '../../methods/core/steps'
import { inequalityMeasures } from '../../methods/inequality/distribution-measures'
import {
  type InequalityOptions,
  type MeasuredInequality,
  territorialInequality,
  territorialInequalityMethod,
} from '../../methods/inequality/territorial-inequality'
import { theilDecomposition } from '../../methods/inequality/theil-decomposition'
import { compareLabels } from '../../methods/panel/codes'
import type { Cell, Row, Table } from '../../model/table'
import { hasValues, tableOf, textsOf } from './columns'
import { type PeopleGroup, peopleGroups } from './people-groups'
import { flagOption, nameOption, numberOption, type TablesStep } from './step-method'

const codes = { breakdown: 'text', sex: 'text', period: 'text' } as const
const measureColumns = Object.fromEntries(
  inequalityMeasures.flatMap((name) =>
    [name, `${name}_se`, `${name}_low`, `${name}_high`].map((column) => [column, 'number' as const]),
  ),
)
const columns = {
  measures: { ...codes, n: 'number', mean: 'number', ...measureColumns, status: 'text' },
  decomposition: {
    ...codes,
    between: 'number',
    within: 'number',
    between_share: 'number',
    between_l: 'number',
    within_l: 'number',
    groups: 'number',
    n: 'number',
  },
  groups: {
    ...codes,
    group: 'text',
    n: 'number',
    population_share: 'number',
    value_share: 'number',
    mean: 'number',
    theil_t: 'number',
    theil_l: 'number',
    contribution: 'number',
  },
  lorenz: { ...codes, population_share: 'number', value_share: 'number' },
  left: { ...codes, reason: 'text', units: 'number', rows: 'number' },
} as const

type Codes = Readonly<Record<'breakdown' | 'sex' | 'period', Cell>>

/** The units of one breakdown and period, for every sex there is. */
interface Scene {
  readonly breakdown: string | null
  readonly period: string | null
  readonly units: readonly string[]
  readonly people: readonly { readonly sex: string; readonly rows: readonly Row[]; readonly cells: Cells }[]
}

interface Cells {
  readonly values: Float64Array
  readonly sizes: Float64Array | null
  readonly groups: readonly (string | null)[]
}

export const territorialInequalityStep: TablesStep = {
  method: territorialInequalityMethod,
  table: { total: 'name' },
  inputs: ['values'],
  gives: ['measures', 'decomposition', 'groups', 'lorenz', 'left'],
  reads: () => ({ values: ['territory', 'period', 'value', 'population', 'group', 'sex', 'breakdown'] }),
  *run({ values: table }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('values was checked')
    const chosen: InequalityOptions = {
      atkinson: numberOption(options, 'atkinson'),
      small_sample: flagOption(options, 'small_sample'),
      draws: numberOption(options, 'draws'),
      confidence: numberOption(options, 'confidence'),
      seed: numberOption(options, 'seed'),
    }
    const scenes = scenesOf(
      peopleGroups(table, {
        keys: ['territory', 'period'],
        sums: ['value'],
        weight: 'population',
        total: nameOption(options, 'total'),
      }),
      hasValues(table, 'population'),
    )
    const measures: Row[] = []
    for (const [k, scene] of scenes.entries())
      measures.push(...(yield* within(measured(scene, chosen), k / scenes.length, (k + 1) / scenes.length)))
    if (measures.every(({ n }) => typeof n !== 'number' || n < 2)) refuseMethod('inequality.no-values')
    return {
      measures: tableOf(columns.measures, measures),
      ...decompositions(scenes),
      lorenz: tableOf(columns.lorenz, scenes.flatMap(lorenzRows)),
      left: tableOf(columns.left, scenes.flatMap(leftRows)),
    }
  },
}

function scenesOf(groups: readonly PeopleGroup[], sized: boolean): Scene[] {
  const breakdowns = [...new Set(groups.map(({ breakdown }) => breakdown))]
  return breakdowns.flatMap((breakdown) => {
    const own = groups.filter((group) => group.breakdown === breakdown)
    const periods = [...new Set(own.flatMap(({ table }) => textsOf(table, 'period')))].sort((a, b) =>
      compareLabels(a ?? '', b ?? ''),
    )
    return periods.map((period) => sceneOf(own, { breakdown, period, sized }))
  })
}

function sceneOf(
  groups: readonly PeopleGroup[],
  { breakdown, period, sized }: { breakdown: string | null; period: string | null; sized: boolean },
): Scene {
  const rowsOf = ({ table }: PeopleGroup) => table.rows.filter((row) => textOf(row['period']) === period)
  const units = [
    ...new Set(groups.flatMap((group) => rowsOf(group).map((row) => textOf(row['territory']) ?? ''))),
  ].sort(compareLabels)
  const places = new Map(units.map((unit, i) => [unit, i]))
  const people = groups.map((group) => {
    const rows = rowsOf(group)
    const values = new Float64Array(units.length).fill(Number.NaN)
    const sizes = sized ? new Float64Array(units.length).fill(Number.NaN) : null
    const names: (string | null)[] = units.map(() => null)
    for (const row of rows) {
      const place = places.get(textOf(row['territory']) ?? '') ?? -1
      if (typeof row['value'] === 'number') values[place] = row['value']
      if (sizes && typeof row['population'] === 'number') sizes[place] = row['population']
      names[place] = textOf(row['group'])
    }
    return { sex: group.sex, rows, cells: { values, sizes, groups: names } }
  })
  return { breakdown, period, units, people: people.filter(({ rows }) => rows.length > 0) }
}

const textOf = (value: Cell | undefined): string | null =>
  value === undefined || value === null ? null : String(value)

function* measured(scene: Scene, options: InequalityOptions): Steps<Row[]> {
  const women = scene.people.findIndex(({ sex }) => sex === 'F')
  const men = scene.people.findIndex(({ sex }) => sex === 'M')
  const paired = women >= 0 && men >= 0
  const found = yield* territorialInequality(
    { samples: scene.people.map(({ cells }) => cells), contrasts: paired ? [[women, men]] : [] },
    options,
  )
  const { breakdown, period } = scene
  return [
    ...found.samples.map((one, k) => {
      const people = scene.people[k]
      return {
        breakdown,
        sex: people?.sex ?? 'T',
        period,
        ...cellsOf(one),
        status: statusOf(people?.cells, one),
      }
    }),
    ...found.contrasts.map((one) => ({ breakdown, sex: 'F-M', period, ...cellsOf(one), status: 'ok' })),
  ]
}

const cellsOf = ({ n, mean, values, se, low, high }: MeasuredInequality): Row => ({
  n,
  mean,
  ...Object.fromEntries(
    inequalityMeasures.flatMap((name) => [
      [name, values[name]],
      [`${name}_se`, se[name]],
      [`${name}_low`, low[name]],
      [`${name}_high`, high[name]],
    ]),
  ),
})

/** Why some measures are empty. */
function statusOf(cells: Cells | undefined, { n, mean }: MeasuredInequality): string {
  if (n < 2) return 'too-few'
  if (mean === null || !(mean > 0)) return 'mean-not-positive'
  const counted = Array.from(cells?.values ?? []).filter(
    (value, i) => Number.isFinite(value) && (!cells?.sizes || (cells.sizes[i] ?? 0) > 0),
  )
  const lowest = counted.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  return lowest < 0 ? 'negative-values' : lowest === 0 ? 'zero-values' : 'ok'
}

function decompositions(scenes: readonly Scene[]): Readonly<Record<'decomposition' | 'groups', Table>> {
  const parts = scenes.flatMap(({ breakdown, period, people }) =>
    people.flatMap(({ sex, cells }) => {
      const kept = cells.groups.flatMap((group, i) =>
        group !== null && Number.isFinite(cells.values[i]) && (!cells.sizes || (cells.sizes[i] ?? 0) > 0)
          ? [i]
          : [],
      )
      if (kept.length < 2) return []
      const { sizes } = cells
      const found = theilDecomposition(
        kept.map((i) => cells.values[i] ?? Number.NaN),
        sizes && kept.map((i) => sizes[i] ?? 0),
        kept.map((i) => cells.groups[i] ?? ''),
      )
      const of: Codes = { breakdown, sex, period }
      return found === null ? [] : [{ of, found, n: kept.length }]
    }),
  )
  return {
    decomposition: tableOf(
      columns.decomposition,
      parts.map(({ of, found, n }) => {
        const whole = found.between + found.within
        return {
          ...of,
          between: found.between,
          within: found.within,
          between_share: whole > 0 ? found.between / whole : null,
          between_l: found.betweenL,
          within_l: found.withinL,
          groups: found.groups.length,
          n,
        }
      }),
    ),
    groups: tableOf(
      columns.groups,
      parts.flatMap(({ of, found }) =>
        found.groups.map((group) => ({
          ...of,
          group: group.group,
          n: group.n,
          population_share: group.population,
          value_share: group.share,
          mean: group.mean,
          theil_t: group.theilT,
          theil_l: group.theilL,
          contribution: group.share * group.theilT,
        })),
      ),
    ),
  }
}

/** The Lorenz curve in at most a hundred steps; none with negative values. */
function lorenzRows({ breakdown, period, people }: Scene): Row[] {
  return people.flatMap(({ sex, cells }) => {
    const order = Array.from(cells.values.keys())
      .filter((i) => Number.isFinite(cells.values[i]) && (!cells.sizes || (cells.sizes[i] ?? 0) > 0))
      .sort((a, b) => (cells.values[a] ?? 0) - (cells.values[b] ?? 0) || a - b)
    const sizeOf = (i: number) => cells.sizes?.[i] ?? 1
    const whole = order.reduce((sum, i) => sum + sizeOf(i), 0)
    const held = order.reduce((sum, i) => sum + sizeOf(i) * (cells.values[i] ?? 0), 0)
    if (order.length < 2 || !(held > 0) || (cells.values[order[0] ?? 0] ?? 0) < 0) return []
    const every = Math.ceil(order.length / 100)
    let population = 0
    let value = 0
    const rows: Row[] = [{ breakdown, sex, period, population_share: 0, value_share: 0 }]
    order.forEach((i, turn) => {
      population += sizeOf(i) / whole
      value += (sizeOf(i) * (cells.values[i] ?? 0)) / held
      const last = turn === order.length - 1
      if (last || (turn + 1) % every === 0)
        rows.push({
          breakdown,
          sex,
          period,
          population_share: last ? 1 : population,
          value_share: last ? 1 : value,
        })
    })
    return rows
  })
}

function leftRows({ breakdown, period, people }: Scene): Row[] {
  return people.flatMap(({ sex, rows, cells }) => {
    const of = { breakdown, sex, period }
    const missing = rows.filter((row) => typeof row['value'] !== 'number').length
    const sizeless = cells.sizes
      ? Array.from(cells.values.keys()).filter(
          (i) => Number.isFinite(cells.values[i]) && !((cells.sizes?.[i] ?? 0) > 0),
        ).length
      : 0
    return [
      { ...of, reason: 'missing', units: missing, rows: missing },
      { ...of, reason: 'no-population', units: sizeless, rows: sizeless },
      {
        ...of,
        reason: 'measured',
        units: rows.length - missing - sizeless,
        rows: rows.length - missing - sizeless,
      },
    ].filter(({ reason, units }) => units > 0 || reason === 'measured')
  })
}

export const territorialInequalitySteps: readonly TablesStep[] = [territorialInequalityStep]
