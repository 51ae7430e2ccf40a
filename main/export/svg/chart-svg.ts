import { fontSize, fontStack, isJson, type Json, palettes } from '../../../analyses/charts'
import type { ChartBlock } from '../../../analyses/model/report-document'
import { drawVega } from './draw-vega'
import { escapeMarkup } from './escape'
import type { Fonts, Weight } from './fonts'
import { assertInert, normaliseSvg } from './normalise'
import { wrapText } from './wrap-text'

export type Picture = Pick<ChartBlock, 'id' | 'title' | 'subtitle' | 'alt' | 'foot' | 'spec'>

export interface SvgOptions {
  /** Off inside a document, whose own text carries title, subtitle and foot. */
  readonly headings: boolean
  /** Stands before the foot when the data are not real. */
  readonly mark?: string
}

const margin = 16

/**
 * A chart as accessible SVG: named by title, described by the sentence of its message, without script or
 * anything from outside. Equal charts give equal text. Faults: `export.chart-failed`.
 */
export async function chartSvg(chart: Picture, fonts: Fonts, options: SvgOptions): Promise<string> {
  const drawing = await drawVega(chart.id, chart.spec, fonts)
  const prefix = `chart-${chart.id.replace(/[^a-z0-9]+/gi, '-')}`
  const content = assertInert(chart.id, normaliseSvg(drawing.content, prefix))
  const head = `<title id="${prefix}-title">${escapeMarkup(chart.title)}</title><desc id="${prefix}-desc">${escapeMarkup(chart.alt)}</desc>`
  if (!options.headings) return svgElement(prefix, drawing.width, drawing.height, `${head}${content}`)

  const colours = coloursOf(chart.spec)
  const wrap = (words: string, face: Face) => setLines(words, face, drawing.width, fonts)
  const above = [
    ...wrap(chart.title, { size: fontSize.title, weight: 600, height: 22, colour: colours.text }),
    ...wrap(chart.subtitle, { size: fontSize.base, weight: 400, height: 18, colour: colours.quiet }),
  ]
  const foot = [options.mark ?? '', chart.foot].filter((part) => part !== '').join(' ')
  const below = wrap(foot, { size: fontSize.small, weight: 400, height: 16, colour: colours.quiet })
  const chartTop = margin + heightOf(above) + (above.length > 0 ? 14 : 0)
  const footTop = chartTop + drawing.height + (below.length > 0 ? 10 : 0)
  const width = drawing.width + 2 * margin
  const height = footTop + heightOf(below) + margin
  const body = [
    `<rect width="${width}" height="${height}" fill="${colours.background}"/>`,
    textLines(above, margin),
    `<g transform="translate(${margin},${chartTop})">${content}</g>`,
    textLines(below, footTop),
  ]
  return svgElement(prefix, width, height, `${head}${body.join('')}`)
}

const svgElement = (prefix: string, width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${prefix}-title" aria-describedby="${prefix}-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`

interface Face {
  readonly size: number
  readonly weight: Weight
  readonly height: number
  readonly colour: string
}
type Line = Face & { readonly text: string }

function setLines(words: string, face: Face, width: number, fonts: Fonts): readonly Line[] {
  const measure = (part: string) => fonts.width(part, face.size, face.weight)
  return wrapText(words, width, measure).map((text) => ({ ...face, text }))
}

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.height, 0)

/** Baseline at 4/5 of the line: the figures of Source Sans, whose ascender is 0.75 em. */
function textLines(lines: readonly Line[], top: number): string {
  let y = top
  return lines
    .map(({ text, size, weight, height, colour }) => {
      const baseline = Number((y + height * 0.78).toFixed(3))
      y += height
      return `<text x="${margin}" y="${baseline}" font-family="${escapeMarkup(fontStack)}" font-size="${size}px" font-weight="${weight}" fill="${colour}">${escapeMarkup(text)}</text>`
    })
    .join('')
}

/** The theme lies in the spec's config; the words around the chart take their colours from the same place. */
function coloursOf(spec: Json): {
  readonly background: string
  readonly text: string
  readonly quiet: string
} {
  const config = spec['config']
  const background = isJson(config) ? config['background'] : undefined
  const palette = Object.values(palettes).find(({ panel, quiet }) => {
    const axis = isJson(config) ? config['axis'] : undefined
    return panel === background && isJson(axis) && axis['labelColor'] === quiet
  })
  const { panel, text, quiet } = palette ?? palettes.light
  return { background: panel, text, quiet }
}
