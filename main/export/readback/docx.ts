import { strFromU8, unzipSync } from 'fflate'
import { allNamed, childrenNamed, type Element, elementsIn, readXml, textIn } from './markup'
import { evenSpaces, type ReadTable } from './read-table'

/** The tables of a Word document of ours, each with the caption that stands before it. */
export function readDocxTables(bytes: Uint8Array): readonly ReadTable[] {
  const content = unzipSync(bytes)['word/document.xml']
  if (content === undefined) return []
  const [body] = allNamed(readXml(strFromU8(content)), 'w:body')
  const blocks = body === undefined ? [] : elementsIn(body)
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    return block.name === 'w:tbl' ? [readTable(block, before === undefined ? '' : captionIn(before))] : []
  })
}

/** Without the number Word gives it. */
const captionIn = (paragraph: Element): string => {
  const at = paragraph.children.findLastIndex(
    (child) => typeof child !== 'string' && child.name === 'w:bookmarkEnd',
  )
  const runs = paragraph.children.slice(at + 1).filter((child): child is Element => typeof child !== 'string')
  return evenSpaces(runs.map(runText).join('')).replace(/^\. /, '')
}

/** Text of runs; a break between lines is a space. */
const runText = (element: Element): string =>
  element.name === 'w:t'
    ? textIn(element)
    : element.name === 'w:br'
      ? ' '
      : elementsIn(element).map(runText).join('')

function readTable(table: Element, caption: string): ReadTable {
  const rows = childrenNamed(table, 'w:tr').map((row) => ({
    head: allNamed(row, 'w:tblHeader').length > 0,
    cells: childrenNamed(row, 'w:tc').map((cell) => ({ text: evenSpaces(runText(cell)) })),
  }))
  return {
    caption,
    columns: rows.filter(({ head }) => head).flatMap(({ cells }) => cells.map(({ text }) => text)),
    rows: rows.filter(({ head }) => !head).map(({ cells }) => cells),
  }
}
