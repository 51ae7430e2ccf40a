import type { Findings } from '../findings'
import type { Inherited } from '../metadata/inherited'
import type { CsvwColumn } from '../metadata/schema'
import { type CsvwTable, firstTitle } from '../metadata/table-group'

/** A column of the file with what the metadata says of it. */
export interface BoundColumn {
  /** Name within the metadata; null where it has none. */
  readonly name: string | null
  readonly label: string
  readonly inherited: Inherited
  readonly declared: CsvwColumn | null
}

/** Languages of tags fit when one is a beginning of the other; `und` fits all. */
export function languagesFit(a: string, b: string): boolean {
  if (a === 'und' || b === 'und') return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const tag = long.toLowerCase()
  return tag === short.toLowerCase() || tag.startsWith(`${short.toLowerCase()}-`)
}

/** Whether a header cell can be the title of this column (Metadata Vocabulary, section 5.5.1: compatible columns). */
export function titleFits(column: CsvwColumn, cell: string, lang: string): boolean {
  if (column.titles === null) return column.name === null
  return [...column.titles].some(([tag, all]) => languagesFit(tag, lang) && all.includes(cell))
}

/**
 * Binds the columns of the file to those of the metadata, by their order. `header` has a list of the cells over each
 * column, from the header rows, empty when there are none. Differences are errors.
 */
export function bindColumns(
  table: CsvwTable,
  header: readonly (readonly string[])[],
  file: string,
  findings: Findings,
): readonly BoundColumn[] {
  const declared = table.schema?.columns?.filter(({ virtual }) => !virtual) ?? null
  if (declared === null) return header.map((cells) => plainColumn(cells[0] ?? ''))
  if (declared.length !== header.length)
    findings.error('columns-number', file, '', `${declared.length}/${header.length}`)
  return header.map((cells, i) => {
    const column = declared[i]
    if (column === undefined) return plainColumn(cells[0] ?? '')
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length > 0 && !filled.some((cell) => titleFits(column, cell, table.lang)))
      findings.error('column-title', file, column.name ?? firstTitle(column.titles) ?? `${i + 1}`)
    return boundColumn(column, filled[0] ?? '')
  })
}

export const plainColumn = (label: string): BoundColumn => ({
  name: null,
  label,
  inherited: {},
  declared: null,
})

export const boundColumn = (column: CsvwColumn, label: string): BoundColumn => ({
  name: column.name,
  label: label.trim() === '' ? firstTitle(column.titles)?.trim() || (column.name ?? '') : label,
  inherited: column.inherited,
  declared: column,
})
