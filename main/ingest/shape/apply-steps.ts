import type { Column } from '../../../analyses/model/data-set'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import { plainName } from '../../../analyses/model/naming'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { addLevel } from './add-level'
import { longToWide } from './long-to-wide'
import { type Shaped, wideToLong } from './wide-to-long'

/**
 * Puts steps of shape on top of a select, one after the other. Returns the select of the last and the columns with
 * their facts counted anew. Refuses with `shape.*` when a step does not fit; `select` must be a complete query.
 */
export async function applySteps(
  database: Database,
  dataSet: string,
  columns: readonly Column[],
  select: string,
  steps: readonly ShapeStep[],
  work: WorkOptions,
): Promise<Shaped> {
  let shaped: Shaped = { columns, select }
  for (const step of steps) {
    refuseBadNames(dataSet, shaped.columns, step)
    if (step.kind === 'wide-to-long') shaped = wideToLong(dataSet, shaped, step)
    else if (step.kind === 'add-level') shaped = await addLevel(database, dataSet, shaped, step, work)
    else shaped = await longToWide(database, dataSet, shaped, step, work)
  }
  return steps.length === 0 ? shaped : { ...shaped, columns: await countFacts(database, shaped, work) }
}

function refuseBadNames(dataSet: string, columns: readonly Column[], step: ShapeStep): void {
  const known = new Set(columns.map(({ name }) => name))
  const used = columnsOf(step)
  const unknown = used.find((name) => !known.has(name))
  if (unknown !== undefined) refuse('shape.unknown-column', { dataSet, column: unknown })
  const made = step.kind === 'wide-to-long' ? [...step.into.map(({ name }) => name), step.value] : []
  const gone = new Set(used)
  for (const [i, name] of made.entries()) {
    const taken = (known.has(name) && !gone.has(name)) || made.indexOf(name) !== i
    if (plainName(name) !== name || name === '') refuse('import.bad-name', { name, plain: plainName(name) })
    if (taken) refuse('shape.name-taken', { dataSet, column: name })
  }
}

function columnsOf(step: ShapeStep): readonly string[] {
  if (step.kind === 'wide-to-long') return step.columns
  return step.kind === 'add-level' ? [step.column] : [step.names, step.values]
}

const COLUMNS_AT_ONCE = 40

/** Missing and distinct values of the columns in their new shape. */
async function countFacts(database: Database, { columns, select }: Shaped, work: WorkOptions) {
  const counted: Column[] = []
  for (let at = 0; at < columns.length; at += COLUMNS_AT_ONCE) {
    const some = columns.slice(at, at + COLUMNS_AT_ONCE)
    const list = some.map(({ name }, i) => {
      const c = quoteName(name)
      return `count(*) - count(${c}) as m${i}, count(distinct ${c}) as d${i}`
    })
    const [row] = await database.rows(`select ${list.join(', ')} from (${select})`, {}, work)
    some.forEach((column, i) => {
      counted.push({ ...column, missing: Number(row?.[`m${i}`] ?? 0), distinct: Number(row?.[`d${i}`] ?? 0) })
    })
  }
  return counted
}

/** The select of a plain table. */
export const selectFrom = (
  table: TableName,
  columns: readonly (readonly [name: string, sql: string])[],
): string =>
  `select ${columns.map(([name, sql]) => `${sql} as ${quoteName(name)}`).join(',\n')} from ${quoteTable(table)}`
