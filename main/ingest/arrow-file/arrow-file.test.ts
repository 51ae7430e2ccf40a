import * as arrow from 'apache-arrow'
import { afterAll, describe, expect, it } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import { openPlace } from '../formats/place'
import { arrowFormat } from './format'
import { lz4Frame } from './lz4-frame'

const folder = importFolder()
const places: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const place of places) await place.close()
  folder.remove()
})

async function open(name: string, bytes: Uint8Array) {
  const place = await openPlace(folder.write(name, bytes))
  places.push(place)
  expect(await arrowFormat.recognise(place, {})).toBe(true)
  const { tables } = await arrowFormat.open(place, {}, quietJob, () => {})
  const [table] = tables
  if (table === undefined) throw new Error('no table')
  return table
}

const bigs = (...values: readonly bigint[]) => BigInt64Array.from(values)
const vector = <T extends arrow.DataType>(type: T, values: readonly unknown[]) =>
  arrow.vectorFromArray([...values], type)

/** A vector from its raw buffer: what builders would round. */
function raw<T extends arrow.DataType>(type: T, data: ArrayBufferView, length: number): arrow.Vector<T> {
  return new arrow.Vector([
    new arrow.Data(type, 0, length, 0, { [arrow.BufferType.DATA]: data as T['TArray'] }),
  ])
}

const field = (name: string, type: arrow.DataType) => new arrow.Field(name, type, true)

const rich = () =>
  new arrow.Table({
    int: vector(new arrow.Int32(), [1, null]),
    long: vector(new arrow.Int64(), [9223372036854775807n, -1n]),
    ulong: vector(new arrow.Uint64(), [18446744073709551615n, 0n]),
    single: vector(new arrow.Float32(), [0.1, Number.NaN]),
    double: vector(new arrow.Float64(), [1e300, -0.5]),
    yes: vector(new arrow.Bool(), [true, false]),
    text: vector(new arrow.Utf8(), ['ščř 🐄', '']),
    code: vector(new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32()), ['0001', null]),
    day: raw(new arrow.DateDay(), Int32Array.of(19_782, -25_568), 2),
    dayMs: raw(new arrow.DateMillisecond(), bigs(1_709_164_800_000n, -1n), 2),
    micros: raw(new arrow.TimestampMicrosecond(), bigs(1_711_852_200_000_001n, -1n), 2),
    nanos: raw(new arrow.TimestampNanosecond('Europe/Prague'), bigs(1_704_067_200_123_456_789n, 0n), 2),
    clock: raw(new arrow.TimeMicrosecond(), bigs(29_730_250_000n, 0n), 2),
    span: raw(new arrow.DurationMillisecond(), bigs(90_500n, -1500n), 2),
    dec: raw(
      new arrow.Decimal(2, 20, 128),
      Uint32Array.of(150, 0, 0, 0, 0xfffffffb, 0xffffffff, 0xffffffff, 0xffffffff),
      2,
    ),
    bytes: vector(new arrow.Binary(), [Uint8Array.of(0xde, 0xad), null]),
    list: vector(new arrow.List(field('item', new arrow.Int64())), [[1n, null, 3n], []]),
    struct: vector(new arrow.Struct([field('a', new arrow.Float64()), field('b', new arrow.Utf8())]), [
      { a: 1.5, b: 'x"y' },
      null,
    ]),
  })

const expected = [
  [
    '1',
    '9223372036854775807',
    '18446744073709551615',
    '0.1',
    '1e+300',
    'true',
    'ščř 🐄',
    '0001',
    '2024-02-29',
    '2024-02-29',
    '2024-03-31T02:30:00.000001',
    '2024-01-01T00:00:00.123456789Z',
    '08:15:30.25',
    'PT90.5S',
    '1.50',
    'dead',
    '[1,null,3]',
    '{"a":1.5,"b":"x\\"y"}',
  ],
  [
    null,
    '-1',
    '0',
    'NaN',
    '-0.5',
    'false',
    '',
    null,
    '1899-12-31',
    '1969-12-31',
    '1969-12-31T23:59:59.999999',
    '1970-01-01T00:00:00Z',
    '00:00:00',
    'PT-1.5S',
    '-0.05',
    null,
    '[]',
    null,
  ],
]

