import { PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { readPage } from '../pdf/page-text'
import { everyTag, isTag, readTags, type Tag, tagsBelow } from '../pdf/tag-tree'
import { evenSpaces, type ReadTable } from './read-table'

/** The tables of a tagged PDF, read by its structure as a program that speaks reads them. */
export async function readPdfTables(bytes: Uint8Array): Promise<readonly ReadTable[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = readTags(document)
  if (root === null) return []
  const read = markedText(document)
  return [...everyTag(root)].filter(({ type }) => type === 'Table').map((table) => readTable(table, read))
}

export type ReadTag = (tag: Tag) => string

/** All the text of a tag, its pieces in reading order. */
export function markedText(document: PDFDocument): ReadTag {
  const pages = new Map<PDFRef | null, ReadonlyMap<number, string>>()
  for (const page of document.getPages()) pages.set(page.ref, readPage(page).marked)
  const read: ReadTag = (tag) =>
    tag.children
      .map((child) => (isTag(child) ? read(child) : (pages.get(child.page)?.get(child.mark) ?? '')))
      .join('')
  return read
}

function readTable(table: Tag, read: ReadTag): ReadTable {
  const rows = [...everyTag(table)].filter(({ type }) => type === 'TR')
  const cells = (row: Tag) =>
    tagsBelow(row)
      .filter(({ type }) => type === 'TH' || type === 'TD')
      .map((cell) => ({ tag: cell, text: evenSpaces(read(cell)) }))
  const caption = [...everyTag(table)].find(({ type }) => type === 'Caption')
  const all = rows.map(cells)
  const headed = all[0]?.every(({ tag }) => tag.type === 'TH') === true && all.length > 0
  return {
    caption: caption === undefined ? '' : evenSpaces(read(caption)),
    columns: headed ? (all[0] ?? []).map(({ text }) => text) : [],
    rows: (headed ? all.slice(1) : all).map((row) => row.map(({ text }) => ({ text }))),
  }
}
