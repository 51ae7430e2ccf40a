import { type Absence, absenceOf } from '../model/absence'
import type { Locale } from '../model/locale'
import { failed, type Result, succeeded } from '../model/result'
import type { Cell, Row } from '../model/table'
import { withoutHidden } from './absence'
import { withSigns } from './absence-signs'
import { fieldOf } from './categories'
import { textsOf } from './chart-texts'
import { checkSpec } from './check-spec'
import { readableOnFields } from './colour-scale'
import { digitsByRow } from './column-digits'
import { completeEncoding } from './complete-encoding'
import { type CompletedMap, completeMap, isMap } from './complete-map'
import type { ChartColumn, Completion } from './completion'
import { withEndLabels } from './end-labels'
import { hasFlatTitle } from './legends'
import { missingMark } from './number-format'
import { sizedPanels } from './panels'
import { formatPeriod } from './period-format'
import { plainText } from './plain-text'
import { withSexInWords } from './sex-channel'
import { withSlopeLabels } from './slope-labels'
import { isJson, type Json, vegaTheme } from './theme'
import type { ChartTheme } from './tokens'
import { withValueLabels } from './value-labels'

export interface ChartRequest {
  readonly id: string
  /** The pack's chart file: no data, no size, no words, no colours but styles of `vegaTheme`. */
  readonly spec: Json
  readonly rows: readonly Row[]
  readonly columns: readonly ChartColumn[]
  readonly locale: Locale
  /** A code of a column in the reader's words; null where it has none. */
  readonly words?: (column: ChartColumn, code: string) => string | null
  /** The chart's message in one sentence. */
  readonly description: string
  /** Titles of axes where the columns' own labels do not say enough, by channel (`x`, `y`). */
  readonly axisTitles?: Readonly<Record<string, string>>
  readonly theme?: ChartTheme
  /** Pixels of the whole picture; a facetted chart keeps the sizes its file gives. */
  readonly width?: number
  /** More named things than this are cut off, and `categories` says so. */
  readonly mostCategories?: number
}

export interface CompletedChart {
  readonly spec: Json
  /** How many of the named things are drawn, when not all of them are. */
  readonly categories: { readonly shown: number; readonly total: number } | null
  /** Values that are not there, by the reason their status gives; each has a sign in the picture. */
  readonly absent: readonly AbsentValues[]
  /** Not a single value is there to be drawn. */
  readonly empty: boolean
  /** How a map's classes were made. */
  readonly classes: CompletedMap['classes']
}

const schema = 'https://vega.github.io/schema/vega-lite/v6.json'

export interface AbsentValues extends Absence {
  readonly rows: number
}

/**
 * A pack's chart file + rows of a run -> a complete Vega-Lite specification that draws the same everywhere.
 * Pure: nothing given is changed, equal requests give equal specs. Refuses with `export.chart-forbidden`.
 * Draw it from a deep copy, for Vega marks the row objects it is given.
 */
export function completeSpec(request: ChartRequest): Result<CompletedChart> {
  const faults = checkSpec(request.id, request.spec)
  if (faults.length > 0) return failed(...faults)
  const columns = new Map(request.columns.map((column) => [column.name, column]))
  const source = request.rows.map(withoutHidden)
  const rows = source.map((row) => readable(row, columns, request))
  const folds = foldsOf(request.spec)
  const completion: Completion = {
    source,
    rows,
    columns,
    locale: request.locale,
    axisTitles: request.axisTitles ?? {},
    mostCategories: request.mostCategories ?? 40,
    foldedNames: new Map(folds.map(({ as: [names], fields }) => [names, fields])),
    foldedValues: new Map(folds.map(({ as: [, values], fields }) => [values, fields])),
    panels: 'facet' in request.spec,
    panelField: fieldOf(request.spec['facet']),
    shared: sharedFields(request.spec),
    flatTitle: hasFlatTitle(request.spec),
    periods: periodsOf(request),
    cuts: new Map(),
    texts: new Set(),
    made: new Map(),
    signs: new Map(),
  }
  if (isMap(request.spec)) return succeeded(mapOf(request, completion))
  const body = sizedPanels(completeView(request.spec, {}, completion), rows)
  const composed = ['facet', 'hconcat', 'vconcat', 'concat'].some((part) => part in request.spec)
  const spec: Json = {
    $schema: schema,
    description: request.description,
    ...(composed
      ? {}
      : { width: request.width ?? 720, autosize: { type: 'fit-x', contains: 'padding', resize: false } }),
    ...(isJson(body['encoding']) && 'yOffset' in body['encoding'] ? { height: offsetStep } : {}),
    ...without(body, '$schema'),
    data: { name: 'rows', values: drawnRows(completion) },
    config: vegaTheme(request.theme ?? 'light', request.locale),
  }
  return succeeded({
    spec,
    categories: largestCut(completion),
    absent: absentValues(completion),
    empty: isEmpty(completion),
    classes: null,
  })
}

