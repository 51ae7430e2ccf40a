import type { Column, Problem } from '../../../analyses/model/data-set'
import { quoteName, quoteText } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import { firstFree } from '../../../analyses/model/naming'
import type { ShapeStep } from '../../../analyses/model/shape-step'

/** A table as a select, and its columns. */
export interface Shaped {
  readonly columns: readonly Column[]
  readonly select: string
  /** Name of the select's column with each row's line in the source; none once rows are no longer those of the source. */
  readonly line?: string
  readonly problems?: readonly Problem[]
}

type Step = Extract<ShapeStep, { kind: 'wide-to-long' }>

/**
 * Columns become rows. A status column that belongs to one of them goes along, so that a suppressed value is still
 * suppressed in its row; what else belongs to them (times in UTC) is left behind with them.
 */
export function wideToLong(dataSet: string, { columns, select, problems = [] }: Shaped, step: Step): Shaped {
  for (const { name, values } of step.into) {
    if (values.length !== step.columns.length) {
      refuse('shape.values-do-not-fit', {
        dataSet,
        column: name,
        values: values.length,
        columns: step.columns.length,
      })
    }
  }
  const wide = new Set(step.columns)
  const moved = step.columns.flatMap((name) => columns.find((column) => column.name === name) ?? [])
  const [first] = moved
  if (first === undefined) return { columns, select, problems }
  const kept = columns.filter(({ name, derived }) => !wide.has(name) && !wide.has(derived?.from ?? ''))
  const statusOf = (name: string) =>
    columns.find(({ derived }) => derived?.from === name && derived.as === 'status')?.name
  const withStatus = moved.some(({ name }) => statusOf(name) !== undefined)
  const names = [...kept.map(({ name }) => name), ...step.into.map(({ name }) => name), step.value]
  const status = firstFree(`${step.value}_status`, new Set(names))
  const sameType = moved.every(({ type }) => type === first.type)
  const numeric = moved.every(({ type }) => type === 'integer' || type === 'number')
  const type = sameType ? first.type : numeric ? 'number' : 'text'
  const cast = sameType
    ? (c: string) => c
    : numeric
      ? (c: string) => `cast(${c} as double)`
      : (c: string) => `cast(${c} as varchar)`

  const pick = (texts: readonly (string | null)[]) =>
    `case w.place ${texts.map((text, i) => `when ${i} then ${text ?? 'null'}`).join(' ')} end`
  const parts = [
    ...kept.map(({ name }) => `base.${quoteName(name)}`),
    ...step.into.map(({ name, values }) => `${pick(values.map(quoteText))} as ${quoteName(name)}`),
    `${pick(step.columns.map((name) => cast(`base.${quoteName(name)}`)))} as ${quoteName(step.value)}`,
    ...(withStatus
      ? [`${pick(step.columns.map((name) => statusSql(statusOf(name))))} as ${quoteName(status)}`]
      : []),
  ]
  const places = step.columns.map((_, i) => `(${i})`).join(', ')
  const units = new Set(moved.map(({ unit }) => unit))
  const value: Column = {
    ...plainColumn(step.value, type, first.role),
    unit: units.size === 1 ? first.unit : null,
    special: moved.flatMap(({ special = [] }) => special),
  }
  return {
    problems,
    select: `select ${parts.join(', ')} from (${select}) as base, (values ${places}) as w(place)`,
    columns: [
      ...kept,
      ...step.into.map(({ name, role }) => plainColumn(name, 'text', role ?? 'category')),
      value,
      ...(withStatus
        ? [
            {
              ...plainColumn(status, 'text', 'status'),
              derived: { from: step.value, as: 'status' as const },
            },
          ]
        : []),
    ],
  }
}

const statusSql = (name: string | undefined): string | null =>
  name === undefined ? null : `base.${quoteName(name)}`

/** A column made by a step, before its facts are counted. */
export const plainColumn = (name: string, type: Column['type'], role: Column['role']): Column => ({
  name,
  label: name,
  type,
  role,
  unit: null,
  missing: 0,
  distinct: 0,
})
