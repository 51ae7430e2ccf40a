import {
  allNamed,
  childrenNamed,
  type Element,
  everyElement,
  textIn,
} from '../../main/export/readback/markup'
import { type OfficePackage, partOf } from './office-package'

export interface DocxFile extends OfficePackage {
  readonly body: Element
  /** Paragraphs, tables and the last section, in their order. */
  readonly blocks: readonly Element[]
  readonly contents: boolean
}

export const inside = (element: Element, name: string): readonly Element[] =>
  everyElement(element).filter((child) => child.name === name)
export const valOf = (element: Element | undefined): string => element?.attributes['w:val'] ?? ''
const propertiesOf = (paragraph: Element): Element | undefined => childrenNamed(paragraph, 'w:pPr')[0]
export const styleOf = (paragraph: Element | undefined): string =>
  paragraph === undefined ? '' : valOf(allNamed(paragraph, 'w:pStyle')[0])
export const textOf = (element: Element): string => inside(element, 'w:t').map(textIn).join('')
export const isParagraph = ({ name }: Element): boolean => name === 'w:p'
export const headings = ({ blocks }: DocxFile): readonly Element[] =>
  blocks.filter((block) => /^Heading\d$/.test(styleOf(block)))
export const tables = ({ body }: DocxFile): readonly Element[] => childrenNamed(body, 'w:tbl')
export const cellsOf = (row: Element): readonly Element[] => childrenNamed(row, 'w:tc')
export const rowsOf = (table: Element): readonly Element[] => childrenNamed(table, 'w:tr')
export const isHead = (row: Element): boolean => inside(row, 'w:tblHeader').length > 0
export const instructions = ({ body }: DocxFile): readonly string[] => [
  ...inside(body, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? ''),
  ...inside(body, 'w:instrText').map(textIn),
]
export const bookmarks = ({ body }: DocxFile): readonly string[] =>
  inside(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'] ?? '')
export const stylesOf = (file: DocxFile): ReadonlyMap<string, Element> =>
  new Map(
    childrenNamed(partOf(file, 'word/styles.xml'), 'w:style').map((style) => [
      style.attributes['w:styleId'] ?? '',
      style,
    ]),
  )

export const targetOf = (file: DocxFile, id: string): string | null => {
  const found = childrenNamed(partOf(file, 'word/_rels/document.xml.rels'), 'Relationship').find(
    ({ attributes }) => attributes['Id'] === id,
  )
  return found === undefined ? null : `word/${found.attributes['Target']}`
}

/** Blocks up to each section's end, with the width of its text in twentieths of a point. */
export function sectionsOf({ blocks }: DocxFile) {
  const sections: { blocks: Element[]; properties: Element; width: number; height: number }[] = []
  let open: Element[] = []
  for (const block of blocks) {
    open.push(block)
    const properties = block.name === 'w:sectPr' ? block : sectionIn(block)
    if (properties === undefined) continue
    const size = childrenNamed(properties, 'w:pgSz')[0]?.attributes ?? {}
    const margin = childrenNamed(properties, 'w:pgMar')[0]?.attributes ?? {}
    const between = (whole: string, ...sides: readonly string[]) =>
      sides.reduce((left, side) => left - Number(margin[side]), Number(size[whole]))
    sections.push({
      blocks: open,
      properties,
      width: between('w:w', 'w:left', 'w:right'),
      height: between('w:h', 'w:top', 'w:bottom'),
    })
    open = []
  }
  return sections
}

const sectionIn = (block: Element): Element | undefined => {
  const properties = isParagraph(block) ? propertiesOf(block) : undefined
  return properties === undefined ? undefined : childrenNamed(properties, 'w:sectPr')[0]
}