function mapOf(request: ChartRequest, completion: Completion): CompletedChart {
  const { body, rows, classes } = completeMap(request.spec, completion)
  const field = fieldOf(isJson(request.spec['encoding']) ? request.spec['encoding']['color'] : null) ?? ''
  const fields = [field]
  const signs = completion.source.map((row) => (absenceOf(row, field) === null ? null : missingMark))
  const noted: Completion = { ...completion, signs: new Map([['sign_1', { signs, fields }]]) }
  const spec: Json = {
    $schema: schema,
    description: request.description,
    ...body,
    data: { name: 'rows', values: rows },
    config: vegaTheme(request.theme ?? 'light', request.locale),
  }
  return {
    spec,
    categories: null,
    absent: absentValues(noted),
    empty: rows.length === 0 || isEmpty(noted),
    classes,
  }
}

/** Rows of women, men and total within one named thing stand closer than the things themselves. */
const offsetStep: Json = { step: 18, for: 'offset' }

/** The same chart in another theme, for a window that follows the system's. */
export const withTheme = (spec: Json, theme: ChartTheme, locale: Locale): Json => ({
  ...spec,
  config: vegaTheme(theme, locale),
})

/** One view and the views inside it; an inner encoding inherits the outer one's channels. */
function completeView(given: Json, outer: Json, completion: Completion, layer = false): Json {
  const view = withDashes(given, outer)
  const own = isJson(view['encoding']) ? view['encoding'] : {}
  const inherited = { ...outer, ...own }
  const inner = (value: unknown, inLayer = false) =>
    isJson(value) ? completeView(value, inherited, completion, inLayer) : value
  const completed: Json = Object.fromEntries(
    Object.entries(view).map(([key, value]) => {
      if (key === 'mark') return [key, completeMark(value)]
      if (key === 'encoding') return [key, completeEncoding(own, inherited, completion)]
      if (key === 'spec') return [key, inner(value)]
      if (key === 'facet' && isJson(value)) return [key, facet(value, inherited, completion)]
      const parts = ['layer', 'hconcat', 'vconcat', 'concat'].includes(key) && Array.isArray(value)
      return [key, parts ? value.map((part) => inner(part, key === 'layer')) : value]
    }),
  )
  // Layers share one set of signs, drawn above them.
  const drawn = !layer && ('mark' in view || 'layer' in view)
  if (!drawn) return completed
  const layers = Array.isArray(completed['layer']) ? completed['layer'].filter(isJson) : null
  const legible =
    layers === null
      ? completed
      : { ...completed, layer: readableOnFields(layers, completion.rows, acrossOf(completed, completion)) }
  const labelled = withEndLabels(withValueLabels(legible, completion), completion)
  return withSigns(withSlopeLabels(labelled, completion), outer, completion)
}

/** Places side by side along the lying axis. */
function acrossOf({ encoding }: Json, { rows }: Completion): number {
  const field = fieldOf(isJson(encoding) ? encoding['x'] : null)
  return field === null ? 0 : new Set(rows.map((row) => row[field])).size
}

/** Lines of named groups differ by their dashes too, so that they are told apart without colour. */
function withDashes(view: Json, outer: Json): Json {
  const { mark } = view
  const inherited = { ...outer, ...(isJson(view['encoding']) ? view['encoding'] : {}) }
  const colour = inherited['color']
  const field = fieldOf(colour)
  const line = (isJson(mark) ? mark['type'] : mark) === 'line'
  const named = isJson(colour) && colour['type'] === 'nominal' && field !== null
  if (!line || !named || 'strokeDash' in inherited) return view
  const own = isJson(view['encoding']) ? view['encoding'] : {}
  return {
    ...view,
    encoding: { ...own, strokeDash: { ...colour, legend: { symbolType: 'stroke', symbolSize: 500 } } },
  }
}

/** Points on a line only say where the numbers are; full-size ones would hide the line. */
const completeMark = (mark: unknown): unknown =>
  isJson(mark) && mark['type'] === 'line' && mark['point'] === true
    ? { ...mark, point: { filled: true, size: 24 } }
    : mark

/** `facet` is one field definition, or `row` and `column`. */
const facet = (value: Json, inherited: Json, completion: Completion): unknown =>
  'field' in value
    ? completeEncoding({ facet: value }, inherited, completion)['facet']
    : completeEncoding(value, inherited, completion)

function readable(row: Row, columns: ReadonlyMap<string, ChartColumn>, { locale, words }: ChartRequest): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]): [string, Cell] => {
      if (typeof cell !== 'string') return [name, cell]
      const column = columns.get(name)
      const word = column === undefined ? null : (words?.(column, cell) ?? null)
      const read =
        column?.unit === 'period' ? formatPeriod(cell, locale) : withSexInWords(cell, row['sex'], locale)
      return [name, plainText(word ?? read)]
    }),
  )
}

