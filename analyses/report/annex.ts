import type { Block } from '../model/report-document'
import { headed } from './run-blocks'
import type { Words } from './words'

/** The charts of a text without their tables, which follow behind it. */
export const withTablesApart = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block): Block => (block.kind === 'chart' ? { ...block, apart: true } : block))

interface Annex {
  readonly words: Words
  readonly onePage: boolean
  /** Findings for which the page had no room. */
  readonly findings: readonly Block[]
}

/** The numbers of the charts of a text; behind a report of one page it says first that this is its annex. */
export function annexBlocks(body: readonly Block[], { words, onePage, findings }: Annex): readonly Block[] {
  const numbers = body.flatMap((block) => (block.kind === 'chart' ? [block.table] : []))
  const told = [
    ...headed(words.own('annex.findings'), findings),
    ...headed(words.own('annex.charts'), numbers),
  ]
  if (!onePage) return told
  return [
    { kind: 'page-break' },
    ...headed(words.own('annex.title'), [{ kind: 'paragraph', text: words.own('annex.says') }]),
    ...told,
  ]
}
