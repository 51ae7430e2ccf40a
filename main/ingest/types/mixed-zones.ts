import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import type { Finding } from './findings'
import type { Ask } from './raw-column'
import { sqlText } from './reading'
import type { Finished } from './typed-column'

const MOST_OFFSETS = 8

/** Offsets that differ from row to row: the view is in UTC, so its hours are not those of the file. */
export async function severalOffsets(
  database: Database,
  table: TableName,
  { column, choice, measured }: Finished,
  work: WorkOptions,
): Promise<readonly Finding[]> {
  if (choice.reading?.id !== 'timestamp-iso-offset') return []
  const c = `trim(${quoteName(column.name)}, ' \t\u00a0')`
  const rows = await database.rows(
    `select distinct regexp_extract(${c}, ${sqlText(ZONE_AT_END)}) as z from ${quoteTable(table)} where regexp_matches(${c}, ${sqlText(ZONE_AT_END)}) order by z limit ${MOST_OFFSETS}`,
    {},
    work,
  )
  const offsets = new Set(rows.map((row) => offsetText(String(row['z']))))
  const subject = [...offsets].join(', ')
  const { filled } = measured.facts
  return offsets.size < 2 ? [] : [{ code: 'column.several-offsets', count: filled, where: null, subject }]
}

const ZONE_AT_END = '(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)$'
/** The day's own hyphens are no offset. */
const TIME_BEFORE = '[T ][0-9]{1,2}:[0-9]{2}[0-9:.,]*'
const ISO = '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}'

const offsetText = (zone: string): string => {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return `${hours === '00' && minutes === '00' ? '+' : sign}${hours}:${minutes}`
}

/** A column of texts in which some times have a zone and others have none: on no axis do they lie together. */
export async function withMixedZones(column: Finished, ask: Ask): Promise<Finished> {
  const { choice, measured } = column
  if (choice.reading !== null || measured.raw.wanted.type !== undefined) return column
  const zoned = new RegExp(`^\\s*${ISO}${TIME_BEFORE}\\s?${ZONE_AT_END}`)
  if (!measured.raw.sample.some(({ text }) => zoned.test(text.trim()))) return column
  const c = `trim(${quoteName(column.column.name)}, ' \t\u00a0')`
  const bare = `regexp_full_match(${c}, ${sqlText(`${ISO}${TIME_BEFORE}`)})`
  const timed = `regexp_full_match(${c}, ${sqlText(`${ISO}${TIME_BEFORE} ?${ZONE_AT_END.slice(0, -1)}`)})`
  const [without = 0, having = 0] = await ask([
    `count(*) filter (where ${bare})`,
    `count(*) filter (where ${timed})`,
  ])
  const most = ((without ?? 0) + (having ?? 0)) * 2 > measured.facts.filled
  if (!without || !having || !most) return column
  const mixed = { code: 'column.times-with-and-without-zone', count: without, where: bare } as const
  return { ...column, findings: [...column.findings, mixed] }
}
