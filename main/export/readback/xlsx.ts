import { strFromU8, unzipSync } from 'fflate'
import { allNamed, childrenNamed, type Element, readXml, textIn } from './markup'
import { evenSpaces, type ReadCell, type ReadTable } from './read-table'

/** The sheets of a workbook of ours that hold a table: those with a filter over it. Captions are names of sheets. */
export function readXlsxTables(bytes: Uint8Array): readonly ReadTable[] {
  const files = unzipSync(bytes)
  const part = (path: string): Element | null => {
    const content = files[path]
    return content === undefined ? null : readXml(strFromU8(content))
  }
  const strings = part('xl/sharedStrings.xml')
  const texts = strings === null ? [] : childrenNamed(strings, 'si').map((item) => unescaped(textIn(item)))
  const book = part('xl/workbook.xml')
  const names = book === null ? [] : allNamed(book, 'sheet').map(({ attributes }) => attributes['name'] ?? '')
  return names.flatMap((caption, index) => {
    const sheet = part(`xl/worksheets/sheet${index + 1}.xml`)
    if (sheet === null || childrenNamed(sheet, 'autoFilter').length === 0) return []
    const [head = [], ...rows] = allNamed(sheet, 'row').map((row) =>
      childrenNamed(row, 'c').map((cell) => readCell(cell, texts)),
    )
    return [{ caption, columns: head.map(({ text }) => text), rows }]
  })
}

function readCell(cell: Element, texts: readonly string[]): ReadCell {
  const [stored] = childrenNamed(cell, 'v')
  const value = stored === undefined ? '' : textIn(stored)
  const type = cell.attributes['t'] ?? 'n'
  if (type === 's') return { text: evenSpaces(texts[Number(value)] ?? '') }
  if (type === 'b') return { text: '', value: value === '1' }
  return value === '' ? { text: '' } : { text: '', value: Number(value) }
}

/** A character written as its number, as the format allows. */
const unescaped = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
