import { quoteName } from '../model/database'
import { refuse } from '../model/fault'
import type { NeedRole } from '../model/pack-manifest'
import type { CellType, Table } from '../model/table'
import { sexOf } from '../reference/sex-codes'
import { type BoundNeed, declaredName, declaredSpec, partName } from './bind-needs'
import type { BoundInput } from './request'
import type { RunDatabase } from './run-database'
import type { Work } from './work'

export interface PreparedNeed extends BoundNeed {
  readonly input: BoundInput
  /** All columns of the source, bound or not. */
  readonly sourceColumns: ReadonlyMap<string, CellType>
}

/** What every need leaves behind, with data or without. */
export interface NeedReady {
  readonly bound: BoundNeed
  /** Null for an optional need without data: there is nothing to check. */
  readonly prepared: PreparedNeed | null
}

/**
 * Makes the need's table as the pack's SQL sees it: every declared column under its own name and kind, unbound
 * ones null, sexes in the code list's codes, texts trimmed. Rows keep their number: nothing is dropped here.
 * Faults: `run.source-column-missing`, `run.value-not-number`.
 */
export async function prepareNeed(given: BoundNeed, database: RunDatabase, work: Work): Promise<NeedReady> {
  const { need, input, spec } = given
  if (input === null) {
    const nothing = Object.entries(spec.columns)
      .filter(([, { many }]) => !many)
      .map(([name, { role }]) => nullColumn(name, role))
    await database.materialise(need, `select ${nothing.join(', ')} limit 0`, {}, work.options)
    return { bound: given, prepared: null }
  }
  const empty = await database.select(`select * from ${input.relation} limit 0`, {}, work.options)
  const source = new Map(empty.columns.map(({ name, type }) => [name, type]))
  const columns = withRest(spec, given.columns, source)
  const bound = { ...given, input, columns, sourceColumns: source }
  for (const [needed, column] of columns)
    if (!source.has(column))
      refuse('run.source-column-missing', {
        dataSet: input.dataSet,
        column,
        needed: declaredName(needed),
        known: [...source.keys()].join(', '),
      })
  const select: Select = { expressions: [], joins: [] }
  for (const [name, { role, many }] of Object.entries(spec.columns)) {
    const parts = [...columns].filter(([prepared]) => declaredName(prepared) === name)
    if (parts.length === 0 && !many) select.expressions.push(nullColumn(name, role))
    for (const [prepared, column] of parts) await addColumn(bound, prepared, column, select, database, work)
  }
  const order = spec.grain.filter((name) => columns.has(name)).map(quoteName)
  await database.materialise(
    need,
    `select ${select.expressions.join(', ')} from ${input.relation} as source ${select.joins.join(' ')}
     ${order.length === 0 ? '' : `order by ${order.join(', ')}`}`,
    {},
    work.options,
  )
  return { bound, prepared: bound }
}

interface Select {
  readonly expressions: string[]
  readonly joins: string[]
}

async function addColumn(
  bound: PreparedNeed,
  prepared: string,
  column: string,
  { expressions, joins }: Select,
  database: RunDatabase,
  work: Work,
): Promise<void> {
  const { need, input, sourceColumns } = bound
  const { role } = declaredSpec(bound.spec, prepared)
  const type = sourceColumns.get(column) ?? 'text'
  const name = quoteName(prepared)
  if (role === 'measure') {
    await refuseText(bound, prepared, column, type, database, work)
    expressions.push(`${numberOf(column, type)} as ${name}`)
  } else if (role === 'variable' && type !== 'text') {
    expressions.push(`cast(${sourceColumn(column)} as double) as ${name}`)
  } else if (role === 'geometry') {
    expressions.push(`cast(${sourceColumn(column)} as varchar) as ${name}`)
  } else if (role === 'sex') {
    const codes = `codes_${need}_${prepared}`
    await database.put(codes, await sexTable(input, column, type, database, work), work.options)
    const alias = quoteName(codes)
    joins.push(
      `left join ${database.relation(codes)} as ${alias} on ${alias}.spelling = ${textOf(column, type)}`,
    )
    expressions.push(`coalesce(${alias}.code, ${textOf(column, type)}) as ${name}`)
  } else expressions.push(`${textOf(column, type)} as ${name}`)
}

/** What `rest` takes: the number columns nothing else is bound to, in the order of the source. */
function withRest(
  spec: BoundNeed['spec'],
  columns: BoundNeed['columns'],
  source: ReadonlyMap<string, CellType>,
): BoundNeed['columns'] {
  const rest = Object.keys(spec.columns).find(
    (name) =>
      spec.columns[name]?.rest === true && ![...columns.keys()].some((one) => declaredName(one) === name),
  )
  if (rest === undefined) return columns
  const taken = new Set(columns.values())
  const free = [...source].filter(([name, type]) => type === 'number' && !taken.has(name))
  return new Map([...columns, ...free.map(([name]) => [partName(rest, name), name] as const)])
}

const nullColumn = (name: string, role: NeedRole): string =>
  `cast(null as ${sqlType(role)}) as ${quoteName(name)}`

const sqlType = (role: NeedRole): string => (role === 'measure' ? 'double' : 'varchar')
const sourceColumn = (column: string): string => `source.${quoteName(column)}`

/** Whole numbers as codes and years come out without the `.0` a double would give them. */
export function textOf(column: string, type: CellType): string {
  const text = `trim(cast(${sourceColumn(column)} as varchar))`
  return `nullif(${type === 'number' ? `regexp_replace(${text}, '\\.0+$', '')` : text}, '')`
}

/** True and false are 1 and 0, as statistical programs write them. */
const numberOf = (column: string, type: CellType): string =>
  type !== 'text'
    ? `cast(${sourceColumn(column)} as double)`
    : `try_cast(nullif(trim(cast(${sourceColumn(column)} as varchar)), '') as double)`

/** Text that is no number, and the numbers that are none (NaN, infinity). */
async function refuseText(
  { need, input }: PreparedNeed,
  name: string,
  column: string,
  type: CellType,
  database: RunDatabase,
  work: Work,
): Promise<void> {
  const value = numberOf(column, type)
  const text = `trim(cast(${sourceColumn(column)} as varchar))`
  const { rows } = await database.select(
    `select count(*) as n, min(${text}) as example from ${input.relation} as source
     where nullif(${text}, '') is not null and (${value} is null or not isfinite(${value}))`,
    {},
    work.options,
  )
  const count = Number(rows[0]?.['n'] ?? 0)
  if (count > 0)
    refuse('run.value-not-number', { need, column: name, count, example: String(rows[0]?.['example'] ?? '') })
}

/** Every spelling in the data with the code it stands for; unknown ones stay what they are. */
async function sexTable(
  { relation, sexes }: BoundInput,
  column: string,
  type: CellType,
  database: RunDatabase,
  work: Work,
): Promise<Table> {
  const text = textOf(column, type)
  const { rows } = await database.select(
    `select distinct ${text} as spelling from ${relation} as source where ${text} is not null order by 1 limit 5000`,
    {},
    work.options,
  )
  const spellings = rows.map((row) => String(row['spelling'] ?? ''))
  return {
    columns: [
      { name: 'spelling', type: 'text' },
      { name: 'code', type: 'text' },
    ],
    rows: spellings.map((spelling) => ({
      spelling,
      code: sexes?.[column]?.[spelling] ?? sexOf(spelling) ?? spelling,
    })),
  }
}
