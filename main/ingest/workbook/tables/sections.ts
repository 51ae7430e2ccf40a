import type { Grid } from '../grid'
import type { Block } from './blocks'
import type { RowShapes } from './row-shapes'

const MOST_SECTIONS = 60
/** Records of a section that are compared. */
const COMPARED = 400
/** Share of keys that come again, from which sections are tables over the same things. */
const SAME_KEYS = 0.6

/**
 * A table with titles inside is several tables under one header when each section has the same keys again (the same
 * regions, all tourists, then domestic ones). Otherwise the titles name groups of rows, and it stays one table.
 */
export function splitSections(grid: Grid, block: Block, shapes: RowShapes): readonly Block[] {
  const above = block.preamble.at(-1)
  const headerEnd = block.header.at(-1)
  const inner = block.groups
  if (inner.length === 0 || inner.length > MOST_SECTIONS || headerEnd === undefined) return [block]
  const title = above !== undefined && above > headerEnd ? above : null
  const startsWithTitle = inner[0] === block.from
  const starts = startsWithTitle ? inner : [title ?? block.from, ...inner]
  const position = positions(shapes)
  const parts = starts.map((start, i) => ({
    title: i === 0 && title === null && !startsWithTitle ? null : start,
    from: (i === 0 && !startsWithTitle ? block.from - 1 : start) + 1,
    to: starts[i + 1] ?? block.to,
  }))
  const keys = parts.map(({ from, to }) => keysOf(grid, from, Math.min(to, from + COMPARED), block))
  if (parts.length < 2 || !keys.slice(1).every((set) => share(keys[0] ?? new Set(), set) >= SAME_KEYS))
    return [block]
  return parts.map((part, i) => {
    const name =
      part.title === null ? null : grid.cells(part.title).find(({ column }) => column >= block.left)?.text
    const titles = part.title === null ? [] : [part.title]
    const inPart = (index: number) => index >= part.from && index < part.to
    return {
      ...block,
      preamble: i === 0 ? [...new Set([...block.preamble, ...titles])] : titles,
      from: part.from,
      to: part.to,
      repeated: block.repeated.filter(inPart),
      footer: i === parts.length - 1 ? block.footer : [],
      records: position(part.to) - position(part.from) - block.repeated.filter(inPart).length,
      groups: [],
      section: name?.replace(/\s+/g, ' ').trim() ?? null,
    }
  })
}

/** Number of the shapes' rows before a grid index. */
function positions({ index, count }: RowShapes) {
  const rows = index.subarray(0, count)
  return (gridIndex: number) => {
    const found = rows.findIndex((each) => each >= gridIndex)
    return found < 0 ? count : found
  }
}

function keysOf(grid: Grid, from: number, to: number, { left, right }: Block): ReadonlySet<string> {
  const keys = new Set<string>()
  for (let i = from; i < to; i++) {
    const [first] = grid
      .cells(i)
      .filter(({ column, kind }) => column >= left && column <= right && kind !== 'blank')
    if (first?.column === left) keys.add(first.text.trim())
  }
  return keys
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...b].filter((key) => a.has(key)).length
  return both / Math.max(1, Math.min(a.size, b.size))
}
