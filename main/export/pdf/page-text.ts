import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import { type Operand, type Operation, operations } from './content-stream'
import { type FontText, fontText } from './font-text'

/** What a page shows: the text of every marked piece, and how much is drawn that is neither marked nor decoration. */
export interface PageText {
  readonly marked: ReadonlyMap<number, string>
  readonly unmarked: number
  readonly fonts: readonly FontText[]
}

const name = (text: string): PDFName => PDFName.of(text)
const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI'])
const showing = new Set(['Tj', 'TJ', "'", '"'])

/** Reads a page as a program that speaks would: marked pieces by number. */
export function readPage(page: PDFPage): PageText {
  const fonts = fontsOf(page)
  const marked = new Map<number, string>()
  const open: (number | 'decoration' | 'other')[] = []
  let font: FontText | undefined
  let unmarked = 0
  for (const operation of operations(contentOf(page))) {
    const { operator, operands } = operation
    if (operator === 'BMC' || operator === 'BDC') open.push(markOf(operation))
    else if (operator === 'EMC') open.pop()
    else if (operator === 'Tf') font = fonts.get(nameOf(operands[0]))
    else if (painting.has(operator) || showing.has(operator)) {
      const mark = open.findLast((entry) => entry !== 'other')
      if (mark === undefined) unmarked += 1
      else if (typeof mark === 'number' && showing.has(operator))
        marked.set(mark, (marked.get(mark) ?? '') + shown(operands.at(-1), font))
    }
  }
  return { marked, unmarked, fonts: [...fonts.values()] }
}

const nameOf = (operand: Operand | undefined): string =>
  typeof operand === 'object' && operand !== null && 'name' in operand ? operand.name : ''

function markOf({ operands }: Operation): number | 'decoration' | 'other' {
  if (nameOf(operands[0]) === 'Artifact') return 'decoration'
  const properties = operands[1]
  const mark = properties instanceof Map ? properties.get('MCID') : undefined
  return typeof mark === 'number' ? mark : 'other'
}

function shown(operand: Operand | undefined, font: FontText | undefined): string {
  const parts = Array.isArray(operand) ? operand : [operand]
  return parts
    .map((part: Operand | undefined) =>
      typeof part === 'object' && part !== null && 'bytes' in part ? (font?.decode(part.bytes) ?? '') : '',
    )
    .join('')
}

function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.lookup(name('Contents'))
  const all =
    contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents]
  const pieces = all.flatMap((stream) =>
    stream instanceof PDFRawStream ? [decodePDFRawStream(stream).decode(), new Uint8Array([10])] : [],
  )
  return Buffer.concat(pieces)
}

function fontsOf(page: PDFPage): ReadonlyMap<string, FontText> {
  const fonts = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict)
  return new Map(
    (fonts?.entries() ?? []).flatMap(([key]) => {
      const font = fonts?.lookup(key)
      return font instanceof PDFDict ? [[key.decodeText(), fontText(font)] as const] : []
    }),
  )
}
