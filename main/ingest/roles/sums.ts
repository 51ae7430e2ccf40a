import type { Column } from '../../../analyses/model/data-set'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import type { Total } from '../../../analyses/model/role-evidence'
import { goTogether } from './column-values'

/** Sums are looked at where that takes a moment. */
const MAX_ROWS = 300_000
const MAX_PARTS = 60
const MEASURES = 2
/** Rounded figures do not add up to the last digit. */
const TOLERANCE = 0.002
const MIN_HITS = 0.95
/** So many sums in agreement are no accident; a value that says it is the total needs fewer. */
const MIN_GROUPS = 5
const MIN_GROUPS_NAMED = 1

const key = (name: string): string => `coalesce(cast(${quoteName(name)} as varchar), '')`
const isMeasure = ({ role, type }: Column): boolean =>
  role === 'measure' && (type === 'integer' || type === 'number')
const dimensionRoles: readonly Column['role'][] = [
  'territory',
  'period',
  'sex',
  'age',
  'category',
  'identifier',
]

/**
 * Totals among the values of one dimension: those that say so (`named`) and those that equal the sum of the others in
 * nearly every group of the remaining dimensions. An empty value may be the total too, as in Czech statistics.
 */
export async function findTotals(
  database: Database,
  view: TableName,
  columns: readonly Column[],
  column: Column,
  named: readonly Total[],
  rows: number,
  work: WorkOptions,
): Promise<readonly Total[]> {
  const parts = column.distinct + (column.missing > 0 ? 1 : 0)
  const measures = columns.filter(isMeasure).slice(0, MEASURES)
  if (rows > MAX_ROWS || parts < 3 || parts > MAX_PARTS || measures.length === 0) return named
  const others = columns.filter(({ name, role }) => name !== column.name && dimensionRoles.includes(role))
  const same = new Set(await goTogether(database, view, column, others, work))
  const kept = others.filter(({ name, distinct }) => !same.has(name) && distinct < rows * 0.9)
  if (await isDivided(database, view, column, kept, work)) return named
  const sums = new Map<string, { groups: number; hits: number; rows: number }>()
  for (const measure of measures) {
    for (const row of await database.rows(sumsSql(view, column.name, measure.name, kept), {}, work)) {
      const [groups, hits] = [Number(row['groups']), Number(row['hits'])]
      const known = sums.get(String(row['d']))
      if (known === undefined || hits * known.groups > known.hits * groups)
        sums.set(String(row['d']), { groups, hits, rows: Number(row['n']) })
    }
  }
  return merged(named, sums)
}

const MOST_DIVIDERS = 3
const MAX_DIVIDER_VALUES = 5_000

/**
 * Whether another dimension already leaves fewer than three parts together, so that no group can hold a total and its
 * parts: a sensor that measures one quantity. Asked first, because it costs a fraction of the sums.
 */
async function isDivided(
  database: Database,
  view: TableName,
  column: Column,
  others: readonly Column[],
  work: WorkOptions,
): Promise<boolean> {
  const dividers = others
    .filter(({ distinct }) => distinct * 2 >= column.distinct && distinct <= MAX_DIVIDER_VALUES)
    .slice(0, MOST_DIVIDERS)
  for (const { name } of dividers) {
    const [row] = await database.rows(
      `select max(n) as most from (select count(distinct ${key(column.name)}) as n from ${quoteTable(view)} group by ${quoteName(name)})`,
      {},
      work,
    )
    if (Number(row?.['most'] ?? 0) < 3) return true
  }
  return false
}

/** Per value of the dimension: in how many groups it is half of all, that is the sum of the others. */
function sumsSql(view: TableName, dimension: string, measure: string, others: readonly Column[]): string {
  const keys = others.map(({ name }, i) => `${key(name)} as k${i}`)
  const ks = others.map((_, i) => `k${i}`)
  const by = ks.length === 0 ? '' : `group by ${ks.join(', ')}`
  const on = ks.length === 0 ? 'on true' : `using (${ks.join(', ')})`
  return `with v as (select ${[`${key(dimension)} as d`, `cast(${quoteName(measure)} as double) as m`, ...keys].join(', ')}
      from ${quoteTable(view)} where ${quoteName(measure)} is not null),
    g as (select ${[...ks, 'sum(m) as s', 'count(*) as c', 'count(distinct d) as u'].join(', ')} from v ${by}
      having c = u and u >= 3 and sum(m) > 0 and min(m) >= 0)
    select d, count(*) as groups, count(*) filter (where abs(2 * m - s) <= ${TOLERANCE} * s) as hits, count(*) as n
    from v join g ${on} group by d`
}

