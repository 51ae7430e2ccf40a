import { allNamed, childrenNamed, type Element, readXml, textIn } from './markup'
import { evenSpaces, type ReadCell, type ReadTable } from './read-table'

/** The tables of a page of ours, whose tables are well-formed XML as well. Marks for the eye only are passed over. */
export function readHtmlTables(page: string): readonly ReadTable[] {
  const tables = page.match(/<table[\s>][\s\S]*?<\/table>/g) ?? []
  return tables.map((table) => readTable(readXml(table)))
}

function readTable(table: Element): ReadTable {
  const [caption] = childrenNamed(table, 'caption')
  const heads = childrenNamed(table, 'thead').flatMap((head) => allNamed(head, 'th'))
  const body = childrenNamed(table, 'tbody').flatMap((part) => childrenNamed(part, 'tr'))
  return {
    caption: caption === undefined ? '' : evenSpaces(textIn(caption)),
    columns: heads.map((head) => evenSpaces(textIn(head))),
    rows: body.map((row) =>
      row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [readCell(cell)])),
    ),
  }
}

function readCell(cell: Element): ReadCell {
  const mark = allNamed(cell, 'span').find((span) => span.attributes['aria-hidden'] === 'true')
  const text = evenSpaces(textIn(mark ?? cell))
  const stored = cell.attributes['data-value']
  if (stored === undefined) return { text }
  return { text, value: stored === 'true' || stored === 'false' ? stored === 'true' : Number(stored) }
}
