/** `_x000D_` stands for a character XML cannot hold, `_x005F_` for the underscore of a text that looks like that. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/**
 * Collects a string item (`si`, `is`): the plain text or its formatted runs one after the other, without the
 * phonetic reading that stands beside them.
 */
export class StringItem {
  private texts = ''
  private inText = false
  private phonetic = 0

  begin(): void {
    this.texts = ''
    this.inText = false
    this.phonetic = 0
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic++
    else if (name === 't') this.inText = true
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic--
    else if (name === 't') this.inText = false
  }

  text(text: string): void {
    if (this.inText && this.phonetic === 0) this.texts += text
  }

  value(): string {
    return unescapeText(this.texts)
  }
}
