import { plainText } from '../charts'
import { faultText } from '../model/fault-text'
import type { Locale } from '../model/locale'
import {
  boundForm,
  fillsMessage,
  type OutputUnit,
  type Pack,
  type PackManifest,
  type TemplateBlock,
} from '../model/pack'
import type { Block, ReportDocument } from '../model/report-document'
import type { TemplatePart } from '../model/report-template'
import { unreachable } from '../model/result'
import type { RunRecord } from '../model/run-record'
import { buildChart } from './build-chart'
import { buildTable, type TableColumnWords } from './build-table'
import type { Making } from './making'
import { limitsBlocks, methodBlocks, paramsBlocks, provenanceBlocks } from './method-blocks'
import { flowBlocks, sourceBlocks } from './source-blocks'
import { sourceUnitText, unitOfRows } from './source-unit'
import { type ReportKey, wordsOf } from './words'

export interface ReportRequest {
  readonly pack: Pack
  readonly record: RunRecord
  readonly locale: Locale
  /** A longer table shows its first rows and says where the others are. */
  readonly mostRows?: number
}

type Columns = PackManifest['tables'][string]['columns']

/** Parts no report may lack, in the order they are added when the pack's text does not place them. */
const required: readonly { readonly part: TemplatePart; readonly title: ReportKey }[] = [
  { part: 'limits', title: 'limits.title' },
  { part: 'params', title: 'params.title' },
  { part: 'method', title: 'method.title' },
  { part: 'sample-flow', title: 'flow.title' },
  { part: 'sources', title: 'sources.title' },
]

/**
 * A run record in the words of its pack: the one tree every format draws. Pure; numbers are the record's own,
 * and every absent one carries its reason. Nothing from data is ever more than text.
 */
export function buildReport({ pack, record, locale, mostRows = 200 }: ReportRequest): ReportDocument {
  const words = wordsOf(pack, locale)
  const making: Making = { pack, record, words, mostRows }
  const template = pack.templates[locale]
  const title = template.find((block) => block.kind === 'title')
  const placed = new Set(template.flatMap((block) => (block.kind === 'slot' ? [block.part] : [])))
  const added = required
    .filter(({ part }) => !placed.has(part))
    .flatMap(({ part, title: key }) => headed(words.own(key), partBlocks(part, making)))
  const synthetic = record.inputs.some((input) => input.synthetic)
  return {
    locale,
    title: title?.kind === 'title' ? title.text : words.pack('title'),
    subtitle: words.own('subtitle', {
      dataSets: [...new Set(record.inputs.map(({ dataSet }) => dataSet))].join(', '),
      pack: pack.id,
      version: record.pack.version,
    }),
    synthetic,
    blocks: numbered([
      ...(synthetic ? [{ kind: 'note', tone: 'attention', text: words.own('synthetic') } as const] : []),
      ...faultBlocks(making),
      ...template.flatMap((block) => templateBlocks(block, making)),
      ...added,
      ...headed(words.own('provenance.title'), provenanceBlocks(making)),
    ]),
  }
}

/** A heading needs something under it. */
const headed = (text: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, id: '', text }, ...blocks]

/** Ids count sections, so that they are the same in each language and a link keeps its target. */
function numbered(blocks: readonly Block[]): readonly Block[] {
  let count = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    count += 1
    return { ...block, id: `section-${count}` }
  })
}

function templateBlocks(block: TemplateBlock, making: Making): readonly Block[] {
  switch (block.kind) {
    case 'title':
      return []
    case 'heading':
      return [{ kind: 'heading', level: block.level, id: '', text: block.text }]
    case 'paragraph':
      return [{ kind: 'paragraph', text: block.text }]
    case 'list':
      return [{ kind: 'list', items: block.items }]
    case 'slot':
      if (block.part === 'chart') return chartBlocks(block.name, making)
      if (block.part === 'table') return tableBlocks(block.name, making)
      return partBlocks(block.part, making)
    default:
      return unreachable(block)
  }
}

function partBlocks(part: TemplatePart, making: Making): readonly Block[] {
  switch (part) {
    case 'question':
      return [{ kind: 'paragraph', text: making.words.pack('question') }]
    case 'findings':
      return findingBlocks(making)
    case 'limits':
      return limitsBlocks(making)
    case 'params':
      return paramsBlocks(making)
    case 'method':
      return methodBlocks(making)
    case 'sample-flow':
      return flowBlocks(making)
    case 'sources':
      return sourceBlocks(making)
    default:
      return unreachable(part)
  }
}

/** The record keeps the sentence of the language it was run in; the values make it in any other. */
function findingBlocks({ pack, record, words }: Making): readonly Block[] {
  if (record.findings.length === 0) return [{ kind: 'note', tone: 'note', text: words.own('findings.none') }]
  const { locale } = words
  const items = record.findings.map(({ id, severity, text, values }) => ({
    severity,
    text: fillsMessage(pack.messages[locale], locale, `findings.${id}`, values)
      ? words.pack(`findings.${id}`, values)
      : text,
  }))
  return [{ kind: 'findings', items }]
}

function faultBlocks({ record, words }: Making): readonly Block[] {
  if (record.faults.length === 0) return []
  const notes = record.faults.map(
    ({ message }) => ({ kind: 'note', tone: 'attention', text: message }) as const,
  )
  return headed(words.own('faults.title'), notes)
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

function tableBlocks(name: string, making: Making): readonly Block[] {
  const { pack, record, words, mostRows } = making
  const caption = words.pack(`tables.${name}.title`)
  const rows = record.tables[name]
  const columns = pack.manifest.tables[name]?.columns ?? {}
  if (rows === undefined)
    return [{ kind: 'note', tone: 'note', text: words.own('table.none', { title: caption }) }]
  const present = new Set(
    record.schema[name]?.map((column) => column.name) ?? Object.keys(rows[0] ?? columns),
  )
  const declared = columnsOf(columns, `tables.${name}`, unitOfRows(rows), making).filter((column) =>
    present.has(column.name),
  )
  // Columns a table takes over from the data under the names they have there.
  const own = [...present]
    .filter((column) => columns[column] === undefined)
    .map((column): TableColumnWords => ({ name: column, label: plainText(column), unit: 'code' }))
  const shown = [...own, ...declared]
  return [buildTable({ id: name, caption, columns: shown, rows, mostRows }, words)]
}

function chartBlocks(id: string, making: Making): readonly Block[] {
  const chart = making.pack.charts.find((candidate) => candidate.id === id)
  if (chart === undefined) return []
  const columns = columnsOf(
    chart.columns,
    `charts.${id}`,
    unitOfRows(making.record.tables[chart.text] ?? []),
    making,
  )
  const built = buildChart(chart, columns, making)
  if (built.kind === 'none') return [{ kind: 'note', tone: 'note', text: making.words.own('chart.none') }]
  if (built.kind === 'drawn') return [built.block]
  if (built.kind === 'empty') return [{ kind: 'note', tone: 'note', text: built.text }, built.table]
  const notes = built.faults.map(
    (found) => ({ kind: 'note', tone: 'attention', text: faultText(found, making.words.locale) }) as const,
  )
  return [...notes, built.table]
}
