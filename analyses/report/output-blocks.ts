import { plainText } from '../charts'
import { absenceOf } from '../model/absence'
import { faultText } from '../model/fault-text'
import { boundForm, type OutputUnit, type PackManifest } from '../model/pack'
import type { Block, ChartBlock, TableBlock } from '../model/report-document'
import type { Row } from '../model/table'
import { buildChart } from './build-chart'
import { buildTable, type TableColumnWords } from './build-table'
import type { Making } from './making'
import { roundedNote, withNote } from './rounded-note'
import { rowsMatching } from './row-match'
import { sourceUnitText, unitOfRows } from './source-unit'

type Columns = PackManifest['tables'][string]['columns']

/** How a table stands in a report of one's own: under which name, with which columns and rows. */
export interface TableChoice {
  readonly id: string
  readonly title: string
  readonly columns: readonly string[]
  readonly where: Readonly<Record<string, string>>
  readonly rows: number | null
}

/** A table of the run; null when the run has none of this name. */
export function tableBlock(name: string, making: Making, choice?: TableChoice): TableBlock | null {
  const { pack, record, words, mostRows } = making
  const all = record.tables[name]
  if (all === undefined || pack.manifest.tables[name] === undefined) return null
  const caption =
    choice === undefined || choice.title === '' ? words.pack(`tables.${name}.title`) : choice.title
  const columns = tableColumns(name, making)
  const chosen = (choice?.columns ?? []).flatMap((wanted) => columns.filter((one) => one.name === wanted))
  const wanted = chosen.length === 0 ? columns : chosen
  const shown = choice === undefined ? wanted : wanted.filter(({ name: column }) => isUsed(column, all))
  const rows = rowsMatching(all, choice?.where ?? {}, making)
  if (all.length > 0 && rows.length === 0) return unmatchedTable(choice?.id ?? name, caption, making)
  const table = buildTable(
    { id: choice?.id ?? name, caption, columns: shown, rows, mostRows: choice?.rows ?? mostRows },
    words,
  )
  return { ...table, note: withNote(table.note, roundedNote(name, making)) }
}

/** The run has rows, of other places or times only: heads of columns over nothing would look like a fault. */
const unmatchedTable = (id: string, caption: string, { words }: Making): TableBlock => ({
  kind: 'table',
  id,
  caption,
  columns: [],
  rows: [],
  total: 0,
  note: words.own('table.unmatched'),
})

/** A column of what was not bound holds nothing and says nothing; in a report of one's own nobody asks for it. */
const isUsed = (column: string, rows: readonly Row[]): boolean =>
  rows.length === 0 ||
  rows.some((row) => (row[column] ?? null) !== null || absenceOf(row, column)?.hidden === true)

/** The columns a table has in this run: those it takes over from the data under their names there, then its own. */
export function tableColumns(name: string, making: Making): readonly TableColumnWords[] {
  const { pack, record } = making
  const columns = pack.manifest.tables[name]?.columns ?? {}
  const rows = record.tables[name] ?? []
  const present = new Set(
    record.schema[name]?.map((column) => column.name) ?? Object.keys(rows[0] ?? columns),
  )
  const declared = columnsOf(columns, `tables.${name}`, unitOfRows(rows), making).filter((column) =>
    present.has(column.name),
  )
  const own = [...present]
    .filter((column) => columns[column] === undefined && !/(^|_)status$/.test(column))
    .map((column): TableColumnWords => ({ name: column, label: plainText(column), unit: 'code' }))
  return [...own, ...declared]
}

/** The columns of an output with their words, and with the unit the bound form of a need gives them. */
function columnsOf(
  columns: Columns,
  labels: string,
  delivered: string,
  { pack, record, words }: Making,
): TableColumnWords[] {
  const forms = record.inputs.flatMap(
    (input) => boundForm(pack.manifest, input.need, Object.keys(input.columns)) ?? [],
  )
  return Object.entries(columns).map(([name, { unit, in_form }]): TableColumnWords => {
    const inForm: OutputUnit | undefined = forms
      .map((form) => in_form[form])
      .find((found) => found !== undefined)
    const chosen = inForm ?? unit
    const unitText = sourceUnitText(chosen, delivered, words.locale)
    return {
      name,
      label: words.pack(`${labels}.columns.${name}`),
      unit: chosen,
      ...(unitText === '' ? {} : { unitText }),
    }
  })
}

/** How a chart stands in a report of one's own. */
export interface ChartChoice {
  readonly id: string
  readonly title: string
}

/** A chart of the run; a sentence where there is nothing to draw; null when the pack has none of this name. */
export function chartBlocks(id: string, making: Making, choice?: ChartChoice): readonly Block[] | null {
  const chart = making.pack.charts.find((candidate) => candidate.id === id)
  if (chart === undefined) return null
  const columns = columnsOf(
    chart.columns,
    `charts.${id}`,
    unitOfRows(making.record.tables[chart.text] ?? []),
    making,
  )
  const built = buildChart(chart, columns, making)
  if (built.kind === 'none') return [{ kind: 'note', tone: 'note', text: making.words.own('chart.none') }]
  const renamed = (table: TableBlock) =>
    choice === undefined ? table : { ...table, id: `${choice.id}-data` }
  if (built.kind === 'empty') return [{ kind: 'note', tone: 'note', text: built.text }, renamed(built.table)]
  if (built.kind === 'drawn')
    return [choice === undefined ? built.block : chosenChart(built.block, choice, making)]
  const notes = built.faults.map(
    (found) => ({ kind: 'note', tone: 'attention', text: faultText(found, making.words.locale) }) as const,
  )
  return [...notes, renamed(built.table)]
}

function chosenChart(block: ChartBlock, { id, title }: ChartChoice, { words }: Making): ChartBlock {
  const table = { ...block.table, id: `${id}-data` }
  if (title === '') return { ...block, id, table }
  return { ...block, id, title, table: { ...table, caption: words.own('chart.data', { title }) } }
}
