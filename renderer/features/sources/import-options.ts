import {
  type ColumnOptions,
  type ImportOptions,
  isTextDialect,
  type SourcePreview,
  type TableOptions,
  type TextDialect,
} from '../../../analyses/model/data-set'
import type { ShapeStep } from '../../../analyses/model/shape-step'

/** A correction replaces a guess; `undefined` hands the question back to the pre-scan. */
export type Correction = { readonly [K in keyof ImportOptions]?: ImportOptions[K] | undefined }
export type ColumnCorrection = { readonly [K in keyof ColumnOptions]?: ColumnOptions[K] | undefined }
type TableCorrection = { readonly [K in keyof TableOptions]?: TableOptions[K] | undefined }

const withoutUndefined = (object: object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))

export function correct(options: ImportOptions, change: Correction): ImportOptions {
  return withoutUndefined({ ...options, ...change })
}

/** Id of the table whose columns a correction concerns; null where the whole file is one table. */
export const scopeOf = (preview: SourcePreview, options: ImportOptions): string | null =>
  preview.tables.length > 1 && options.append !== true ? preview.table : null

function correctTable(options: ImportOptions, table: string, change: TableCorrection): ImportOptions {
  const tables = options.tables ?? {}
  return { ...options, tables: { ...tables, [table]: withoutUndefined({ ...tables[table], ...change }) } }
}

const columnsIn = (options: ImportOptions, table: string | null) =>
  table === null ? options.columns : options.tables?.[table]?.columns

export function correctColumn(
  options: ImportOptions,
  table: string | null,
  column: string,
  change: ColumnCorrection,
): ImportOptions {
  const before = columnsIn(options, table) ?? {}
  const columns = { ...before, [column]: withoutUndefined({ ...before[column], ...change }) }
  return table === null ? { ...options, columns } : correctTable(options, table, { columns })
}

/** What was said of a column, for the whole file or for its table. */
export const saidOf = (options: ImportOptions, table: string | null, column: string): ColumnOptions => ({
  ...options.columns?.[column],
  ...(table === null ? {} : options.tables?.[table]?.columns?.[column]),
})

/** Steps of shape; undefined where nothing was said of them. */
export const stepsOf = (options: ImportOptions, table: string | null): readonly ShapeStep[] | undefined =>
  (table === null ? undefined : options.tables?.[table]?.steps) ?? options.steps

export const withSteps = (
  options: ImportOptions,
  table: string | null,
  steps: readonly ShapeStep[],
): ImportOptions =>
  table === null
    ? correct(options, { steps: [...steps] })
    : correctTable(options, table, { steps: [...steps] })

/** Name of the data set: of this table alone where the file has several. */
export const withName = (
  options: ImportOptions,
  table: string | null,
  name: string | undefined,
): ImportOptions => (table === null ? correct(options, { name }) : correctTable(options, table, { name }))

export const withMap = (
  options: ImportOptions,
  table: string | null,
  map: Pick<TableCorrection, 'crs' | 'axes'>,
): ImportOptions => (table === null ? correct(options, map) : correctTable(options, table, map))

const withoutPersonal = (columns: ImportOptions['columns'] = {}) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, { personal: _, ...said }]) =>
      Object.keys(said).length === 0 ? [] : [[name, said]],
    ),
  )

const orNothing = (object: object) => (Object.keys(object).length === 0 ? undefined : object)

/** What a look depends on: a legal ground, a source card or a step of shape must not start one. */
function forLook({
  card: _c,
  replace: _r,
  steps: _s,
  columns,
  tables,
  ...said
}: ImportOptions): ImportOptions {
  const lean = Object.entries(tables ?? {}).flatMap(([id, { steps: _, columns: some, ...table }]) => {
    const left = orNothing(withoutUndefined({ ...table, columns: orNothing(withoutPersonal(some)) }))
    return left === undefined ? [] : [[id, left]]
  })
  return withoutUndefined({
    ...said,
    columns: orNothing(withoutPersonal(columns)),
    tables: orNothing(Object.fromEntries(lean)),
  })
}

/** The options of a look: the engine describes the first table asked for. */
export const toShow = (options: ImportOptions, shown: string | null): ImportOptions =>
  options.append === true
    ? forLook(options)
    : correct(forLook(options), { only: shown === null ? undefined : [shown] })

/** The tables that will be loaded, in the order of the file. */
export function chosenIds(preview: SourcePreview, options: ImportOptions): readonly string[] {
  const { only } = options
  if (only !== undefined) return preview.tables.filter(({ id }) => only.includes(id)).map(({ id }) => id)
  const usual = preview.tables.filter(({ byDefault }) => byDefault)
  return (usual.length > 0 ? usual : preview.tables).map(({ id }) => id)
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
