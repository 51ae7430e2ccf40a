import { PDFDocument } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { publishedSchema } from '../../../analyses/model/published'
import { buildReport } from '../../../analyses/report'
import { fontFolder, noDisclosure, smallPack, smallRecord } from '../../../tests/helpers/small-report'
import { exportDocx } from '../docx/export-docx'
import { exportHtml } from '../html/export-html'
import { exportXlsx } from '../xlsx/export-xlsx'
import { compareFiles, encloseInHtml, encloseInOffice, encloseInPdf, readEnclosure } from '.'

const text = new TextEncoder()
const document = buildReport({ pack: smallPack(), record: smallRecord(), locale: 'cs' })
const published = publishedSchema.parse({
  format: 'workbench-published/1',
  locale: 'cs',
  composition: null,
  runs: { main: smallRecord() },
  disclosure: noDisclosure,
})

test('a page keeps it where no reader and no script sees it', async () => {
  const page = encloseInHtml(await exportHtml(document, { fontFolder, paper: false }), published)
  expect(page.replace(/<meta name="workbench-published"[^>]*>\n/, '')).toBe(
    await exportHtml(document, { fontFolder, paper: false }),
  )
  expect(page).not.toContain('<script')
  expect(await readEnclosure(text.encode(page))).toEqual({ kind: 'html', published })
})

test('Word documents and workbooks keep it as a part of their own, and the same bytes each time', async () => {
  const word = await exportDocx(document, { fontFolder })
  const book = await exportXlsx(document, 'report.xlsx')
  for (const [bytes, kind] of [
    [word, 'docx'],
    [book, 'xlsx'],
  ] as const) {
    const whole = encloseInOffice(bytes, kind, published)
    expect(await readEnclosure(whole)).toEqual({ kind, published })
    expect(whole).toEqual(encloseInOffice(bytes, kind, published))
    expect(await readEnclosure(bytes)).toBeNull()
    const types = strFromU8(unzipSync(whole)['[Content_Types].xml'] ?? new Uint8Array())
    expect(types).toMatch(/Extension="xml"/)
  }
})

test('a PDF keeps it as an attached file', async () => {
  const empty = await PDFDocument.create({ updateMetadata: false })
  empty.addPage()
  expect(await readEnclosure(await empty.save())).toBeNull()
  await encloseInPdf(empty, published)
  expect(await readEnclosure(await empty.save())).toEqual({ kind: 'pdf', published })
})

test('damaged, foreign and hostile files hold nothing', async () => {
  const page = encloseInHtml('<html><head></head></html>', published)
  const word = page.replace(/content="....../, 'content="AAAAAA')
  for (const content of [
    '',
    '{}',
    '{"format":"workbench-published/1"}',
    '<html>',
    '%PDF-1.7 x',
    'PK\u0003',
    word,
  ])
    expect(await readEnclosure(text.encode(content))).toBeNull()
})

test('a number changed in a file is named with its place, the file as it was drawn with none', async () => {
  const page = await exportHtml(document, { fontFolder, paper: false })
  const number = />([\d\s]+,\d+)</.exec(page)?.[1] ?? ''
  expect(number).not.toBe('')
  expect(compareFiles(text.encode(page), text.encode(page))).toEqual([])
  const [difference, ...more] = compareFiles(
    text.encode(page.replace(`>${number}<`, '>99,9<')),
    text.encode(page),
  )
  expect(difference).toMatchObject({ file: '99,9', drawn: number.trim() })
  expect(more).toEqual([])
  const book = await exportXlsx(document, 'report.xlsx')
  expect(compareFiles(encloseInOffice(book, 'xlsx', 1), encloseInOffice(book, 'xlsx', 2))).toHaveLength(1)
})
