import { type Database, quoteName, type WorkOptions } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import { firstFree } from '../../../analyses/model/naming'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { levelSql, levelsOfValues } from '../roles/level-column'
import type { Shaped } from './wide-to-long'

type Step = Extract<ShapeStep, { kind: 'add-level' }>

/** More different values than any list of places here has. */
const MAX_VALUES = 20_000

/**
 * A column of levels beside one of places, ages or codes of a tree. Every row and every other column stays.
 * Refuses `shape.no-levels` where the values are of no known levels.
 */
export async function addLevel(
  database: Database,
  dataSet: string,
  { columns, select, problems = [] }: Shaped,
  { column: name }: Step,
  work: WorkOptions,
): Promise<Shaped> {
  const at = columns.findIndex((column) => column.name === name)
  const column = columns[at]
  if (column === undefined) return refuse('shape.unknown-column', { dataSet, column: name })
  const rows = await database.rows(
    `select distinct cast(${quoteName(name)} as varchar) as v from (${select}) where ${quoteName(name)} is not null order by 1 limit ${MAX_VALUES + 1}`,
    {},
    work,
  )
  const values = rows.map((row) => String(row['v']))
  const levels = values.length > MAX_VALUES ? null : levelsOfValues(column, values)
  if (levels === null || levels.size === 0) return refuse('shape.no-levels', { dataSet, column: name })
  const level = firstFree(`${name}_level`, new Set(columns.map((each) => each.name)))
  const added = {
    name: level,
    label: level,
    type: 'text' as const,
    role: 'category' as const,
    unit: null,
    missing: 0,
    distinct: new Set(levels.values()).size,
    derived: { from: name, as: 'level' as const },
  }
  return {
    problems,
    columns: [...columns.slice(0, at + 1), added, ...columns.slice(at + 1)],
    select: `select ${[...columns.slice(0, at + 1).map((each) => `base.${quoteName(each.name)}`), `${levelSql(name, levels)} as ${quoteName(level)}`, ...columns.slice(at + 1).map((each) => `base.${quoteName(each.name)}`)].join(',\n')} from (${select}) base`,
  }
}
