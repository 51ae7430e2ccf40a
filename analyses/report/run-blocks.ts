import { fillsMessage, type TemplateBlock } from '../model/pack'
import type { Block } from '../model/report-document'
import type { TemplatePart } from '../model/report-template'
import { unreachable } from '../model/result'
import type { Making } from './making'
import { limitsBlocks, methodBlocks, paramsBlocks } from './method-blocks'
import { chartBlocks, tableBlock } from './output-blocks'
import { flowBlocks, sourceBlocks } from './source-blocks'

/** A heading needs something under it. */
export const headed = (text: string, blocks: readonly Block[], level: 2 | 3 = 2): readonly Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level, id: '', text }, ...blocks]

/** Ids count sections, so that they are the same in each language and a link keeps its target. */
export function numbered(blocks: readonly Block[]): readonly Block[] {
  let count = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    count += 1
    return { ...block, id: `section-${count}` }
  })
}

export function templateBlocks(block: TemplateBlock, making: Making): readonly Block[] {
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
      if (block.part === 'chart') return chartBlocks(block.name, making) ?? []
      if (block.part === 'table') return [tableBlock(block.name, making) ?? noTable(block.name, making)]
      return partBlocks(block.part, making)
    default:
      return unreachable(block)
  }
}

/** A table the pack makes only of a column that is not bound. */
export const noTable = (name: string, { words }: Making): Block => ({
  kind: 'note',
  tone: 'note',
  text: words.own('table.none', { title: words.pack(`tables.${name}.title`) }),
})

export function partBlocks(part: TemplatePart, making: Making): readonly Block[] {
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
  if (record.findings.length === 0) {
    const withheld = (record.disclosure?.withheld ?? 0) > 0
    return [{ kind: 'note', tone: 'note', text: words.own(withheld ? 'findings.withheld' : 'findings.none') }]
  }
  const { locale } = words
  const items = record.findings.map(({ id, severity, text, values }) => ({
    severity,
    text: fillsMessage(pack.messages[locale], locale, `findings.${id}`, values)
      ? words.pack(`findings.${id}`, values)
      : text,
  }))
  return [{ kind: 'findings', items }]
}

export function faultBlocks({ record }: Making): readonly Block[] {
  return record.faults.map(({ message }) => ({ kind: 'note', tone: 'attention', text: message }) as const)
}

/**
 * What the pack's report says in words: its question, findings and every paragraph that tells how to read the numbers.
 * How it was done is told in the appendix.
 */
export function wordBlocks(making: Making): readonly Block[] {
  const told = chaptersOf(making)
    .filter(({ parts }) => !parts.has('method'))
    .flatMap(({ title, texts }) => headed(title, texts, 3))
  return [...partBlocks('question', making), ...partBlocks('findings', making), ...told]
}

/** The paragraphs that stand with the method in the pack's report. */
export const methodWords = (making: Making): readonly Block[] =>
  chaptersOf(making).flatMap(({ parts, texts }) => (parts.has('method') ? texts : []))

interface Chapter {
  readonly title: string
  readonly texts: Block[]
  readonly parts: Set<string>
}

function chaptersOf({ pack, words }: Making): readonly Chapter[] {
  const chapters: Chapter[] = []
  for (const block of pack.templates[words.locale]) {
    const last = chapters.at(-1)
    if (block.kind === 'heading') chapters.push({ title: block.text, texts: [], parts: new Set() })
    else if (block.kind === 'slot') last?.parts.add(block.part)
    else if (block.kind !== 'title') last?.texts.push(block)
  }
  return chapters
}
