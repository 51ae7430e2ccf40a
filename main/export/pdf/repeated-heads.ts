import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { everyTag, isTag, type MarkedPiece, readTags, type Tag } from './tag-tree'

const name = (text: string): PDFName => PDFName.of(text)

/**
 * The head of a table is printed again on every page, and the printer tags it each time: a program that speaks would
 * read it many times over. Takes the repetitions out of the structure and says which pieces of which page are now
 * mere decoration.
 */
export function withoutRepeatedHeads(document: PDFDocument): ReadonlyMap<PDFRef, ReadonlySet<number>> {
  const repeated = new Map<PDFRef, Set<number>>()
  const root = readTags(document)
  if (root === null) return repeated
  const heads = [...everyTag(root)]
    .filter((tag) => tag.type === 'THead')
    .flatMap((head) => [...everyTag(head)])
  for (const cell of heads.filter(({ type }) => type === 'TH')) {
    const [first, ...others] = piecesOf(cell)
    for (const { page, mark } of others)
      if (page !== null && page !== first?.page)
        repeated.set(page, (repeated.get(page) ?? new Set()).add(mark))
    for (const tag of [cell, ...everyTag(cell)]) keepPieces(tag, repeated)
  }
  return repeated
}

const piecesOf = (tag: Tag): readonly MarkedPiece[] =>
  tag.children.flatMap((child) => (isTag(child) ? piecesOf(child) : [child]))

/** Leaves out the children of an element that are repeated pieces. */
function keepPieces({ element, children }: Tag, repeated: ReadonlyMap<PDFRef, ReadonlySet<number>>): void {
  const isRepeated = (child: MarkedPiece) =>
    child.page !== null && repeated.get(child.page)?.has(child.mark) === true
  if (!children.some((child) => !isTag(child) && isRepeated(child))) return
  const kids = element.lookup(name('K'))
  const all = kids instanceof PDFArray ? kids.asArray() : [element.get(name('K'))]
  const own = element.get(name('Pg'))
  const kept = all.filter((kid) => {
    const found = kid instanceof PDFRef ? element.context.lookup(kid) : kid
    const number = found instanceof PDFDict ? found.lookup(name('MCID')) : found
    if (!(number instanceof PDFNumber)) return true
    const at = found instanceof PDFDict ? (found.get(name('Pg')) ?? own) : own
    return !(at instanceof PDFRef && isRepeated({ page: at, mark: number.asNumber() }))
  })
  element.set(name('K'), element.context.obj(kept.filter((kid) => kid !== undefined)))
}
