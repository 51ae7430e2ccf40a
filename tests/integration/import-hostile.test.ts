import { mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
import type { JobContext } from '../../analyses/model/job'
import { importSource } from '../../main/workspace/data-sets'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { makeZip } from '../helpers/make-archive'
import { makeOds, makeXlsx, odsContent } from '../helpers/make-workbook'
import { biff8Stream, makeCompoundFile, record, u16 } from '../helpers/make-xls'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const files = importFolder()
const home = importFolder()
let project: Project

beforeAll(async () => {
  const path = join(home.path, 'projekt.duckdb')
  project = await openProject(path, { create: true, workerPath: engineWorker(), app: 'Test', job: quietJob })
  await importSource(project, files.write('dřív.csv', 'kód;n\n01;1\n02;2\n'), {}, quietJob)
})
afterAll(async () => {
  await project.close()
  files.remove()
  home.remove()
})

/** Everything the project holds, and the files beside it. */
async function state(): Promise<unknown> {
  const tables = await project.database.rows(
    `select table_schema as s, table_name as t, count(*) as c from information_schema.columns group by all order by all`,
  )
  const listed = await project.database.rows(
    'select name, row_count from workbench.data_set order by position',
  )
  const rows = await project.database.rows('select * from raw.driv order by _line')
  return [tables, listed, rows, readdirSync(home.path).sort()]
}

/** The one fault an import ends with, after which the project is as it was. */
async function refused(path: string, options: ImportOptions = {}, job: JobContext = quietJob) {
  const before = await state()
  const fault = await faultOf(importSource(project, path, options, job))
  expect(await state()).toEqual(before)
  return fault
}

const sheet = (rows: string) => `<table:table table:name="List">${rows}</table:table>`
const cell = (text: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`
const zip = (name: string, content: string | Uint8Array, more: object = {}) =>
  makeZip([{ name, content, ...more }])
const many = (count: number) =>
  makeZip(Array.from({ length: count }, (_, i) => ({ name: `${i}.csv`, content: 'a,b\n1,2\n' })))
const lol = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lollollollol">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${'bcdefghijklm'[i]} "${`&${'abcdefghijkl'[i]};`.repeat(10)}">`).join('')}]>`

const hostile: readonly (readonly [
  what: string,
  name: string,
  make: () => string | Uint8Array,
  code: RegExp,
])[] = [
  [
    'a zip of zeros that unpacks a thousand times',
    'nuly.zip',
    () => zip('nuly.csv', Buffer.alloc(200e6)),
    /archive-bomb/,
  ],
  ['the same as gz', 'nuly.csv.gz', () => gzipSync(Buffer.alloc(200e6)), /archive-bomb/],
  [
    'a zip in a zip in a zip',
    'hluboko.zip',
    () => zip('b.zip', zip('c.zip', zip('d.csv', 'a,b\n1,2\n'))),
    /archive-too-deep/,
  ],
  ['an archive of 3,000 files', 'mnoho.zip', () => many(3000), /archive-too-many/],
  [
    'an encrypted zip',
    'heslo.zip',
    () => zip('a.csv', 'a,b\n1,2\n', { encrypted: true }),
    /archive-encrypted/,
  ],
  [
    'a billion repeated cells',
    'miliarda.ods',
    () =>
      makeOds(
        odsContent(
          sheet(
            `<table:table-row table:number-rows-repeated="1000000">${cell('x', ' table:number-columns-repeated="1000"')}</table:table-row>`,
          ),
        ),
      ),
    /workbook-too-large/,
  ],
  [
    'entities that grow a billion times, ODS',
    'smich.ods',
    () =>
      makeOds(
        `${lol}${odsContent(sheet(`<table:table-row>${cell('&m;')}</table:table-row>`)).replace(/^<\?xml[^>]*\?>/, '')}`,
      ),
    /workbook-/,
  ],
  [
    'entities that grow a billion times, XLSX',
    'smich.xlsx',
    () =>
      makeXlsx(
        [
          {
            name: 'A',
            rows: [
              ['a', 'b'],
              ['x', 1],
            ],
          },
        ],
        { shared: true, parts: { 'xl/sharedStrings.xml': `${lol}<sst><si><t>&m;</t></si></sst>` } },
      ),
    /workbook-/,
  ],
  [
    'a sheet of formulas that were never calculated',
    'vzorce.xlsx',
    () =>
      makeXlsx([
        {
          name: 'A',
          rows: Array.from({ length: 9 }, () => [{ inside: '<f>1+1</f>' }, { inside: '<f>A1*2</f>' }]),
        },
      ]),
    /workbook-not-calculated/,
  ],
  [
    '100,000 sheets',
    'listy.xlsx',
    () =>
      makeXlsx([{ name: 'A', rows: [['a'], [1]] }], {
        parts: {
          'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${Array.from({ length: 100_000 }, (_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
        },
      }),
    /workbook-/,
  ],
  [
    'a protected XLS',
    'heslo.xls',
    () =>
      makeCompoundFile('Workbook', biff8Stream([{ name: 'A', records: [] }], [record(0x2f, u16(0, 0, 0))])),
    /workbook-protected/,
  ],
  [
    'a protected XLSX',
    'heslo.xlsx',
    () => makeCompoundFile('EncryptedPackage', Buffer.alloc(5000, 7)),
    /workbook-protected/,
  ],
  ['brackets 200,000 deep', 'zavorky.json', () => '['.repeat(200_000), /json-/],
  [
    'objects 100,000 deep, closed',
    'objekty.json',
    () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    /json-/,
  ],
  [
    '10,001 columns',
    'sloupce.csv',
    () =>
      `${Array.from({ length: 10_001 }, (_, i) => `c${i}`).join(',')}\n${Array.from({ length: 10_001 }, (_, i) => i).join(',')}\n`,
    /too-many-columns/,
  ],
]

test.each(hostile)('%s: one fault, the project as before', async (_, name, make, code) => {
  const before = process.memoryUsage().rss
  const fault = await refused(files.write(name, make()))
  expect(fault.code).toMatch(code)
  expect((process.memoryUsage().rss - before) / 1024 ** 2).toBeLessThan(1200)
})

test('an entity that names a file of this computer is not opened', async () => {
  const outside = files.write('tajné.txt', 'TAJNE-HESLO')
  const doctype = `<!DOCTYPE x [<!ENTITY t SYSTEM "file://${outside}">]>`
  const rows = `<table:table-row>${cell('a')}${cell('b')}</table:table-row>`.concat(
    `<table:table-row>${cell('&t;')}${cell('1')}</table:table-row>`,
  )
  const path = files.write(
    'cizi.ods',
    makeOds(`<?xml version="1.0"?>${doctype}${odsContent(sheet(rows)).replace(/^<\?xml[^>]*\?>/, '')}`),
  )
  const fault = await refused(path)
  expect(JSON.stringify(fault)).not.toContain('TAJNE')
})

test('a header of 1 MB a cell: names stay usable', async () => {
  const long = 'á'.repeat(500_000)
  const path = files.write('dlouha.csv', `${long},b\n1,2\n3,4\n`)
  const receipt = await importSource(project, path, {}, quietJob).catch(() => null)
  if (receipt === null) return expect((await refused(path)).code).toMatch(/^import\./)
  for (const { name } of receipt.dataSets[0]?.columns ?? []) expect(name.length).toBeLessThan(200)
  expect(receipt.dataSets[0]?.rows.loaded).toBe(2)
})

/** Runs `harm` once, when the import comes to a step. */
const at = (step: string, harm: () => void): JobContext => {
  let done = false
  return {
    ...quietJob,
    report: ({ titleKey }) => {
      if (done || titleKey !== step) return
      done = true
      harm()
    },
  }
}
const rows = Array.from({ length: 40_000 }, (_, i) => `${i};obec ${i % 90}`).join('\n')

function replaceFile(path: string): void {
  unlinkSync(path)
  writeFileSync(path, 'a;b\n1;2\n')
}

test.each([
  ['cut off', (path: string) => truncateSync(path, 5000)],
  ['emptied', (path: string) => truncateSync(path, 0)],
  ['taken away', (path: string) => unlinkSync(path)],
  ['replaced', replaceFile],
  [
    'written over in place',
    (path: string) => writeFileSync(path, `id;text\n${rows.replaceAll('obec', 'OBEC')}`),
  ],
])('a file that is %s while it is read', async (what, harm) => {
  for (const step of ['import.step.survey', 'import.step.read', 'import.step.types']) {
    const path = files.write(`mění se ${what}.csv`, `id;text\n${rows}`)
    const fault = await refused(
      path,
      {},
      at(step, () => harm(path)),
    )
    expect(fault.code).toMatch(/import\.(?:file-changed|file-missing|file-unreadable)/)
  }
})

test('a folder called like a file, a loop of links, a link to nothing, a link to a file', async () => {
  mkdirSync(join(files.path, 'složka.xlsx'))
  expect(await refused(join(files.path, 'složka.xlsx'))).toMatchObject({ code: 'import.empty-folder' })
  symlinkSync(join(files.path, 'kruh-b.csv'), join(files.path, 'kruh-a.csv'))
  symlinkSync(join(files.path, 'kruh-a.csv'), join(files.path, 'kruh-b.csv'))
  expect(await refused(join(files.path, 'kruh-a.csv'))).toMatchObject({ code: 'import.file-unreadable' })
  symlinkSync(join(files.path, 'nikde.csv'), join(files.path, 'nikam.csv'))
  expect(await refused(join(files.path, 'nikam.csv'))).toMatchObject({ code: 'import.file-missing' })
  const folder = join(files.path, 'v kruhu')
  mkdirSync(folder)
  symlinkSync(folder, join(folder, 'sama'))
  expect((await refused(folder)).code).toMatch(/import\.empty-folder/)
})

test.each([
  `o'brien "x".csv`,
  'řádek\nzlom.csv',
  '😀🎉.csv',
  '; drop table raw.driv --.csv',
  '-.csv',
  `${'d'.repeat(200)}.csv`,
])('a file called %j loads under a plain name', async (name) => {
  const receipt = await importSource(
    project,
    files.write(name, 'kód;n\n01;1\n02;2\n'),
    { replace: true },
    quietJob,
  )
  const [dataSet] = receipt.dataSets
  expect(dataSet?.name).toMatch(/^[a-z_][a-z0-9_]*$/)
  expect(receipt.source.file).toBe(name)
  expect(await project.database.rows(`select count(*) as n from main."${dataSet?.name}"`)).toEqual([{ n: 2 }])
})

test('nothing is left in the folder of the project but the project', () => {
  const left = readdirSync(home.path).filter(
    (name) => !/^projekt\.duckdb(?:\.previous|\.lock|\.wal)?$/.test(name),
  )
  expect(left).toEqual([])
  rmSync(join(files.path, 'dřív.csv'))
})
