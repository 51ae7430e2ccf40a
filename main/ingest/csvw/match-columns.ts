import { type BoundColumn, boundColumn, plainColumn, titleFits } from './check/bind-columns'
import type { Findings } from './findings'
import type { CsvwColumn } from './metadata/schema'
import { type CsvwTable, firstTitle } from './metadata/table-group'

/** Columns of a file bound to the metadata, and whether they stand in another order than there. */
export interface Matched {
  readonly columns: readonly BoundColumn[]
  readonly reordered: boolean
}

/**
 * Binds for an import: columns whose titles fit in their place stay there, others are sought by title, and a column
 * that has only a name fits a header that is this name. What fits nothing is bound by its place when the numbers of
 * columns are the same, and else stands for itself. `header` has the header cells over each column.
 */
export function matchColumns(
  table: CsvwTable,
  header: readonly (readonly string[])[],
  labels: readonly string[],
  file: string,
  findings: Findings,
): Matched {
  const skipped = table.dialect?.skipColumns ?? 0
  const declared = table.schema?.columns?.filter(({ virtual }) => !virtual) ?? []
  if (declared.length === 0) return { columns: labels.map((label) => plainColumn(label)), reordered: false }
  if (declared.length + skipped !== labels.length)
    findings.error('columns-number', file, '', `${declared.length + skipped}/${labels.length}`)
  const free = new Set(declared)
  const found = labels.map((_, i) => {
    const own = declared[i - skipped]
    const cells = header[i] ?? []
    return own !== undefined && isFor(own, cells, table.lang) && free.delete(own) ? own : null
  })
  let reordered = false
  for (const [i, column] of found.entries()) {
    if (column !== null) continue
    const other = [...free].find((each) => isFor(each, header[i] ?? [], table.lang))
    if (other === undefined) continue
    free.delete(other)
    found[i] = other
    reordered = true
  }
  const same = declared.length + skipped === labels.length
  const columns = found.map((column, i) => {
    const label = labels[i] ?? ''
    if (column !== null) return boundColumn(column, label)
    const own = declared[i - skipped]
    if (!same || own === undefined || !free.has(own)) return plainColumn(label)
    if (label !== '') findings.error('column-title', file, own.name ?? firstTitle(own.titles) ?? label)
    return boundColumn(own, label)
  })
  return { columns, reordered }
}

const tidy = (text: string): string => text.normalize('NFC').trim()

function isFor(column: CsvwColumn, cells: readonly string[], lang: string): boolean {
  return cells.some((cell) => {
    if (cell === '') return false
    if (titleFits(column, cell, lang) && column.titles !== null) return true
    const titles = column.titles === null ? [] : [...column.titles.values()].flat()
    return column.name === tidy(cell) || titles.some((title) => tidy(title) === tidy(cell))
  })
}
