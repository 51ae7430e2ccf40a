import { FaultError } from '../../../analyses/model/fault'
import { faultText } from '../../../analyses/model/fault-text'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { chartPng } from '../png/chart-png'
import { chartSvg } from '../svg/chart-svg'
import { loadFonts } from '../svg/fonts'

/** A chart as a picture with its size on the page in pixels, or the sentence that stands instead of it. */
export type DrawnChart =
  | { readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly problem: string }

/** Every chart of the report, drawn once. A chart that cannot be drawn leaves a sentence; its numbers stay. */
export async function drawCharts(
  document: ReportDocument,
  fontFolder: string,
  signal?: { throwIfAborted(): void },
): Promise<ReadonlyMap<string, DrawnChart>> {
  const fonts = await loadFonts(fontFolder)
  const charts = new Map<string, DrawnChart>()
  for (const block of document.blocks) {
    if (block.kind !== 'chart') continue
    signal?.throwIfAborted()
    try {
      const svg = await chartSvg(block, fonts, { headings: false })
      const [, width = '720', height = '300'] = /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
      charts.set(block.id, {
        png: await chartPng(svg, fonts),
        width: Number(width),
        height: Number(height),
      })
    } catch (error) {
      if (!(error instanceof FaultError) || error.fault.code !== 'export.chart-failed') throw error
      charts.set(block.id, { problem: faultText(error.fault, document.locale) })
    }
  }
  return charts
}
