import { refuseMethod } from '../../methods/core/refusal'
import type { Steps } from '../../methods/core/steps'
import { type BuiltSystem, cellSystem } from '../../methods/disclosure/cell-system'
import {
  type Contributions,
  type Rules,
  type Sensitivity,
  sensitivity,
} from '../../methods/disclosure/sensitivity'
import { type Suppression, suppression, suppressionMethod } from '../../methods/disclosure/suppression'
import type { Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
import { codesOf, dimensionsOf } from './disclosure-dimensions'
import {
  flagOption,
  namesOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

const rulesOf = (options: StepOptions): Rules => ({
  threshold: numberOrNone(options, 'threshold'),
  zeros: flagOption(options, 'zeros'),
  p: numberOrNone(options, 'p'),
  q: numberOption(options, 'q'),
  n: numberOrNone(options, 'n'),
  k: numberOrNone(options, 'k'),
  atLeast: flagOption(options, 'atLeast'),
})

/** `cells` (dimensions.*, value, contributors, largest, second, mark), `hierarchy` (dimension, scheme, parent, child). */
export const suppressionStep: TablesStep = {
  method: suppressionMethod,
  table: { totals: 'names' },
  inputs: ['cells', 'hierarchy?'],
  gives: ['cells', 'audit', 'sensitivity', 'summary', 'left'],
  reads: () => ({
    cells: ['value', 'contributors', 'largest', 'second', 'mark'],
    hierarchy: ['dimension', 'scheme', 'parent', 'child'],
  }),
  *run({ cells: table, hierarchy }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('cells were checked')
    const axes = columnsUnder(table, 'dimensions')
    const values = numbersOf(table, 'value')
    const codes = codesOf(table, axes)
    const dimensions = dimensionsOf(axes, codes, namesOption(options, 'totals'), hierarchy)
    const system = cellSystem(
      dimensions,
      codes.map((one, at) => ({
        codes: one ?? [],
        value: one === null ? Number.NaN : (values[at] ?? Number.NaN),
      })),
    )
    check(system, codes, values)
    const known = contributionsOf(system, table)
    const marks = textsOf(table, 'mark')
    const markOf = (cell: number) => marks[system.cells[cell]?.given ?? -1]?.toLowerCase() ?? null
    const rules = rulesOf(options)
    const judged = known.map((one) => sensitivity(one, rules))
    const whole = known.every(({ value }) => Number.isInteger(value))
    const primary = new Map(
      judged.flatMap(({ sensitive, above }, cell) => {
        if (!(sensitive || markOf(cell) === 'sensitive') || markOf(cell) === 'publish') return []
        const share = ((system.values[cell] ?? 0) * numberOption(options, 'protection')) / 100
        return [[cell, { width: Math.max(share, whole ? 1 : 0), above }] as const]
      }),
    )
    const result = yield* suppression({
      system,
      primary,
      cost: Float64Array.from(known, ({ value, count }) => (Number.isNaN(count) ? value : count)),
      addSecondary: flagOption(options, 'secondary'),
      published: new Set(system.cells.flatMap((_, cell) => (markOf(cell) === 'publish' ? [cell] : []))),
    })
    const context = { axes: axes.map(({ column }) => column), system, known, judged, primary, result }
    return {
      cells: cellTable(context),
      audit: auditTable(context),
      sensitivity: sensitivityTable(context),
      summary: summaryTable(context),
      left: leftTable(table.rows.length, codes, values, system),
    }
  },
}

interface Context {
  readonly axes: readonly string[]
  readonly system: BuiltSystem
  readonly known: readonly Contributions[]
  readonly judged: readonly Sensitivity[]
  readonly primary: ReadonlyMap<number, { readonly width: number; readonly above: number }>
  readonly result: Suppression
}

function check(
  system: BuiltSystem,
  codes: readonly (readonly string[] | null)[],
  values: Float64Array,
): void {
  const seen = new Set<string>()
  codes.forEach((one, at) => {
    if (one === null || Number.isNaN(values[at] ?? Number.NaN)) return
    const cell = one.join(', ')
    if (seen.has(cell)) refuseMethod('disclosure.cell-twice', { cell })
    if ((values[at] ?? 0) < 0) refuseMethod('disclosure.negative', { cell })
    seen.add(cell)
  })
  for (const { total, parts } of system.relations) {
    const sum = parts.reduce((whole, part) => whole + (system.values[part] ?? 0), 0)
    const value = system.values[total] ?? 0
    if (Math.abs(sum - value) > 1e-6 * Math.max(1, value))
      refuseMethod('disclosure.not-additive', {
        cell: system.cells[total]?.codes.join(', ') ?? '',
        total: value,
        parts: sum,
      })
  }
}

/** Contributions of every cell; those of a total that was made are put together from its parts. */
function contributionsOf(system: BuiltSystem, table: Table): readonly Contributions[] {
  const column = (name: string) => (hasValues(table, name) ? numbersOf(table, name) : null)
  const [counts, largest, second] = [column('contributors'), column('largest'), column('second')]
  const read = (from: Float64Array | null, given: number | null) =>
    from === null || given === null ? Number.NaN : (from[given] ?? Number.NaN)
  const known: Contributions[] = system.cells.map(({ given }, cell) => {
    const value = system.values[cell] ?? 0
    const count = counts === null && largest === null ? value : read(counts, given)
    return { value, count, largest: read(largest, given), second: read(second, given) }
  })
  // Totals stand after their parts, so one walk in the order of the cells is enough.
  system.cells.forEach(({ given }, cell) => {
    const parts = system.relations.find(({ total }) => total === cell)?.parts ?? []
    if (given !== null || parts.length === 0) return
    const inside = parts.flatMap((part) => known[part] ?? [])
    const top = inside
      .flatMap((one) => [one.largest, one.second])
      .filter((one) => !Number.isNaN(one))
      .sort((a, b) => b - a)
    known[cell] = {
      value: system.values[cell] ?? 0,
      count: inside.reduce((sum, one) => sum + one.count, 0),
      largest: top[0] ?? Number.NaN,
      second: top[1] ?? Number.NaN,
    }
  })
  return known
}

const dimensionTypes = (axes: readonly string[]) =>
  Object.fromEntries(axes.map((name) => [name, 'text' as const]))
const dimensionCells = ({ axes, system }: Context, cell: number) =>
  Object.fromEntries(axes.map((name, at) => [name, system.cells[cell]?.codes[at] ?? null]))

function statusOf({ primary, result }: Context, cell: number): 'published' | 'primary' | 'secondary' {
  if (primary.has(cell)) return 'primary'
  return result.secondary.includes(cell) ? 'secondary' : 'published'
}

const cellTable = (context: Context): Table =>
  tableOf(
    { ...dimensionTypes(context.axes), value: 'number', status: 'text', made: 'boolean' },
    context.system.cells.map(({ given }, cell) => {
      const status = statusOf(context, cell)
      return {
        ...dimensionCells(context, cell),
        value: status === 'published' ? (context.system.values[cell] ?? null) : null,
        status,
        made: given === null,
      }
    }),
  )

/** What an attacker can work out of every hidden cell. A range without an upper end has none in the table. */
const auditTable = (context: Context): Table =>
  tableOf(
    {
      ...dimensionTypes(context.axes),
      cell: 'text',
      low: 'number',
      high: 'number',
      width: 'number',
      protected: 'boolean',
      status: 'text',
    },
    [...context.result.bounds]
      .sort(([a], [b]) => a - b)
      .map(([cell, { low, high }]) => {
        const open = context.result.open.includes(cell)
        const bounded = Number.isFinite(high)
        return {
          ...dimensionCells(context, cell),
          cell: context.system.cells[cell]?.codes.join(', ') ?? '',
          low,
          high: bounded ? high : null,
          width: bounded ? high - low : null,
          protected: !open && high - low > 1e-7 * Math.max(1, low),
          status: open ? 'open' : statusOf(context, cell),
        }
      }),
  )

const sensitivityTable = (context: Context): Table =>
  tableOf(
    {
      ...dimensionTypes(context.axes),
      sensitive: 'boolean',
      rules: 'text',
      share_1: 'number',
      share_2: 'number',
      value: 'number',
      contributors: 'number',
    },
    context.judged.map(({ rules, shareOfLargest, shareOfTwo }, cell) => ({
      ...dimensionCells(context, cell),
      sensitive: context.primary.has(cell),
      rules: rules.join(', '),
      share_1: shareOfLargest,
      share_2: shareOfTwo,
      value: context.known[cell]?.value ?? null,
      contributors: finite(context.known[cell]?.count),
    })),
  )

const finite = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

function summaryTable({ system, primary, result }: Context): Table {
  const value = (cells: Iterable<number>) =>
    [...cells].reduce((sum, cell) => sum + (system.values[cell] ?? 0), 0)
  return tableOf(
    {
      cells: 'number',
      primary: 'number',
      secondary: 'number',
      published: 'number',
      open: 'number',
      hidden_value: 'number',
      optimal: 'boolean',
    },
    [
      {
        cells: system.cells.length,
        primary: primary.size,
        secondary: result.secondary.length,
        published: system.cells.length - primary.size - result.secondary.length,
        open: result.open.length,
        hidden_value: value(primary.keys()) + value(result.secondary),
        optimal: result.optimal,
      },
    ],
  )
}

function leftTable(
  rows: number,
  codes: readonly (readonly string[] | null)[],
  values: Float64Array,
  system: BuiltSystem,
): Table {
  const empty = codes.filter((one, at) => one === null || Number.isNaN(values[at] ?? Number.NaN)).length
  const made = system.cells.filter(({ given }) => given === null).length
  return tableOf(
    { reason: 'text', units: 'number', rows: 'number' },
    [
      { reason: 'no-value', rows: empty },
      { reason: 'checked', rows: rows - empty },
      { reason: 'made-totals', rows: made },
    ]
      .filter(({ reason, rows: n }) => n > 0 || reason === 'checked')
      .map((row) => ({ ...row, units: null })),
  )
}
