import { quoteName } from '../model/database'
import { refuse } from '../model/fault'
import type { RunRecord } from '../model/run-record'
import type { Row } from '../model/table'
import { declaredSpec } from './bind-needs'
import { type PreparedNeed, textOf } from './prepare-need'
import type { RunDatabase } from './run-database'
import type { Work } from './work'

type Flow = RunRecord['sampleFlow'][number]

/**
 * Is the prepared need what the pack can rely on? Faults: `run.grain-not-unique`, `run.code-missing`, `run.sex-zero-one`,
 * `run.value-out-of-range`, `run.value-above`. Returns the beginning of the sample flow.
 */
export async function checkNeed(prepared: PreparedNeed, database: RunDatabase, work: Work): Promise<Flow[]> {
  await checkValues(prepared, database, work)
  await checkLimits(prepared, database, work)
  await checkCodes(prepared, database, work)
  await checkGrain(prepared, database, work)
  return readFlow(prepared, database, work)
}

const read = async (database: RunDatabase, sql: string, work: Work): Promise<readonly Row[]> =>
  (await database.select(sql, {}, work.options)).rows

/** Where a row is, in the words of its own codes; rows without codes cannot say. */
function place({ spec, columns }: PreparedNeed): string {
  const codes = spec.grain.filter((name) => columns.has(name)).map(quoteName)
  return codes.length === 0 ? `'–'` : `concat_ws(', ', ${codes.join(', ')})`
}

async function checkValues(prepared: PreparedNeed, database: RunDatabase, work: Work): Promise<void> {
  const { need, spec, columns } = prepared
  for (const name of columns.keys()) {
    const { min, max, whole } = declaredSpec(spec, name)
    if (min === undefined && max === undefined && !whole) continue
    const column = quoteName(name)
    const wrong = [
      ...(min === undefined ? [] : [`${column} < ${min}`]),
      ...(max === undefined ? [] : [`${column} > ${max}`]),
      ...(whole ? [`${column} <> floor(${column})`] : []),
    ]
    const [row] = await read(
      database,
      `select count(*) as n, arg_min(${column}, ${place(prepared)}) as example, min(${place(prepared)}) as spot
       from ${database.relation(need)} where ${wrong.join(' or ')}`,
      work,
    )
    const count = Number(row?.['n'] ?? 0)
    if (count > 0)
      refuse('run.value-out-of-range', {
        need,
        column: name,
        count,
        example: String(row?.['example'] ?? ''),
        where: String(row?.['spot'] ?? ''),
        allowed: `${min ?? '−∞'} – ${max ?? '∞'}`,
      })
  }
}

async function checkLimits(prepared: PreparedNeed, database: RunDatabase, work: Work): Promise<void> {
  const { need, spec, columns } = prepared
  for (const [name, { at_most: limit }] of Object.entries(spec.columns)) {
    if (limit === undefined || !columns.has(name) || !columns.has(limit)) continue
    const [row] = await read(
      database,
      `select count(*) as n, min(${place(prepared)}) as spot from ${database.relation(need)}
       where ${quoteName(name)} > ${quoteName(limit)}`,
      work,
    )
    const count = Number(row?.['n'] ?? 0)
    if (count > 0)
      refuse('run.value-above', { need, column: name, limit, count, where: String(row?.['spot'] ?? '') })
  }
}

async function checkCodes(prepared: PreparedNeed, database: RunDatabase, work: Work): Promise<void> {
  const { need, spec } = prepared
  for (const [name, { required }] of Object.entries(spec.columns)) {
    if (required.length === 0) continue
    const rows = await read(
      database,
      `select distinct ${quoteName(name)} as code from ${database.relation(need)}
       where ${quoteName(name)} is not null order by 1 limit 1000`,
      work,
    )
    const found = rows.map((row) => String(row['code'] ?? ''))
    const code = required.find((one) => !found.includes(one))
    // Whether one means women or men nobody can tell from the data; a wrong guess would turn every result round.
    if (code !== undefined && found.includes('0') && found.every((one) => ['0', '1', 'M'].includes(one)))
      refuse('run.sex-zero-one', { need, column: name, ...codingExample(prepared.columns.get(name) ?? name) })
    if (code !== undefined)
      refuse('run.code-missing', {
        need,
        column: name,
        code,
        found: found.length === 0 ? '–' : `${found.slice(0, 8).join(', ')}${found.length > 8 ? ', …' : ''}`,
      })
  }
}

