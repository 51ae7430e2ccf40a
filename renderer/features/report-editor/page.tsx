import { type MouseEvent, memo, useEffect, useMemo, useRef } from 'react'
import type { Locale } from '../../../analyses/model/locale'
import type { Block, ReportDocument } from '../../../analyses/model/report-document'
import { BlockView } from '../report/block-view'
import { blockKey } from '../report/document-parts'
import type { Selection } from './composition-edit'
import { LazyBlock } from './lazy-block'

interface PageProps {
  readonly document: ReportDocument
  readonly selection: Selection
  readonly onSelect: (id: string) => void
}

/** Blocks that stand together because they come from one block of the outline. */
interface Piece {
  readonly of: string | null
  readonly blocks: readonly { readonly block: Block; readonly key: string }[]
}

function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: { of: string | null; blocks: { block: Block; key: string }[] }[] = []
  for (const [index, block] of blocks.entries()) {
    const of = block.of ?? null
    const last = pieces.at(-1)
    // A name may come twice (a report in two languages), so that its language belongs to it.
    const entry = { block, key: `${of ?? ''}:${block.lang ?? ''}:${blockKey(block, index)}` }
    if (last && of !== null && last.of === of) last.blocks.push(entry)
    else pieces.push({ of, blocks: [entry] })
  }
  return pieces
}

/** What did not change stays the same object, so that an edited sentence draws no chart anew. */
function useSteady(blocks: readonly Block[]): readonly Block[] {
  const known = useRef(new Map<string, { readonly text: string; readonly block: Block }>())
  return useMemo(() => {
    const next = new Map<string, { readonly text: string; readonly block: Block }>()
    const steady = blocks.map((block, index) => {
      const key = 'id' in block ? `${block.of ?? ''}:${block.lang ?? ''}:${blockKey(block, 0)}` : `${index}`
      const text = JSON.stringify(block)
      const before = known.current.get(key)
      const kept = before?.text === text ? before : { text, block }
      next.set(key, kept)
      return kept.block
    })
    known.current = next
    return steady
  }, [blocks])
}

/** The report as it would leave the workbench; a click leads to the block in the outline. */
export function Page({ document, selection, onSelect }: PageProps) {
  const article = useRef<HTMLElement>(null)
  const blocks = useSteady(document.blocks)
  const pieces = useMemo(() => piecesOf(blocks), [blocks])
  const selected = selection?.id ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is looked through again
  useEffect(() => {
    if (selected === null) return
    article.current?.querySelector(`[data-of="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected, document])
  const choose = (event: MouseEvent) => {
    const { target } = event
    const piece = target instanceof Element ? target.closest('[data-of]') : null
    const id = piece?.getAttribute('data-of')
    if (id) onSelect(id)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: an extra for the mouse; the outline does the same by keyboard
    <article ref={article} className="report sheet" lang={document.locale} onClick={choose}>
      <header className="sheet-title">
        <p className="sheet-name">{document.title}</p>
        {document.subtitle !== '' && <p className="quiet">{document.subtitle}</p>}
        {document.imprint && document.titlePage !== false && (
          <p className="quiet">
            {[document.imprint.organisation, document.imprint.author, document.imprint.date]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        )}
      </header>
      {pieces.map((piece) => (
        <PieceView
          key={piece.blocks[0]?.key ?? ''}
          piece={piece}
          locale={document.locale}
          selected={piece.of !== null && piece.of === selected}
        />
      ))}
    </article>
  )
}

const PieceView = memo(function PieceView({
  piece,
  locale,
  selected,
}: {
  readonly piece: Piece
  readonly locale: Locale
  readonly selected: boolean
}) {
  return (
    <div className={selected ? 'piece piece-selected' : 'piece'} data-of={piece.of ?? undefined}>
      {piece.blocks.map(({ block, key }) =>
        block.kind === 'page-break' ? (
          <hr key={key} className="page-break" />
        ) : (
          <div key={key} className="piece-part" lang={block.lang}>
            {block.kind === 'chart' || block.kind === 'table' ? (
              <LazyBlock>
                <BlockView block={block} locale={locale} />
              </LazyBlock>
            ) : (
              <BlockView block={block} locale={locale} />
            )}
          </div>
        ),
      )}
    </div>
  )
})
