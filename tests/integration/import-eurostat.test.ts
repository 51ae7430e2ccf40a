import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

const load = (path: string) => database.transaction((within) => loadFile(within, path, {}, quietJob))

const tsv = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

test('packed keys, missing cells, values with flags; newest period first', async () => {
  const path = files.write(
    'lfst.tsv',
    tsv(
      'age,sex,geo\\time\t2013 \t2012 ',
      'Y15-24,F,CZ01\t9.4 b\t12.3 ',
      'Y15-24,M,CZ01\t: u\t6.8 u',
      'Y15-24,T,CZ01\t: \t: c',
      'Y15-24,T,PL21\t1.5 e\t2.5 bs',
      'Y15-24,T,SK01\t3 z\t0n',
    ),
  )
  const preview = await inspectFile(path, {}, quietJob)
  const receipt = await load(path)
  const [dataSet] = receipt.dataSets
  expect(preview.rows).toEqual(dataSet?.rows)
  expect(receipt.source.dialect).toMatchObject({ format: 'eurostat-tsv', delimiter: '\t', quote: null })
  expect(dataSet).toMatchObject({
    rows: { read: 5, loaded: 5, rejected: 0, preamble: 0, footer: 0 },
    header: 1,
    observations: 10,
  })
  expect(dataSet?.columns.map(({ name, role, missing }) => [name, role, missing])).toEqual([
    ['age', 'age', 0],
    ['sex', 'sex', 0],
    ['geo', 'territory', 0],
    ['time_period', 'period', 0],
    ['obs_value', 'measure', 3],
    ['obs_status', 'status', 3],
    ['conf_status', 'status', 9],
  ])
  const rows = await database.rows(
    'select geo, sex, time_period, obs_value, obs_status, conf_status from lfst',
  )
  const cells = rows.map((row) => Object.values(row))
  expect(cells).toEqual([
    ['CZ01', 'F', '2013', 9.4, 'b', null],
    ['CZ01', 'F', '2012', 12.3, null, null],
    ['CZ01', 'M', '2013', null, 'u', null],
    ['CZ01', 'M', '2012', 6.8, 'u', null],
    ['CZ01', 'T', '2013', null, null, null],
    ['CZ01', 'T', '2012', null, null, 'C'],
    ['PL21', 'T', '2013', 1.5, 'e', null],
    ['PL21', 'T', '2012', 2.5, 'bi', null],
    ['SK01', 'T', '2013', 3, 'm', null],
    ['SK01', 'T', '2012', 0, 'n', null],
  ])
})

test('the new header, an exponent beside the flag e, and confidentiality letters', async () => {
  const path = files.write(
    'new.tsv',
    tsv('freq,unit,geo\\TIME_PERIOD\t2023-Q1 \t2023-Q2 ', 'Q,PC,CZ\t1.5e3 e\t: @C', 'Q,PC,PL\t-2.5 \t7 pN'),
  )
  await load(path)
  const rows = await database.rows('select geo, time_period, obs_value, obs_status, conf_status from "new"')
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['CZ', '2023-Q1', 1500, 'e', null],
    ['CZ', '2023-Q2', null, null, 'C'],
    ['PL', '2023-Q1', -2.5, null, null],
    ['PL', '2023-Q2', 7, 'p', 'N'],
  ])
})

test('a series with one cell outside the grammar is rejected whole', async () => {
  const good = Array.from({ length: 30 }, (_, i) => `T,R${i}\t${i} \t${i}.5 p`)
  const path = files.write(
    'odd.tsv',
    tsv('sex,geo\\time\t2020 \t2021 ', ...good, 'T,CZ\t1 \tn/a', 'T,CZ,X\t1 \t2 '),
  )
  const [dataSet] = (await load(path)).dataSets
  expect(dataSet?.rows).toEqual({ read: 32, loaded: 30, rejected: 2, preamble: 0, footer: 0 })
  expect(dataSet?.observations).toBe(60)
  expect(await database.rows('select line, reason from rejects.odd order by 1')).toEqual([
    { line: 32, reason: 'not-eurostat-cell' },
    { line: 33, reason: 'not-eurostat-key' },
  ])
})

test('a file said to be Eurostat and without a packed header is refused', async () => {
  const path = files.write('plain.csv', 'a,b\n1,2\n')
  const work = inspectFile(path, { format: 'eurostat-tsv' }, quietJob)
  expect(await faultOf(work)).toMatchObject({ code: 'import.not-eurostat' })
})
