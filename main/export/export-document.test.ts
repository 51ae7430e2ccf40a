import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DisclosureSummary } from '../../analyses/model/disclosure'
import { publishedSchema } from '../../analyses/model/published'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'
import { buildReport } from '../../analyses/report'
import { fontFolder, smallPack, smallRecord, townRows } from '../../tests/helpers/small-report'
import { taggedPdf } from '../../tests/helpers/tagged-pdf'
import { type ExportOrder, exportDocument } from './export-document'

const record = smallRecord()
const numbers = ['women', 'men', 'total', 'difference', 'ratio'] as const
const truth = (record.tables['gap'] ?? []).map((row) => numbers.map((name) => row[name]))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbench-export-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What protection says of a record that holds nothing about persons. */
const disclosure: DisclosureSummary = {
  applies: false,
  rules: {
    minimum: 10,
    zeros: false,
    concentration: false,
    group: true,
    extremes: true,
    treatment: 'suppress',
    base: null,
  },
  cells: 0,
  primary: 0,
  secondary: 0,
  lost: null,
  withheld: 0,
  audit: { attacked: 0, protected: 0, earlier: 0, optimal: true },
  reasons: {},
}

const order = (
  format: ExportOrder['format'],
  { record: own = record, ...more }: Partial<ExportOrder> & { readonly record?: RunRecord } = {},
): ExportOrder => ({
  document: buildReport({ pack: smallPack(), record: own, locale: 'cs' }),
  runs: [{ key: 'run', pack: smallPack(), record: { ...own, disclosure } }],
  composition: null,
  disclosure,
  format,
  path: join(folder, `out.${format}`),
  fontFolder,
  printer: null,
  job: { signal: new AbortController().signal, report: () => undefined },
  ...more,
})
const exported = async (format: ExportOrder['format'], more: Parameters<typeof order>[1] = {}) => {
  const { path, bytes } = await exportDocument(order(format, more))
  const content = await readFile(path)
  expect(content.length).toBe(bytes)
  return content
}
const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { fault?: { code: string; values: unknown } }) => error.fault ?? error,
  )

describe('every format holds the numbers of the record, to the last digit', () => {
  test('HTML, in the machine values of its cells', async () => {
    const page = (await exported('html')).toString()
    const table = /<table id="table-gap">[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''
    const rows = [...table.matchAll(/<tr>(<th scope="row"[\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<td class="number([^"]*)"(?: data-value="([^"]+)")?>/g)].map(([, absent, value]) =>
        absent === '' ? Number(value) : null,
      ),
    )
    expect(rows).toEqual(truth)
  })

  test('CSV', async () => {
    const text = (await exported('csv')).toString()
    expect(text.startsWith('\ufeffterritory,period,women,men,total,difference,ratio,status\r\n')).toBe(true)
    const rows = text.trimEnd().split('\r\n').slice(1)
    const read = rows.map((row) =>
      row
        .split(',')
        .slice(2, 7)
        .map((cell) => (cell === '' ? null : Number(cell))),
    )
    expect(read).toEqual(truth)
  })

  test('Arrow, with types', async () => {
    const table = tableFromIPC(await exported('arrow'))
    expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'territory Utf8',
      'period Utf8',
      ...numbers.map((name) => `${name} Float64`),
      'status Utf8',
    ])
    expect(table.toArray().map((row) => numbers.map((name) => row[name]))).toEqual(truth)
    expect(table.getChild('territory')?.toArray()).toEqual(townRows.map(({ territory }) => territory))
  })

  test('JSON, the record itself', async () => {
    expect(runRecordSchema.parse(JSON.parse((await exported('json')).toString()))).toEqual({
      ...record,
      disclosure,
    })
  })

  test('SVG, in the places of its marks', async () => {
    const svg = (await exported('svg')).toString()
    // The legend's is the last.
    const circles = marks(svg, '#6B4C9A').slice(0, -1)
    const drawn = townRows.flatMap(({ women }) => women ?? [])
    // One scale for all: the place of each circle is a straight function of its value.
    const [x0 = 0, x1 = 0] = circles
    const [v0 = 0, v1 = 0] = drawn
    const perUnit = (x1 - x0) / (v1 - v0)
    expect(circles).toHaveLength(drawn.length)
    for (const [index, value] of drawn.entries())
      expect(circles[index]).toBeCloseTo(x0 + (value - v0) * perUnit, 1)
  })
})

