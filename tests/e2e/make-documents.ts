/*
 * Writes the reports the window tests look at: page, page for the printer, and the report itself. A process of its own,
 * because the tests' loader cannot read what the report needs.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportHtml } from '../../main/export/html/export-html'
import { fullDocument } from '../helpers/full-document'
import { fontFolder } from '../helpers/small-report'

const documents = {
  'two-languages': fullDocument(),
  markup: fullDocument('<b onclick="x()">"&\'</b>', 'pl', 'cs'),
  'right-to-left': fullDocument('\u202eمرحبا\u202c', 'en', 'pl'),
}

const write = async () => {
  const folder = process.argv[2] ?? '.'
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(document))
    writeFileSync(join(folder, `${name}.html`), await exportHtml(document, { fontFolder }))
    writeFileSync(join(folder, `${name}.paper.html`), await exportHtml(document, { fontFolder, paper: true }))
  }
}
void write()
