import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../analyses/model/database'
import { engineWorker } from '../../../tests/helpers/engine'
import { importFolder, quietJob } from '../../../tests/helpers/import-files'
import { openDatabase } from '../../db/duckdb-database'
import { inspectFile, loadFile } from '..'

const files = importFolder()
let database: Database
beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

/** Loads a text; counts of preview and receipt must agree. */
async function load(name: string, text: string) {
  const path = files.write(`${name}.csv`, text)
  const preview = await inspectFile(path, {}, quietJob)
  const { dataSets } = await database.transaction((within) => loadFile(within, path, {}, quietJob))
  expect(preview.rows).toEqual(dataSets[0]?.rows)
  const types = dataSets.map(({ columns }) =>
    Object.fromEntries(columns.map((each) => [each.name, each.type])),
  )
  return { dataSets, types, rows: (table = name) => database.rows(`select * from main."${table}"`) }
}

test('an answer of Flux: parts with the same columns are one table, others another', async () => {
  const part = (table: number, value: string) =>
    [
      '#group,false,false,false,true',
      '#datatype,string,long,dateTime:RFC3339,double,string',
      '#default,_result,,,,',
      ',result,table,_time,_value,host',
      `,,${table},2023-01-01T00:00:00.123456789Z,${value},a`,
      `,,${table},2023-01-01T01:00:00+01:00,,b`,
      '',
    ].join('\r\n')
  const other = '#datatype,string,long,string\r\n#default,_result,,\r\n,result,table,name\r\n,,0,x\r\n'
  const { dataSets, types, rows } = await load('flux', `${part(0, '1.5')}\r\n${part(1, '2.5e3')}\r\n${other}`)
  expect(dataSets.map((each) => each.rows)).toEqual([
    { read: 11, loaded: 4, rejected: 0, preamble: 7, footer: 0 },
    { read: 3, loaded: 1, rejected: 0, preamble: 2, footer: 0 },
  ])
  expect(types[0]).toEqual({
    result: 'text',
    table: 'integer',
    time: 'timestamp',
    value: 'number',
    host: 'text',
  })
  const [first, second, third] = await rows()
  expect(first).toMatchObject({ result: '_result', table: 0, value: 1.5, host: 'a' })
  expect(String(first?.['time'])).toMatch(/^2023-01-01T00:00:00\.123456/)
  expect(second).toMatchObject({ time: '2023-01-01T00:00:00', value: null })
  expect(third).toMatchObject({ table: 1, value: 2500 })
  // The file's own cells are empty; what they stand for is in the view.
  expect(await database.rows('select distinct result from raw.flux')).toEqual([{ result: '' }])
  expect(dataSets[0]?.columns.find(({ name }) => name === 'result')).toMatchObject({
    fallback: '_result',
    missing: 0,
    distinct: 1,
  })
  expect(dataSets[0]?.problems.filter(({ column }) => column === 'result')).toEqual([])
})

test('two results of a query are two tables: their empty cells stand for other texts', async () => {
  const result = (name: string) =>
    `#datatype,string,long,double\n#default,${name},,\n,result,table,_value\n,,0,1\n,,0,2\n`
  const { dataSets, rows } = await load('results', `${result('mean')}\n${result('max')}`)
  expect(dataSets.map((each) => each.rows.loaded)).toEqual([2, 2])
  expect((await rows()).map((row) => row['result'])).toEqual(['mean', 'mean'])
  expect((await rows(dataSets[1]?.name)).map((row) => row['result'])).toEqual(['max', 'max'])
})

test('the extended form: own formats, constants, a time zone, defaults', async () => {
  const text = [
    '#constant measurement,test',
    '#constant tag,site,Žďár',
    '#timezone -0500',
    '#datatype dateTime:2006-01-02|1970-01-02,"double:,. ","boolean:y,Y:n,N|y"',
    't,d,b',
    '1970-01-01,"123.456,78",n',
    ',"123 456,78",',
  ]
  const { types, rows } = await load('extended', text.join('\n'))
  expect(types[0]).toEqual({ t: 'timestamp', d: 'number', b: 'boolean', measurement: 'text', site: 'text' })
  expect(await rows()).toEqual([
    { t: '1970-01-01T05:00:00', d: 123456.78, b: false, measurement: 'test', site: 'Žďár' },
    { t: '1970-01-02T05:00:00', d: 123456.78, b: true, measurement: 'test', site: 'Žďár' },
  ])
  expect(await database.rows('select d from raw.extended order by _line')).toEqual([
    { d: '123.456,78' },
    { d: '123 456,78' },
  ])
})

test('types in the header itself, and a first line that names the delimiter', async () => {
  const { dataSets, rows } = await load(
    'labels',
    'sep=;\nm|measurement|cpu;available|boolean:y,Y:|n;dt|dateTime:number\n;nil;1\nx;Y;1582669077000000000\n;";";\n',
  )
  expect(dataSets[0]?.rows).toEqual({ read: 4, loaded: 3, rejected: 0, preamble: 1, footer: 0 })
  expect(await rows()).toEqual([
    { m: 'cpu', available: false, dt: '1970-01-01T00:00:00' },
    { m: 'x', available: true, dt: '2020-02-25T22:17:57' },
    { m: 'cpu', available: false, dt: null },
  ])
})

test('a record of another width is rejected with its text', async () => {
  const { dataSets } = await load(
    'ragged',
    `#datatype measurement,double,double\nm,a,b\n${'x,1,2\n'.repeat(20)}x,1\nx,3,4\n`,
  )
  expect(dataSets[0]?.rows).toEqual({ read: 23, loaded: 21, rejected: 1, preamble: 1, footer: 0 })
  expect(await database.rows('select line, raw, reason from rejects.ragged')).toEqual([
    { line: 23, raw: 'x,1', reason: 'too-few-fields' },
  ])
})
