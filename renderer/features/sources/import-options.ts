import {
  type ColumnRole,
  type ColumnType,
  type ImportOptions,
  isTextDialect,
  type SourcePreview,
  type TextDialect,
} from '../../../analyses/model/data-set'

/** A correction replaces a guess; `undefined` hands the question back to the pre-scan. */
export type Correction = { readonly [K in keyof ImportOptions]?: ImportOptions[K] | undefined }

export function correct(options: ImportOptions, change: Correction): ImportOptions {
  const entries = Object.entries({ ...options, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}

export function correctColumn(
  options: ImportOptions,
  column: string,
  change: { readonly type?: ColumnType; readonly role?: ColumnRole },
): ImportOptions {
  const columns = options.columns ?? {}
  return { ...options, columns: { ...columns, [column]: { ...columns[column], ...change } } }
}

/** How the previewed text is written; null before there is a preview, and where the file is no text in columns. */
export const textDialectOf = (preview: SourcePreview | null): TextDialect | null =>
  preview !== null && isTextDialect(preview.dialect) ? preview.dialect : null

/** What a physical line of the file is taken for; `line` is 1-based. */
export function lineKind(preview: SourcePreview, line: number): 'preamble' | 'header' | 'record' {
  if (!isTextDialect(preview.dialect)) return 'record'
  const { headerLine, headerLines, preambleLines } = preview.dialect
  if (headerLine !== null && line <= headerLine && line > headerLine - Math.max(1, headerLines))
    return 'header'
  return line <= preambleLines ? 'preamble' : 'record'
}

/** A whole number a person typed, or null for "guess". */
export const typedCount = (text: string): number | null =>
  /^\d{1,7}$/.test(text.trim()) ? Number(text) : null
