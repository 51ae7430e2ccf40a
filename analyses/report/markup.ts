/** A person's text, cut by its light markup; nothing in it is more than text. */
export type MarkupBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/**
 * `### heading`, `- item`, `| cell | cell |` with the head first and `: caption` before it, and paragraphs between blank
 * lines. Whatever else a person writes is a paragraph.
 */
export function readMarkup(text: string): readonly MarkupBlock[] {
  const blocks: MarkupBlock[] = []
  let words: string[] = []
  let items: string[] = []
  let rows: (readonly string[])[] = []
  let caption = ''
  const flush = () => {
    // Nothing a person wrote is lost: a caption of no table is a paragraph.
    if (caption !== '' && rows.length === 0) {
      blocks.push({ kind: 'paragraph', text: `: ${caption}` })
      caption = ''
    }
    if (words.length > 0) blocks.push({ kind: 'paragraph', text: words.join(' ') })
    if (items.length > 0) blocks.push({ kind: 'list', items })
    const [head, ...body] = rows
    if (head !== undefined) {
      blocks.push({ kind: 'table', caption, head, rows: body.map((row) => fitted(row, head)) })
      caption = ''
    }
    words = []
    items = []
    rows = []
  }
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim()
    const heading = /^#{1,6}\s+(.+)$/.exec(line)?.[1]
    const item = /^[-*•]\s+(.+)$/.exec(line)?.[1]
    const named = /^:\s+(.+)$/.exec(line)?.[1]
    if (line === '') flush()
    else if (heading !== undefined) {
      flush()
      blocks.push({ kind: 'heading', text: heading })
    } else if (named !== undefined) {
      flush()
      caption = named
    } else if (/^\|.*\|$/.test(line)) {
      if (words.length + items.length > 0) flush()
      if (!/^\|[\s:|-]+\|$/.test(line) || /^[|\s]+$/.test(line)) rows.push(cellsOf(line))
    } else if (item !== undefined) {
      if (words.length + rows.length > 0) flush()
      items.push(item)
    } else if (items.length > 0) items.push(`${items.pop() ?? ''} ${line}`)
    else {
      if (rows.length > 0) flush()
      words.push(line)
    }
  }
  flush()
  return blocks
}

/** Bars inside a live number belong to it. */
const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(/\|(?![^{]*\}\})/)
    .map((cell) => cell.trim())

/** Every row has as many cells as the head; what is too much goes to the last one. */
const fitted = (row: readonly string[], head: readonly string[]): readonly string[] =>
  head.map((_, index) => (index === head.length - 1 ? row.slice(index).join(' | ') : (row[index] ?? '')))
