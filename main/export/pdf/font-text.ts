import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { type Operand, operations } from './content-stream'

/** What the codes of a font mean as text. */
export interface FontText {
  readonly name: string
  readonly embedded: boolean
  /** False when the font does not say which letters it draws. */
  readonly readable: boolean
  readonly decode: (bytes: Uint8Array) => string
}

export function fontText(font: PDFDict): FontText {
  const lookup = (dict: PDFDict, key: string) => dict.lookup(PDFName.of(key))
  const type = String(lookup(font, 'Subtype'))
  const descendants = lookup(font, 'DescendantFonts')
  const inner = descendants instanceof PDFArray ? descendants.lookup(0) : undefined
  const descriptor = lookup(inner instanceof PDFDict ? inner : font, 'FontDescriptor')
  const embedded =
    type === '/Type3' ||
    (descriptor instanceof PDFDict &&
      ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key))))
  const map = lookup(font, 'ToUnicode')
  const letters = map instanceof PDFRawStream ? lettersOf(decodePDFRawStream(map).decode()) : null
  const width = type === '/Type0' ? 2 : 1
  return {
    name: String(lookup(font, 'BaseFont') ?? type).slice(1),
    embedded,
    readable: letters !== null,
    decode: (bytes) =>
      codesOf(bytes, width)
        .map((code) => letters?.get(code) ?? '\ufffd')
        .join(''),
  }
}

function codesOf(bytes: Uint8Array, width: number): readonly number[] {
  return Array.from({ length: Math.floor(bytes.length / width) }, (_, index) =>
    bytes.subarray(index * width, (index + 1) * width).reduce((code, byte) => code * 256 + byte, 0),
  )
}

const bytesOf = (operand: Operand | undefined): Uint8Array =>
  typeof operand === 'object' && operand !== null && 'bytes' in operand ? operand.bytes : new Uint8Array()
const numberOf = (operand: Operand | undefined): number =>
  bytesOf(operand).reduce((code, byte) => code * 256 + byte, 0)
const wide = new TextDecoder('utf-16be')
const textOf = (operand: Operand | undefined): string => wide.decode(bytesOf(operand))

/** A map of codes to letters (CMap, ISO 32000-1, 9.10.3), which is written in the same marks as a page. */
function lettersOf(map: Uint8Array): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  for (const { operator, operands } of operations(map)) {
    if (operator === 'endbfchar')
      for (let at = 0; at + 1 < operands.length; at += 2)
        letters.set(numberOf(operands[at]), textOf(operands[at + 1]))
    if (operator === 'endbfrange')
      for (let at = 0; at + 2 < operands.length; at += 3)
        addRange(letters, numberOf(operands[at]), numberOf(operands[at + 1]), operands[at + 2])
  }
  return letters
}

function addRange(letters: Map<number, string>, from: number, to: number, target: Operand | undefined): void {
  for (let code = from; code <= Math.min(to, from + 65_535); code += 1) {
    if (Array.isArray(target)) letters.set(code, textOf(target[code - from]))
    else {
      const first = textOf(target)
      const last = first.codePointAt(first.length - 1) ?? 0
      letters.set(code, first.slice(0, -1) + String.fromCodePoint(last + code - from))
    }
  }
}
