import type { SpecialValue } from '../../../analyses/model/column-facts'
import { type Database, quoteName, type TableName, type WorkOptions } from '../../../analyses/model/database'
import { asText, type Choice, chooseReading } from './choose-reading'
import { decideColumn } from './decide-column'
import { type Finding, withLines } from './findings'
import { extremesOf, type Measured, measureColumns } from './measure'
import { orderOf } from './profile-sample'
import { type Ask, askTable, hasBlanks, type RawColumn } from './raw-column'
import { bareSql, sqlText, strictSql } from './readings'
import { findSentinels } from './sentinels'
import { bareToken, isOpenMark, marksAmongWords, meaningSaid, specialAmong } from './special-values'
import { withThousands } from './thousands'
import type { Finished, TypedColumn } from './typed-column'
import { withTimes } from './with-times'

/** Decides every column on all rows of the raw table. `progress` hears the share done, 0 to 1. */
export async function profileTable(
  database: Database,
  table: TableName,
  columns: readonly RawColumn[],
  rows: number,
  decimal: '.' | ',' | null,
  work: WorkOptions,
  progress: (share: number) => void,
): Promise<readonly TypedColumn[]> {
  const share = (done: number) => progress(done * 0.8)
  const measured = await measureColumns(database, table, columns, rows, decimal, work, share)
  const choose = (order: ReturnType<typeof orderOf>): readonly Choice[] =>
    measured.map(({ raw, fits }) => chooseReading(fits, raw.wanted, { order }))
  const first = choose(null)
  const order = orderOf(first)
  const choices = order === null ? first : choose(order)
  const ask = askTable(database, table, work)
  const said = await countSaid(measured, choices, ask)
  const finished = measured.map((each, i) => finish(each, choices[i] ?? asText, said[i] ?? null))
  const grouped = await withThousands(finished, decimal, ask)
  const settled = await withExtremes(database, table, grouped, work)
  const marked = await withMarksInText(await withSentinels(database, table, settled, work), ask)
  const timed = await withTimes(database, table, marked, work)
  const done = await withLines(timed, ask)
  progress(1)
  return done.map(({ measured: _, findings: __, ...column }) => column)
}

/** Extremes were taken by the likeliest reading of the first rows; where all rows chose another, they are taken anew. */
async function withExtremes(
  database: Database,
  table: TableName,
  columns: readonly Finished[],
  work: WorkOptions,
): Promise<readonly Finished[]> {
  const done: Finished[] = []
  for (const column of columns) {
    const { measured, choice } = column
    const same = choice.reading === null || choice.reading === measured.extremesBy
    const extremes = same ? {} : await extremesOf(database, table, measured, choice.reading, work)
    done.push({ ...column, measured: { ...measured, ...extremes } })
  }
  return done
}

/** How often the marks a person named are met; null for columns of which nothing was said. */
async function countSaid(
  measured: readonly Measured[],
  choices: readonly Choice[],
  ask: Ask,
): Promise<readonly (readonly SpecialValue[] | null)[]> {
  const plans = measured.map(({ raw }, i) => {
    const { special } = raw.wanted
    return special === undefined
      ? null
      : Object.keys(special).map((token) => saidSql(raw, choices[i] ?? asText, token))
  })
  const counts = await ask(plans.flatMap((plan) => plan ?? []))
  let next = 0
  return plans.map((plan, i) => {
    const { special = {} } = measured[i]?.raw.wanted ?? {}
    if (plan === null) return null
    return Object.keys(special).flatMap((token) => {
      const count = counts[next++] ?? 0
      const meaning = meaningSaid(token, special, 'number')
      return count === 0 || meaning === null ? [] : [{ token: bareToken(token), ...meaning, count }]
    })
  })
}

function saidSql(raw: RawColumn, { reading }: Choice, token: string): string {
  const c = quoteName(raw.name)
  const blanks = hasBlanks(raw.byteUse)
  const bare = bareSql(c, blanks)
  if (bareToken(token) === '') return `count(*) filter (where ${c} is null or ${bare} = '')`
  const isNumber = reading?.type === 'integer' || reading?.type === 'number'
  const value =
    isNumber && /^-?\d+(?:\.\d+)?$/.test(token) ? ` or ${reading.sql(c, blanks)} = ${Number(token)}` : ''
  return `count(*) filter (where ${bare} = ${sqlText(bareToken(token))}${value})`
}

