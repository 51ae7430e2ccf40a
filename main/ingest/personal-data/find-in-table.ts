import {
  findPersonal,
  nameAndBirthDate,
  type PersonalColumn,
} from '../../../analyses/methods/personal-data/find-personal'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import { plainName } from '../../../analyses/model/naming'
import type { PersonalData } from '../../../analyses/model/personal-data'
import type { NamedColumn } from '../columns'
import type { ByteUse } from '../csv/delimited-rows'
import type { ColumnTexts } from '../tables/column-texts'

/** Distinct texts of a column that are looked at; drawn evenly by their hash, so that sorted files hide nothing. */
const MOST_TEXTS = 20_000
const COLUMNS_AT_ONCE = 40

/** A finding about a column, by its name; `few` are single cells. */
export type PersonalHint = PersonalData & { readonly few: boolean }

/** What the first rows show, before anything is written. `cells` are rows of texts, one for each column. */
export function personalInSample(
  columns: readonly Pick<NamedColumn, 'name' | 'label'>[],
  cells: readonly (readonly (string | null)[])[],
): readonly PersonalHint[] {
  return personalIn(
    columns,
    columns.map((_, i) => [...new Set(cells.flatMap((row) => row[i] ?? []))]),
  )
}

/**
 * What all rows of the raw table show. Columns whose bytes rule out every kind are not looked at; those whose texts or
 * forms were counted while they were loaded (`seen`) are judged by these, without a look at every cell.
 */
export async function personalInTable(
  database: Database,
  raw: TableName,
  columns: readonly NamedColumn[],
  byteUse: readonly ByteUse[] | null,
  seen: readonly ColumnTexts[],
  work: WorkOptions,
): Promise<readonly PersonalHint[]> {
  const texts: string[][] = columns.map(() => [])
  const looked = columns.map((column, i) => ({ column, i }))
  const unseen: typeof looked = []
  const candidates: typeof looked = []
  for (const each of looked) {
    const { counts = null, forms = null } = seen[each.i] ?? {}
    if (counts !== null) {
      const filled = counts.map(({ text }) => text).filter((text) => text !== '')
      if (filled.some(mayBePersonal)) texts[each.i] = filled
    } else if (forms !== null) {
      if (forms.some(mayBePersonal)) candidates.push(each)
    } else if (mayHold(byteUse?.[each.i] ?? null)) unseen.push(each)
  }
  for (let at = 0; at < unseen.length; at += COLUMNS_AT_ONCE) {
    const some = unseen.slice(at, at + COLUMNS_AT_ONCE)
    const list = some.map(({ column }, n) => `bool_or(${looksPersonal(quoteName(column.name))}) as p${n}`)
    const [row] = await database.rows(`select ${list.join(', ')} from ${quoteTable(raw)}`, {}, work)
    candidates.push(...some.filter((_, n) => row?.[`p${n}`] === true))
  }
  for (const { column, i } of candidates) {
    const c = quoteName(column.name)
    const rows = await database.rows(
      `select distinct ${c} as t from ${quoteTable(raw)} where ${c} <> '' order by hash(${c}), t limit ${MOST_TEXTS}`,
      {},
      work,
    )
    texts[i] = rows.map((row) => String(row['t']))
  }
  return personalIn(columns, texts)
}

function personalIn(
  columns: readonly Pick<NamedColumn, 'name' | 'label'>[],
  texts: readonly (readonly string[])[],
): readonly PersonalHint[] {
  const described: PersonalColumn[] = columns.map(({ name, label }, i) => ({
    words: plainName(label) || name,
    texts: texts[i] ?? [],
  }))
  const found = described.flatMap((column, i) => {
    const finding = findPersonal(column)
    return finding === null ? [] : [{ column: columns[i]?.name ?? '', ...finding }]
  })
  const known = new Set(found.map(({ column }) => column))
  const together = nameAndBirthDate(described).flatMap((i) => {
    const column = columns[i]?.name ?? ''
    const count = texts[i]?.length ?? 0
    return known.has(column)
      ? []
      : [{ column, kind: 'name-and-birth-date' as const, share: 1, count, few: false }]
  })
  return [...found, ...together]
}

/** Every kind has ten digits, or six and a slash, or an at sign, or is a name; bytes of numbers and times have none. */
function mayHold(byteUse: ByteUse | null): boolean {
  if (byteUse === null) return true
  const used = (byte: string) => byteUse[byte.charCodeAt(0)] === 1
  const letters = byteUse.subarray(0x41).some((seen) => seen === 1)
  return letters || ![':', '.', ','].some(used)
}

/** Runs of digits in the forms of identifiers, words for a name, a day; in RE2 and ECMAScript alike. */
const PERSONAL = [
  '\\d{6}/?\\d{3,4}',
  '\\d{11}',
  '(\\+|00)[0-9 ./()-]{9,}',
  '\\d{3}[ -]?\\d{3}[ -]?\\d{3}',
  '[0-9-]{2,17}/\\d{4}',
  '[A-Za-z]{2}\\d{2}[0-9A-Za-z ]{11,}',
  '\\d{1,2}[./] ?\\d{1,2}[./] ?\\d{2,4}',
  '\\d{4}-\\d{2}-\\d{2}',
  "\\p{Lu}[\\p{L}'. -]+",
].join('|')
const PERSONAL_CELL = `^\\s*(${PERSONAL})\\s*$`
const personalCell = new RegExp(PERSONAL_CELL, 'u')

/** A cheap first look at each cell: an at sign, or the form of something personal. */
const looksPersonal = (c: string): string =>
  `contains(${c}, '@') or regexp_matches(${c}, '${PERSONAL_CELL.replaceAll("'", "''")}')`

/** The same of a text, or of a form of texts: only the kinds of the letters and digits matter. */
const mayBePersonal = (text: string): boolean => text.includes('@') || personalCell.test(text)
