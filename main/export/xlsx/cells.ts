import type { Locale } from '../../../analyses/model/locale'
import type { TableBlock, TableCell } from '../../../analyses/model/report-document'
import { printable } from '../printable'
import { workbookMessages } from './messages'
import { numberFormat } from './number-format'

export type SheetCell = {
  readonly value?: string | number | boolean
  readonly type?: StringConstructor | NumberConstructor | BooleanConstructor
  readonly format?: string
  readonly fontWeight?: 'bold'
  readonly fontSize?: number
  readonly wrap?: boolean
  readonly alignVertical?: 'top'
  readonly align?: 'right'
  readonly height?: number
} | null

/** What a cell can hold. */
const longestText = 32_767

export const wrapped = { wrap: true, alignVertical: 'top' } as const
export const bold = { fontWeight: 'bold' } as const

/**
 * A text that stays a text: the format `@` keeps a program from taking it for a formula, a date or a number, also when
 * somebody edits the cell. One that is too long for a cell says so at its end.
 */
export function textCell(
  value: string,
  locale: Locale,
  style: Partial<NonNullable<SheetCell>> = {},
): SheetCell {
  const text = printable(value)
  return { value: text.length <= longestText ? text : cut(text, locale), type: String, format: '@', ...style }
}

function cut(text: string, locale: Locale): string {
  const statement = ` ${workbookMessages[locale].cut(text.length.toLocaleString(locale))}`
  // Not in the middle of a letter that takes two places.
  return text.slice(0, longestText - statement.length).replace(/[\ud800-\udbff]$/, '') + statement
}

/** A number with the format of its unit; all else as it is read: words, codes, and a mark where there is no value. */
export function tableCell(
  cell: TableCell,
  index: number,
  { columns }: TableBlock,
  locale: Locale,
): SheetCell {
  const { value, text } = cell
  if (value === null) return textCell(text, locale, { align: 'right' })
  if (typeof value === 'boolean') return { value, type: Boolean }
  const format =
    typeof value === 'number' ? numberFormat(columns[index]?.output ?? 'text', value, text, locale) : null
  return format === null || typeof value !== 'number'
    ? textCell(text, locale)
    : { value, type: Number, format }
}

/** Rows are as high as their longest wrapped text needs: not every program works that out when it opens a file. */
export function rowsInHeight(
  rows: readonly (readonly SheetCell[])[],
  columns: readonly { readonly width: number }[],
): SheetCell[][] {
  return rows.map((row) => {
    const lines = row.map((cell, index) =>
      cell?.wrap === true ? linesOf(String(cell.value ?? ''), columns[index]?.width ?? 10) : 1,
    )
    const most = Math.min(mostLines, Math.max(1, ...lines))
    const first = row.findIndex((cell) => cell !== null)
    if (most === 1 || first < 0) return [...row]
    return row.map((cell, index) =>
      index === first && cell !== null ? { ...cell, height: most * lineHeight } : cell,
    )
  })
}

const lineHeight = 15
/** A row may be 409 points high. */
const mostLines = 27

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
