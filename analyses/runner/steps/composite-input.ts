import { aggregations } from '../../methods/composite/aggregate'
import { imputations } from '../../methods/composite/impute'
import type { IndexData, StructureRow } from '../../methods/composite/index-data'
import { type IndexOptions, presets } from '../../methods/composite/index-options'
import { normalisations } from '../../methods/composite/normalise'
import { treatmentKinds } from '../../methods/composite/treat'
import { weightings } from '../../methods/composite/weights'
import { refuse } from '../../model/fault'
import { plainName } from '../../model/naming'
import type { Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, textsOf } from './columns'
import { flagOption, nameOption, namesOption, numberOption, type StepOptions } from './step-method'

export const indexReads = {
  indicators: ['territory', 'period', 'group'],
  structure: [
    'indicator',
    'parent',
    'level',
    'weight',
    'direction',
    'target',
    'goal_low',
    'goal_high',
    'denominator',
    'group',
  ],
}

export function indexOptions(options: StepOptions): IndexOptions {
  const [low, high] = [numberOption(options, 'low'), numberOption(options, 'high')]
  if (!(high > low)) refuse('composite.scale-wrong', { low, high })
  const choice = <Known extends string>(name: string, known: readonly Known[]): Known => {
    const found = known.find((one) => one === options[name])
    if (found === undefined) throw new TypeError(`option ${name} was not checked`)
    return found
  }
  return {
    preset: choice('preset', presets),
    availability: numberOption(options, 'availability'),
    non_zero: numberOption(options, 'non_zero'),
    impute: choice('impute', imputations),
    treat: flagOption(options, 'treat'),
    treatment: choice('treatment', treatmentKinds),
    skewness: numberOption(options, 'skewness'),
    kurtosis: numberOption(options, 'kurtosis'),
    most_points: numberOption(options, 'most_points'),
    normalise: choice('normalise', normalisations),
    low,
    high,
    reference: nameOption(options, 'reference'),
    weights: choice('weights', weightings),
    stakeholder_weights: namesOption(options, 'stakeholder_weights'),
    aggregate: choice('aggregate', aggregations),
    aggregate_by_level: namesOption(options, 'aggregate_by_level'),
    power: numberOption(options, 'power'),
    node_availability: numberOption(options, 'node_availability'),
  }
}

/** Indicators and structure as the methods want them; names are compared in plain form. */
export function indexData(indicators: Table, structure: Table): IndexData {
  if (structure.rows.length === 0) refuse('composite.structure-empty', {})
  const rows = structureRows(structure)
  const parents = new Set(rows.flatMap(({ parent }) => parent ?? []))
  const grouped = parents.size > 0
  const sources = new Map(columnsUnder(indicators, 'columns').map((part) => [plainName(part.name), part]))
  const columns: Record<string, Float64Array> = {}
  const load = (code: string, of: string) => {
    if (Object.hasOwn(columns, code)) return
    const found = sources.get(plainName(code))
    if (found === undefined)
      return refuse('composite.column-missing', {
        indicator: code,
        of,
        known: [...sources.keys()].join(', '),
      })
    if (found.type !== 'number') refuse('composite.column-not-number', { indicator: code })
    columns[code] = numbersOf(indicators, found.column)
  }
  for (const { code, parent, denominator } of rows) {
    if (parents.has(code) || (grouped && parent === null)) continue
    load(code, code)
    if (denominator !== null) load(denominator, code)
  }
  return {
    units: textsOf(indicators, 'territory').map((unit) => unit ?? ''),
    periods: textsOf(indicators, 'period').map((period) => period ?? ''),
    groups: textsOf(indicators, 'group'),
    columns,
    structure: rows,
  }
}

function structureRows(structure: Table): readonly StructureRow[] {
  const texts = (column: string) => textsOf(structure, column).map((text) => (text === '' ? null : text))
  const numbers = (column: string) =>
    Array.from(numbersOf(structure, column), (value) => (Number.isNaN(value) ? null : value))
  const [codes, parents, denominators, groups] = [
    texts('indicator'),
    texts('parent'),
    texts('denominator'),
    texts('group'),
  ]
  const [levels, weights, targets] = [numbers('level'), numbers('weight'), numbers('target')]
  const [goalLows, goalHighs] = [numbers('goal_low'), numbers('goal_high')]
  const directions = texts('direction')
  const inner = new Set(parents)
  const anyParent = hasValues(structure, 'parent')
  return codes.flatMap((code, row): readonly StructureRow[] => {
    if (code === null) return []
    const parent = parents[row] ?? null
    const described = anyParent && parent === null && !inner.has(code)
    return [
      {
        code,
        parent,
        level: levels[row] ?? null,
        weight: weights[row] ?? null,
        direction: directionOf(directions[row] ?? null, code, inner.has(code) || described),
        target: targets[row] ?? null,
        goalLow: goalLows[row] ?? null,
        goalHigh: goalHighs[row] ?? null,
        denominator: denominators[row] ?? null,
        group: groups[row] ?? null,
      },
    ]
  })
}

const upwards: ReadonlySet<string> = new Set([
  '1',
  '+1',
  '+',
  '1.0',
  'higher',
  'up',
  'positive',
  'more',
  'vyssi',
  'wyzsza',
])
const downwards: ReadonlySet<string> = new Set([
  '-1',
  '−1',
  '-',
  '−',
  '-1.0',
  'lower',
  'down',
  'negative',
  'less',
  'nizsi',
  'nizsza',
])

/** Nodes that put others together point upwards unless the structure says otherwise. */
function directionOf(text: string | null, indicator: string, node: boolean): 1 | -1 {
  if (text === null) return node ? 1 : refuse('composite.direction-wrong', { indicator, value: '–' })
  const word = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  if (upwards.has(word)) return 1
  return downwards.has(word) ? -1 : refuse('composite.direction-wrong', { indicator, value: text })
}
