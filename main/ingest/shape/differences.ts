import type { Column } from '../../../analyses/model/data-set'
import { type Database, quoteName, type WorkOptions } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { problem } from '../problem'
import { plainColumn, type Shaped } from './wide-to-long'

type Step = Extract<ShapeStep, { kind: 'differences' }>

/** A reading that falls to this share of the one before has begun anew; a lesser fall is a correction. */
const RESET_SHARE = 0.1
/** Names that no column has: those have no blanks. */
const [NOW, BEFORE] = ['"reading now"', '"reading before"']

/**
 * Amounts from a meter's readings, in a column beside them: each reading less the one before it in its series. The
 * first of a series has no amount. After a reset the meter has counted from zero, so the reading is the amount; a
 * lesser fall stays a negative amount. Both are counted. A reading that is missing is passed over: its amount is in
 * the next one. Refuses with `shape.not-a-number`.
 */
export async function differences(
  database: Database,
  dataSet: string,
  { columns, select, line, problems = [] }: Shaped,
  { column: name, by, order, into }: Step,
  work: WorkOptions,
): Promise<Shaped> {
  const at = columns.findIndex((column) => column.name === name)
  const column = columns[at]
  if (column === undefined) return refuse('shape.unknown-column', { dataSet, column: name })
  if (column.type !== 'integer' && column.type !== 'number')
    return refuse('shape.not-a-number', { dataSet, column: name })
  const c = quoteName(name)
  const series = `partition by ${[...by.map(quoteName), `(${quoteName(order)} is null)`].join(', ')} `
  // In an hour that the clock shows twice two readings have one time: the smaller came first.
  const before = `lag(${c} ignore nulls) over (${series}order by ${quoteName(order)} nulls first, ${c})`
  const reset = `(${NOW} < ${BEFORE} and ${NOW} <= ${BEFORE} * ${RESET_SHARE})`
  const amount = `case when ${c} is null or ${quoteName(order)} is null then null else ${before} end`
  const carried = line === undefined ? [] : [line]
  const all = [...columns.map((each) => quoteName(each.name)), ...carried]
  const readings = `select ${[...all, `${c} as ${NOW}`, `${amount} as ${BEFORE}`].join(', ')} from (${select})`
  const [row] = await database.rows(
    `select count(*) filter (where ${reset}) as resets, count(*) filter (where ${NOW} < ${BEFORE} and not ${reset}) as falls,
      count(*) filter (where ${NOW} is not null and ${quoteName(order)} is null) as lost from (${readings})`,
    {},
    work,
  )
  const counts = { resets: row?.['resets'], falls: row?.['falls'], lost: row?.['lost'] }
  const codes = {
    resets: 'shape.meter-reset',
    falls: 'shape.meter-fell',
    lost: 'shape.meter-without-time',
  } as const
  const found = (['resets', 'falls', 'lost'] as const).flatMap((key) => {
    const count = Number(counts[key] ?? 0)
    return count === 0 ? [] : [problem(codes[key], count, null, name)]
  })
  const added: Column = {
    ...plainColumn(into, column.type, 'measure'),
    label: into,
    unit: column.unit,
    derived: { from: name, as: 'difference' },
  }
  const made = [...columns.slice(0, at + 1), added, ...columns.slice(at + 1)]
  const value = `case when ${reset} then ${NOW} else ${NOW} - ${BEFORE} end as ${quoteName(into)}`
  const listed = made.map((each) => (each === added ? value : quoteName(each.name)))
  return {
    ...(line === undefined ? {} : { line }),
    columns: made,
    select: `select ${[...listed, ...carried].join(', ')} from (${readings})`,
    problems: [...problems, ...found],
  }
}
