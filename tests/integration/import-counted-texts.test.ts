import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, quoteTable } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { textColumn, toIpc } from '../../main/ingest/arrow/text-columns'
import { personalInTable } from '../../main/ingest/personal-data/find-in-table'
import { distinctValues } from '../../main/ingest/roles/column-values'
import { selectFrom } from '../../main/ingest/shape/apply-steps'
import { type ColumnTexts, TextCounter } from '../../main/ingest/tables/column-texts'
import { typeColumns } from '../../main/ingest/type-columns'
import { engineWorker } from '../helpers/engine'
import { seeded } from '../helpers/import-files'

// What is counted beside the loading must be what the database would have said.

let database: Database
beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
  await database.execute('create schema raw')
})
afterAll(() => database.close())

type Random = ReturnType<typeof seeded>
const two = (value: number): string => String(value).padStart(2, '0')

/** Columns as town halls have them, each with the odd cell now and then. */
const makers: readonly ((random: Random) => string | null)[] = [
  ({ pick }) => pick(['Brno', ' Brno', 'Brno ', 'Łódź', '', '\u00a0', 'NA', 'x']),
  ({ below }) => `0${below(40)}`,
  ({ below, pick }) => pick([String(below(3000) - 40), String(below(9)), '']),
  ({ below, pick }) => pick([String(below(50)), `+${below(9)}`, ` ${below(9)}`, '-']),
  ({ below }) => `2024-${two(1 + below(12))}-${two(1 + below(28))}`,
  ({ below, pick }) => pick([`${below(90)},5`, `${below(9)} 000,25`, ':', '<5', null]),
  ({ pick }) => pick(['ano', 'ne', '']),
  ({ below }) => `CZ0${below(10)}${below(10)}`,
  ({ pick }) => pick(['Dvořák Jan', 'Nováková Eva', 'Žák Petr']),
  ({ below }) => `osoba${below(60)}@priklad.cz`,
  ({ below, pick }) => pick([String(below(2)), String(below(2)), null]),
  () => '',
]

async function makeTable(name: string, columns: readonly (readonly (string | null)[])[]) {
  const names = columns.map((_, i) => `c${i}`)
  const rows = columns[0]?.length ?? 0
  const lines = BigInt64Array.from({ length: rows }, (_, i) => BigInt(i + 2))
  const batch = { rows, columns: columns.map(textColumn), lines }
  const counter = new TextCounter(columns.length)
  counter.add(batch)
  const raw = { schema: 'raw', name } as const
  await database.execute(
    `create table ${quoteTable(raw)} (${names.map((each) => `${each} varchar`).join(', ')}, _line bigint)`,
  )
  await database.insertArrow(raw, toIpc(batch, names, '_line'))
  return { raw, names, rows, seen: counter.result(), named: namedOf(names) }
}

const namedOf = (names: readonly string[]) => names.map((name) => ({ name, label: name, wanted: {} }))

const quiet = () => {}

async function typed(
  { raw, named, rows }: Awaited<ReturnType<typeof makeTable>>,
  columns: readonly (readonly (string | null)[])[],
  seen: readonly ColumnTexts[],
) {
  const table = {
    columns: named.map(({ name, label }) => ({ name, label })),
    sample: async (limit: number) =>
      Array.from({ length: Math.min(limit, rows) }, (_, row) => columns.map((texts) => texts[row] ?? null)),
    seen,
  }
  return typeColumns(database, raw, table, named, rows, {}, {}, quiet)
}

test.each(Array.from({ length: 12 }, (_, i) => i + 1))(
  'types, facts and values are the same: table %i',
  async (seed) => {
    const random = seeded(seed)
    const rows = 1 + random.below(600)
    const columns = makers.map((make) => Array.from({ length: rows }, () => make(random)))
    const table = await makeTable(`table_${seed}`, columns)
    const asked = await typed(table, columns, [])
    const known = await typed(table, columns, table.seen)
    expect(known.columns).toEqual(asked.columns)
    expect(known.problems).toEqual(asked.problems)
    expect(known.view).toEqual(asked.view)
    expect(asked.values.size).toBe(0)
    expect(known.values.size).toBeGreaterThan(2)
    const view = { schema: 'main', name: table.raw.name } as const
    await database.execute(`create view ${quoteTable(view)} as ${selectFrom(table.raw, known.view)}`)
    for (const [name, values] of known.values) {
      expect(values, name).toEqual(await distinctValues(database, view, { name }, {}))
    }
  },
)

test('personal data is found in the same columns', async () => {
  const random = seeded(7)
  const columns = makers.map((make) => Array.from({ length: 500 }, () => make(random)))
  const { raw, named, seen } = await makeTable('persons', columns)
  const asked = await personalInTable(database, raw, named, null, [], {})
  expect(asked.length).toBeGreaterThan(0)
  expect(await personalInTable(database, raw, named, null, seen, {})).toEqual(asked)
})

test('columns of too many texts are judged by their forms, and asked about where these are suspicious', async () => {
  const numbers = Array.from({ length: 20_500 }, (_, i) => String(i + 100_000))
  const columns = [
    numbers.map((n) => `u${n}@priklad.cz`),
    numbers.map((n) => `2024-01-01T${n}`),
    numbers.map((n) => (n === '110000' ? 'osoba@priklad.cz' : `${n},5`)),
    numbers.map((n) => `Jan${n}`),
  ]
  const { raw, named, seen } = await makeTable('many', columns)
  expect(seen.map(({ counts, forms }) => [counts, forms?.length])).toEqual([
    [null, 1],
    [null, 1],
    [null, 2],
    [null, 1],
  ])
  const asked = await personalInTable(database, raw, named, null, [], {})
  expect(asked.map(({ column, kind }) => [column, kind])).toContainEqual(['c0', 'email'])
  expect(await personalInTable(database, raw, named, null, seen, {})).toEqual(asked)
})
