import { isJson } from '../charts'
import type { PackChart } from '../model/pack'
import type { Row } from '../model/table'
import type { TableColumnWords } from './build-table'
import type { Words } from './words'

type ChartPart = 'title' | 'subtitle' | 'alt' | 'foot'

/** Whether protection took the numbers out of the words of a chart. */
export const isWithheld = (values: Row): boolean => values['withheld'] === true

/**
 * The words of a chart with the numbers of the run. Where these are kept back, a sentence filled without them would be
 * empty or untrue ("no certain jump"), so the chart is called by what is drawn in it and says why it says no more.
 */
export function chartWords(
  chart: PackChart,
  columns: readonly TableColumnWords[],
  values: Row,
  words: Words,
): (part: ChartPart) => string {
  if (!isWithheld(values)) return (part) => words.pack(`charts.${chart.id}.${part}`, values)
  const labels = drawnLabels(chart, columns).join(' · ')
  const plain: Readonly<Record<ChartPart, string>> = {
    title: words.own('chart.withheld-title', { labels }),
    subtitle: words.own('chart.withheld'),
    alt: words.own('chart.withheld-alt', { labels }),
    foot: '',
  }
  return (part) => plain[part]
}

/** What stands on the axes, else what the table of the chart holds. */
function drawnLabels({ spec }: PackChart, columns: readonly TableColumnWords[]): readonly string[] {
  const fields = new Set(['y', 'x'].flatMap((channel) => fieldsOf(spec, channel)))
  const drawn = columns.filter(({ name }) => fields.has(name))
  return [...new Set((drawn.length === 0 ? columns : drawn).map(({ label }) => label))].slice(0, 4)
}

function fieldsOf(part: unknown, channel: string): readonly string[] {
  if (Array.isArray(part)) return part.flatMap((one) => fieldsOf(one, channel))
  if (!isJson(part)) return []
  return Object.entries(part).flatMap(([key, value]) => {
    const field = key === channel && isJson(value) ? value['field'] : null
    return typeof field === 'string' ? [field] : fieldsOf(value, channel)
  })
}
