/**
 * A report text is a few kinds of line and nothing else, so that it can be checked and never run:
 * `# title`, `## heading`, `### heading`, `- list item`, `{{block:NAME}}`, and paragraphs between blank lines.
 */
export type TemplateBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TemplateSlot

/** Where the report puts something computed. `name` is a chart or table id for those two parts. */
export interface TemplateSlot {
  readonly kind: 'slot'
  readonly part: 'chart' | 'table' | TemplatePart
  readonly name: string
  readonly line: number
}

/** Parts every report can show; `{{block:chart-or-table-id}}` names the others. */
export const templateParts = [
  'question',
  'findings',
  'limits',
  'params',
  'method',
  'sample-flow',
  'sources',
] as const
export type TemplatePart = (typeof templateParts)[number]

const isPart = (name: string): name is TemplatePart => (templateParts as readonly string[]).includes(name)

export interface TemplateNames {
  readonly charts: ReadonlySet<string>
  readonly tables: ReadonlySet<string>
}

export interface ParsedTemplate {
  readonly blocks: readonly TemplateBlock[]
  /** Slots that name nothing of this pack: line and name. */
  readonly unknown: readonly { readonly line: number; readonly name: string }[]
}

/** Reads a template; the order of blocks is the order of lines. */
export function parseTemplate(text: string, names: TemplateNames): ParsedTemplate {
  const blocks: TemplateBlock[] = []
  const unknown: { line: number; name: string }[] = []
  let words: string[] = []
  let items: string[] = []
  const flush = () => {
    if (words.length > 0) blocks.push({ kind: 'paragraph', text: words.join(' ') })
    if (items.length > 0) blocks.push({ kind: 'list', items })
    words = []
    items = []
  }
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim()
    const slot = /^\{\{block:([a-z][a-z0-9_:-]*)\}\}$/.exec(line)?.[1]
    const heading = /^(#{1,3})\s+(.+)$/.exec(line)
    if (slot !== undefined) {
      flush()
      const part = partOf(slot, names)
      if (part === null) unknown.push({ line: index + 1, name: slot })
      else blocks.push({ kind: 'slot', part, name: slot.replace(/^table:/, ''), line: index + 1 })
    } else if (heading?.[1] !== undefined && heading[2] !== undefined) {
      flush()
      const level = heading[1].length
      if (level === 1) blocks.push({ kind: 'title', text: heading[2] })
      else blocks.push({ kind: 'heading', level: level === 2 ? 2 : 3, text: heading[2] })
    } else if (line.startsWith('- ')) {
      if (words.length > 0) flush()
      items.push(line.slice(2).trim())
    } else if (line === '') flush()
    else if (items.length > 0) items.push(`${items.pop() ?? ''} ${line}`)
    else words.push(line)
  })
  flush()
  return { blocks, unknown }
}

function partOf(slot: string, names: TemplateNames): TemplateSlot['part'] | null {
  if (isPart(slot)) return slot
  if (slot.startsWith('table:')) return names.tables.has(slot.slice(6)) ? 'table' : null
  return names.charts.has(slot) ? 'chart' : null
}
