import { useEffect, useRef, useState } from 'react'
import * as vega from 'vega'
import { expressionInterpreter } from 'vega-interpreter'
import { compile, type TopLevelSpec } from 'vega-lite'
import { withTheme } from '../../analyses/charts'
import type { Locale } from '../../analyses/model/locale'
import { useLanguage } from '../i18n'
import { darken } from './chart-colours'
import { Note } from './states'

interface ChartProps {
  readonly spec: Readonly<Record<string, unknown>>
  /** The chart's main message, for who cannot see it. */
  readonly alt: string
  readonly dark: boolean
}

// Data travel inside the specification; a chart that wants a file or an address gets nothing.
const noLoader = vega.loader()
noLoader.load = () => Promise.reject(new Error('charts load nothing'))

// Remarks about sizes it settles by itself; what cannot be drawn is thrown and shown.
const quiet = vega.logger(vega.Error)

/** Single views take the width there is; composed ones and maps, whose shapes are set in pixels, keep theirs and scroll. */
const isSingle = (spec: Readonly<Record<string, unknown>>): boolean =>
  ('mark' in spec || 'layer' in spec) && !('projection' in spec)

/** Narrower than this a chart scrolls rather than squeezes its labels. */
const narrowest = 360

interface Look {
  readonly dark: boolean
  readonly locale: Locale
  readonly width: number
}

function makeView(spec: Readonly<Record<string, unknown>>, { dark, locale, width }: Look, box: HTMLElement) {
  const sized = isSingle(spec)
    ? { ...spec, width: Math.max(narrowest, width), autosize: { type: 'fit-x', contains: 'padding' } }
    : spec
  const themed = { ...(dark ? darken(withTheme(sized, 'dark', locale)) : sized), background: 'transparent' }
  // Vega-Lite checks the specification itself and says what is wrong with it.
  const compiled = compile(themed as unknown as TopLevelSpec, { logger: quiet })
  // The syntax tree and the interpreter stand in for generated code, which the security policy forbids.
  const runtime = vega.parse(compiled.spec, undefined, { ast: true })
  return new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: box,
    hover: false,
    loader: noLoader,
    logLevel: vega.Error,
  })
}

function useWidth(box: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let timer = 0
    const observer = new ResizeObserver(([entry]) => {
      window.clearTimeout(timer)
      const next = Math.floor(entry?.contentRect.width ?? 0)
      timer = window.setTimeout(() => setWidth(next), 60)
    })
    observer.observe(element)
    setWidth(Math.floor(element.clientWidth))
    return () => {
      window.clearTimeout(timer)
      observer.disconnect()
    }
  }, [box])
  return width
}

export function Chart({ spec, alt, dark }: ChartProps) {
  const { t, locale } = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    const box = canvas.current
    if (!box || width === 0) return
    let view: vega.View | null = null
    const fail = (error: unknown) => setFailure(error instanceof Error ? error.message : String(error))
    try {
      view = makeView(spec, { dark, locale, width }, box)
      view.runAsync().then(() => {
        // One picture with one text: the hundreds of marks inside say nothing on their own.
        box.querySelector('svg')?.setAttribute('aria-hidden', 'true')
        // Vega calls its container a document and a "visualization", in English whatever the reader's language.
        box.setAttribute('role', 'img')
        box.removeAttribute('aria-roledescription')
        setFailure(null)
      }, fail)
    } catch (error) {
      fail(error)
    }
    return () => {
      view?.finalize()
      box.replaceChildren()
    }
  }, [spec, dark, locale, width])
  return (
    <div className="chart" ref={frame}>
      {failure !== null && <Note tone="bad">{t('chart.failed', { detail: failure })}</Note>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a chart wider than the window scrolls by keyboard */}
      <div className="chart-canvas" ref={canvas} role="img" aria-label={alt} tabIndex={0} />
    </div>
  )
}
