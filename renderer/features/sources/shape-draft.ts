import type { Column, SourcePreview } from '../../../analyses/model/data-set'
import { plainName } from '../../../analyses/model/naming'
import type { ShapeStep } from '../../../analyses/model/shape-step'

/** A few rows of a table, to show what a step does before it is done. */
export interface SmallTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export type WideToLong = Extract<ShapeStep, { kind: 'wide-to-long' }>

const sampleRecords = 3
/** A preview shows the rows of so many of the columns that become rows. */
const shownColumns = 3

export const smallTable = (preview: SourcePreview, masked: ReadonlySet<string>): SmallTable => {
  const columns = preview.columns.map(({ name }) => name)
  const rows = preview.sample
    .slice(0, 40)
    .map((cells) => columns.map((name, i) => (masked.has(name) ? '•••' : (cells[i] ?? null))))
  return { columns, rows }
}

/** The small table after a step; what a step cannot be shown on stays as it is. */
export function afterStep(table: SmallTable, step: ShapeStep): SmallTable {
  switch (step.kind) {
    case 'wide-to-long':
      return toLong(table, step)
    case 'long-to-wide':
      return toWide(table, step.names, step.values)
    case 'add-level':
      return {
        columns: [...table.columns, `${step.column}_level`],
        rows: table.rows.map((row) => [...row, '…']),
      }
    case 'join-time':
    case 'differences':
      // Times are read and rows are ordered only on loading; here it is seen that a column comes.
      return {
        columns: [...table.columns, step.into],
        rows: table.rows.map((row) => [...row, '…']),
      }
  }
}

export const afterSteps = (table: SmallTable, steps: readonly ShapeStep[]): SmallTable =>
  steps.reduce(afterStep, table)

function toLong({ columns, rows }: SmallTable, { columns: wide, into, value }: WideToLong): SmallTable {
  const kept = columns.flatMap((name, at) => (wide.includes(name) ? [] : [{ name, at }]))
  const moved = wide.map((name) => columns.indexOf(name))
  return {
    columns: [...kept.map(({ name }) => name), ...into.map(({ name }) => name), value],
    rows: rows.flatMap((row) =>
      moved.map((at, place) => [
        ...kept.map((column) => row[column.at] ?? null),
        ...into.map(({ values }) => values[place] ?? null),
        row[at] ?? null,
      ]),
    ),
  }
}

function toWide({ columns, rows }: SmallTable, names: string, values: string): SmallTable {
  const [nameAt, valueAt] = [columns.indexOf(names), columns.indexOf(values)]
  const kept = columns.flatMap((_, at) => (at === nameAt || at === valueAt ? [] : [at]))
  const made = [...new Set(rows.flatMap((row) => row[nameAt] ?? []))].toSorted()
  const units = new Map<string, readonly (readonly (string | null)[])[]>()
  for (const row of rows) {
    const key = JSON.stringify(kept.map((at) => row[at]))
    units.set(key, [...(units.get(key) ?? []), row])
  }
  return {
    columns: [...kept.map((at) => columns[at] ?? ''), ...made.map((name) => plainName(name))],
    rows: [...units.values()].map((unit) => [
      ...kept.map((at) => unit[0]?.[at] ?? null),
      ...made.map((name) => unit.find((row) => row[nameAt] === name)?.[valueAt] ?? null),
    ]),
  }
}

/** The rows a reader compares: a few records, and after them what a few records became. */
export const shownRows = ({ columns, rows }: SmallTable, step: ShapeStep | null): SmallTable => ({
  columns,
  rows: rows.slice(0, step?.kind === 'wide-to-long' ? sampleRecords + shownColumns : sampleRecords),
})

/** A step of one's own: each column gives rows, named by its header until a better name is typed. */
export const newLongStep = (chosen: readonly Pick<Column, 'name' | 'label'>[]): WideToLong => ({
  kind: 'wide-to-long',
  columns: chosen.map(({ name }) => name),
  into: [
    {
      name: 'category',
      values: chosen.map(({ name, label }) => (label === '' ? name : label)),
      role: 'category',
    },
  ],
  value: 'value',
})

export const isSameStep = (one: ShapeStep, other: ShapeStep): boolean => {
  if (one.kind === 'wide-to-long' && other.kind === 'wide-to-long')
    return one.columns.join('\n') === other.columns.join('\n')
  return JSON.stringify(one) === JSON.stringify(other)
}
