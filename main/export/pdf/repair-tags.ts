import { PDFArray, type PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { everyTag, isTag, readTags, type Tag, tagsBelow, textOf } from './tag-tree'

const type = (text: string): PDFName => PDFName.of(text)
const become = (tag: Tag, wanted: string): void => tag.element.set(type('S'), type(wanted))

/**
 * The printer knows tables, lists and headings but leaves some of their parts without a name. They get it here: heads,
 * bodies and captions of tables, marks and bodies of list items. What is drawn is not touched.
 */
export function repairTags(document: PDFDocument): void {
  const root = readTags(document)
  if (root === null) return
  for (const tag of [...everyTag(root)]) adoptCaption(tag)
  for (const tag of everyTag(readTags(document) ?? root)) {
    if (tag.type === 'Table') repairTable(tag, document)
    if (tag.type === 'LI') repairItem(tag, document)
    if (tag.type === 'Figure' && textOf(tag.element, 'Alt') === null) become(tag, 'Div')
  }
}

/** A caption that had to stand before its table goes where it belongs. */
function adoptCaption(parent: Tag): void {
  const [caption, table, ...others] = tagsBelow(parent)
  if (caption?.type !== 'P' || table?.type !== 'Table' || others.length > 0 || caption.ref === null) return
  if (table.ref === null || tagsBelow(table).some((part) => part.type === 'Caption')) return
  const kids = table.element.lookup(type('K'))
  if (!(kids instanceof PDFArray)) return
  kids.insert(0, caption.ref)
  caption.element.set(type('P'), table.ref)
  parent.element.set(type('K'), table.ref)
  become(caption, 'Caption')
}

function repairTable(table: Tag, document: PDFDocument): void {
  for (const part of tagsBelow(table)) {
    if (part.type !== 'NonStruct') continue
    const rows = tagsBelow(part).filter((child) => child.type === 'TR')
    if (rows.length === 0) become(part, 'Caption')
    else become(part, rows.every(isHead) ? 'THead' : 'TBody')
  }
  if (tagsBelow(table).some((part) => part.type === 'TR')) gather(table, 'TR', 'TBody', document)
}

const isHead = (row: Tag): boolean => tagsBelow(row).every((cell) => cell.type === 'TH')

/** A list item is its mark, where it has one, and its body. */
function repairItem(item: Tag, document: PDFDocument): void {
  const parts = tagsBelow(item)
  if (parts.some((part) => part.type === 'LBody') || parts.length < item.children.length) return
  gather(item, null, 'LBody', document)
}

/** Puts the children of a kind (or all of them) into one new element, in the place of the first. */
function gather(parent: Tag, kind: string | null, wanted: string, document: PDFDocument): void {
  const moved = parent.children.filter(
    (child): child is Tag => isTag(child) && (kind ?? child.type) === child.type,
  )
  const refs = moved.flatMap(({ ref }) => (ref === null ? [] : [ref]))
  if (refs.length !== moved.length || refs.length === 0) return
  const made: PDFDict = document.context.obj({ Type: 'StructElem', S: wanted, K: refs })
  const ref = document.context.register(made)
  if (parent.ref !== null) made.set(type('P'), parent.ref)
  for (const child of moved) child.element.set(type('P'), ref)
  const before = parent.element.lookup(type('K'))
  const kids = before instanceof PDFArray ? before.asArray() : refs
  const after = kids.flatMap((kid) =>
    kid instanceof PDFRef && refs.includes(kid) ? (kid === refs[0] ? [ref] : []) : [kid],
  )
  parent.element.set(type('K'), document.context.obj(after))
}
