import { FaultError, fault } from '../../../analyses/model/fault'

/**
 * The same chart gives the same bytes: numbers with at most three decimals, ids counted from 1 with a prefix of
 * the chart's own (several charts share one page), Vega's own roles removed because title and description
 * of the whole picture stand in their place.
 */
export function normaliseSvg(content: string, prefix: string): string {
  const ids = new Map<string, string>()
  const renamed = (id: string): string => {
    const name = ids.get(id) ?? `${prefix}-${ids.size + 1}`
    ids.set(id, name)
    return name
  }
  return content.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag
      .replace(/\s(?:class|role|aria-[a-z]+|pointer-events)="[^"]*"/g, '')
      .replace(/\sid="([^"]*)"/g, (_, id: string) => ` id="${renamed(id)}"`)
      .replace(/url\(#([^)"]*)\)/g, (_, id: string) => `url(#${renamed(id)})`)
      .replace(/\s(d|transform|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points)="([^"]*)"/g, rounded),
  )
}

const rounded = (_: string, name: string, value: string): string =>
  ` ${name}="${value.replace(/-?\d+\.\d+(?:e-?\d+)?/gi, (number) => String(Number(Number(number).toFixed(3)) + 0))}"`

/**
 * The last door: whatever a chart file found to say, no script, handler, link or foreign part leaves it.
 * Fault `export.chart-failed`. Text between tags is escaped by Vega and not looked at.
 */
export function assertInert(chart: string, content: string): string {
  const tags = content.match(/<[^>]*>?/g) ?? []
  const allowed =
    /^<\/?(?:svg|g|path|rect|circle|line|text|tspan|title|desc|defs|clipPath|linearGradient|stop)[\s/>]/
  const active = /\son[a-z]+\s*=|\b(?:xlink:)?href\s*=|url\((?!#)|javascript:/i
  const wrong = tags.find((tag) => !allowed.test(tag) || active.test(tag))
  if (wrong === undefined) return content
  throw new FaultError(fault('export.chart-failed', { chart, detail: wrong.slice(0, 80) }, chart))
}
