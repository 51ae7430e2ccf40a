import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import type { Pack } from '../../analyses/model/pack'
import type { ReportDocument } from '../../analyses/model/report-document'
import type { RunRecord } from '../../analyses/model/run-record'
import { buildReport } from '../../analyses/report'
import { writeCsv } from '../../main/export'
import { exportDocx } from '../../main/export/docx/export-docx'
import { exportHtml } from '../../main/export/html/export-html'
import { readCsvTable, readDocxTables, readHtmlTables, readXlsxTables } from '../../main/export/readback'
import { exportXlsx } from '../../main/export/xlsx/export-xlsx'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { asRead, asWorkbook, tableDifferences, wantedTables } from '../helpers/exported-tables'
import { fullDocument } from '../helpers/full-document'
import { quiet, runCase } from '../helpers/pack-case'
import { fontFolder } from '../helpers/small-report'

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
  ] as const)('%s, %s: the same numbers in HTML, DOCX, XLSX and CSV', async (id, name, locale) => {
    const pack = packs.find((candidate) => candidate.id === id)
    const golden = pack?.cases.find((candidate) => candidate.name === name)
    if (pack === undefined || golden === undefined) throw new Error(`no case ${id} ${name}`)
    const record = await runCase(project, folder, pack, golden, locale)
    if (record instanceof FaultError) throw record
    const document = buildReport({ pack, record, locale, mostRows: Number.MAX_SAFE_INTEGER })
    expect(await sameEverywhere(document)).toBeGreaterThan(50)
    sameInCsv(pack, record)
  })
})

/** Plain tables hold the numbers of the record, to the last digit. */
function sameInCsv(_pack: Pack, record: RunRecord): void {
  for (const [name, rows] of Object.entries(record.tables)) {
    const columns = record.schema[name] ?? []
    const read = readCsvTable(writeCsv({ columns, rows }, { byteOrderMark: true }))
    expect(read.columns).toEqual(columns.map((column) => column.name))
    const found = read.rows.filter((row) => row.length === columns.length)
    expect(found.length).toBe(rows.length)
    for (const [line, row] of rows.entries())
      for (const [index, column] of columns.entries()) {
        const value = row[column.name] ?? null
        const text = found[line]?.[index]?.text ?? ''
        if (typeof value === 'number') expect(Number(text)).toBe(value === 0 ? 0 : value)
        else expect(text.replace(/^'(?=\s*[=+\-@])/, '')).toBe(value === null ? '' : String(value))
      }
  }
}
