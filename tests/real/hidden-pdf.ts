/**
 * Searches printed PDF files for hidden values of planted data: `npx tsx tests/real/hidden-pdf.ts [PACK...]`. Needs the
 * built app and a display. Streams are unpacked, pages read letter by letter, by poppler too where it is installed.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkoutApp, shellPrinter } from '../../main/cli/shell-printer'
import { plantedCells } from '../helpers/planted-cells'
import { numbersOf, plantedProject, protectOne, takenOut } from '../helpers/planted-exports'
import { findSecrets, type Part } from '../helpers/search-bytes'

const folder = mkdtempSync(join(tmpdir(), 'workbench-hidden-'))
const real = shellPrinter(() => checkoutApp(resolve(import.meta.dirname, '../..')))
let printed: Uint8Array = new Uint8Array()
const printer: typeof real = {
  print: async (html, signal) => {
    printed = await real.print(html, signal)
    return printed
  },
}

/** Pages as another reader sees them; null where it is not installed. */
function popplerText(pdf: Uint8Array): Part | null {
  const path = join(folder, 'printed.pdf')
  writeFileSync(path, pdf)
  try {
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: 'pipe' })
    return { path: 'pdftotext', text, bytes: null }
  } catch {
    return null
  }
}

const run = async () => {
  const wanted = process.argv.slice(2)
  const project = await plantedProject('hidden-pdf', printer)
  let found = 0
  try {
    for (const planted of plantedCells.filter(({ pack }) => wanted.length === 0 || wanted.includes(pack))) {
      const made = await project.run(planted)
      const safe = (await protectOne(made)).record
      const secrets = [...planted.secrets, ...takenOut(made.record, safe)]
      const parts = await project.readable(made.pack, safe, 'pdf')
      const poppler = popplerText(printed)
      const all = poppler === null ? parts : [...parts, poppler]
      const hits = findSecrets(all, secrets, numbersOf(safe))
      found += hits.length
      const letters = all.reduce((sum, { text }) => sum + text.length, 0)
      console.log(
        `${planted.pack}, ${planted.name}: ${secrets.length} numbers looked for in ${all.length} parts of ${letters} letters${poppler === null ? '' : ', poppler too'}: ${hits.length} found`,
      )
      for (const { secret, path, text } of hits.slice(0, 5)) console.log(`  ${secret} as ${text} in ${path}`)
    }
  } finally {
    await project.close()
    rmSync(folder, { recursive: true, force: true })
  }
  process.exitCode = found === 0 ? 0 : 1
}
void run()
