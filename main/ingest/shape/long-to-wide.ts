import type { Column } from '../../../analyses/model/data-set'
import { type Database, quoteName, quoteText, type WorkOptions } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import { columnNames, firstFree } from '../../../analyses/model/naming'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { plainColumn, type Shaped } from './wide-to-long'

type Step = Extract<ShapeStep, { kind: 'long-to-wide' }>

/** A table of more columns is no longer read by anybody. */
const MOST_NEW_COLUMNS = 500

/**
 * The values of a column become columns, in the order of the values; the other columns say which rows belong together.
 * Rows without a value there have a column of their own, without a label, the last one.
 * Nothing is summed: two values for one cell refuse the step with `shape.not-unique`.
 */
export async function longToWide(
  database: Database,
  dataSet: string,
  { columns, select, problems = [] }: Shaped,
  step: Step,
  work: WorkOptions,
): Promise<Shaped> {
  const n = quoteName(step.names)
  const v = quoteName(step.values)
  const found = await database.rows(
    `select distinct cast(${n} as varchar) as name from (${select}) order by 1 nulls last limit ${MOST_NEW_COLUMNS + 1}`,
    {},
    work,
  )
  if (found.length > MOST_NEW_COLUMNS)
    refuse('shape.too-many-columns', { dataSet, column: step.names, limit: MOST_NEW_COLUMNS })
  const status = columns.find(({ derived }) => derived?.from === step.values && derived.as === 'status')
  const left = columns.filter(
    ({ name, derived }) =>
      name !== step.names &&
      name !== step.values &&
      derived?.from !== step.values &&
      derived?.from !== step.names,
  )
  const keys = left.map(({ name }) => quoteName(name))
  await refuseDoubles(database, dataSet, select, [...keys, n], step, work)

  const texts = found.map((row) => (row['name'] === null ? null : String(row['name'])))
  const kept = left.map(({ name }) => name)
  const made = columnNames([...kept, ...texts.map((text) => text ?? '')]).slice(left.length)
  const taken = new Set([...kept, ...made])
  const statuses = made.map((name) => {
    const free = firstFree(`${name}_status`, taken)
    taken.add(free)
    return free
  })
  const source = columns.find(({ name }) => name === step.values)
  const fill = (text: string | null, column: string) =>
    `max(${column}) filter (where ${text === null ? `${n} is null` : `cast(${n} as varchar) = ${quoteText(text)}`})`
  const cells = texts.flatMap((text, i) => [
    `${fill(text, v)} as ${quoteName(made[i] ?? '')}`,
    ...(status === undefined
      ? []
      : [`${fill(text, quoteName(status.name))} as ${quoteName(statuses[i] ?? '')}`]),
  ])
  return {
    problems,
    select: `select ${[...keys, ...cells].join(', ')} from (${select}) ${keys.length === 0 ? '' : `group by ${keys.join(', ')}`}`,
    columns: [
      ...left,
      ...texts.flatMap((text, i) =>
        newColumns(text ?? '', made[i] ?? '', source, status === undefined ? null : (statuses[i] ?? '')),
      ),
    ],
  }
}

function newColumns(
  label: string,
  name: string,
  source: Column | undefined,
  status: string | null,
): Column[] {
  const column = {
    ...plainColumn(name, source?.type ?? 'text', source?.role ?? 'measure'),
    label,
    unit: source?.unit ?? null,
  }
  if (status === null) return [column]
  return [column, { ...plainColumn(status, 'text', 'status'), derived: { from: name, as: 'status' } }]
}

async function refuseDoubles(
  database: Database,
  dataSet: string,
  select: string,
  keys: readonly string[],
  { names, values }: Step,
  work: WorkOptions,
): Promise<void> {
  const [row] = await database.rows(
    `select count(*) as n from (select 1 from (${select}) group by ${keys.join(', ')} having count(*) > 1)`,
    {},
    work,
  )
  const count = Number(row?.['n'] ?? 0)
  if (count > 0) refuse('shape.not-unique', { dataSet, column: names, values, count })
}
