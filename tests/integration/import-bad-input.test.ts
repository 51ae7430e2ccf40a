import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
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

const load = (path: string, options: ImportOptions = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))
const inspect = (path: string) => inspectFile(path, {}, quietJob)

test.each([
  ['empty.csv', ''],
  ['blank.csv', ' \r\n\t\n\n'],
])('%s holds nothing', async (name, content) => {
  expect(await faultOf(inspect(files.write(name, content)))).toMatchObject({ code: 'import.empty-file' })
})

test.each([
  ['pdf.csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), 'PDF'],
  ['noise.csv', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 251)), 'binary data'],
])('%s is named for what it is', async (name, content, kind) => {
  const fault = await faultOf(inspect(files.write(name, content)))
  expect(fault).toMatchObject({ code: 'import.not-text', values: { kind } })
})

test.each([
  ['zip.csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), 'import.archive-damaged'],
  ['sqlite.csv', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)]), 'import.damaged'],
])('%s is opened as what it is, whatever it is called, and is damaged', async (name, content, code) => {
  expect(await faultOf(inspect(files.write(name, content)))).toMatchObject({ code })
})

test('a path that is nothing, and a folder without files', async () => {
  expect(await faultOf(inspect(join(files.path, 'absent.csv')))).toMatchObject({
    code: 'import.file-missing',
  })
  mkdirSync(join(files.path, 'folder.csv'))
  expect(await faultOf(inspect(join(files.path, 'folder.csv')))).toMatchObject({
    code: 'import.empty-folder',
  })
})

test('a file that grows while it is read is not loaded', async () => {
  const path = files.write('growing.csv', `a,b\n${'1,2\n'.repeat(1000)}`)
  const job = {
    ...quietJob,
    report: ({ titleKey }: { titleKey: string }) => {
      if (titleKey === 'import.step.types') appendFileSync(path, '3,4\n')
    },
  }
  const work = database.transaction((within) => loadFile(within, path, {}, job))
  expect(await faultOf(work)).toMatchObject({ code: 'import.file-changed' })
  expect(await database.rows("select 1 from information_schema.tables where table_name = 'growing'")).toEqual(
    [],
  )
})

test('a header without records loads as an empty data set and says so', async () => {
  const [dataSet] = (await load(files.write('header.csv', 'kraj;rok;hodnota\n'))).dataSets
  expect(dataSet?.rows).toEqual({ read: 0, loaded: 0, rejected: 0, preamble: 0, footer: 0 })
  expect(dataSet?.columns.map(({ name }) => name)).toEqual(['kraj', 'rok', 'hodnota'])
  expect(dataSet?.problems).toContainEqual({ code: 'rows.none', count: 1, example_line: 1 })
})

test('NUL bytes and broken characters cost only their records', async () => {
  const good = Array.from({ length: 60 }, (_, i) => `žluť ${i},${i}`).join('\n')
  const content = Buffer.concat([
    Buffer.from(`name,n\n${good}\nnul\0,1\n`),
    Buffer.from([0x62, 0xff, 0xfe, 0x2c, 0x32, 0x0a]),
    Buffer.from('konec,3\n'),
  ])
  const receipt = await load(files.write('nul.csv', content))
  expect(receipt.source.encoding).toBe('utf-8')
  expect(receipt.dataSets[0]?.rows).toMatchObject({ read: 63, loaded: 61, rejected: 2 })
  expect(await database.rows('select line, reason from rejects.nul order by 1')).toEqual([
    { line: 62, reason: 'nul-byte' },
    { line: 63, reason: 'broken-characters' },
  ])
})

test('the first letter outside ASCII in the last row still decides the encoding', async () => {
  const head = `name,n\n${'plain,1\n'.repeat(700_000)}`
  const content = Buffer.concat([
    Buffer.from(head),
    iconv.encode('Příbram,2\nDěčín,3\nLouňovice,4\n', 'windows-1250'),
  ])
  const path = files.write('late.csv', content)
  const receipt = await load(path)
  expect(receipt.source.encoding).toBe('windows-1250')
  expect(await database.rows('select name from late where n > 1 order by n')).toEqual([
    { name: 'Příbram' },
    { name: 'Děčín' },
    { name: 'Louňovice' },
  ])
})

test('a quote that never closes costs its record', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i},x`).join('\n')
  const [dataSet] = (await load(files.write('unclosed.csv', `id,text\n${rows}\n30,"never\n31,y\n`))).dataSets
  expect(dataSet?.rows).toMatchObject({ read: 32, loaded: 31, rejected: 1 })
  expect(await database.rows('select line, raw, reason from rejects.unclosed')).toEqual([
    { line: 32, raw: '30,"never', reason: 'unclosed-quote' },
  ])
})

test('one line of two megabytes', async () => {
  const [dataSet] = (await load(files.write('line.csv', 'x'.repeat(2 * 1024 * 1024)))).dataSets
  expect(dataSet?.rows.read).toBe((dataSet?.rows.loaded ?? 0) + (dataSet?.rows.rejected ?? 0))
})

test('five hundred columns', async () => {
  const columns = Array.from({ length: 500 }, (_, i) => `c${i}`)
  const row = columns.map((_, i) => String(i)).join(',')
  const [dataSet] = (await load(files.write('wide.csv', `${columns.join(',')}\n${row}\n${row}\n`))).dataSets
  expect(dataSet?.columns).toHaveLength(500)
  expect(await database.rows('select c499 from wide limit 1')).toEqual([{ c499: 499 }])
})

test('an encoding and a column nobody knows', async () => {
  const path = files.write('known.csv', 'a,b\n1,2\n')
  expect(await faultOf(load(path, { encoding: 'klingon' }))).toMatchObject({
    code: 'import.unknown-encoding',
  })
  expect(await faultOf(load(path, { columns: { z: { type: 'text' } } }))).toMatchObject({
    code: 'import.unknown-column',
    values: { column: 'z' },
  })
  expect(await faultOf(load(path, { headerLine: 99 }))).toMatchObject({ code: 'import.bad-layout' })
})
