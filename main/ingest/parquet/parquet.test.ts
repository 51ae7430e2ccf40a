import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import { nativeDuckDb } from '../../../tests/helpers/native-duckdb'
import { openPlace } from '../formats/place'
import { parquetFormat } from './format'

const folder = importFolder()
afterAll(() => folder.remove())

const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`
const at = (name: string) => join(folder.path, name)
const copy = (select: string, name: string, how = '') =>
  nativeDuckDb([`copy (${select}) to ${quoted(at(name))} (format parquet${how})`])

const places: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const place of places) await place.close()
})

async function open(path: string) {
  const place = await openPlace(path)
  places.push(place)
  expect(await parquetFormat.recognise(place, {})).toBe(true)
  const { tables } = await parquetFormat.open(place, {}, quietJob, () => {})
  const [table] = tables
  if (table === undefined) throw new Error('no table')
  return table
}

const row = async (path: string) => {
  const table = await open(path)
  const { rows } = await collectTable(table)
  return Object.fromEntries(table.columns.map(({ label }, i) => [label, rows[0]?.[i] ?? null]))
}

describe('types', () => {
  beforeAll(() =>
    copy(
      `select true as yes, 127::tinyint as t, (-32768)::smallint as s, (-2147483648)::integer as i,
        9223372036854775807 as b, 255::utinyint as ut, 4294967295::uinteger as ui, 18446744073709551615::ubigint as ub,
        0.1::float as f, 1.5::double as d, 1e300::double as big, 'nan'::double as nan,
        123456789012345678.90::decimal(20, 2) as dec, (-0.05)::decimal(4, 2) as small, (-7)::decimal(9, 0) as whole,
        99999999999999999999999999999999999.999::decimal(38, 3) as huge,
        date '2024-02-29' as day, date '1899-12-31' as old, date '0044-03-15' as ancient, time '08:15:30.25' as clock,
        timestamp '2024-03-31 02:30:00' as stamp, timestamp '1969-12-31 23:59:59.999999' as before,
        timestamp_ns '2024-01-01 00:00:00.123456789' as ns, timestamp_s '2024-01-01 12:00:00' as sec,
        timestamptz '2024-06-01 12:00:00+02' as zoned, interval '14 months 3 days 4.5 seconds' as span,
        '00123' as code, 'ščř 🐄' as text, '' as empty, null::varchar as nothing, null::integer as no_number,
        '\\xDE\\xAD\\xBE\\xEF'::blob as bytes, uuid '01234567-89ab-cdef-0123-456789abcdef' as id,
        'b'::enum('a', 'b') as kind, [1, null, 3]::bigint[] as list, {'a': 1.50::decimal(4, 2), 'b': ['x', null]} as struct,
        map {'k': date '2024-01-01', 'l': null} as dict, [{'q': 9007199254740993}] as deep, []::integer[] as no_items,
        null::integer[] as no_list, {'p': null::varchar} as hollow`,
      'types.parquet',
    ),
  )
  test('every value keeps every digit', async () => {
    expect(await row(at('types.parquet'))).toEqual({
      yes: 'true',
      t: '127',
      s: '-32768',
      i: '-2147483648',
      b: '9223372036854775807',
      ut: '255',
      ui: '4294967295',
      ub: '18446744073709551615',
      f: '0.1',
      d: '1.5',
      big: '1e+300',
      nan: 'NaN',
      dec: '123456789012345678.90',
      small: '-0.05',
      whole: '-7',
      huge: '99999999999999999999999999999999999.999',
      day: '2024-02-29',
      old: '1899-12-31',
      ancient: '0044-03-15',
      clock: '08:15:30.25',
      stamp: '2024-03-31T02:30:00',
      before: '1969-12-31T23:59:59.999999',
      ns: '2024-01-01T00:00:00.123456789',
      sec: '2024-01-01T12:00:00',
      zoned: '2024-06-01T10:00:00Z',
      span: 'P14M3DT4.5S',
      code: '00123',
      text: 'ščř 🐄',
      empty: '',
      nothing: null,
      no_number: null,
      bytes: 'deadbeef',
      id: '01234567-89ab-cdef-0123-456789abcdef',
      kind: 'b',
      list: '[1,null,3]',
      struct: '{"a":1.50,"b":["x",null]}',
      dict: '{"k":"2024-01-01","l":null}',
      deep: '[{"q":9007199254740993}]',
      no_items: '[]',
      no_list: null,
      hollow: '{"p":null}',
    })
  })
  test('columns say what they are', async () => {
    const { columns } = await open(at('types.parquet'))
    const types = Object.fromEntries(columns.map(({ label, declared }) => [label, declared?.type]))
    expect(types).toMatchObject({
      yes: 'boolean',
      b: 'integer',
      ub: 'integer',
      f: 'number',
      dec: 'number',
      whole: 'integer',
      day: 'date',
      clock: 'text',
      stamp: 'timestamp',
      zoned: 'timestamp',
      code: 'text',
      bytes: 'text',
      list: 'text',
      struct: 'text',
    })
  })
})

describe('files', () => {
  const select = `select i as n, i % 7 as cls, case when i % 5 = 0 then null else 'obec ' || (i % 100) end as name,
    [i, i + 1] as pair from range(25000) r(i)`
  const how = [
    ...['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli'].map(
      (codec) => `, compression ${codec}`,
    ),
    ', parquet_version v2',
    ', row_group_size 2048',
  ]
  it.each(how)('written with%s read the same', async (words) => {
    const path = at(`codec ${words.replaceAll(/\W+/g, '-')}.parquet`)
    await copy(select, path.slice(folder.path.length + 1), words)
    const { rows, lines, counts } = await collectTable(await open(path))
    expect(counts.read).toBe(25_000)
    expect(lines.at(-1)).toBe(25_000)
    expect(rows[0]).toEqual(['0', '0', null, '[0,1]'])
    expect(rows.map(([n]) => Number(n))).toEqual(Array.from({ length: 25_000 }, (_, i) => i))
    expect(
      rows.every(([n, cls, name, pair]) => {
        const i = Number(n)
        return (
          Number(cls) === i % 7 &&
          name === (i % 5 === 0 ? null : `obec ${i % 100}`) &&
          pair === `[${i},${i + 1}]`
        )
      }),
    ).toBe(true)
  })
  it('give a sample without being read whole', async () => {
    await copy(select, 'sample.parquet', ', row_group_size 4096')
    const table = await open(at('sample.parquet'))
    expect(table.records).toBe(25_000)
    expect((await table.sample(3)).map(([n, , , pair]) => [n, pair])).toEqual([
      ['0', '[0,1]'],
      ['1', '[1,2]'],
      ['2', '[2,3]'],
    ])
  })
  it('without rows are tables without rows', async () => {
    await copy(`${select} limit 0`, 'empty.parquet')
    const table = await open(at('empty.parquet'))
    expect(table.columns.map(({ label }) => label)).toEqual(['n', 'cls', 'name', 'pair'])
    expect((await collectTable(table)).counts.read).toBe(0)
    expect(await table.sample(5)).toEqual([])
  })
  it('that are encrypted are refused', async () => {
    const path = at('secret.parquet')
    await nativeDuckDb([
      "set force_mbedtls_unsafe = 'true'",
      "pragma add_parquet_key('k', '0123456789112345')",
      `copy (select 1 as a) to ${quoted(path)} (format parquet, encryption_config {footer_key: 'k'})`,
    ])
    expect((await faultOf(open(path))).code).toBe('import.encrypted')
  })
  it('that are damaged anywhere give a fault or whole rows, and never hang', async () => {
    const few = select.replace('25000', '1500')
    await copy(few, 'whole.parquet', ', row_group_size 2048, compression snappy')
    const whole = readFileSync(at('whole.parquet'))
    let refused = 0
    for (let i = 0; i < 150; i++) {
      const bytes = Buffer.from(whole)
      const place = 4 + Math.floor((i / 150) * (whole.length - 8))
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (i % 8))
      const path = folder.write('damaged.parquet', i % 10 === 9 ? bytes.subarray(0, place) : bytes)
      const outcome = await open(path)
        .then(collectTable)
        .catch((error: unknown) => error)
      if (outcome instanceof Error) {
        expect(outcome.message, `bit ${place}`).toMatch(/^import\./)
        refused += 1
      } else expect(outcome).toMatchObject({ counts: { read: 1500 } })
    }
    expect(refused).toBeGreaterThan(50)
  })
})
