import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

function folderOf(name: string, content: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(files.path, name)
  mkdirSync(path)
  for (const [file, text] of Object.entries(content)) writeFileSync(join(path, file), text)
  return path
}

const load = (path: string, options = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')

test('every file of a folder is a data set, what is no table is named', async () => {
  const path = folderOf('výkazy', {
    'leden.csv': 'obec;dětí\nA;1\nB;2\n',
    'únor.csv': 'obec;dětí\nA;3\n',
    'popis.pdf': pdf,
    'README.txt': 'popis dat\n',
  })
  const receipt = await load(path)
  expect(receipt.dataSets.map(({ name, rows, table }) => [name, rows.loaded, table?.id])).toEqual([
    ['vykazy', 2, 'leden.csv'],
    ['vykazy_unor', 1, 'únor.csv'],
  ])
  expect(receipt.dataSets[0]?.problems).toContainEqual({
    code: 'members.skipped',
    count: 2,
    example_line: null,
    subject: 'popis.pdf, README.txt',
  })
  const digest = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
  const list = [
    `${digest('popis dat\n')}  README.txt\n`,
    `${digest('obec;dětí\nA;1\nB;2\n')}  leden.csv\n`,
    `${digest(pdf)}  popis.pdf\n`,
    `${digest('obec;dětí\nA;3\n')}  únor.csv\n`,
  ]
  expect(receipt.source.sha256).toBe(digest(list.join('')))
})

test('one table of several can be asked for, and it keeps its name', async () => {
  const path = folderOf('volba', { 'a.csv': 'x;y\n1;2\n', 'b.csv': 'x;z\n3;4\n' })
  const preview = await inspectFile(path, { only: ['b.csv'] }, quietJob)
  expect(preview.tables.map(({ id, name }) => [id, name])).toEqual([
    ['a.csv', 'volba'],
    ['b.csv', 'volba_b'],
  ])
  expect(preview.columns.map(({ label }) => label)).toEqual(['x', 'z'])
  const receipt = await load(path, { only: ['b.csv'], tables: { 'b.csv': { name: 'druha' } } })
  expect(receipt.dataSets.map(({ name }) => name)).toEqual(['druha'])
  expect(await faultOf(load(path, { only: ['c.csv'] }))).toMatchObject({
    code: 'import.unknown-table',
    values: { table: 'c.csv', tables: 'a.csv, b.csv' },
  })
})

test('a folder in which nothing is a table', async () => {
  const path = folderOf('jen pdf', { 'popis.pdf': pdf })
  expect(await faultOf(load(path))).toMatchObject({ code: 'import.not-text', values: { file: 'popis.pdf' } })
})
