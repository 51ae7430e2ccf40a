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
import { differences } from './differences'
import { joinedColumns, joinTime, utcName } from './join-time'
import { longToWide } from './long-to-wide'
import { type Shaped, wideToLong } from './wide-to-long'

/**
 * Puts steps of shape on top of a select, one after the other. Returns the select of the last and the columns with
 * their facts counted anew. Refuses with `shape.*` when a step does not fit; `select` must be a complete query. Where
 * it has a column `line` with the place of each row in the source, steps may ask for the order of rows.
 */
export async function applySteps(
  database: Database,
  dataSet: string,
  columns: readonly Column[],
  select: string,
  steps: readonly ShapeStep[],
  work: WorkOptions,
  line: string | null = null,
): Promise<Shaped> {
  let shaped: Shaped = { columns, select, ...(line === null ? {} : { line }) }
  for (const step of steps) {
    refuseBadNames(dataSet, shaped.columns, step)
    if (step.kind === 'wide-to-long') shaped = wideToLong(dataSet, shaped, step)
    else if (step.kind === 'add-level') shaped = await addLevel(database, dataSet, shaped, step, work)
    else if (step.kind === 'join-time') shaped = await joinTime(database, shaped, step, work)
    else if (step.kind === 'differences') shaped = await differences(database, dataSet, shaped, step, work)
    else shaped = await longToWide(database, dataSet, shaped, step, work)
  }
  if (steps.length === 0) return shaped
  const list = shaped.columns.map(({ name }) => quoteName(name))
  const bare = shaped.line === undefined ? shaped.select : `select ${list.join(', ')} from (${shaped.select})`
  return { ...shaped, select: bare, columns: await countFacts(database, shaped, work) }
}

function refuseBadNames(dataSet: string, columns: readonly Column[], step: ShapeStep): void {
  const known = new Set(columns.map(({ name }) => name))
  const used = columnsOf(step)
  const unknown = used.find((name) => !known.has(name))
  if (unknown !== undefined) refuse('shape.unknown-column', { dataSet, column: unknown })
  const made = namesMade(step)
  const gone = new Set(step.kind === 'wide-to-long' ? used : [])
  for (const [i, name] of made.entries()) {
    const taken = (known.has(name) && !gone.has(name)) || made.indexOf(name) !== i
    if (plainName(name) !== name || name === '') refuse('import.bad-name', { name, plain: plainName(name) })
    if (taken) refuse('shape.name-taken', { dataSet, column: name })
  }
}

function namesMade(step: ShapeStep): readonly string[] {
  if (step.kind === 'wide-to-long') return [...step.into.map(({ name }) => name), step.value]
  if (step.kind === 'join-time') return [step.into, ...(step.zone === undefined ? [] : [utcName(step)])]
  return step.kind === 'differences' ? [step.into] : []
}

function columnsOf(step: ShapeStep): readonly string[] {
  switch (step.kind) {
    case 'wide-to-long':
      return step.columns
    case 'long-to-wide':
      return [step.names, step.values]
    case 'add-level':
      return [step.column]
    case 'join-time':
      return joinedColumns(step)
    case 'differences':
      return [step.column, ...step.by, step.order]
  }
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
