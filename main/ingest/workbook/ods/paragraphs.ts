/** Marks of white space that is meant, until the rest is collapsed as ODF 1.3, 6.1.2 says. */
const SPACE = '\u0001'
const TAB = '\u0002'
const BREAK = '\u0003'
/** Parts of a paragraph that are no text of the cell. */
const ASIDE = new Set(['annotation', 'note', 'ruby-text'])
const MOST_SPACES = 32_767

/** Collects the paragraphs that are a cell's own, not those of its notes and drawings. */
export class Paragraphs {
  private readonly done: string[] = []
  private current: string | null = null
  /** Elements open inside the cell. */
  private depth = 0
  private aside = 0

  begin(): void {
    this.done.length = 0
    this.current = null
    this.depth = 0
    this.aside = 0
  }

  open(name: string, count: number): void {
    this.depth++
    if (this.depth === 1) {
      if (name === 'p' || name === 'h') this.current = ''
    } else if (ASIDE.has(name) || this.aside > 0) this.aside++
    else if (this.current === null) return
    else if (name === 's') this.current += SPACE.repeat(Math.min(MOST_SPACES, Math.max(1, count)))
    else if (name === 'tab') this.current += TAB
    else if (name === 'line-break') this.current += BREAK
  }

  close(): void {
    this.depth--
    if (this.aside > 0 && this.depth > 0) this.aside--
    if (this.depth > 0 || this.current === null) return
    this.done.push(
      this.current
        .replace(/[ \t\r\n]+/g, ' ')
        .replace(/^ | $/g, '')
        .replaceAll(SPACE, ' ')
        .replaceAll(TAB, '\t')
        .replaceAll(BREAK, '\n'),
    )
    this.current = null
  }

  text(text: string): void {
    if (this.current !== null && this.aside === 0) this.current += text
  }

  /** Null when the cell has no paragraph. */
  value(): string | null {
    return this.done.length === 0 ? null : this.done.join('\n')
  }
}
