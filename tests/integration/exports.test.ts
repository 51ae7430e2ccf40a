import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import type { Locale } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { Published } from '../../analyses/model/published'
import type { ReportDocument } from '../../analyses/model/report-document'
import type { RunRecord } from '../../analyses/model/run-record'
import { buildReport } from '../../analyses/report'
import { writeCsv } from '../../main/export'
import { writeArrow } from '../../main/export/arrow/write-arrow'
import { exportCsvw } from '../../main/export/csvw/export-csvw'
import { exportDocx } from '../../main/export/docx/export-docx'
import { exportHtml } from '../../main/export/html/export-html'
import { writeParquet } from '../../main/export/parquet/write-parquet'
import { readDocxTables, readHtmlTables, readXlsxTables } from '../../main/export/readback'
import { exportXlsx } from '../../main/export/xlsx/export-xlsx'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { asRead, asWorkbook, tableDifferences, wantedTables } from '../helpers/exported-tables'
import { fullDocument } from '../helpers/full-document'
import { openDifferences, readArrow, readCsv, readPackage, readParquet, tableOf } from '../helpers/open-data'
import { quiet, runCase } from '../helpers/pack-case'
import { fontFolder, noDisclosure, smallPack, smallRecord } from '../helpers/small-report'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

/** Compares every cell of every table of a report with what is read back from its files. */
async function sameEverywhere(document: ReportDocument): Promise<number> {
  const page = await exportHtml(document, { fontFolder })
  const paper = await exportHtml(document, { fontFolder, paper: true })
  const word = await exportDocx(document, { fontFolder })
  const book = await exportXlsx(document, 'report.xlsx')
  const compared = [
    tableDifferences(document, readHtmlTables(page), asRead),
    tableDifferences(document, readDocxTables(word), asRead),
    tableDifferences(document, readXlsxTables(book), asWorkbook),
  ]
  for (const { differences } of compared) expect(differences.slice(0, 20)).toEqual([])
  expect(readHtmlTables(paper).length).toBe(wantedTables(document).length)
  return Math.min(...compared.map(({ cells }) => cells))
}

describe('a composition in two languages', () => {
  test.each([
    ['cs', 'en'],
    ['pl', 'cs'],
    ['en', 'pl'],
  ] as const)('%s and %s: the same tables in HTML, DOCX and XLSX, cell by cell', async (first, second) => {
    expect(await sameEverywhere(fullDocument('Ústí nad Olší', first, second))).toBeGreaterThan(600)
  })
})

test('a difference of one digit is found', async () => {
  const document = fullDocument()
  const page = await exportHtml(document, { fontFolder })
  const last = page.lastIndexOf('data-value="0.58')
  const changed = `${page.slice(0, last)}data-value="0.59${page.slice(last + 16)}`
  expect(tableDifferences(document, readHtmlTables(changed), asRead).differences).toHaveLength(1)
})

describe('packs', async () => {
  const folder = scratchFolder('exports')
  const { packs } = await loadPacks([resolve(import.meta.dirname, '../../analyses/packs')], { cases: true })
  let project: Project
  beforeAll(async () => {
    project = await openProject(join(folder, 'exports.duckdb'), {
      create: true,
      workerPath: engineWorker(),
      app: 'test',
      job: quiet,
    })
  })
  afterAll(async () => {
    await project.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    ['gender-gap', 'two-districts', 'cs'],
    ['benchmark', 'by-hand', 'pl'],
    ['difference-in-differences', 'gaps', 'en'],
    ['spatial-autocorrelation', 'gaps', 'cs'],
  ] as const)(
    '%s, %s: the same numbers in HTML, DOCX, XLSX, CSV, CSV on the Web, Arrow and Parquet',
    async (id, name, locale) => {
      const pack = packs.find((candidate) => candidate.id === id)
      const golden = pack?.cases.find((candidate) => candidate.name === name)
      if (pack === undefined || golden === undefined) throw new Error(`no case ${id} ${name}`)
      const record = await runCase(project, folder, pack, golden, locale)
      if (record instanceof FaultError) throw record
      const document = buildReport({ pack, record, locale, mostRows: Number.MAX_SAFE_INTEGER })
      expect(await sameEverywhere(document)).toBeGreaterThan(50)
      expect(await sameInOpenData(pack, record, locale)).toBeGreaterThan(20)
    },
  )
})

/** Files for machines hold the cells of the record, numbers to the last digit. */
async function sameInOpenData(pack: Pack, record: RunRecord, locale: Locale): Promise<number> {
  const document = buildReport({ pack, record, locale })
  const packed = readPackage(
    exportCsvw(document, [{ key: 'main', pack, record }], publishedOf(record)),
    record,
  )
  expect([...packed.keys()].toSorted()).toEqual(
    Object.keys(pack.manifest.tables)
      .filter((name) => name in record.tables)
      .toSorted(),
  )
  let cells = 0
  for (const name of Object.keys(record.tables)) {
    const table = tableOf(record, name)
    const arrow = await writeArrow(table)
    const read = {
      csv: readCsv(writeCsv(table, { byteOrderMark: true }), table),
      arrow: readArrow(arrow),
      parquet: await readParquet(await writeParquet(arrow)),
      ...(packed.has(name) ? { csvw: packed.get(name) } : {}),
    }
    for (const [format, found] of Object.entries(read))
      expect([format, name, found === undefined ? null : openDifferences(table, found)]).toEqual([
        format,
        name,
        [],
      ])
    cells += table.rows.length * table.columns.length
  }
  return cells
}

const publishedOf = (record: RunRecord): Published => ({
  ...{ format: 'workbench-published/1', locale: 'cs', composition: null },
  ...{ runs: { main: record }, disclosure: noDisclosure },
})

test('a difference of the last digit is found in CSV, CSV on the Web, Arrow and Parquet', async () => {
  const [pack, record] = [smallPack(), smallRecord()]
  const changed: RunRecord = {
    ...record,
    tables: {
      ...record.tables,
      gap: (record.tables['gap'] ?? []).map((row, at) =>
        at === 0 ? { ...row, women: 0.5812345678901235 } : row,
      ),
    },
  }
  const [table, other] = [tableOf(record, 'gap'), tableOf(changed, 'gap')]
  const document = buildReport({ pack, record, locale: 'en' })
  const packed = readPackage(
    exportCsvw(document, [{ key: 'main', pack, record: changed }], publishedOf(changed)),
    record,
  )
  const arrow = await writeArrow(other)
  for (const read of [
    readCsv(writeCsv(other, { byteOrderMark: true }), table),
    packed.get('gap'),
    readArrow(arrow),
    await readParquet(await writeParquet(arrow)),
  ])
    expect(read === undefined ? [] : openDifferences(table, read)).toHaveLength(1)
  expect(openDifferences(table, readArrow(await writeArrow(table)))).toEqual([])
})