function finish(measured: Measured, chosen: Choice, said: readonly SpecialValue[] | null): Finished {
  const { raw, facts, fits } = measured
  const choice = said === null ? chosen : { ...chosen, special: said }
  const decided = decideColumn(facts, choice, raw.wanted)
  const { reading, ambiguousDate, special } = decided.choice
  const fit = fits.find((each) => each.reading === reading)
  const unread = fit === undefined ? [] : specialAmong(fit.odd, raw.wanted.special, fit.reading.type)
  const marked = unread.reduce((sum, { count }) => sum + count, 0)
  const failing = reading === null || fit === undefined ? 0 : facts.filled - fit.read - marked
  const known = new Set(unread.map(({ token }) => token))
  const findings: Finding[] = []
  const c = quoteName(raw.name)
  const bare = bareSql(c, hasBlanks(raw.byteUse))
  if (facts.filled === 0) findings.push({ code: 'column.empty', count: 1, where: null })
  if (ambiguousDate) findings.push(dateFinding(reading !== null, facts.filled))
  if (marked > 0) findings.push(...markFindings(unread, bare, said !== null))
  if (reading !== null && failing > 0) {
    const unknown = known.size === 0 ? '' : ` and ${bare} not in (${[...known].map(sqlText).join(', ')})`
    const where = `${bare} <> '' and not ${strictSql(reading, c, hasBlanks(raw.byteUse))}${unknown}`
    findings.push({ code: 'column.cells-of-other-type', count: failing, where })
  }
  if (reading?.shortYears === true) {
    findings.push({ code: 'column.short-years', count: facts.filled, where: null })
  }
  const readTokens = special.map(({ token }) => token).filter((token) => token !== '' && !known.has(token))
  return {
    ...decided,
    measured,
    special,
    readTokens,
    strict: marked + failing > 0,
    blanks: hasBlanks(raw.byteUse),
    zone: decided.column.type === 'timestamp' ? (raw.wanted.zone ?? null) : null,
    findings,
  }
}

const dateFinding = (isRead: boolean, count: number): Finding => ({
  code: isRead ? 'column.date-order-from-others' : 'column.ambiguous-date',
  count,
  where: null,
})

/** Marks found are told; of those with two meanings it is asked which, unless a person said. */
function markFindings(special: readonly SpecialValue[], bare: string, said: boolean): readonly Finding[] {
  const where = (tokens: readonly string[]) => `${bare} in (${tokens.map(sqlText).join(', ')})`
  const tokens = special.map(({ token }) => token)
  const count = special.reduce((sum, each) => sum + each.count, 0)
  const open = special.filter(({ token }) => isOpenMark(token))
  const all = {
    code: 'column.missing-marks',
    count,
    where: where(tokens),
    subject: tokens.join(' '),
  } as const
  if (said || open.length === 0) return [all]
  const dashes = open.reduce((sum, each) => sum + each.count, 0)
  const marks = open.map(({ token }) => token)
  return [all, { code: 'column.open-mark', count: dashes, where: where(marks), subject: marks.join(' ') }]
}

/** Numbers that may be marks are proposed, one by one, where nothing was said of the column. */
async function withSentinels(
  database: Database,
  table: TableName,
  columns: readonly Finished[],
  work: WorkOptions,
): Promise<readonly Finished[]> {
  const done: Finished[] = []
  for (const column of columns) {
    const { measured, choice, strict } = column
    const asked = measured.raw.wanted.special !== undefined || choice.reading === null
    const found = asked ? [] : await findSentinels(database, table, measured, choice.reading, strict, work)
    const findings = found.map(({ token, count, line }): Finding => {
      return { code: 'column.sentinel-proposed', count, where: null, line, subject: token }
    })
    done.push({ ...column, findings: [...column.findings, ...findings] })
  }
  return done
}

/** Marks in columns of texts are proposed too, and never taken for anything but text by themselves. */
async function withMarksInText(columns: readonly Finished[], ask: Ask): Promise<readonly Finished[]> {
  const whereOf = ({ column, measured, blanks }: Finished): string | null => {
    const { raw } = measured
    const isText = (column.type === 'text' || column.type === 'code') && raw.wanted.special === undefined
    const marks = isText ? marksAmongWords(raw.sample) : []
    const bare = bareSql(quoteName(raw.name), blanks)
    return marks.length === 0 ? null : `${bare} in (${marks.map(sqlText).join(', ')})`
  }
  const wheres = columns.map(whereOf)
  const counts = await ask(
    wheres.flatMap((where) => (where === null ? [] : [`count(*) filter (where ${where})`])),
  )
  let next = 0
  return columns.map((column, i) => {
    const where = wheres[i] ?? null
    if (where === null) return column
    const subject = marksAmongWords(column.measured.raw.sample).join(' ')
    const finding = { code: 'column.mark-in-text', count: counts[next++] ?? 0, where, subject } as const
    return { ...column, findings: [...column.findings, finding] }
  })
}
