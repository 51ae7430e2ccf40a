import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/** An element of the structure of a PDF: heading, paragraph, table, cell, figure. */
export interface Tag {
  readonly type: string
  readonly element: PDFDict
  readonly ref: PDFRef | null
  readonly children: readonly (Tag | MarkedPiece)[]
}

/** A piece of a page's drawing that belongs to a tag. */
export interface MarkedPiece {
  readonly page: PDFRef | null
  readonly mark: number
}

export const isTag = (child: Tag | MarkedPiece): child is Tag => 'type' in child

const name = (text: string): PDFName => PDFName.of(text)

/** The element at the top of the structure; null for an untagged document. */
export function readTags(document: PDFDocument): Tag | null {
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root === undefined) return null
  const seen = new Set<PDFDict>([root])
  return {
    type: 'StructTreeRoot',
    element: root,
    ref: null,
    children: childrenOf(root, null, document, seen),
  }
}

function childrenOf(
  element: PDFDict,
  page: PDFRef | null,
  document: PDFDocument,
  seen: Set<PDFDict>,
): readonly (Tag | MarkedPiece)[] {
  const kids = element.lookup(name('K'))
  const raw = kids instanceof PDFArray ? kids.asArray() : [element.get(name('K'))]
  return raw.flatMap((kid): readonly (Tag | MarkedPiece)[] => {
    const found = kid instanceof PDFRef ? document.context.lookup(kid) : kid
    if (found instanceof PDFNumber) return [{ page, mark: found.asNumber() }]
    if (!(found instanceof PDFDict) || seen.has(found)) return []
    seen.add(found)
    const own = found.get(name('Pg'))
    const at = own instanceof PDFRef ? own : page
    const mark = found.lookup(name('MCID'))
    if (mark instanceof PDFNumber) return [{ page: at, mark: mark.asNumber() }]
    const type = found.lookup(name('S'))
    if (!(type instanceof PDFName)) return []
    return [
      {
        type: type.decodeText(),
        element: found,
        ref: kid instanceof PDFRef ? kid : null,
        children: childrenOf(found, at, document, seen),
      },
    ]
  })
}

/** All elements below one, in reading order. */
export function* everyTag(tag: Tag): Generator<Tag> {
  for (const child of tag.children)
    if (isTag(child)) {
      yield child
      yield* everyTag(child)
    }
}

export const tagsBelow = (tag: Tag): readonly Tag[] => tag.children.filter(isTag)

export function textOf(element: PDFDict, key: string): string | null {
  const found: PDFObject | undefined = element.lookup(name(key))
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : null
}

/** An attribute of an element, whichever of its attribute sets holds it. */
export function attributeOf(element: PDFDict, key: string): PDFObject | undefined {
  const sets = element.lookup(name('A'))
  const all = sets instanceof PDFArray ? sets.asArray() : [sets]
  for (const set of all) {
    const found = set instanceof PDFRef ? element.context.lookup(set) : set
    if (found instanceof PDFDict && found.has(name(key))) return found.lookup(name(key))
  }
  return undefined
}
