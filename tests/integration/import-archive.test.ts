import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { makeTar, makeZip } from '../helpers/make-archive'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})

afterAll(async () => {
  await database.close()
  files.remove()
})

const load = (path: string, options = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))

const csv = 'obec;dětí\nBrno;1\nKyjov;2\n'

test('a gz is a data set of its own name, its digest that of the file', async () => {
  const path = files.write('děti 2024.csv.gz', gzipSync(csv))
  const receipt = await load(path)
  expect(receipt.dataSets.map(({ name, rows }) => [name, rows.loaded])).toEqual([['deti_2024', 2]])
  expect(receipt.source).toMatchObject({ file: 'děti 2024.csv.gz', bytes: gzipSync(csv).length })
  expect(await database.rows('select obec, deti from deti_2024 order by 1')).toEqual([
    { obec: 'Brno', deti: 1 },
    { obec: 'Kyjov', deti: 2 },
  ])
})

test('every table of a zip is a data set; what is none is named', async () => {
  const zip = makeZip([
    { name: 'rok/leden.csv', content: csv },
    { name: 'rok/únor.csv', content: 'obec;dětí\nBrno;3\n' },
    { name: 'rok/mapa.png', content: Buffer.from('89504e470d0a1a0a0000', 'hex') },
  ])
  const receipt = await load(files.write('výkazy.zip', zip))
  expect(receipt.dataSets.map(({ rows, table }) => [rows.loaded, table?.id])).toEqual([
    [2, 'rok/leden.csv'],
    [1, 'rok/únor.csv'],
  ])
  expect(receipt.dataSets[0]?.problems).toContainEqual(
    expect.objectContaining({ code: 'members.skipped', count: 1, subject: 'rok/mapa.png' }),
  )
})

test('one member may be chosen', async () => {
  const tar = makeTar([
    { name: 'a.csv', content: csv },
    { name: 'b.csv', content: csv },
  ])
  const path = files.write('dva.tar.gz', gzipSync(tar))
  const preview = await inspectFile(path, {}, quietJob)
  expect(preview.tables.map(({ id }) => id)).toEqual(['a.csv', 'b.csv'])
  const receipt = await load(path, { only: ['b.csv'] })
  expect(receipt.dataSets).toHaveLength(1)
})

test('a damaged archive leaves nothing behind', async () => {
  const path = files.write('cut.csv.gz', gzipSync(csv).subarray(0, -5))
  expect((await faultOf(load(path))).code).toBe('import.archive-damaged')
  const tables = await database.rows("select 1 from information_schema.tables where table_name = 'cut'")
  expect(tables).toEqual([])
})
