import type { Locale } from '../model/locale'
import type { Pack } from '../model/pack'
import type { ReportDocument } from '../model/report-document'
import type { TemplatePart } from '../model/report-template'
import type { RunRecord } from '../model/run-record'
import { keptBackBlocks } from './kept-back'
import type { Making } from './making'
import { literatureOf, provenanceBlocks } from './method-blocks'
import { faultBlocks, headed, numbered, partBlocks, templateBlocks } from './run-blocks'
import { sexesBlocks } from './sexes'
import { type ReportKey, wordsOf } from './words'

export interface ReportRequest {
  readonly pack: Pack
  readonly record: RunRecord
  readonly locale: Locale
  /** A longer table shows its first rows and says where the others are. */
  readonly mostRows?: number
}

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
    ...(record.disclosure === undefined ? {} : { disclosure: record.disclosure }),
    blocks: numbered([
      ...(synthetic ? [{ kind: 'note', tone: 'attention', text: words.own('synthetic') } as const] : []),
      ...headed(words.own('faults.title'), faultBlocks(making)),
      ...template.flatMap((block) => templateBlocks(block, making)),
      ...added,
      ...headed(words.own('sexes.title'), sexesBlocks(making)),
      ...headed(words.own('kept.title'), keptBackBlocks(record.disclosure, words)),
      ...headed(words.own('literature.title'), literatureOf([pack])),
      ...headed(words.own('provenance.title'), provenanceBlocks(making)),
    ]),
  }
}