describe('Arrow IPC', () => {
  it.each(['file', 'stream'] as const)('as a %s keeps every digit', async (kind) => {
    const table = await open(`rich.${kind}.arrow`, arrow.tableToIPC(rich(), kind))
    const { rows, counts } = await collectTable(table)
    expect(rows).toEqual(expected)
    expect(counts.read).toBe(2)
    expect(await table.sample(1)).toEqual(expected.slice(0, 1))
    const types = Object.fromEntries(table.columns.map(({ label, declared }) => [label, declared?.type]))
    expect(types).toMatchObject({
      int: 'integer',
      dec: 'number',
      code: 'text',
      day: 'date',
      nanos: 'timestamp',
      yes: 'boolean',
      list: 'text',
    })
  })

  it.each([arrow.CompressionType.LZ4_FRAME, arrow.CompressionType.ZSTD])(
    'with packed buffers reads the same',
    async (compressionType) => {
      // Frames of one block that is stored as it is: valid for both, and written without a packer.
      const frame = (magic: string, make: (bytes: Uint8Array) => Uint8Array) => (bytes: Uint8Array) =>
        new Uint8Array(Buffer.concat([Buffer.from(magic, 'hex'), make(bytes)]))
      const le = (value: number, length: number) => {
        const bytes = Buffer.alloc(length)
        bytes.writeUIntLE(value, 0, length)
        return bytes
      }
      const encode = {
        [arrow.CompressionType.LZ4_FRAME]: frame('04224d18604082', (bytes) =>
          Buffer.concat([le(0x80000000 + bytes.length, 4), bytes, le(0, 4)]),
        ),
        [arrow.CompressionType.ZSTD]: frame('28b52ffd', (bytes) =>
          Buffer.concat([Buffer.from([0xa0]), le(bytes.length, 4), le(bytes.length * 8 + 1, 3), bytes]),
        ),
      }
      arrow.compressionRegistry.set(compressionType, { encode: encode[compressionType] })
      const writer = new arrow.RecordBatchFileWriter({ compressionType })
      writer.writeAll(rich())
      const bytes = writer.finish().toUint8Array(true)
      const table = await open(`packed.${compressionType}.arrow`, bytes)
      expect((await collectTable(table)).rows).toEqual(expected)
    },
  )

  it('has as many rows as its batches together', async () => {
    const part = (from: number) =>
      arrow.tableFromArrays({ n: Int32Array.from({ length: 1000 }, (_, i) => from + i) })
    const [first, second] = [part(0), part(1000)]
    const table = await open('two.arrow', arrow.tableToIPC(first.concat(second), 'stream'))
    const { rows, lines } = await collectTable(table)
    expect(rows.map(([n]) => Number(n))).toEqual(Array.from({ length: 2000 }, (_, i) => i))
    expect(lines).toEqual(Array.from({ length: 2000 }, (_, i) => i + 1))
    expect(table.records).toBe(2000)
  })

  it('without rows is a table without rows', async () => {
    const table = await open('empty.arrow', arrow.tableToIPC(rich().slice(0, 0), 'file'))
    expect(table.columns).toHaveLength(18)
    expect((await collectTable(table)).counts.read).toBe(0)
  })

  it('that is damaged anywhere gives a fault or whole rows', async () => {
    const whole = Buffer.from(arrow.tableToIPC(rich(), 'file'))
    let refused = 0
    for (let at = 8; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x81
      const outcome = await open('damaged.arrow', at % 5 === 0 ? bytes.subarray(0, at) : bytes)
        .then(collectTable)
        .catch((error: unknown) => error)
      if (outcome instanceof Error) {
        expect(outcome.message, `byte ${at}`).toMatch(/^import\./)
        refused += 1
      } else expect(outcome).toMatchObject({ counts: { read: 2 } })
    }
    expect(refused).toBeGreaterThan(50)
  })

  it('of the first Feather is refused by name', async () => {
    const bytes = Buffer.concat([Buffer.from('FEA1'), Buffer.alloc(60), Buffer.from('FEA1')])
    expect(await faultOf(open('old.feather', bytes))).toMatchObject({ code: 'import.feature-unknown' })
  })
})

describe('lz4Frame', () => {
  // Packed by lz4 1.9.4: 200 times "row N of the table;", N counting 0 to 12.
  const packed = Buffer.from(
    '04224d186440a76b000000f004726f772030206f6620746865207461626c653b13001e3113001e3213001e3313001e3413001e3513001e3613001e3713001e3813001e3913001f31bf00010fc000001f31c100000f3b00010e62000f3900000ffa00ffffffffffffffffffffffffffc35061626c653b00000000fd88eaa0',
    'hex',
  )
  const text = Array.from({ length: 200 }, (_, i) => `row ${i % 13} of the table;`).join('')
  it('unpacks what lz4 packed', () => {
    expect(Buffer.from(lz4Frame(packed, 1e6)).toString()).toBe(text)
  })
  it('refuses more than is allowed, and what is cut off', () => {
    expect(() => lz4Frame(packed, 1000)).toThrow('too large')
    expect(() => lz4Frame(packed.subarray(0, 100), 1e6)).toThrow('cut off')
  })
})
