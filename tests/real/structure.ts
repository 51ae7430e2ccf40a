/**
 * Rules of accessible documents over real files: `npx tsx tests/real/structure.ts FOLDER-OR-FILE...`. Prints each rule
 * of each DOCX, XLSX and PDF with what breaks it. Title and language are those the file's own record says; a report
 * without one is judged by what its properties say.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { languages } from '../../main/export/docx/styles'
import { readEnclosure } from '../../main/export/enclosure'
import { checkDocx } from '../helpers/docx-structure'
import { checkPdf } from '../helpers/pdf-structure'
import type { RuleResult } from '../helpers/rules'
import { checkXlsx } from '../helpers/xlsx-structure'

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => filesIn(join(path, name)))
    : /\.(docx|xlsx|pdf)$/.test(path)
      ? [path]
      : []

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

async function resultsOf(path: string): Promise<readonly RuleResult[]> {
  const bytes = new Uint8Array(readFileSync(path))
  const locale = (await readEnclosure(bytes))?.published.locale ?? null
  if (path.endsWith('.pdf')) {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const [title, language] = [document.getTitle() ?? '', locale ?? document.getLanguage() ?? '']
    return checkPdf(bytes, { title, language })
  }
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^(docProps\/core|word\/document)\.xml$/.test(name),
  })
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())
  const said = (name: string) => unescaped(new RegExp(`<${name}>([^<]*)<`).exec(core)?.[1] ?? '')
  const title = said('dc:title')
  if (path.endsWith('.xlsx')) return checkXlsx(bytes, { title, language: locale ?? said('dc:language') })
  const contents = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).includes('w:val="TOCHeading"')
  return checkDocx(bytes, {
    title,
    language: locale === null ? said('dc:language') : languages[locale],
    contents,
  })
}

const run = async () => {
  let [kept, broken] = [0, 0]
  const paths = process.argv.slice(2).flatMap(filesIn)
  for (const path of paths) {
    console.log(`\n${path}`)
    for (const { rule, breaks } of await resultsOf(path)) {
      if (breaks.length === 0) kept += 1
      else broken += 1
      console.log(breaks.length === 0 ? `  kept    ${rule}` : `  BROKEN  ${rule}`)
      for (const words of breaks) console.log(`          ${words}`)
    }
  }
  console.log(`\n${paths.length} files: ${kept} rules kept, ${broken} broken`)
  process.exitCode = broken > 0 || paths.length === 0 ? 1 : 0
}
void run()
