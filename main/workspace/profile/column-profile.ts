import type { Column } from '../../../analyses/model/data-set'
import { type Database, quoteName, type WorkOptions } from '../../../analyses/model/database'
import type { ColumnProfile } from '../../../analyses/model/profile'
import type { Row } from '../../../analyses/model/table'

const BINS = 20
const FREQUENT = 12
/** Values farther than this many interquartile ranges from the quartiles (Tukey's outer fences). */
const FENCE = 3
/** Beyond this many rows distinct values and quantiles are estimated. */
const EXACT_ROWS = 3_000_000

/** The facts of one column. `hidden`: no value of it may be seen, not even the smallest. */
export async function columnProfile(
  database: Database,
  table: string,
  column: Column,
  rows: number,
  hidden: boolean,
  work: WorkOptions,
): Promise<ColumnProfile> {
  const c = quoteName(column.name)
  const exact = rows <= EXACT_ROWS
  const distinctSql = exact ? `count(distinct ${c})` : `approx_count_distinct(${c})`
  const [facts] = await database.rows(
    `select count(${c}) as filled, ${distinctSql} as d from ${table}`,
    {},
    work,
  )
  const filled = Number(facts?.['filled'] ?? 0)
  const distinct = Number(facts?.['d'] ?? 0)
  const isNumber = column.type === 'integer' || column.type === 'number'
  const isTime = column.type === 'date' || column.type === 'timestamp'
  const shown = !hidden && filled > 0
  const listed = shown && column.role !== 'identifier' && !isTime
  return {
    column,
    rows,
    missing: rows - filled,
    distinct,
    distinctExact: exact,
    constant: rows > 1 && distinct === 1 && filled === rows,
    numbers: isNumber && shown ? await numberFacts(database, table, c, exact, work) : null,
    range: isTime && shown ? await timeRange(database, table, c, work) : null,
    frequent:
      listed && (!isNumber || distinct <= FREQUENT) ? await frequentValues(database, table, c, work) : [],
  }
}

async function numberFacts(
  database: Database,
  table: string,
  c: string,
  exact: boolean,
  work: WorkOptions,
): Promise<ColumnProfile['numbers']> {
  const quantile = (q: number) => `${exact ? 'quantile_cont' : 'approx_quantile'}(cast(${c} as double), ${q})`
  const [row = {}] = await database.rows(
    `select min(${c}) as least, max(${c}) as greatest, avg(${c}) as mean,
       ${quantile(0.25)} as q1, ${quantile(0.5)} as median, ${quantile(0.75)} as q3
     from ${table} where isfinite(cast(${c} as double))`,
    {},
    work,
  )
  if (row['least'] == null) return null
  const at = (key: string) => Number(row[key])
  const [least, greatest, q1, q3] = [at('least'), at('greatest'), at('q1'), at('q3')]
  const reach = FENCE * (q3 - q1)
  const [outer] = await database.rows(
    `select count(*) as n from ${table} where ${c} < $low or ${c} > $high`,
    { low: q1 - reach, high: q3 + reach },
    work,
  )
  return {
    least,
    q1,
    median: at('median'),
    q3,
    greatest,
    mean: at('mean'),
    // Half of the values being one and the same says nothing about the others.
    outliers: reach === 0 ? 0 : Number(outer?.['n'] ?? 0),
    bins: await binCounts(database, table, c, least, greatest, work),
  }
}

async function binCounts(
  database: Database,
  table: string,
  c: string,
  least: number,
  greatest: number,
  work: WorkOptions,
) {
  if (least === greatest) return []
  const width = (greatest - least) / BINS
  const rows = await database.rows(
    `select least(${BINS - 1}, cast(floor((cast(${c} as double) - $least) / $width) as integer)) as bin, count(*) as n
     from ${table} where isfinite(cast(${c} as double)) group by 1`,
    { least, width },
    work,
  )
  const counts = new Map(rows.map((row: Row) => [Number(row['bin']), Number(row['n'])]))
  return Array.from({ length: BINS }, (_, i) => ({
    from: least + i * width,
    to: i === BINS - 1 ? greatest : least + (i + 1) * width,
    count: counts.get(i) ?? 0,
  }))
}

async function timeRange(database: Database, table: string, c: string, work: WorkOptions) {
  const [row] = await database.rows(`select min(${c}) as first, max(${c}) as last from ${table}`, {}, work)
  return row?.['first'] == null ? null : { first: String(row['first']), last: String(row['last']) }
}

async function frequentValues(database: Database, table: string, c: string, work: WorkOptions) {
  const rows = await database.rows(
    `select cast(${c} as varchar) as value, count(*) as n from ${table} where ${c} is not null
     group by 1 order by n desc, value limit ${FREQUENT}`,
    {},
    work,
  )
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }))
}
