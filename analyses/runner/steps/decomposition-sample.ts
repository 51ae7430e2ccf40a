import { refuseMethod } from '../../methods/core/refusal'
import type { Variable } from '../../methods/decomposition/design'
import type { Table } from '../../model/table'
import { columnsUnder, numbersOf, textsOf } from './columns'
import { namesOption, optionalName, type StepOptions } from './step-method'

export interface Sample {
  readonly rows: readonly number[]
  readonly groups: readonly [string, string]
  readonly flow: readonly { readonly reason: string; readonly rows: number }[]
}

/** Complete rows of the two groups, and what was left out of them. */
export function sampleOf(table: Table, variables: readonly Variable[], options: StepOptions): Sample {
  const group = textsOf(table, 'group')
  const outcome = numbersOf(table, 'outcome')
  const weight = numbersOf(table, 'weight')
  const gaps = variables.map(gapsOf)
  const wanted = [optionalName(options, 'group_a'), optionalName(options, 'group_b')].filter(
    (one) => one !== '',
  )
  const counts = new Map<string, number>()
  const left = (reason: string): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const rows: number[] = []
  for (let row = 0; row < table.rows.length; row++) {
    const code = group[row] ?? null
    if (code === null) left('no-group')
    else if (wanted.length === 2 && !wanted.includes(code)) left('other-group')
    else if (Number.isNaN(outcome[row])) left('no-outcome')
    else if (!((weight[row] ?? 0) > 0)) left('no-weight')
    else if (gaps.some((missing) => missing(row))) left('no-regressor')
    else rows.push(row)
  }
  const groups = chosenGroups(rows, group, outcome, weight, wanted)
  return { rows, groups, flow: [...counts].map(([reason, count]) => ({ reason, rows: count })) }
}

function gapsOf(variable: Variable): (row: number) => boolean {
  switch (variable.kind) {
    case 'category':
      return (row) => variable.values[row] === ''
    case 'number':
      return (row) => Number.isNaN(variable.values[row] ?? Number.NaN)
    case 'dummies':
      return (row) => variable.columns.some(({ values }) => Number.isNaN(values[row] ?? Number.NaN))
  }
}

/** Said by the person; else the group with the higher mean is A, so that the gap is positive. */
function chosenGroups(
  rows: readonly number[],
  group: readonly (string | null)[],
  outcome: Float64Array,
  weight: Float64Array,
  wanted: readonly string[],
): readonly [string, string] {
  const sums = new Map<string, { readonly total: number; readonly sum: number }>()
  for (const row of rows) {
    const code = group[row] ?? ''
    const { total, sum } = sums.get(code) ?? { total: 0, sum: 0 }
    const w = weight[row] ?? 0
    sums.set(code, { total: total + w, sum: sum + w * (outcome[row] ?? 0) })
  }
  const found = [...sums.keys()].sort()
  const [first, second] = found
  if (
    found.length !== 2 ||
    first === undefined ||
    second === undefined ||
    !wanted.every((one) => sums.has(one))
  )
    return refuseMethod('decomposition.groups', { found: found.slice(0, 12).join(', ') || '–' })
  if (wanted[0] !== undefined) return wanted[0] === first ? [first, second] : [second, first]
  const mean = (code: string) => (sums.get(code)?.sum ?? 0) / (sums.get(code)?.total ?? 1)
  return mean(first) >= mean(second) ? [first, second] : [second, first]
}

/** Bound columns as variables: numbers, categories, and sets of 0/1 columns written `a|b|c`. */
export function variablesOf(table: Table, options: StepOptions): readonly Variable[] {
  const columns = columnsUnder(table, 'regressors')
  const known = columns.map(({ name }) => name).join(', ')
  const categories = namesOption(options, 'categories')
  const sets = namesOption(options, 'dummies').map((set) => set.split('|').map((name) => name.trim()))
  const taken = new Set(sets.flat())
  for (const name of taken) {
    const column = columns.find((one) => one.name === name)
    const values = column === undefined ? null : numbersOf(table, column.column)
    if (values === null || values.some((value) => value !== 0 && value !== 1 && !Number.isNaN(value)))
      refuseMethod('decomposition.dummies', { column: name, known })
  }
  const single = columns
    .filter(({ name }) => !taken.has(name))
    .map(
      ({ name, column, type }): Variable =>
        type === 'number' && !categories.includes(name)
          ? { kind: 'number', name, values: numbersOf(table, column) }
          : { kind: 'category', name, values: textsOf(table, column).map((value) => value ?? '') },
    )
  return [
    ...single,
    ...sets.map(
      (names): Variable => ({
        kind: 'dummies',
        name: names.join('|'),
        columns: names.map((name) => ({ name, values: numbersOf(table, `regressors.${name}`) })),
      }),
    ),
  ]
}

export function only(variable: Variable, rows: readonly number[]): Variable {
  const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row] ?? Number.NaN)
  switch (variable.kind) {
    case 'number':
      return { ...variable, values: pick(variable.values) }
    case 'category':
      return { ...variable, values: rows.map((row) => variable.values[row] ?? '') }
    case 'dummies':
      return {
        ...variable,
        columns: variable.columns.map(({ name, values }) => ({ name, values: pick(values) })),
      }
  }
}