/**
 * Periods of each column in their order, in words. Codes sort as text; their words would not ("1. čtvrtletí 2024"
 * before "2. čtvrtletí 2023"). Columns that meet on one axis have one order: that of all their periods.
 */
function periodsOf({ columns, rows, spec, locale }: ChartRequest): ReadonlyMap<string, readonly string[]> {
  const names = columns.filter(({ unit }) => unit === 'period').map(({ name }) => name)
  const together = names.filter((name) => sharedFields(spec).has(name))
  return new Map(
    names.map((name) => {
      const met = together.includes(name) ? together : [name]
      const codes = new Set(rows.flatMap((row) => met.map((one) => String(row[one] ?? ''))))
      codes.delete('')
      return [name, [...codes].sort().map((code) => plainText(formatPeriod(code, locale)))]
    }),
  )
}

/** Marks that show a value; the others show its range or a line to compare with. */
const valueMarks: ReadonlySet<unknown> = new Set(['point', 'bar', 'line', 'tick'])

/** Fields of the layers that meet on one axis, in this view or a view inside it, with the one value among them. */
function sharedFields(view: Json): ReadonlyMap<string, string | null> {
  const layers = Array.isArray(view['layer']) ? view['layer'].filter(isJson) : []
  const here = ['x', 'y'].flatMap((channel) => {
    const fieldIn = ({ encoding }: Json) => fieldOf(isJson(encoding) ? encoding[channel] : null) ?? []
    const fields = new Set([view, ...layers].flatMap(fieldIn))
    const plain = ({ mark }: Json) => valueMarks.has(isJson(mark) ? mark['type'] : mark)
    const values = new Set(layers.filter(plain).flatMap(fieldIn))
    const main = values.size === 1 ? ([...values][0] ?? null) : null
    return fields.size > 1 ? [...fields].map((field) => [field, main] as const) : []
  })
  const parts = [view['spec'], view['hconcat'], view['vconcat'], view['concat']].flat().filter(isJson)
  return new Map([...here, ...parts.flatMap((part) => [...sharedFields(part)])])
}

interface Fold {
  readonly fields: readonly string[]
  readonly as: readonly [string, string]
}

function foldsOf(value: unknown): readonly Fold[] {
  if (Array.isArray(value)) return value.flatMap(foldsOf)
  if (!isJson(value)) return []
  const inside = Object.values(value).flatMap(foldsOf)
  if (!Array.isArray(value['fold'])) return inside
  const [names = 'key', values = 'value'] = Array.isArray(value['as']) ? value['as'].map(String) : []
  return [{ fields: value['fold'].map(String), as: [names, values] }, ...inside]
}

function drawnRows({ source, rows, cuts, texts, made, signs, columns, locale }: Completion): readonly Row[] {
  const digitsOf = [...texts].map((field) => {
    const column = { name: field, unit: columns.get(field)?.unit ?? 'number' } as const
    return [field, digitsByRow(source, column, columns.values())] as const
  })
  return rows.flatMap((row, at) => {
    if (![...cuts].every(([field, { keep }]) => keep.has(String(row[field] ?? '')))) return []
    const notes = [...signs].map(([name, noted]) => [name, noted.signs] as const)
    const own = Object.fromEntries([...notes, ...made].map(([name, cells]) => [name, cells[at] ?? null]))
    const digits = new Map(digitsOf.map(([field, of]) => [field, of(source[at] ?? row)]))
    return [{ ...row, ...textsOf(row, texts, columns, digits, locale), ...own }]
  })
}

const isEmpty = ({ source, signs }: Completion): boolean =>
  [...signs.values()].some(({ fields }) =>
    source.every((row) => fields.every((field) => (row[field] ?? null) === null)),
  )

function absentValues({ source, signs }: Completion): readonly AbsentValues[] {
  const found = new Map<string, { hidden: boolean; status: string | null; rows: number }>()
  source.forEach((row, at) => {
    const drawn = [...signs.values()].filter((noted) => (noted.signs[at] ?? null) !== null)
    const absent = drawn
      .flatMap(({ fields }) => fields.flatMap((field) => absenceOf(row, field) ?? []))
      .sort((a, b) => Number(b.hidden) - Number(a.hidden))[0]
    if (absent === undefined) return
    const key = `${absent.hidden} ${absent.status ?? ''}`
    found.set(key, { ...absent, rows: (found.get(key)?.rows ?? 0) + 1 })
  })
  return [...found.values()].sort((a, b) => Number(b.hidden) - Number(a.hidden) || b.rows - a.rows)
}

function largestCut({ cuts }: Completion): CompletedChart['categories'] {
  const [largest] = [...cuts.values()].sort((a, b) => b.total - a.total)
  return largest === undefined ? null : { shown: largest.keep.size, total: largest.total }
}

const without = (value: Json, key: string): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
