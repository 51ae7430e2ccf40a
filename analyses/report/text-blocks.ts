import type { Block, TableBlock } from '../model/report-document'
import { unreachable } from '../model/result'
import { type LiveSources, liveText } from './live-text'
import { type MarkupBlock, readMarkup } from './markup'

/** What a table in a text is called. */
interface Naming {
  readonly id: string
  readonly caption: string
}

/** A person's text as blocks; numbers that could not be read are named in a note under it. */
export function textBlocks(text: string, { id, caption }: Naming, sources: LiveSources): readonly Block[] {
  const notes: string[] = []
  const live = (words: string): string => {
    const { text: read, notes: found } = liveText(words, sources)
    notes.push(...found)
    return read
  }
  const blocks = readMarkup(text).map((block, index) =>
    blockOf(block, { id: `${id}-${index + 1}`, caption }, live),
  )
  return [...blocks, ...noteBlocks(notes)]
}

function blockOf(block: MarkupBlock, naming: Naming, live: (words: string) => string): Block {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: 3, id: '', text: live(block.text) }
    case 'paragraph':
      return { kind: 'paragraph', text: live(block.text) }
    case 'list':
      return { kind: 'list', items: block.items.map(live) }
    case 'table':
      return textTable(
        block.head.map(live),
        block.rows.map((row) => row.map(live)),
        block.caption === '' ? naming : { ...naming, caption: live(block.caption) },
      )
    default:
      return unreachable(block)
  }
}

export const noteBlocks = (notes: readonly string[]): readonly Block[] =>
  [...new Set(notes)].map((text) => ({ kind: 'note', tone: 'attention', text }) as const)

const textTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { id, caption }: Naming,
): TableBlock => ({
  kind: 'table',
  id,
  caption,
  columns: head.map((label, index) => ({
    name: `column_${index + 1}`,
    label,
    unit: '',
    numeric: false,
    output: 'text',
  })),
  rows: rows.map((row) => row.map((text) => ({ value: text, text }))),
  total: rows.length,
  note: '',
})
