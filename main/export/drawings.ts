import { createHash } from 'node:crypto'
import { FaultError } from '../../analyses/model/fault'
import { faultText } from '../../analyses/model/fault-text'
import type { Locale } from '../../analyses/model/locale'
import type { ChartBlock, ReportDocument } from '../../analyses/model/report-document'
import { chartPng } from './png/chart-png'
import { chartSvg } from './svg/chart-svg'
import { type Fonts, loadFonts } from './svg/fonts'

/** A chart as a picture with its size on the page in pixels, or the sentence that stands instead of it. */
export type DrawnChart = Drawing | { readonly problem: string }

export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  /** As many times the size in pixels; drawn when first asked for. */
  readonly png: (zoom: number) => Promise<Uint8Array>
}

interface DrawingOptions {
  readonly fontFolder: string
  readonly signal?: { throwIfAborted(): void } | undefined
}

/**
 * Every chart of a report, without its headings, which the document sets itself. Drawing takes most of the time of an
 * export, so the formats of one report share it: the same chart is drawn once for all of them. A chart that cannot
 * be drawn leaves a sentence; its numbers stay. Fault `export.font-missing`.
 */
export async function drawCharts(
  document: ReportDocument,
  { fontFolder, signal }: DrawingOptions,
): Promise<ReadonlyMap<ChartBlock, DrawnChart>> {
  const charts = new Map<ChartBlock, DrawnChart>()
  const fonts = await loadFonts(fontFolder)
  for (const block of document.blocks) {
    if (block.kind !== 'chart') continue
    signal?.throwIfAborted()
    // The place in the report is part of the name: two runs of one pack bring two charts of the same name.
    const chart = { ...block, id: `${charts.size + 1}-${block.id}` }
    charts.set(block, await drawn(chart, fonts, block.lang ?? document.locale))
  }
  return charts
}

async function drawn(chart: ChartBlock, fonts: Fonts, locale: Locale): Promise<DrawnChart> {
  try {
    return await remembered(chart, fonts)
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.code !== 'export.chart-failed') throw error
    return { problem: faultText(error.fault, locale) }
  }
}

/** As many as a long report has; older ones are drawn again. */
const mostRemembered = 64
const shelf = new Map<string, Promise<Drawing>>()

function remembered(chart: ChartBlock, fonts: Fonts): Promise<Drawing> {
  const { id, title, alt, spec } = chart
  const key = createHash('sha256')
    .update(JSON.stringify([fonts.files, id, title, alt, spec]))
    .digest('hex')
  const known = shelf.get(key)
  shelf.delete(key)
  const drawing = known ?? draw(chart, fonts)
  shelf.set(key, drawing)
  if (known === undefined) drawing.catch(() => shelf.delete(key))
  for (const oldest of shelf.keys()) if (shelf.size > mostRemembered) shelf.delete(oldest)
  return drawing
}

async function draw(chart: ChartBlock, fonts: Fonts): Promise<Drawing> {
  const svg = await chartSvg(chart, fonts, { headings: false })
  const [, width = '720', height = '300'] = /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const pictures = new Map<number, Promise<Uint8Array>>()
  return {
    svg,
    width: Number(width),
    height: Number(height),
    png: (zoom) => {
      const picture = pictures.get(zoom) ?? chartPng(svg, fonts, zoom)
      pictures.set(zoom, picture)
      return picture
    },
  }
}
