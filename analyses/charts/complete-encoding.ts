import type { OutputUnit } from '../model/pack-manifest'
import { fieldOf, orderedCategories } from './categories'
import { unitLabel } from './cell-format'
import { textField } from './chart-texts'
import type { ChartColumn, Completion } from './completion'
import { completeSex, isSexField } from './sex-channel'
import { isJson, type Json } from './theme'

const positions: ReadonlySet<string> = new Set(['x', 'y'])
const extents: ReadonlySet<string> = new Set(['x2', 'y2', 'xError', 'yError', 'xOffset', 'yOffset', 'detail'])
const texts: ReadonlySet<string> = new Set(['text', 'tooltip'])
const facets: ReadonlySet<string> = new Set(['facet', 'row', 'column'])
/** Small multiples beyond this number are no longer small. */
const mostFacets = 12

/** Every channel of one view: titles with units, axes in the reader's numbers, sexes in their order and look. */
export function completeEncoding(own: Json, inherited: Json, completion: Completion): Json {
  return Object.fromEntries(
    Object.entries(own).map(([channel, definition]) => [
      channel,
      isJson(definition) ? completeChannel(channel, definition, inherited, completion) : definition,
    ]),
  )
}

function completeChannel(channel: string, definition: Json, inherited: Json, completion: Completion): Json {
  const field = fieldOf(definition)
  if (field === null || extents.has(channel)) return definition
  if (texts.has(channel)) return completeText(definition, field, completion)
  if (isSexField(field, completion)) return completeSex(channel, definition, field, completion)
  if (facets.has(channel)) return completeFacet(definition, field, inherited, completion)
  const discrete = definition['type'] === 'nominal' || definition['type'] === 'ordinal'
  if (positions.has(channel)) {
    return discrete
      ? completeCategories(channel, definition, field, inherited, completion)
      : completeScale(channel, definition, field, completion)
  }
  return { title: titleOf(field, completion), ...definition }
}

/** A number written into the picture has the digits and unit it has in the table. */
function completeText(definition: Json, field: string, completion: Completion): Json {
  const column = completion.columns.get(field)
  const ready = 'aggregate' in definition || 'format' in definition || completion.foldedValues.has(field)
  if (ready || column === undefined) return definition
  completion.texts.add(field)
  return { ...definition, field: textField(field), type: 'nominal' }
}

function completeCategories(
  channel: string,
  definition: Json,
  field: string,
  inherited: Json,
  completion: Completion,
): Json {
  const title = completion.axisTitles[channel] ?? null
  const names = categoriesOf(definition, field, inherited, completion)
  const axis = definition['axis'] === null ? {} : { axis: { title, ...jsonOr(definition['axis']) } }
  // Time runs on and is never cut; its labels thin out instead.
  const shown = completion.columns.get(field)?.unit === 'period' ? names : cut(field, names, completion)
  if (shown.length === 0) return { ...definition, ...axis }
  const { sort: _sorted, ...rest } = definition
  return {
    ...rest,
    ...axis,
    sort: null,
    scale: { ...jsonOr(definition['scale']), domain: asInRows(shown, field, completion) },
  }
}

/** A domain holds the values as the rows have them: the text "2" would not meet the number 2, and nothing be drawn there. */
const asInRows = (
  names: readonly string[],
  field: string,
  { rows }: Completion,
): readonly (string | number)[] =>
  rows.every((row) => typeof (row[field] ?? 0) === 'number') ? names.map(Number) : names

function completeFacet(definition: Json, field: string, inherited: Json, completion: Completion): Json {
  const names = categoriesOf(definition, field, inherited, completion)
  return {
    title: null,
    ...definition,
    sort: cut(field, names, { ...completion, mostCategories: mostFacets }),
  }
}

const categoriesOf = (
  definition: Json,
  field: string,
  inherited: Json,
  { rows, locale, periods }: Completion,
): readonly string[] =>
  definition['sort'] === undefined && periods.has(field)
    ? (periods.get(field) ?? [])
    : orderedCategories(rows, field, definition['sort'], locale, inherited)

function cut(field: string, names: readonly string[], completion: Completion): readonly string[] {
  if (names.length <= completion.mostCategories) return names
  const shown = names.slice(0, completion.mostCategories)
  completion.cuts.set(field, { keep: new Set(shown), total: names.length })
  return shown
}

/** The unit stands once, in the title; the axis itself carries bare numbers. */
function completeScale(channel: string, definition: Json, field: string, completion: Completion): Json {
  if (definition['axis'] === null) return definition
  const unit = columnOf(field, completion)?.unit ?? null
  const own = completion.panels && channel === 'y' ? null : axisTitle(field, completion)
  const title = completion.axisTitles[channel] ?? own
  const labels = { ...axisLabels(unit), ...(completion.panels ? { tickCount: 4 } : {}) }
  return { ...definition, axis: { title, ...labels, ...jsonOr(definition['axis']) } }
}

/** Our own constant expressions; what a pack may write here is another matter (`check-spec.ts`). */
function axisLabels(unit: OutputUnit | null): Json {
  if (unit === 'proportion') return { labelExpr: "format(datum.value * 100, ',.2~f')" }
  if (unit === 'proportion-difference')
    return { labelExpr: "datum.value === 0 ? '0' : format(datum.value * 100, '+,.2~f')" }
  if (unit === 'source-difference')
    return { labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+,~r')" }
  if (unit === 'persons') return { format: ',d', tickMinStep: 1 }
  return unit === null || unit === 'period' ? {} : { format: ',~r' }
}

/** A folded column is measured like the first column folded into it. */
const columnOf = (field: string, { columns, foldedValues }: Completion): ChartColumn | undefined =>
  columns.get(field) ?? columns.get(foldedValues.get(field)?.[0] ?? '')

const unitTextOf = (column: ChartColumn | undefined, { locale }: Completion): string =>
  column === undefined ? '' : (column.unitText ?? unitLabel(column.unit, locale))

/** Layers on one axis would string their titles together; a folded or shared axis is named by its unit alone. */
function axisTitle(field: string, completion: Completion): string | null {
  if (completion.foldedValues.has(field) || completion.shared.has(field)) {
    const label = unitTextOf(columnOf(field, completion), completion)
    return label === '' ? null : label
  }
  return titleOf(field, completion)
}

function titleOf(field: string, completion: Completion): string | null {
  const column = completion.columns.get(field)
  if (column === undefined) return null
  const unit = unitTextOf(column, completion)
  return unit === '' ? column.label : `${column.label} (${unit})`
}

const jsonOr = (value: unknown): Json => (isJson(value) ? value : {})
