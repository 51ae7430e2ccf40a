import { numberAt, type PublishedCase, type PublishedRun, type Runs, rowsWhere } from './case'

const margins = [
  ['Total', 'Total'],
  ...['row1', 'row2', 'row3'].map((row) => [row, 'Total']),
  ...['col1', 'col2', 'col3', 'col4', 'col5'].map((column) => ['Total', column]),
] as const

const run = (params: PublishedRun['params']): PublishedRun => ({
  pack: 'disclosure-check',
  inputs: { cells: 'data.csv' },
  bind: { 'cells.dimensions': 'rows,cols', 'cells.value': 'freq' },
  params: { protect: 'round', ...params },
})

const places = (params: PublishedRun['params']): PublishedRun => ({
  pack: 'disclosure-check',
  inputs: { cells: 'e6-cells.csv', hierarchy: 'e6-hierarchy.csv' },
  bind: {
    'cells.dimensions': 'cell',
    'cells.value': 'freq',
    'hierarchy.parent': 'parent',
    'hierarchy.child': 'child',
  },
  params: { protect: 'round', base: 5, inner: false, ...params },
})
const ofPlaces = (runs: Runs, name: string) =>
  [2018, 2019].flatMap((year) =>
    ['Iceland', 'Portugal', 'Spain'].map(
      (place) => numberAt(runs[name], 'rounded', 'difference', { cell: `${place}-${year}` }) ?? Number.NaN,
    ),
  )

/** The nine sums, the inner cells in the order of the data, and the greatest difference in a sum. */
const sums = (runs: Runs, name: string, column: string) =>
  margins.map(
    ([rows = '', cols = '']) => numberAt(runs[name], 'rounded', column, { rows, cols }) ?? Number.NaN,
  )
const inner = (runs: Runs, name: string, column: string) =>
  rowsWhere(runs[name], 'rounded')
    .filter(({ rows, cols }) => rows !== 'Total' && cols !== 'Total')
    .map((row) => Number(row[column]))
const summary = (runs: Runs, name: string, column: string) => numberAt(runs[name], 'rounding', column)

const other =
  'One valid answer of the package heuristic for its own seed; ours is another, with the same properties and sums at least as close.'
const twoAnswers = 'Two answers are equally close, and the seed draws between them; ours draws differently.'
const reference = {
  notCovered: 'Measured on the reference pattern itself, which is another answer than ours to the same task.',
}
const zeros = {
  notCovered:
    'Empty cells stay empty: a person is not invented where there is none, so they are no candidates.',
}

export const sdcSmallCountRounding: PublishedCase = {
  folder: 'sdc-small-count-rounding',
  prepare: (read) => {
    // Every row is an inner cell of a place; only places and their groups are published.
    const rows = read('e6.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    const places = [...new Map(rows.map(([geo, eu]) => [geo, eu]))]
    const lines = (head: string, body: readonly string[]) => `${[head, ...body].join('\n')}\n`
    return {
      'e6-cells.csv': lines(
        'cell,freq',
        rows.map(([geo, , year, freq]) => `${geo}-${year},${freq}`),
      ),
      'e6-hierarchy.csv': lines('parent,child', [
        ...rows.map(([geo, , year]) => `${geo},${geo}-${year}`),
        ...places.map(([geo, eu]) => `${eu},${geo}`),
      ]),
    }
  },
  runs: {
    all5: run({ base: 5 }),
    all3: run({ base: 3 }),
    sums5: run({ base: 5, inner: false }),
    sums5to7: run({ base: 5, inner: false, round_up_to: 7 }),
    sums3to4: run({ base: 3, inner: false, round_up_to: 4 }),
    e6: places({ seed: 1 }),
    e6other: places({ seed: 1234 }),
  },
  numbers: (runs) => ({
    original_margins: sums(runs, 'all5', 'value'),
    all_small_base5_best_maxdiff: summary(runs, 'all5', 'greatest_difference'),
    all_small_base5_best_sumsq: summary(runs, 'all5', 'squared_differences'),
    all_small_base5_n_solutions: summary(runs, 'all5', 'equal_patterns'),
    all_small_base3_best_maxdiff: summary(runs, 'all3', 'greatest_difference'),
    all_small_base3_best_sumsq: summary(runs, 'all3', 'squared_differences'),
    nearest3_inner: inner(runs, 'all3', 'nearest'),
    nearest3_margins: sums(runs, 'all3', 'nearest'),
    nearest5_inner: inner(runs, 'all5', 'nearest'),
    pub_base5_rows_cols: sums(runs, 'sums5', 'rounded'),
    pub_base5_rows_cols_noident: {
      notCovered: 'Leaves a published 4; here cells that rounding makes small are always rounded too.',
    },
    inner_maxround7: inner(runs, 'sums5to7', 'rounded'),
    inner_maxround7_margins: sums(runs, 'sums5to7', 'rounded'),
    inner_maxround7_maxdiff: summary(runs, 'sums5to7', 'greatest_difference'),
    inner_base3_maxround4: inner(runs, 'sums3to4', 'rounded'),
    inner_base3_maxround4_margins: sums(runs, 'sums3to4', 'rounded'),
    inner_base3_maxround4_maxdiff: summary(runs, 'sums3to4', 'greatest_difference'),
    inner_base5_zerocand: zeros,
    inner_base5_zerocand_margins: zeros,
    inner_base5_zerocand_maxdiff: zeros,
    e6_default: ofPlaces(runs, 'e6'),
    e6_seed1234: ofPlaces(runs, 'e6other'),
    hellinger_example: reference,
    meanabs_example: reference,
  }),
  unreachable: {
    pub_base5_rows_cols: other,
    inner_maxround7: other,
    inner_base3_maxround4: other,
    inner_base3_maxround4_margins: other,
    inner_base3_maxround4_maxdiff: other,
    e6_default: twoAnswers,
    e6_seed1234: twoAnswers,
  },
}
