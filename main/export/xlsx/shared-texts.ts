import { escapeMarkup } from '../svg/escape'
import type { SheetCell } from './cells'

/**
 * The library that writes the workbook loses a text that is called like a part of every JavaScript object
 * (`constructor`) and the mark for a letter that cannot be shown. It is given names instead of texts, and the texts are
 * put in afterwards.
 */
export class SharedTexts {
  private readonly names = new Map<string, string>()

  named(cell: SheetCell): SheetCell {
    if (cell === null || typeof cell.value !== 'string') return cell
    const name = this.names.get(cell.value) ?? `text${this.names.size}`
    this.names.set(cell.value, name)
    return { ...cell, value: name }
  }

  filled(xml: string): string {
    const texts = new Map([...this.names].map(([text, name]) => [name, text]))
    return xml.replace(/<t(?: [^>]*)?>(text\d+)<\/t>/g, (_, name: string) => {
      // `_x0041_` would be read as the letter A.
      const text = (texts.get(name) ?? '').replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
      return `<t xml:space="preserve">${escapeMarkup(text)}</t>`
    })
  }
}
