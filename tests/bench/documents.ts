/*
 * How long a long report takes in every document format, without the printer: `npx tsx tests/bench/documents.ts`.
 * Forty blocks, fifteen charts, twenty tables and more; time is that of the processor.
 */
import type { Block, ReportDocument } from '../../analyses/model/report-document'
import { exportDocx } from '../../main/export/docx/export-docx'
import { exportHtml } from '../../main/export/html/export-html'
import { exportXlsx } from '../../main/export/xlsx/export-xlsx'
import { documentOf } from '../helpers/injection'
import { fontFolder } from '../helpers/small-report'

function longReport(): ReportDocument {
  const places = Array.from({ length: 77 }, (_, index) => `Obec ${index + 1}`)
  const report = documentOf(places)
  const charts = report.blocks.filter((block) => block.kind === 'chart')
  const tables = report.blocks.filter((block) => block.kind === 'table')
  const words = report.blocks.filter((block) => block.kind === 'paragraph').slice(0, 5)
  const copies = (blocks: readonly Block[], count: number) =>
    Array.from({ length: count }, (_, index) => blocks[index % blocks.length]).flatMap((block, index) =>
      block === undefined || !('id' in block) ? [] : [{ ...block, id: `${block.kind}-${index}` }],
    )
  return {
    ...report,
    title: 'Dlouhá zpráva',
    blocks: [...words, ...copies(charts, 15), ...copies(tables, 20)],
  }
}

const run = async () => {
  const document = longReport()
  const formats = {
    html: () => exportHtml(document, { fontFolder }),
    'html for paper': () => exportHtml(document, { fontFolder, paper: true }),
    docx: () => exportDocx(document, { fontFolder }),
    xlsx: () => exportXlsx(document, 'long.xlsx'),
  }
  let all = 0
  for (const [format, write] of Object.entries(formats)) {
    const before = process.cpuUsage()
    const file = await write()
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    all += seconds
    console.log(`${format}: ${seconds.toFixed(2)} s of processor, ${Math.round(file.length / 1000)} kB`)
  }
  console.log(`${document.blocks.length} blocks, all formats: ${all.toFixed(2)} s`)
}
void run()
