import type { ColumnOptions, ColumnType } from '../../../analyses/model/data-set'
import { type Database, quoteName, quoteTable, type WorkOptions } from '../../../analyses/model/database'
import type { TriedType } from '../../../analyses/model/tried-type'
import { chooseReading, type TextCount } from './choose-reading'
import { measureColumns } from './measure'
import { numberAt, type RawColumn } from './raw-column'
import { bareSql, sqlText, strictSql } from './readings'
import { specialAmong } from './special-values'

const EXAMPLES = 20
const SAMPLE_TEXTS = 2000

/**
 * What a column of a loaded data set would lose if it were given another type. Reads only; `options` are what the
 * person would say with it. Examples are cells of the source: for the window of the person who loaded it, never a log.
 */
export async function whatWouldFail(
  database: Database,
  dataSet: string,
  column: string,
  type: ColumnType,
  options: Omit<ColumnOptions, 'type'> = {},
  work: WorkOptions = {},
): Promise<TriedType> {
  const table = { schema: 'raw', name: dataSet } as const
  const c = quoteName(column)
  const from = quoteTable(table)
  const [counted] = await database.rows(
    `select count(*) as n, count(*) filter (where ${bareSql(c, true)} <> '') as f from ${from}`,
    {},
    work,
  )
  const [rows, filled] = [numberAt(counted ?? {}, 'n'), numberAt(counted ?? {}, 'f')]
  const all = { type, filled, read: filled, marks: 0, failing: 0, examples: [], ambiguousDate: false }
  if (type === 'text' || type === 'code' || filled === 0) return { ...all, reading: type }

  const sample = await firstTexts(database, from, c, work)
  const wanted = { ...options, type }
  const raw: RawColumn = { name: column, label: column, wanted, sample, byteUse: null, seen: null }
  const [measured] = await measureColumns(database, table, [raw], rows, null, work, () => {})
  const fits = measured?.fits ?? []
  const { reading, ambiguousDate } = chooseReading(fits, wanted, { order: null })
  if (reading === null) {
    const examples = await examplesOf(database, from, c, `${bareSql(c, true)} <> ''`, work)
    return { ...all, reading: null, read: 0, failing: filled, examples, ambiguousDate }
  }
  const fit = fits.find((each) => each.reading === reading)
  const special = specialAmong(fit?.odd ?? [], options.special, type)
  const marks = special.reduce((sum, { count }) => sum + count, 0)
  const read = fit?.read ?? 0
  const tokens = special.map(({ token }) => sqlText(token))
  const known = tokens.length === 0 ? '' : ` and ${bareSql(c, true)} not in (${tokens.join(', ')})`
  const where = `${bareSql(c, true)} <> '' and not ${strictSql(reading, c, true)}${known}`
  const failing = filled - read - marks
  const examples = failing === 0 ? [] : await examplesOf(database, from, c, where, work)
  return { ...all, reading: reading.id, read, marks, failing, examples, ambiguousDate }
}

async function firstTexts(
  database: Database,
  from: string,
  c: string,
  work: WorkOptions,
): Promise<readonly TextCount[]> {
  const rows = await database.rows(
    `select t, count(*) as n from (select ${c} as t from ${from} where trim(${c}) <> '' limit ${SAMPLE_TEXTS}) group by t order by n desc, t`,
    {},
    work,
  )
  return rows.map((row) => ({ text: String(row['t']), count: numberAt(row, 'n') }))
}

async function examplesOf(database: Database, from: string, c: string, where: string, work: WorkOptions) {
  const rows = await database.rows(
    `select ${c} as t, count(*) as n, min(_line) as line from ${from} where ${where} group by t order by n desc, line limit ${EXAMPLES}`,
    {},
    work,
  )
  return rows.map((row) => ({
    text: String(row['t']),
    count: numberAt(row, 'n'),
    line: numberAt(row, 'line'),
  }))
}