const codingExample = (source: string) => ({
  source,
  example: JSON.stringify({ columns: { [source]: { coding: { 0: 'M', 1: 'F' } } } }),
})

async function checkGrain(prepared: PreparedNeed, database: RunDatabase, work: Work): Promise<void> {
  const { need, spec, columns } = prepared
  const grain = spec.grain.filter((name) => columns.has(name))
  if (grain.length === 0) return
  const keys = grain.map(quoteName).join(', ')
  const [row] = await read(
    database,
    `select count(*) as n, min(spot) as example from (
       select min(${place(prepared)}) as spot from ${database.relation(need)}
       where ${grain.map((name) => `${quoteName(name)} is not null`).join(' and ')}
       group by ${keys} having count(*) > 1)`,
    work,
  )
  const count = Number(row?.['n'] ?? 0)
  if (count === 0) return
  refuse('run.grain-not-unique', {
    need,
    count,
    grain: grain.join(', '),
    example: String(row?.['example'] ?? ''),
    candidate: await candidate(prepared, grain, database, work),
  })
}

/** The unbound source column whose values tell the repeated rows apart best; `none` when no column does. */
async function candidate(
  { input, columns, sourceColumns }: PreparedNeed,
  grain: readonly string[],
  database: RunDatabase,
  work: Work,
): Promise<string> {
  const bound = new Set(columns.values())
  const free = [...sourceColumns].filter(([name]) => !bound.has(name)).slice(0, 60)
  const key = grain.map((name) => {
    const column = columns.get(name) ?? name
    return textOf(column, sourceColumns.get(column) ?? 'text')
  })
  let best = { name: 'none', rows: 0 }
  for (const [name, type] of free) {
    const [row] = await read(
      database,
      `select count(*) as n, (select count(*) from (select distinct ${key.join(', ')} from ${input.relation} as source)) as base
       from (select distinct ${[...key, textOf(name, type)].join(', ')} from ${input.relation} as source)`,
      work,
    )
    const rows = Number(row?.['n'] ?? 0)
    // Text before numbers: a measure tells rows apart too, but nobody means it.
    const better = rows > best.rows || (rows === best.rows && sourceColumns.get(best.name) === 'number')
    if (rows > Number(row?.['base'] ?? 0) && better && !(type === 'number' && best.name !== 'none'))
      best = { name, rows }
  }
  return best.name
}

/** Rows read, and rows that cannot take part because they do not say whom, where or when they are about. */
async function readFlow(
  { need, spec, columns }: PreparedNeed,
  database: RunDatabase,
  work: Work,
): Promise<Flow[]> {
  const who = ['territory', 'identifier'].flatMap((role) =>
    spec.grain.filter((name) => spec.columns[name]?.role === role && columns.has(name)),
  )
  const [unit] = who
  const units = unit === undefined ? 'null' : `count(distinct ${quoteName(unit)})`
  const count = async (where: string) => {
    const [row] = await read(
      database,
      `select count(*) as n, ${units} as units from ${database.relation(need)} where ${where}`,
      work,
    )
    return { units: row?.['units'] == null ? null : Number(row['units']), rows: Number(row?.['n'] ?? 0) }
  }
  const flow: Flow[] = [{ step: need, ...(await count('true')), reason: 'read' }]
  for (const name of spec.grain.filter((one) => columns.has(one))) {
    const empty = await count(`${quoteName(name)} is null`)
    if (empty.rows > 0) flow.push({ step: need, ...empty, reason: `no-${name}` })
  }
  return flow
}
