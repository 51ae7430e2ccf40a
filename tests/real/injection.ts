/*
 * Puts every payload of public lists (CSV injection, the Big List of Naughty Strings) as a label through every
 * format: `npx tsx tests/real/injection.ts FOLDER...`. A folder holds `.txt` (one payload a line, `#` for remarks) or
 * `.json` (a list). PDF needs a display.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkoutApp, shellPrinter } from '../../main/cli/shell-printer'
import { exportHtml } from '../../main/export/html/export-html'
import { exportPdf } from '../../main/export/pdf/export-pdf'
import { readPdfTables } from '../../main/export/readback'
import { asPdf, tableDifferences } from '../helpers/exported-tables'
import { documentOf, effectsOf } from '../helpers/injection'
import { openDataEffects } from '../helpers/injection-open'
import { activePdfParts } from '../helpers/pdf-structure'
import { fontFolder } from '../helpers/small-report'

function payloadsIn(folder: string): readonly string[] {
  const files = readdirSync(folder)
  const json = files.filter((file) => file.endsWith('.json'))
  if (json.length > 0)
    return json.flatMap((file) => {
      const list: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return Array.isArray(list) ? list.map(String) : []
    })
  return files
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\r?\n/))
    .filter((line) => line !== '' && !line.startsWith('# '))
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const printer = shellPrinter(() => checkoutApp(root))

async function pdfEffects(payloads: readonly string[]): Promise<readonly string[]> {
  const document = documentOf(payloads)
  const html = await exportHtml(document, { fontFolder, paper: true })
  const pdf = await exportPdf(html, {
    ...{ file: 'injection.pdf', printer, report: document },
    signal: new AbortController().signal,
  })
  const { cells, differences } = tableDifferences(document, await readPdfTables(pdf), asPdf)
  console.log(`PDF: ${cells} cells read back`)
  return [...(await activePdfParts(pdf)), ...differences].map((problem) => `pdf: ${problem}`)
}

/** How many texts share a file: few where the one that does something is looked for, more where printing takes long. */
const stages = [
  { name: 'CSVW, Arrow, Parquet', together: 1000, effects: openDataEffects },
  { name: 'HTML, DOCX, XLSX, SVG, CSV', together: 40, effects: effectsOf },
  ...(process.env['DISPLAY'] ? [{ name: 'PDF', together: 130, effects: pdfEffects }] : []),
] as const

const run = async () => {
  const payloads = [...new Set(process.argv.slice(2).flatMap(payloadsIn))]
  for (const { name, together, effects } of stages) {
    let wrong = 0
    for (let at = 0; at < payloads.length; at += together) {
      const found = await effects(payloads.slice(at, at + together)).catch((error: unknown) => [
        `thrown: ${String(error).slice(0, 200)}`,
      ])
      wrong += found.length
      for (const effect of found.slice(0, 6)) console.log(effect.slice(0, 300))
    }
    console.log(`${name}: ${payloads.length} payloads, ${wrong} effects`)
    if (wrong > 0) process.exitCode = 1
  }
}
void run()
