import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import type { ReportDocument } from '../../analyses/model/report-document'
import { checkoutApp, shellPrinter } from '../../main/cli/shell-printer'
import { exportPdf } from '../../main/export/pdf/export-pdf'
import { readPdfTables } from '../../main/export/readback'
import { electronSwitches, findRuntime } from '../../main/setup/runtime.mjs'
import { asPdf, tableDifferences } from '../helpers/exported-tables'
import { checkPdf } from '../helpers/pdf-structure'
import { root } from './launch'

const folder = mkdtempSync(join(tmpdir(), 'workbench-documents-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

execFileSync(process.execPath, ['--import', 'tsx', join(root, 'tests/e2e/make-documents.ts'), folder], {
  cwd: root,
})
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const documents = ['two-languages', 'markup', 'right-to-left']
const reportOf = (name: string): ReportDocument => JSON.parse(read(`${name}.json`))

const looks = [
  { open: false, colorScheme: 'light' },
  { open: true, colorScheme: 'light' },
  { open: true, colorScheme: 'dark' },
] as const

test.describe('a page in a browser', () => {
  let app: ElectronApplication
  let page: Page
  test.beforeAll(async () => {
    const executable = findRuntime(root)?.executable ?? ''
    app = await _electron.launch({
      executablePath: executable,
      args: [
        ...electronSwitches(executable),
        `--user-data-dir=${join(folder, 'profile')}`,
        join(root, 'tests/e2e/plain-window'),
      ],
    })
    page = await app.firstWindow()
  })
  test.afterAll(() => app.close())

  for (const name of documents)
    test(`${name}: axe finds nothing, tables open and closed, light and dark; nothing runs`, async () => {
      const file = join(folder, `${name}.html`)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(pathToFileURL(file).href)
      // What is closed is looked at for its summary; dark paints the same page, so only colours can be wrong there.
      for (const { open, colorScheme } of looks) {
        await page.emulateMedia({ colorScheme })
        await page.evaluate((wanted) => {
          for (const details of document.querySelectorAll('details')) details.open = wanted
        }, open)
        const axe = new AxeBuilder({ page }).setLegacyMode(true)
        const { violations } = await (colorScheme === 'dark'
          ? axe.withRules(['color-contrast', 'link-in-text-block'])
          : axe
        ).analyze()
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        )
        expect(found, `axe, ${colorScheme}, ${open ? 'open' : 'closed'}`).toEqual([])
      }
      expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
      const active = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) =>
          element.localName === 'script' ||
          [...element.attributes].some((attribute) => attribute.name.startsWith('on'))
            ? [element.outerHTML.slice(0, 100)]
            : [],
        ),
      )
      expect(active).toEqual([])
    })
})

for (const name of documents)
  test(`PDF, ${name}: every rule of the structure is kept, and the tables are those of the report`, async () => {
    const document = reportOf(name)
    const printer = shellPrinter(() => checkoutApp(root))
    const signal = new AbortController().signal
    const pdf = await exportPdf(read(`${name}.paper.html`), {
      ...{ file: 'report.pdf', printer, signal, report: document },
    })
    const { title, locale } = document
    for (const { rule, breaks } of await checkPdf(pdf, {
      title: title.replace(/[\u202a-\u202e]/g, ''),
      language: locale,
    }))
      expect.soft(breaks, rule).toEqual([])
    const { cells, differences } = tableDifferences(document, await readPdfTables(pdf), asPdf)
    expect(differences.slice(0, 20)).toEqual([])
    expect(cells).toBeGreaterThan(600)
    const file = join(folder, 'report.pdf')
    writeFileSync(file, pdf)
    const info = poppler('pdfinfo', file)
    if (info !== null) {
      expect(info).toMatch(/Tagged:\s+yes/)
      expect(info).toMatch(/JavaScript:\s+no/)
      expect(poppler('pdffonts', file)).not.toMatch(/ no +(yes|no) +(yes|no) +\d/)
    }
  })

/** What another reader of PDF files says; null where it is not installed. */
function poppler(program: string, file: string): string | null {
  try {
    return execFileSync(program, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
