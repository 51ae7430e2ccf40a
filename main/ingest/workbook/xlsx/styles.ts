import type { CancelSignal } from '../../../../analyses/methods/core/signal'
import type { ByteSource } from '../../source/byte-source'
import { formatByNumber, type NumberFormat } from '../number-format'
import { type Attributes, attribute, readXml } from '../xml'

/** The number format of each cell style, by the style's number. */
export async function readStyles(source: ByteSource, signal: CancelSignal): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const numbers: number[] = []
  let inCellStyles = false
  const handler = {
    open(name: string, attributes: Attributes) {
      if (name === 'numFmt') {
        const code = attribute(attributes, 'formatCode')
        // Differential formats have number formats too; the first of a number is the workbook's own.
        const number = Number(attribute(attributes, 'numFmtId'))
        if (code !== null && !codes.has(number)) codes.set(number, code)
      } else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) numbers.push(Number(attribute(attributes, 'numFmtId') ?? 0))
    },
    close(name: string) {
      if (name === 'cellXfs') inCellStyles = false
    },
  }
  await readXml(source, handler, signal)
  return numbers.map((number) => formatByNumber(number, codes))
}
