import type { OutputUnit } from '../model/pack-manifest'
import { fieldOf, orderedCategories } from './categories'
import { unitLabel } from './cell-format'
import { textField } from './chart-texts'
import { completeColour } from './colour-scale'
import type { ChartColumn, Completion } from './completion'
import { legendColumns, legendOffset } from './legends'
import { completeSex, isSexField } from './sex-channel'
import { isJson, type Json } from './theme'
import { lineDashes } from './tokens'

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
  return completeLook(channel, definition, field, completion)
}

const looks: ReadonlySet<string> = new Set(['color', 'fill', 'stroke', 'shape', 'strokeDash'])

/** Colours, shapes and dashes; their legend fits the picture. */
function completeLook(channel: string, definition: Json, field: string, completion: Completion): Json {
  const titled: Json = { title: titleOf(field, completion), ...definition }
  if (!looks.has(channel) || definition['legend'] === null) return titled
  const legend = { offset: legendOffset(completion.flatTitle), ...jsonOr(definition['legend']) }
  if (definition['type'] === 'quantitative') return completeColour({ ...titled, legend }, completion.rows)
  const { sort, ...rest } = titled
  const order = completion.periods.get(field) ?? codeInOrder(sort, field, completion)
  const names = orderedCategories(completion.rows, field, order, completion.locale, {})
  const dashes = channel === 'strokeDash' ? { range: lineDashes } : {}
  return {
    ...rest,
    legend: { columns: legendColumns(names), values: asInRows(names, field, completion), ...legend },
    scale: {
      domain: asInRows(
        Array.isArray(order) ? [...new Set([...order.map(String), ...names])] : names,
        field,
        completion,
      ),
      ...dashes,
      ...jsonOr(definition['scale']),
    },
  }
}

/** A list of codes in the chart file, as the rows have them by now: in words. */
export function codeInOrder(sort: unknown, field: string, { source, rows }: Completion): unknown {
  if (!Array.isArray(sort)) return sort
  return sort.map((code) => {
    const at = source.findIndex((row) => row[field] === code)
    return at < 0 ? String(code) : String(rows[at]?.[field] ?? code)
  })
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
  // In panels a long name of a period would run into that of the next panel.
  const bound = completion.panels && channel === 'x' ? { labelBound: 12 } : {}
  const own = withoutTurn(channel, jsonOr(definition['axis']), names)
  const axis = definition['axis'] === null ? {} : { axis: { title, ...bound, ...own } }
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

/** Names turned on their side are hard to read: they lie flat where there is room for all of them. */
function withoutTurn(channel: string, axis: Json, names: readonly string[]): Json {
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0)
  if (channel !== 'x' || !('labelAngle' in axis) || names.length * (longest + 1) > letters) return axis
  const { labelAngle: _turned, ...flat } = axis
  return flat
}

/** Letters that fit side by side under a picture. */
const letters = 90

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

function categoriesOf(
  definition: Json,
  field: string,
  inherited: Json,
  completion: Completion,
): readonly string[] {
  const { rows, locale, periods } = completion
  const { sort } = definition
  if (sort === undefined && periods.has(field)) return periods.get(field) ?? []
  return orderedCategories(rows, field, codeInOrder(sort, field, completion), locale, inherited)
}

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
  const { mirrored, ...axis } = jsonOr(definition['axis'])
  const labels = {
    ...(mirrored === true ? mirroredLabels : axisLabels(unit)),
    ...(completion.panels ? { tickCount: 4 } : {}),
  }
  return { ...definition, axis: { title, ...labels, ...axis } }
}

/** Two sides that start in the middle (a pyramid of ages): numbers grow to the left as they do to the right. */
const mirroredLabels: Json = { labelExpr: "format(abs(datum.value), ',~r')" }

/** Our own constant expressions; what a pack may write here is another matter (`check-spec.ts`). */
function axisLabels(unit: OutputUnit | null): Json {
  if (unit === 'proportion') return { labelExpr: "format(datum.value * 100, ',.2~f')" }
  if (unit === 'proportion-difference')
    return { labelExpr: "datum.value === 0 ? '0' : format(datum.value * 100, '+,.2~f')" }
  if (unit === 'source-difference')
    return { labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+,~r')" }
  if (unit === 'persons') return { format: ',d', tickMinStep: 1 }
  // Left to itself d3 takes 0.12 - 0.02 for less than 0.1 and writes the tick at 0.12 as 0.1.
  return unit === null || unit === 'period' ? {} : { format: ',.12~r' }
}

/** A folded column is measured like the first column folded into it. */
const columnOf = (field: string, { columns, foldedValues }: Completion): ChartColumn | undefined =>
  columns.get(field) ?? columns.get(foldedValues.get(field)?.[0] ?? '')

const unitTextOf = (column: ChartColumn | undefined, { locale }: Completion): string =>
  column === undefined ? '' : (column.unitText ?? unitLabel(column.unit, locale))

/** Layers on one axis would string their titles together; the axis is named by its one value, else by the unit alone. */
function axisTitle(field: string, completion: Completion): string | null {
  const main = completion.shared.get(field) ?? null
  if (main !== null) return titleOf(main, completion)
  if (completion.foldedValues.has(field) || completion.shared.has(field)) {
    const label = unitTextOf(columnOf(field, completion), completion)
    return label === '' ? null : label
  }
  return titleOf(field, completion)
}

export function titleOf(field: string, completion: Completion): string | null {
  const column = completion.columns.get(field)
  if (column === undefined) return null
  const unit = unitTextOf(column, completion)
  return unit === '' ? column.label : `${column.label} (${unit})`
}

const jsonOr = (value: unknown): Json => (isJson(value) ? value : {})
