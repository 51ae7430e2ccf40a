import type { Steps } from '../../methods/core/steps'
import { incomeDistribution } from '../../methods/income/income-distribution'
import { incomeMeasures } from '../../methods/income/income-measures'
import {
  type PayGap,
  type PayGapOptions,
  type PayPair,
  payGapMethod,
  payGaps,
  payQuantiles,
} from '../../methods/income/pay-gap'
import { type MeasuredGroup, poverty, povertyMethod } from '../../methods/income/poverty'
import type { Cell, Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
import { type AnyStep, nameOption, numberOption, type StepOptions, type TablesStep } from './step-method'

/** A number for a table: what is not a number is null. */
const cell = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Everybody together, as a territory, a breakdown or a category. */
const all = 'all'

interface Codes {
  readonly territory: string
  readonly by: string
  readonly category: string
  readonly sex: string
}

/** Rows of the input for every territory, breakdown, category and sex that there is; women, men, total in order. */
function groupsOfPeople(table: Table): { readonly codes: Codes; readonly members: readonly number[] }[] {
  const territories = textsOf(table, 'territory')
  const sexes = textsOf(table, 'sex')
  const breakdowns = table.columns
    .filter(({ name }) => name === 'age' || name.startsWith('groups.'))
    .filter(({ name }) => hasValues(table, name))
    .map(({ name }) => ({ by: name.replace(/^groups\./, ''), values: textsOf(table, name) }))
  const members = new Map<string, { readonly codes: Codes; readonly members: number[] }>()
  const add = (codes: Codes, row: number) => {
    const key = JSON.stringify(codes)
    const group = members.get(key)
    if (group === undefined) members.set(key, { codes, members: [row] })
    else group.members.push(row)
  }
  for (let row = 0; row < table.rows.length; row++) {
    const place = territories[row] ?? null
    const places = place === null ? [all] : [all, place]
    const kinds = [
      { by: all, category: all },
      ...breakdowns.flatMap(({ by, values }) => {
        const category = values[row] ?? null
        return category === null ? [] : [{ by, category }]
      }),
    ]
    const sex = sexes[row] ?? ''
    const people = sex === 'F' || sex === 'M' ? [sex, 'T'] : ['T']
    for (const territory of places)
      for (const kind of kinds) for (const who of people) add({ territory, ...kind, sex: who }, row)
  }
  const turns = new Map([all, ...breakdowns.map(({ by }) => by)].map((by, turn) => [by, turn] as const))
  return [...members.values()].sort(
    (a, b) =>
      (turns.get(a.codes.by) ?? 0) - (turns.get(b.codes.by) ?? 0) ||
      Number(b.codes.territory === all) - Number(a.codes.territory === all) ||
      compare(a.codes.territory, b.codes.territory) ||
      compareCategories(a.codes.category, b.codes.category) ||
      compare(a.codes.sex, b.codes.sex),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Age bands by their first number (`<16` before `16-24`), everything else as text. */
function compareCategories(a: string, b: string): number {
  const [first, second] = [a, b].map((text) => /^(<)?(\d+)/.exec(text))
  if (first == null || second == null) return compare(a, b)
  const open = Number(first[1] === undefined) - Number(second[1] === undefined)
  return Number(first[2]) - Number(second[2]) || open || compare(a, b)
}

const codeColumns = { territory: 'text', by: 'text', category: 'text', sex: 'text' } as const
const measureColumns = Object.fromEntries(
  incomeMeasures.flatMap((name) =>
    [name, `${name}_se`, `${name}_low`, `${name}_high`].map((column) => [column, 'number' as const]),
  ),
)

function measureCells(group: MeasuredGroup | undefined): Record<string, Cell> {
  return Object.fromEntries(
    incomeMeasures.flatMap((name, at) => [
      [name, cell(group?.values[at] ?? Number.NaN)],
      [`${name}_se`, cell(group?.se[at] ?? Number.NaN)],
      [`${name}_low`, cell(group?.low[at] ?? Number.NaN)],
      [`${name}_high`, cell(group?.high[at] ?? Number.NaN)],
    ]),
  )
}

const povertyStep: TablesStep = {
  method: povertyMethod,
  table: {},
  inputs: ['persons'],
  gives: ['groups', 'distribution'],
  reads: () => ({ persons: ['territory', 'sex', 'income', 'weight', 'household'] }),
  *run({ persons: table }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('persons was checked')
    const groups = groupsOfPeople(table)
    const at = new Map(groups.map(({ codes }, index) => [JSON.stringify(codes), index]))
    const pairs = groups.flatMap(({ codes }, women) => {
      const men = codes.sex === 'F' ? at.get(JSON.stringify({ ...codes, sex: 'M' })) : undefined
      return men === undefined ? [] : [{ codes: { ...codes, sex: 'F-M' }, pair: [women, men] as const }]
    })
    const data = {
      income: numbersOf(table, 'income'),
      weight: numbersOf(table, 'weight'),
      household: hasValues(table, 'household') ? textsOf(table, 'household') : null,
      stratum: hasValues(table, 'territory') ? textsOf(table, 'territory') : null,
      groups: groups.map(({ members }) => members),
      contrasts: pairs.map(({ pair }) => pair),
    }
    const found = yield* poverty(data, {
      share: numberOption(options, 'share'),
      draws: numberOption(options, 'draws'),
      confidence: numberOption(options, 'confidence'),
      seed: numberOption(options, 'seed'),
    })
    const rows = groups.map(({ codes, members }, index) => {
      const counted = members.filter((member) => (data.weight[member] ?? 0) > 0)
      return {
        ...codes,
        n: counted.length,
        people: counted.reduce((sum, member) => sum + (data.weight[member] ?? 0), 0),
        threshold: found.threshold,
        ...measureCells(found.groups[index]),
      }
    })
    const differences = pairs.map(({ codes, pair: [women, men] }, index) => ({
      ...codes,
      n: (rows[women]?.n ?? 0) + (rows[men]?.n ?? 0),
      people: (rows[women]?.people ?? 0) + (rows[men]?.people ?? 0),
      threshold: found.threshold,
      ...measureCells(found.contrasts[index]),
    }))
    return {
      groups: tableOf(
        { ...codeColumns, n: 'number', people: 'number', threshold: 'number', ...measureColumns },
        [...rows, ...differences],
      ),
      distribution: distributionTable(groups, data),
    }
  },
}

function distributionTable(
  groups: ReturnType<typeof groupsOfPeople>,
  { income, weight }: { readonly income: Float64Array; readonly weight: Float64Array },
): Table {
  const rows = groups
    .filter(({ codes, members }) => codes.by === all && members.some((i) => (weight[i] ?? 0) > 0))
    .flatMap(({ codes: { territory, sex }, members }) => {
      const n = members.filter((i) => (weight[i] ?? 0) > 0).length
      return incomeDistribution({
        income: members.map((i) => income[i] ?? 0),
        weight: members.map((i) => weight[i] ?? 0),
      }).map(({ share, limit, incomeShare }) => ({
        territory,
        sex,
        share,
        value: cell(limit),
        income_share: cell(incomeShare),
        n,
      }))
    })
  return tableOf(
    { territory: 'text', sex: 'text', share: 'number', value: 'number', income_share: 'number', n: 'number' },
    rows,
  )
}

const pairColumns = {
  men: 'number',
  women: 'number',
  gap: 'number',
  relative_gap: 'number',
  se: 'number',
  low: 'number',
  high: 'number',
} as const

const pairCells = ({ men, women, gap, se, low, high }: PayPair): Record<string, Cell> => ({
  men: cell(men),
  women: cell(women),
  gap: cell(men - women),
  relative_gap: cell(gap),
  se: cell(se),
  low: cell(low),
  high: cell(high),
})

/** All workers, then each category of each bound group, in the order of the binding. */
function groupsOfWorkers(table: Table) {
  const everybody = { by: all, category: all, members: table.rows.map((_, row) => row) }
  const parts = columnsUnder(table, 'groups').flatMap(({ name, column }) => {
    const members = new Map<string, number[]>()
    textsOf(table, column).forEach((category, row) => {
      if (category !== null) members.set(category, [...(members.get(category) ?? []), row])
    })
    return [...members]
      .map(([category, rows]) => ({ by: name, category, members: rows }))
      .sort((a, b) => compareCategories(a.category, b.category))
  })
  return [everybody, ...parts]
}

const payGapStep: TablesStep = {
  method: payGapMethod,
  table: {},
  inputs: ['workers'],
  gives: ['gap', 'quantiles', 'quarters'],
  reads: () => ({ workers: ['sex', 'pay', 'weight', 'firm'] }),
  *run({ workers: table }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('workers was checked')
    const groups = groupsOfWorkers(table)
    const gaps = yield* payGaps(
      {
        pay: numbersOf(table, 'pay'),
        weight: numbersOf(table, 'weight'),
        woman: textsOf(table, 'sex').map((sex) => sex === 'F'),
        firm: hasValues(table, 'firm') ? textsOf(table, 'firm') : null,
        groups: groups.map(({ members }) => members),
      },
      payOptions(options),
    )
    const coded = groups.map(({ by, category }, index) => ({ codes: { by, category }, gap: gaps[index] }))
    const rows = <T>(each: (gap: PayGap) => readonly T[]) =>
      coded.flatMap(({ codes, gap }) =>
        gap === undefined ? [] : each(gap).map((row) => ({ ...codes, ...row })),
      )
    return {
      gap: tableOf(
        {
          by: 'text',
          category: 'text',
          ...pairColumns,
          n_men: 'number',
          n_women: 'number',
          share_women: 'number',
        },
        rows((gap) => [
          { ...pairCells(gap.main), n_men: gap.men, n_women: gap.women, share_women: cell(gap.shareOfWomen) },
        ]),
      ),
      quantiles: tableOf(
        {
          by: 'text',
          category: 'text',
          quantile: 'number',
          ...pairColumns,
          n_men: 'number',
          n_women: 'number',
        },
        rows(({ quantiles, men, women }) =>
          quantiles.map((pair, at) => ({
            quantile: payQuantiles[at] ?? null,
            ...pairCells(pair),
            n_men: men,
            n_women: women,
          })),
        ),
      ),
      quarters: tableOf(
        {
          by: 'text',
          category: 'text',
          quarter: 'number',
          limit: 'number',
          share_women: 'number',
          n: 'number',
        },
        rows(({ quarters }) =>
          quarters.map(({ limit, share, n }, at) => ({
            quarter: at + 1,
            limit: cell(limit),
            share_women: cell(share),
            n,
          })),
        ),
      ),
    }
  },
}

const payOptions = (options: StepOptions): PayGapOptions => ({
  statistic: nameOption(options, 'statistic') === 'median' ? 'median' : 'mean',
  confidence: numberOption(options, 'confidence'),
  draws: numberOption(options, 'draws'),
  seed: numberOption(options, 'seed'),
})

export const incomeSteps: readonly AnyStep[] = [povertyStep, payGapStep]
