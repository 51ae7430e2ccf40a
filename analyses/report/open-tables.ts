import { sexLabel } from '../charts'
import { type Locale, locales } from '../model/locale'
import type { OutputUnit, Pack } from '../model/pack'
import type { RunRecord } from '../model/run-record'
import type { Row } from '../model/table'
import { statusText } from './build-table'
import { unitOfRows } from './source-unit'
import { type Words, wordsOf } from './words'

export type LocalWords = Readonly<Record<Locale, string>>

export interface OpenColumn {
  readonly name: string
  readonly type: 'text' | 'number' | 'boolean'
  readonly titles: LocalWords
  readonly unit: OutputUnit
  /** What the source calls the unit of its measure; empty where there is none. */
  readonly unitText: string
  /** Name of the code list all its values come from. */
  readonly codes: string | null
}

/** A table of a run as others may use it: codes and full numbers, and every word in three languages. */
export interface OpenTable {
  readonly name: string
  readonly title: LocalWords
  readonly columns: readonly OpenColumn[]
  readonly rows: readonly Row[]
}

export interface OpenCodes {
  readonly name: 'sex' | 'status'
  readonly items: readonly { readonly code: string; readonly labels: LocalWords }[]
}

export interface OpenTables {
  readonly title: LocalWords
  readonly question: LocalWords
  readonly tables: readonly OpenTable[]
  readonly codes: readonly OpenCodes[]
}

/** The tables of a protected run, in the order its pack lists them, with the codes they use. Charts hold nothing more. */
export function openTables(pack: Pack, record: RunRecord): OpenTables {
  const words = new Map(locales.map((locale) => [locale, wordsOf(pack, locale)]))
  const inWords = (make: (words: Words) => string): LocalWords => ({
    cs: make(wordsIn(words, 'cs')),
    en: make(wordsIn(words, 'en')),
    pl: make(wordsIn(words, 'pl')),
  })
  const tables = Object.keys(pack.manifest.tables).flatMap((name): OpenTable[] => {
    const rows = record.tables[name]
    if (rows === undefined) return []
    const declared = pack.manifest.tables[name]?.columns ?? {}
    const columns = (record.schema[name] ?? []).map((column): OpenColumn => {
      const unit = declared[column.name]?.unit ?? 'code'
      const key = `tables.${name}.columns.${column.name}`
      return {
        ...column,
        titles: inWords((one) => one.maybe(key) ?? column.name),
        unit,
        unitText: unit === 'source' || unit === 'source-difference' ? unitOfRows(rows) : '',
        codes: codesOf(column.name, unit, rows),
      }
    })
    return [{ name, title: inWords((one) => one.pack(`tables.${name}.title`)), columns, rows }]
  })
  const used = (list: 'sex' | 'status') => [
    ...new Set(
      tables.flatMap(({ columns, rows }) =>
        columns
          .filter(({ codes }) => codes === list)
          .flatMap(({ name }) => rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : []))),
      ),
    ),
  ]
  const lists: readonly OpenCodes[] = [
    {
      name: 'sex',
      items: used('sex').map((code) => ({
        code,
        labels: inWords((one) => sexLabel(code, one.locale) ?? code),
      })),
    },
    {
      name: 'status',
      items: used('status').map((code) => ({
        code,
        labels: inWords((one) => statusText(code, one)),
      })),
    },
  ]
  return {
    title: inWords((one) => one.pack('title')),
    question: inWords((one) => one.pack('question')),
    tables,
    codes: lists
      .filter(({ items }) => items.length > 0)
      .map(({ name, items }) => ({ name, items: items.toSorted((a, b) => (a.code < b.code ? -1 : 1)) })),
  }
}

/** A column of sexes or of reasons has its code list beside the table, when the list knows all that stands in it. */
function codesOf(name: string, unit: OutputUnit, rows: readonly Row[]): string | null {
  if (unit === 'status') return 'status'
  const sexes = name === 'sex' && rows.every((row) => isKnownSex(row[name]))
  return sexes ? 'sex' : null
}

const isKnownSex = (value: Row[string] | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && sexLabel(value, 'en') !== null)

function wordsIn(words: ReadonlyMap<Locale, Words>, locale: Locale): Words {
  const found = words.get(locale)
  if (found === undefined) throw new Error(`no words in ${locale}`)
  return found
}
