import type { Steps } from '../../methods/core/steps'
import { attack, filledIn } from '../../methods/disclosure/audit'
import type { BuiltSystem } from '../../methods/disclosure/cell-system'
import { keepCosts } from '../../methods/disclosure/costs'
import { groupDisclosure } from '../../methods/disclosure/group-disclosure'
import { insidersOf, smallLimits } from '../../methods/disclosure/levels'
import {
  type Contributions,
  type Rules,
  type Sensitivity,
  sensitivity,
} from '../../methods/disclosure/sensitivity'
import { type Suppression, suppression, suppressionMethod } from '../../methods/disclosure/suppression'
import type { Table } from '../../model/table'
import { hasValues, numbersOf, tableOf, textsOf } from './columns'
import { readAll } from './disclosure-linked'
import { type CellsRead, cellName, codesAt, codeTypes } from './disclosure-system'
import {
  flagOption,
  nameOption,
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

/**
 * `cells` (dimensions.*, value, contributors, largest, second, third, mark), `hierarchy` (dimension, scheme, parent, child).
 * With `protect` other than `suppress` it only says what is sensitive.
 */
export const suppressionStep: TablesStep = {
  method: suppressionMethod,
  table: { totals: 'names', protect: 'name' },
  inputs: ['cells', 'hierarchy?', 'linked?'],
  solves: true,
  gives: ['cells', 'audit', 'sensitivity', 'summary', 'left'],
  reads: () => ({
    cells: ['value', 'contributors', 'largest', 'second', 'third', 'mark'],
    hierarchy: ['dimension', 'scheme', 'parent', 'child'],
    linked: ['value'],
  }),
  *run({ cells: given, hierarchy, linked }, options, { solver }): Steps<Readonly<Record<string, Table>>> {
    if (given === undefined) throw new Error('cells were checked')
    const read = readAll({ cells: given, hierarchy, linked }, namesOption(options, 'totals'))
    const { system, left, rows: table } = read
    const known = contributionsOf(system, table)
    const marks = textsOf(table, 'mark')
    const markOf = (cell: number) => marks[system.cells[cell]?.given ?? -1]?.toLowerCase() ?? null
    const rules = rulesOf(options)
    const judged = known.map((one) => sensitivity(one, rules))
    const demands = demandsOf({ system, judged, markOf, options })
    const blanks = yield* blanksToProtect(system, demands.widthOf)
    const primary = new Map([...demands.groups, ...demands.sensitive, ...blanks])
    const context = { read, known, judged, primary }
    if (nameOption(options, 'protect') !== 'suppress')
      return { ...emptyTables(read), sensitivity: sensitivityTable(context), left }
    // A cell nobody knows is hidden anyway: it costs nothing.
    const worth = Float64Array.from(known, ({ value, count }) =>
      Number.isNaN(count) ? (finite(value) ?? 0) : count,
    )
    const counts = demands.whole && !hasValues(table, 'largest') && !hasValues(table, 'contributors')
    const threshold = numberOrNone(options, 'threshold')
    const shown = flagOption(options, 'reasonsShown') && threshold !== null && counts
    const small = new Set(judged.flatMap(({ rules }, cell) => (rules.includes('threshold') ? [cell] : [])))
    const result = yield* suppression(
      {
        system,
        primary,
        missing: system.missing,
        cost: costsOf(system, worth, options),
        addSecondary: flagOption(options, 'secondary'),
        published: new Set(system.cells.flatMap((_, cell) => (markOf(cell) === 'publish' ? [cell] : []))),
        whole: counts,
        insiders: new Set(flagOption(options, 'insiders') ? insidersOf(known.map(({ count }) => count)) : []),
        codes: system.cells.map(({ codes }) => codes),
        ...(shown
          ? { limits: smallLimits(system.values, small, threshold, flagOption(options, 'zeros')) }
          : {}),
      },
      { solver },
    )
    return {
      cells: cellTable({ ...context, result }),
      audit: auditTable({ ...context, result }),
      sensitivity: sensitivityTable(context),
      summary: summaryTable({ ...context, result }),
      left,
    }
  },
}

/** What must stay uncertain by the rules, by marks, and for groups that are whole in one category. */
function demandsOf({
  system,
  judged,
  markOf,
  options,
}: {
  readonly system: BuiltSystem
  readonly judged: readonly Sensitivity[]
  readonly markOf: (cell: number) => string | null
  readonly options: StepOptions
}) {
  const whole = system.values.every((value) => Number.isNaN(value) || Number.isInteger(value))
  const widthOf = (value: number) =>
    Math.max((value * numberOption(options, 'protection')) / 100, whole ? 1 : 0)
  const free = (cell: number) => !system.missing.has(cell) && markOf(cell) !== 'publish'
  const sensitive = judged.flatMap((one, cell) =>
    free(cell) && (one.sensitive || markOf(cell) === 'sensitive')
      ? [[cell, { width: widthOf(system.values[cell] ?? 0), above: one.above }] as const]
      : [],
  )
  const groups = flagOption(options, 'group') && whole ? [...groupDisclosure(system).protect] : []
  return { whole, widthOf, sensitive, groups: groups.filter(([cell]) => free(cell)) }
}

/** What hiding a cell costs: its contributors or value, as they are, or with what the reader wants to keep. */
function costsOf(system: BuiltSystem, worth: Float64Array, options: StepOptions): Float64Array {
  const codes = new Set(namesOption(options, 'keep'))
  const totals = flagOption(options, 'keepTotals')
  if (codes.size === 0 && !totals) return worth
  const keep = new Set(
    system.cells.flatMap((cell, at) => (cell.codes.some((code) => codes.has(code)) ? [at] : [])),
  )
  return keepCosts(system, worth, { keep, totals })
}

/**
 * Blank cells of the data, with the range that must stay open: somebody may have hidden them for a reason, so what is
 * published must not give them away. Only one that the sums show to be empty needs nothing.
 */
function* blanksToProtect(system: BuiltSystem, widthOf: (value: number) => number) {
  const filled = yield* filledIn(system, (cell) => cellName(system, cell))
  const bounds = yield* attack({ system: filled, hidden: system.missing })
  return [...bounds].flatMap(([cell, { low, high }]) => {
    if (system.cells[cell]?.given === null || high <= 1e-7) return []
    return [[cell, { width: widthOf(Number.isFinite(high) ? high : low), above: 0 }] as const]
  })
}

interface Judged {
  readonly read: CellsRead
  readonly known: readonly Contributions[]
  readonly judged: readonly Sensitivity[]
  readonly primary: ReadonlyMap<number, { readonly width: number; readonly above: number }>
}

interface Context extends Judged {
  readonly result: Suppression
}

/** Contributions of every cell; those of a total that was made are put together from its parts. */
function contributionsOf(system: BuiltSystem, table: Table): readonly Contributions[] {
  const column = (name: string) => (hasValues(table, name) ? numbersOf(table, name) : null)
  const [counts, largest, second] = [column('contributors'), column('largest'), column('second')]
  const third = column('third')
  const read = (from: Float64Array | null, given: number | null) =>
    from === null || given === null ? Number.NaN : (from[given] ?? Number.NaN)
  const partsOf = new Map(system.relations.toReversed().map(({ total, parts }) => [total, parts]))
  const known: Contributions[] = []
  const contributionsAt = (cell: number): Contributions => {
    const found = known[cell]
    if (found !== undefined) return found
    const given = system.cells[cell]?.given ?? null
    const value = system.values[cell] ?? Number.NaN
    const parts = partsOf.get(cell) ?? []
    const count = counts === null && largest === null ? value : read(counts, given)
    const own =
      given === null && parts.length > 0
        ? together(value, parts.map(contributionsAt))
        : {
            ...{ value, count, largest: read(largest, given), second: read(second, given) },
            third: read(third, given),
          }
    known[cell] = own
    return own
  }
  return system.cells.map((_, cell) => contributionsAt(cell))
}

function together(value: number, parts: readonly Contributions[]): Contributions {
  const [largest = Number.NaN, second = Number.NaN, third = Number.NaN] = parts
    .flatMap((one) => [one.largest, one.second, one.third ?? Number.NaN])
    .filter((one) => !Number.isNaN(one))
    .sort((a, b) => b - a)
  return { value, count: parts.reduce((sum, one) => sum + one.count, 0), largest, second, third }
}

type Status = 'published' | 'primary' | 'secondary' | 'missing'

function statusOf({ read, primary, result }: Context, cell: number): Status {
  if (read.system.missing.has(cell)) return 'missing'
  if (primary.has(cell)) return 'primary'
  return result.loss.pattern.has(cell) ? 'secondary' : 'published'
}

const cellColumns = { value: 'number', status: 'text', made: 'boolean' } as const

const cellTable = (context: Context): Table =>
  tableOf(
    { ...codeTypes(context.read), ...cellColumns },
    context.read.order.map((cell) => {
      const given = context.read.system.cells[cell]?.given ?? null
      const status = statusOf(context, cell)
      return {
        ...codesAt(context.read, cell),
        value: status === 'published' ? (context.read.system.values[cell] ?? null) : null,
        status,
        made: given === null,
      }
    }),
  )

const auditColumns = {
  cell: 'text',
  low: 'number',
  high: 'number',
  width: 'number',
  exact: 'boolean',
  protected: 'boolean',
  status: 'text',
} as const

/** What an attacker can work out of every hidden cell. A range without an upper end has none in the table. */
const auditTable = (context: Context): Table =>
  tableOf(
    { ...codeTypes(context.read), ...auditColumns },
    context.read.order
      .flatMap((cell) => {
        const bounds = context.result.bounds.get(cell)
        return bounds === undefined ? [] : [{ cell, ...bounds }]
      })
      .map(({ cell, low, high, exact }) => {
        const open = context.result.open.includes(cell)
        const bounded = Number.isFinite(high)
        return {
          ...codesAt(context.read, cell),
          cell: cellName(context.read.system, cell),
          low,
          high: bounded ? high : null,
          width: bounded ? high - low : null,
          exact,
          protected: !open && high - low > 1e-7 * Math.max(1, low),
          status: open ? 'open' : statusOf(context, cell),
        }
      }),
  )

const sensitivityTable = ({ read, known, judged, primary }: Judged): Table =>
  tableOf(
    {
      ...codeTypes(read),
      sensitive: 'boolean',
      rules: 'text',
      share_1: 'number',
      share_2: 'number',
      value: 'number',
      contributors: 'number',
    },
    read.order.map((cell) => ({
      ...codesAt(read, cell),
      sensitive: primary.has(cell),
      rules: read.system.missing.has(cell) ? 'no-value' : (judged[cell]?.rules.join(', ') ?? ''),
      share_1: judged[cell]?.shareOfLargest ?? null,
      share_2: judged[cell]?.shareOfTwo ?? null,
      value: finite(known[cell]?.value),
      contributors: finite(known[cell]?.count),
    })),
  )

const finite = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

const summaryColumns = {
  cells: 'number',
  primary: 'number',
  secondary: 'number',
  published: 'number',
  missing: 'number',
  open: 'number',
  hidden_value: 'number',
  lost: 'number',
  optimal: 'boolean',
} as const

function summaryTable(context: Context): Table {
  const { read, result } = context
  const statuses = read.system.cells.map((_, cell) => statusOf(context, cell))
  const count = (wanted: Status) => statuses.filter((status) => status === wanted).length
  const hidden = statuses.map((status, cell) =>
    status === 'primary' || status === 'secondary' ? (read.system.values[cell] ?? 0) : 0,
  )
  return tableOf(summaryColumns, [
    {
      cells: read.system.cells.length,
      primary: count('primary'),
      secondary: count('secondary'),
      published: count('published'),
      missing: count('missing'),
      open: result.open.length,
      hidden_value: hidden.reduce((sum, value) => sum + value, 0),
      lost: result.loss.value > 0 ? result.loss.hiddenValue / result.loss.value : null,
      optimal: result.optimal,
    },
  ])
}

const emptyTables = (read: CellsRead) => ({
  cells: tableOf({ ...codeTypes(read), ...cellColumns }, []),
  audit: tableOf({ ...codeTypes(read), ...auditColumns }, []),
  summary: tableOf(summaryColumns, []),
})