/** Horizontal places of the marks of one colour. */
const marks = (svg: string, colour: string): readonly number[] =>
  [...svg.matchAll(/<path [^>]*transform="translate\(([\d.]+),[\d.]+\)"[^>]*>/g)]
    .filter(([tag]) => tag.includes(`fill="${colour}"`))
    .map(([, x]) => Number(x))

test('an empty table keeps its columns in every format', async () => {
  const empty = smallRecord([])
  expect((await exported('csv', { record: empty })).toString()).toMatch(/^\ufeffterritory,[^\r]*\r\n$/)
  const table = tableFromIPC(await exported('arrow', { record: empty }))
  expect([table.numRows, table.numCols]).toEqual([0, 8])
})

test('a part is chosen by name, and a wrong name lists the right ones', async () => {
  expect((await exported('csv', { part: 'words' })).toString()).toContain('territory,period,points,n')
  expect(await faultOf(exportDocument(order('svg', { part: 'map' })))).toMatchObject({
    code: 'export.part-missing',
    values: { part: 'map', known: 'dumbbell', count: 1 },
  })
  expect(await faultOf(exportDocument(order('csv', { part: '../x' })))).toMatchObject({
    code: 'export.part-missing',
    values: { known: 'gap, trend, words' },
  })
})

test('a picture of synthetic data says so itself', async () => {
  expect((await exported('svg')).toString()).toContain('Syntetická data.')
  const real = await exported('svg', { record: smallRecord(townRows, false) })
  expect(real.toString()).not.toContain('Syntetická')
})

describe('PDF', () => {
  const pdf = (text: string) => new TextEncoder().encode(text)
  const tagged = '%PDF-1.7\n<< /StructTreeRoot 1 0 R /MarkInfo << /Marked true >> >>\n%%EOF\n'
  const printer = (content: Uint8Array, seen: string[] = []) => ({
    print: async (html: string) => {
      seen.push(html)
      return content
    },
  })

  test('is what the printer made of the open report', async () => {
    const seen: string[] = []
    const content = await exported('pdf', { printer: printer(await taggedPdf(), seen) })
    const read = await PDFDocument.load(content, { updateMetadata: false })
    expect([read.getTitle(), read.getLanguage(), read.getPageCount()]).toEqual(['Report', 'cs', 1])
    expect(seen[0]).toContain('<table id="table-dumbbell-data">')
  })
  test('without a printer is a fault', async () => {
    expect(await faultOf(exportDocument(order('pdf')))).toMatchObject({ code: 'export.no-printer' })
  })
  test.each([
    ['something else', '<html>'],
    ['half a file', tagged.replace('%%EOF', '')],
    ['a file that cannot be read', tagged],
    ['an untagged file', tagged.replace('/StructTreeRoot', '/Other')],
  ])('that is %s is not written', async (_, content) => {
    const path = join(folder, 'refused.pdf')
    expect(
      await faultOf(exportDocument(order('pdf', { path, printer: printer(pdf(content)) }))),
    ).toMatchObject({
      code: 'export.pdf-invalid',
    })
    expect(await readdir(folder)).not.toContain('refused.pdf')
  })
})

test('a cancelled export leaves nothing', async () => {
  const controller = new AbortController()
  controller.abort()
  const path = join(folder, 'cancelled.html')
  const job = { signal: controller.signal, report: () => undefined }
  await expect(exportDocument(order('html', { path, job }))).rejects.toThrow(/abort/i)
  expect((await readdir(folder)).filter((name) => name.includes('cancelled'))).toEqual([])
})

test('a record that was not protected does not leave in any format', async () => {
  const path = join(folder, 'exact.out')
  const runs = [{ key: 'run', pack: smallPack(), record }]
  for (const format of ['html', 'docx', 'xlsx', 'svg', 'png', 'csv', 'arrow', 'json'] as const)
    await expect(exportDocument(order(format, { runs, path })), format).rejects.toThrow('not protected')
  expect(await readdir(folder)).not.toContain('exact.out')
})

test('several runs keep their own tables, and say together what they are', async () => {
  const run = { pack: smallPack(), record: { ...record, disclosure } }
  const runs = [
    { key: 'first', ...run },
    { key: 'second', ...run },
  ]
  expect((await exported('csv', { runs, part: 'second.words' })).toString()).toContain('points,n')
  expect(await faultOf(exportDocument(order('csv', { runs, part: 'words' })))).toMatchObject({
    values: { known: 'first.gap, first.trend, first.words, second.gap, second.trend, second.words' },
  })
  const document = JSON.parse((await exported('json', { runs })).toString())
  expect(Object.keys(document.runs)).toEqual(['first', 'second'])
  expect(publishedSchema.parse(document)).toMatchObject({ composition: null, disclosure })
})
