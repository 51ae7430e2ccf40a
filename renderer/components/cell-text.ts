import type { Locale } from '../../analyses/model/locale'

export type GridCell = string | number | boolean | null
export type GridRow = Readonly<Record<string, GridCell>>

export interface GridColumn {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'boolean' | 'date'
  /** Numbers that are names (years, identifiers) are written without separators of thousands. */
  readonly grouping: boolean
  /** Role and type in words; the header's tooltip. */
  readonly description: string
  readonly icon: string | null
  readonly filterable?: boolean
  readonly sortable?: boolean
  /** A code's word in the reader's language. */
  readonly word?: (code: string) => string
}

/** More digits than these help nobody in a table; the row's details show every one. */
const mostDecimals = 4

const decimalsOf = (value: GridCell): number => {
  if (typeof value === 'string') return value.split('.')[1]?.length ?? 0
  if (typeof value !== 'number' || Number.isInteger(value)) return 0
  const text = String(value)
  return text.includes('e-') ? mostDecimals : (text.split('.')[1]?.length ?? 0)
}

/** Decimals a column is written with: as many as its first values have, at most four. */
export const columnDecimals = (values: readonly GridCell[]): number =>
  values.reduce<number>((most, value) => Math.max(most, Math.min(mostDecimals, decimalsOf(value))), 0)

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: Locale, decimals: number | null, grouping: boolean): Intl.NumberFormat {
  const id = `${locale}:${decimals}:${grouping}`
  const known = formatters.get(id)
  if (known) return known
  const digits =
    decimals === null
      ? { maximumFractionDigits: 20 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const made = new Intl.NumberFormat(locale, { ...digits, useGrouping: grouping })
  formatters.set(id, made)
  return made
}

const isNumber = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

/**
 * A present value as it is read in `locale`; `decimals: null` writes every digit there is.
 * Numbers beyond a double come as text and are written digit by digit, never through a double.
 */
export function cellText(
  value: string | number | boolean,
  column: Pick<GridColumn, 'kind' | 'grouping' | 'word'>,
  locale: Locale,
  decimals: number | null = null,
): string {
  if (column.word) return column.word(String(value))
  if (
    column.kind === 'number' &&
    (typeof value === 'number' || (typeof value === 'string' && isNumber(value)))
  ) {
    return formatter(locale, decimals, column.grouping).format(value).replace(/^-/, '−')
  }
  return String(value)
}

/** Width in pixels that shows the header and the first values without cutting them. */
export function columnWidth(label: string, texts: readonly string[]): number {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0)
  return Math.round(Math.min(320, Math.max(96, label.length * 7.2 + 92, longest * 7.4 + 28)))
}
