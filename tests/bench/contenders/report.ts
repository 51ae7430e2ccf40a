import { resolve } from 'node:path'
import type { Block, ReportDocument } from '../../../analyses/model/report-document'
import { checkoutApp, shellPrinter } from '../../../main/cli/shell-printer'
import { documentContent, type ExportFormat } from '../../../main/export'
import { documentOf } from '../../helpers/injection'
import { fontFolder, noDisclosure, smallPack, smallRecord } from '../../helpers/small-report'
import { measure, words } from './measure'

/** Forty blocks of 77 territories: fifteen charts of their own, twenty tables, and text. */
function longReport(): ReportDocument {
  const report = documentOf(places)
  const charts = report.blocks.filter((block) => block.kind === 'chart')
  const tables = report.blocks.filter((block) => block.kind === 'table')
  const texts = report.blocks.filter((block) => block.kind === 'paragraph').slice(0, 5)
  const copies = (blocks: readonly Block[], count: number) =>
    Array.from({ length: count }, (_, index) => blocks[index % blocks.length]).flatMap((block, index) =>
      block === undefined || !('id' in block) ? [] : [{ ...block, id: `${block.kind}-${index}` }],
    )
  return {
    ...report,
    title: 'Dlouhá zpráva',
    blocks: [...texts, ...copies(charts, 15), ...copies(tables, 20)],
  }
}
const places = Array.from({ length: 77 }, (_, index) => `Obec ${index + 1}`)

const [list = ''] = words(2)
const rows = places.map((territory, index) => ({ territory, women: 0.4 + index / 1000, men: 0.6 }))
const record = { ...smallRecord(rows), disclosure: noDisclosure }
const order = {
  ...{ document: longReport(), runs: [{ key: 'run', pack: smallPack(), record }], composition: null },
  ...{ disclosure: noDisclosure, path: 'long', fontFolder },
  printer: shellPrinter(() => checkoutApp(resolve(import.meta.dirname, '../../..'))),
  job: { signal: new AbortController().signal, report: () => undefined },
}
await measure(async () => {
  const steps: Record<string, number> = {}
  for (const format of list.split(',') as ExportFormat[]) {
    const start = performance.now()
    await documentContent({ ...order, format })
    steps[format] = performance.now() - start
  }
  return { rows: order.document.blocks.length, steps }
})
