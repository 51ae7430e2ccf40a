import type { ReportDocument, TableBlock } from '../../analyses/model/report-document'
import { printableDocument } from '../../main/export/printable'
import { evenSpaces, type ReadCell, type ReadTable } from '../../main/export/readback'

export interface WantedTable {
  readonly caption: string
  readonly columns: readonly { readonly label: string; readonly unit: string }[]
  readonly rows: readonly (readonly { readonly text: string; readonly value: unknown }[])[]
  /** What belongs to what has no head, and no sheet in a workbook. */
  readonly facts: boolean
}

/** Every table a document format must hold, in order: those of the report, of its charts, and its lists of facts. */
export function wantedTables(document: ReportDocument): readonly WantedTable[] {
  const of = ({ caption, columns, rows }: TableBlock): readonly WantedTable[] =>
    columns.length === 0 ? [] : [{ caption, columns, rows, facts: false }]
  return printableDocument(document).blocks.flatMap((block) => {
    if (block.kind === 'table') return of(block)
    if (block.kind === 'chart') return block.apart === true ? [] : of(block.table)
    if (block.kind !== 'facts' || block.items.length === 0) return []
    const rows = block.items.map(({ label, value }) => [
      { text: label, value: label },
      { text: value, value },
    ])
    return [{ caption: block.caption, columns: [], rows, facts: true }]
  })
}

export interface Comparing {
  /** How a format may differ without saying anything else: a PDF knows no spaces at the ends of lines. */
  readonly even: (text: string) => string
  readonly head: (label: string, unit: string) => string
  /** A workbook holds numbers bare, and calls its tables by their sheets. */
  readonly workbook: boolean
}

export const asRead: Comparing = {
  even: evenSpaces,
  head: (label, unit) => (unit === '' ? label : `${label} (${unit})`),
  workbook: false,
}
export const asPdf: Comparing = { ...asRead, even: asDrawn }
export const asWorkbook: Comparing = {
  ...asRead,
  head: (label, unit) => (unit === '' || unit === '%' ? label : `${label} (${unit})`),
  workbook: true,
}

/** A page holds letters as they are drawn: without spaces at the ends of lines, Arabic and Hebrew joined and turned. */
export function asDrawn(text: string): string {
  const even = text.normalize('NFKC').replace(/[\s\u00a0\u202f]+/g, '')
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(even) ? [...even].sort().join('') : even
}

/** What differs between a report and a file of it, cell by cell; nothing when all is the same. */
export function tableDifferences(
  document: ReportDocument,
  read: readonly ReadTable[],
  how: Comparing,
): { readonly cells: number; readonly differences: readonly string[] } {
  const wanted = wantedTables(document).filter(({ facts }) => !(facts && how.workbook))
  if (wanted.length !== read.length)
    return { cells: 0, differences: [`${wanted.length} tables wanted, ${read.length} found`] }
  let cells = 0
  const differences = wanted.flatMap((table, at) => {
    const found = read[at]
    const place = `table ${at + 1} „${table.caption.slice(0, 40)}“`
    const same = (what: string, left: string, right: string | undefined) => {
      cells += 1
      return how.even(left) === how.even(right ?? '') ? [] : [`${place}, ${what}: ${left} / ${right}`]
    }
    return [
      ...(how.workbook ? [] : same('caption', table.caption, found?.caption)),
      ...table.columns.flatMap(({ label, unit }, index) =>
        same(`column ${index + 1}`, how.head(label, unit), found?.columns[index]),
      ),
      ...(table.rows.length === found?.rows.length
        ? []
        : [`${place}: ${table.rows.length} rows / ${found?.rows.length}`]),
      ...table.rows.flatMap((row, line) =>
        row.flatMap((cell, index) => {
          const other: ReadCell | undefined = found?.rows[line]?.[index]
          const where = `row ${line + 1}, column ${index + 1}`
          const number = typeof cell.value === 'number' || typeof cell.value === 'boolean'
          const bare = how.workbook && other?.value !== undefined
          const text = bare ? [] : same(where, cell.text, other?.text)
          const value =
            number && other?.value !== undefined && !Object.is(norm(cell.value), norm(other.value))
          if (bare) cells += 1
          return value ? [...text, `${place}, ${where}: ${cell.value} / ${other?.value}`] : text
        }),
      ),
    ]
  })
  return { cells, differences }
}

const norm = (value: unknown): unknown => (value === 0 ? 0 : value)