function merged(
  named: readonly Total[],
  sums: ReadonlyMap<string, { groups: number; hits: number; rows: number }>,
): readonly Total[] {
  const proves = (value: string, least: number): boolean => {
    const sum = sums.get(value)
    return sum !== undefined && sum.groups >= least && sum.hits >= sum.groups * MIN_HITS
  }
  const known = new Set(named.map(({ value }) => value))
  const found = [...sums].filter(([value]) => !known.has(value) && proves(value, MIN_GROUPS))
  return [
    ...named.map((total) =>
      proves(total.value, MIN_GROUPS_NAMED) ? { ...total, by: 'both' as const } : total,
    ),
    // Two values cannot both be the sum of all others.
    ...(found.length === 1 ? found.map(([value, { rows }]) => ({ value, by: 'sum' as const, rows })) : []),
  ]
}

/** Values that two rounds, versions or deliveries of the same figures have in common, by share of the places. */
const MAX_REPEATS = 6
const NEAR = 0.05
const MIN_NEAR = 0.8
const REPEAT_MEASURES = 12

/**
 * Columns whose every value repeats the same places with almost the same figures (rounds of an election, deliveries of
 * one table): adding up over them counts everything again. Breakdowns differ from one value to the next.
 */
export async function findRepeats(
  database: Database,
  view: TableName,
  columns: readonly Column[],
  rows: number,
  work: WorkOptions,
): Promise<readonly Column[]> {
  const places = columns.filter(({ role }) => role === 'territory' || role === 'identifier')
  const place = [...places]
    .sort((a, b) => b.distinct - a.distinct)
    .find(({ distinct }) => distinct < rows * 0.9)
  const candidates = columns.filter(
    ({ role, distinct, totals, missing }) =>
      (role === 'category' || role === 'measure') &&
      distinct > 1 &&
      distinct <= MAX_REPEATS &&
      missing === 0 &&
      totals === undefined,
  )
  const measures = columns
    .filter((column) => isMeasure(column) && column.distinct >= 20)
    .slice(0, REPEAT_MEASURES)
  if (rows > MAX_ROWS || place === undefined || measures.length < 2) return []
  const found: Column[] = []
  for (const column of candidates)
    if (await isRepeat(database, view, place, column, measures, work)) found.push(column)
  return found
}

async function isRepeat(
  database: Database,
  view: TableName,
  place: Column,
  column: Column,
  measures: readonly Column[],
  work: WorkOptions,
): Promise<boolean> {
  const tested = measures.filter(({ name }) => name !== column.name)
  const sums = tested.map(({ name }, i) => `sum(${quoteName(name)}) as m${i}`)
  const spread = tested.flatMap((_, i) => [
    `avg(case when max_${i} - min_${i} <= ${NEAR} * max_${i} then 1 else 0 end) as near${i}`,
    `avg(case when max_${i} = min_${i} then 1 else 0 end) as exact${i}`,
  ])
  const ends = tested.flatMap((_, i) => [`max(m${i}) as max_${i}`, `min(m${i}) as min_${i}`])
  const [row] = await database.rows(
    `with t as (select ${quoteName(place.name)} as p, ${quoteName(column.name)} as c, count(*) as n, ${sums.join(', ')}
        from ${quoteTable(view)} where ${quoteName(place.name)} is not null group by 1, 2),
      e as (select p, count(*) as k, min(n) as low, max(n) as high, ${ends.join(', ')} from t group by p)
      select avg(case when k = ${column.distinct} and low = high then 1 else 0 end) as whole, ${spread.join(', ')} from e`,
    {},
    work,
  )
  if (Number(row?.['whole'] ?? 0) < 0.95) return false
  // What is equal to the last digit everywhere is a number of the place (of its district, its key), not a figure.
  return tested.some(
    (_, i) => Number(row?.[`near${i}`] ?? 0) >= MIN_NEAR && Number(row?.[`exact${i}`] ?? 1) < 0.98,
  )
}
