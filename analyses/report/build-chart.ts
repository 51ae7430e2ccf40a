import {
  type AbsentValues,
  type ChartColumn,
  type CompletedChart,
  completeSpec,
  formatCell,
  isJson,
  type Json,
  missingMark,
  suppressedMark,
} from '../charts'
import type { Fault } from '../model/fault'
import type { PackChart } from '../model/pack'
import type { ChartBlock, TableBlock } from '../model/report-document'
import { withoutTellingOrder } from '../model/row-order'
import type { Row } from '../model/table'
import { buildTable, statusText, type TableColumnWords, wholeCode } from './build-table'
import { chartWords, isWithheld } from './chart-words'
import type { Making } from './making'
import { roundedNote, withNote } from './rounded-note'
import type { Words } from './words'

export type BuiltChart =
  | { readonly kind: 'none' }
  /** There are rows, but no value of them is there to be drawn. */
  | { readonly kind: 'empty'; readonly text: string; readonly table: TableBlock }
  | { readonly kind: 'drawn'; readonly block: ChartBlock }
  /** The chart file is not acceptable; its numbers are shown all the same. */
  | { readonly kind: 'refused'; readonly faults: readonly Fault[]; readonly table: TableBlock }

/** A chart of the pack with its words, its data and its table; none when the run gives it no rows. */
export function buildChart(
  chart: PackChart,
  columns: readonly TableColumnWords[],
  making: Making,
): BuiltChart {
  const { record, words, mostRows } = making
  const rows = record.tables[chart.data] ?? []
  const [values] = record.tables[chart.text] ?? []
  if (rows.length === 0 || values === undefined) return { kind: 'none' }
  const text = chartWords(chart, columns, values, words)
  const title = text('title')
  const caption = words.own('chart.data', { title })
  const mirrored = mirroredFields(chart.spec)
  const told = columns.filter(({ name }) => !mirrored.has(name))
  const plain = buildTable({ id: `${chart.id}-data`, caption, columns: told, rows, mostRows }, words)
  const rounded = roundedNote(chart.data, making)
  const table = { ...plain, note: withNote(plain.note, rounded) }
  const completed = completeSpec({
    id: chart.id,
    spec: chart.spec,
    rows: withoutTellingOrder(
      rows,
      columns.map(({ name }) => name),
    ),
    columns,
    words: (column, code) => codeInWords(column, code, words),
    locale: words.locale,
    description: text('alt'),
    axisTitles: isWithheld(values) ? {} : axisTitles(chart.id, values, words),
  })
  if (!completed.ok) return { kind: 'refused', faults: completed.faults, table }
  const { spec, categories, absent, empty, classes } = completed.value
  const signs = absent.map((values) => signText(values, words))
  if (empty) return { kind: 'empty', text: [words.own('chart.none'), ...signs].join(' '), table }
  const scale = classes === null ? [] : [classText(classes, columns, chart, words)]
  const cut = categories === null ? [] : [words.own('chart.cut', categories)]
  return {
    kind: 'drawn',
    block: {
      kind: 'chart',
      id: chart.id,
      title,
      subtitle: text('subtitle'),
      alt: text('alt'),
      foot: [text('foot'), ...scale, ...signs, ...cut, rounded].filter((part) => part !== '').join(' '),
      spec: spec satisfies Json,
      table,
    },
  }
}

/** Codes of the pack's own (a part of a change, a state of an indicator) stand in the picture as they do in tables. */
function codeInWords({ unit }: ChartColumn, code: string, words: Words): string | null {
  if (unit === 'code' && code === wholeCode) return words.own('cell.all')
  return unit === 'status' ? statusText(code, words) : null
}

/** How the classes of a map were made. */
function classText(
  { count, middle }: NonNullable<CompletedChart['classes']>,
  columns: readonly TableColumnWords[],
  { spec }: PackChart,
  words: Words,
): string {
  if (middle === null) return words.own('chart.classes', { count })
  const encoding = isJson(spec['encoding']) ? spec['encoding'] : {}
  const field = isJson(encoding['color']) ? encoding['color']['field'] : null
  const unit = columns.find(({ name }) => name === field)?.unit ?? 'number'
  return words.own('chart.classes-around', { count, middle: formatCell(middle, unit, words.locale) })
}

/** The legend of a sign: what it means and how often it stands in the picture. */
const signText = ({ hidden, status, rows }: AbsentValues, words: Words): string =>
  words.own(hidden ? 'chart.hidden' : 'chart.missing', {
    mark: hidden ? suppressedMark : missingMark,
    reason: status === null ? words.own('cell.missing') : statusText(status, words),
    rows,
  })

/** `charts.ID.axes.x` and `.y`: only where the labels of the columns do not say enough. */
const axisTitles = (id: string, values: Row, words: Words): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['x', 'y'].flatMap((channel) => {
      const key = `charts.${id}.axes.${channel}`
      return words.maybe(key) === null ? [] : [[channel, words.pack(key, values)]]
    }),
  )

/** Columns that are drawn to the left of zero only to face others; what they count stands beside them as it is. */
function mirroredFields(part: unknown): ReadonlySet<string> {
  if (Array.isArray(part)) return new Set(part.flatMap((one) => [...mirroredFields(one)]))
  if (!isJson(part)) return new Set()
  const { axis, field } = part
  if (isJson(axis) && axis['mirrored'] === true && typeof field === 'string') return new Set([field])
  return new Set(Object.values(part).flatMap((one) => [...mirroredFields(one)]))
}
