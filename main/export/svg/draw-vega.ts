import type { Json } from '../../../analyses/charts'
import { FaultError, fault } from '../../../analyses/model/fault'
import type { Fonts, Weight } from './fonts'

export interface Drawing {
  readonly width: number
  readonly height: number
  /** Contents of the svg element. */
  readonly content: string
}

/**
 * Draws a complete Vega-Lite spec without a browser. Expressions are interpreted from their syntax tree, never
 * compiled to code; nothing can be loaded. Fault `export.chart-failed` when the spec cannot be drawn.
 */
export async function drawVega(chart: string, spec: Json, fonts: Fonts): Promise<Drawing> {
  // Half a second to load: only who draws pays for it.
  const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ])
  measureWith(vega, fonts)
  try {
    // A deep copy, because Vega marks the rows it is given; as text, because its types are not ours.
    const copy = JSON.parse(JSON.stringify(spec))
    const { spec: compiled } = vegaLite.compile(copy, { logger: silent })
    const view = new vega.View(vega.parse(compiled, undefined, { ast: true }), {
      renderer: 'none',
      expr: expressionInterpreter,
      loader: noLoader(vega.loader()),
      logger: silent,
    })
    const svg = await view.toSVG()
    view.finalize()
    return parts(svg)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new FaultError(fault('export.chart-failed', { chart, detail }, chart), { cause: error })
  }
}

type Vega = typeof import('vega')

/** Vega guesses widths without a canvas (0.8 em a letter), which cuts labels; the font knows better. */
function measureWith(vega: Vega, fonts: Fonts): void {
  const { textMetrics } = vega as Vega & { textMetrics: { width: (item: TextItem, text: unknown) => number } }
  textMetrics.width = (item, text) => {
    const width = fonts.width(String(text ?? item.text ?? ''), item.fontSize ?? 11, weightOf(item.fontWeight))
    // Vega asks for the whole text and then cuts it: a label of 5,000 letters must not push the chart away.
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width
  }
}
interface TextItem {
  readonly text?: unknown
  readonly fontSize?: number
  readonly fontWeight?: unknown
  readonly limit?: number
}
const weightOf = (weight: unknown): Weight => (weight === 'bold' || Number(weight) >= 600 ? 600 : 400)

type Loader = ReturnType<Vega['loader']>
const noLoader = (loader: Loader): Loader => ({
  ...loader,
  load: () => Promise.reject(new Error('charts load nothing')),
  sanitize: () => Promise.reject(new Error('charts link to nothing')),
})

/** Vega's remarks are for who writes a chart; a reader of the export has no use for them. */
const silent = {
  level: () => 0,
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
}

function parts(svg: string): Drawing {
  const open = /<svg[^>]*>/.exec(svg)
  const width = Number(/\swidth="([\d.]+)"/.exec(open?.[0] ?? '')?.[1])
  const height = Number(/\sheight="([\d.]+)"/.exec(open?.[0] ?? '')?.[1])
  if (open === null || !Number.isFinite(width) || !Number.isFinite(height)) {
    throw new Error('the drawing has no size')
  }
  const content = svg.slice(open.index + open[0].length, svg.lastIndexOf('</svg>'))
  return { width, height, content }
}
