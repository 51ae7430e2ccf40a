import { plainText } from '../charts'
import type { Block } from '../model/report-document'
import type { RunRecord } from '../model/run-record'
import type { Row } from '../model/table'
import type { Making } from './making'

type Table = RunRecord['tables'][string]

/**
 * Where women and men cannot be told apart, where one of them is not in the data, and of whom nobody knows: with how
 * many, unless they are few. Nothing where both are there and everybody is one of them.
 */
export function sexesBlocks(making: Making): readonly Block[] {
  const tables = tablesBySex(making)
  const codes = new Set(tables.flatMap(([, rows]) => rows.map(({ sex }) => sex)))
  return [
    ...unboundNeeds(making),
    ...oneSex(codes, making),
    ...notStated(making),
    ...beyondBoth(tables, making),
    ...others(codes, making),
  ].map((text) => ({ kind: 'paragraph', text }))
}

const tablesBySex = ({ pack, record }: Making): readonly (readonly [string, Table])[] =>
  Object.keys(pack.manifest.tables)
    .map((name) => [name, record.tables[name] ?? []] as const)
    .filter(([, rows]) => rows.some((row) => typeof row['sex'] === 'string'))

/** Needs whose data can have sex and are bound without it. */
function unboundNeeds({ pack, record, words }: Making): readonly string[] {
  return record.inputs.flatMap(({ need, columns }) => {
    const able = Object.entries(pack.manifest.needs[need]?.columns ?? {})
    const sexes = able.filter(([, { role }]) => role === 'sex').map(([name]) => name)
    // Columns of women and of men say it in another way.
    const bound = Object.keys(columns).some((name) => sexes.includes(name) || /women|men$/.test(name))
    if (sexes.length === 0 || bound) return []
    return [words.own('sexes.run-unbound', { need: plainText(words.pack(`needs.${need}.title`)) })]
  })
}

function oneSex(codes: ReadonlySet<unknown>, { words }: Making): readonly string[] {
  if (codes.has('F') === codes.has('M')) return []
  return [words.own('sexes.one', { sex: codes.has('F') ? 'F' : 'M' })]
}

/** Rows the way of the sample lost for their sex. */
function notStated({ record, words }: Making): readonly string[] {
  return record.sampleFlow
    .filter(({ reason }) => reason === 'no-sex' || reason === 'other-sex')
    .filter(({ rows }) => rows !== 0)
    .map(({ rows }) =>
      rows === null || isFew(rows, record)
        ? words.own('sexes.not-stated-few')
        : words.own('sexes.not-stated', { rows }),
    )
}

/** Records that were not protected hide nothing. */
const isFew = (persons: number, { disclosure }: RunRecord): boolean =>
  disclosure?.applies === true && persons < disclosure.rules.minimum

/** Persons a total has beside women and men; only from numbers that are shown. */
function beyondBoth(
  tables: readonly (readonly [string, Table])[],
  { pack, record, words }: Making,
): readonly string[] {
  return tables.flatMap(([name, rows]) => {
    const columns = Object.entries(pack.manifest.tables[name]?.columns ?? {})
    const persons = columns.find(([, { unit }]) => unit === 'persons')?.[0]
    if (persons === undefined) return []
    const most = Math.max(0, ...groupsOf(rows).map((group) => beyond(group, persons)))
    if (most === 0 || isFew(most, record)) return []
    const table = plainText(words.pack(`tables.${name}.title`))
    return [words.own('sexes.beyond', { table, count: most })]
  })
}

/** Rows that differ in their sex alone. */
function groupsOf(rows: Table): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const codes = Object.entries(row).filter(
      ([name, value]) => name !== 'sex' && codeColumns.test(name) && typeof value === 'string',
    )
    const key = JSON.stringify(codes)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

const codeColumns = /^(?:territory|period|category|by|age|group|breakdown|activity|indicator)$/

function beyond(group: readonly Row[], persons: string): number {
  const of = (sex: string) => group.filter((row) => row['sex'] === sex)
  const [total, ...more] = of('T')
  const parts = [...of('F'), ...of('M')]
  // Several rows of one sex are told apart by something else, and a single part is no pair.
  if (total === undefined || more.length > 0 || parts.length !== 2) return 0
  const [whole, ...known] = [total, ...parts].map((row) => row[persons])
  if (typeof whole !== 'number' || !known.every((value) => typeof value === 'number')) return 0
  const rest = known.reduce((left, value) => left - value, whole)
  return Number.isInteger(rest) && rest > 0 ? rest : 0
}

const knownCodes: ReadonlySet<unknown> = new Set(['F', 'M', 'T', 'F-M'])

function others(codes: ReadonlySet<unknown>, { words }: Making): readonly string[] {
  const found = [...codes].filter((code) => typeof code === 'string' && code !== '' && !knownCodes.has(code))
  if (found.length === 0) return []
  return [
    words.own('sexes.others', {
      others: found
        .map((code) => plainText(String(code)))
        .sort()
        .join(', '),
    }),
  ]
}
