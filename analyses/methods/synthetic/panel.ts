import { refuseMethod } from '../core/refusal'

/** A row for each unit and period; what is absent is NaN or null. */
export interface PanelData {
  readonly unit: readonly (string | null)[]
  readonly period: readonly (string | null)[]
  readonly outcome: ArrayLike<number>
  /** First period of the policy by row; 0, empty or null: never. */
  readonly firstTreated: readonly (string | null)[] | null
  /** 1 where the policy works, 0 where it does not. */
  readonly treatment: ArrayLike<number> | null
  readonly predictors: readonly { readonly name: string; readonly values: ArrayLike<number> }[]
  /** What the outcome is called in its source; predictors may name it so. */
  readonly outcomeName: string
}

export interface PanelChoices {
  readonly treated: readonly string[]
  readonly firstTreated: string
  readonly exclude: readonly string[]
  readonly effectTo: string
}

export interface Dropped {
  readonly reason: string
  readonly units: number
  readonly rows: number
}

/** A complete table of units and periods: value of unit i in period t at i * periods + t. */
export interface Panel {
  readonly units: readonly string[]
  readonly periods: readonly string[]
  readonly outcome: Float64Array
  /** Place of the first period with the policy; -1 for those without it. */
  readonly starts: readonly number[]
  /** Plain name -> values of every unit and period, NaN where absent. */
  readonly predictors: ReadonlyMap<string, Float64Array>
  readonly flow: readonly Dropped[]
}

/** Lower case, no diacritics, other characters one `_`: how a column is named in a predictor. */
export const plainColumn = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

const number = /^-?\d+(\.\d+)?$/

/** Periods in their order: by number where all are numbers, else by their text. */
export function orderedPeriods(periods: readonly string[]): readonly string[] {
  const distinct = [...new Set(periods)]
  return distinct.every((period) => number.test(period))
    ? distinct.toSorted((a, b) => Number(a) - Number(b))
    : distinct.toSorted()
}

/** Whether one period comes before another. */
export const before = (a: string, b: string): boolean =>
  number.test(a) && number.test(b) ? Number(a) < Number(b) : a < b

const never = (text: string | null): boolean => text === null || text === '' || /^0+(\.0+)?$/.test(text)

/** A wide table, before anything is left out. */
interface Wide {
  readonly units: readonly string[]
  readonly periods: readonly string[]
  /** Row of the data for each unit and period, -1 where there is none. */
  readonly rows: Int32Array
  readonly rowsOf: (unit: number) => number
}

function widen(data: PanelData): { wide: Wide; keyless: number } {
  const unitAt = new Map<string, number>()
  const names: string[] = []
  let keyless = 0
  for (const [row, unit] of data.unit.entries()) {
    const period = data.period[row] ?? null
    if (unit === null || period === null) {
      keyless += 1
      continue
    }
    if (!unitAt.has(unit)) unitAt.set(unit, unitAt.size)
    names.push(period)
  }
  const periods = orderedPeriods(names)
  const periodAt = new Map(periods.map((period, index) => [period, index]))
  const rows = new Int32Array(unitAt.size * periods.length).fill(-1)
  for (const [row, unit] of data.unit.entries()) {
    const i = unit === null ? undefined : unitAt.get(unit)
    const t = periodAt.get(data.period[row] ?? '')
    if (i === undefined || t === undefined) continue
    const place = i * periods.length + t
    if ((rows[place] ?? -1) >= 0)
      refuseMethod('synthetic.row-twice', { unit: unit ?? '', period: periods[t] ?? '' })
    rows[place] = row
  }
  const rowsOf = (unit: number) =>
    rows.subarray(unit * periods.length, (unit + 1) * periods.length).filter((row) => row >= 0).length
  return { wide: { units: [...unitAt.keys()], periods, rows, rowsOf }, keyless }
}

/**
 * The balanced panel of a design: who is treated since when, which donors can serve, and what was left out and why.
 * Units that are excluded, treated otherwise or from the first period on, and donors with a gap in the outcome are
 * left out; so are periods without the treated units. Nothing is filled in.
 */
export function buildPanel(data: PanelData, choices: PanelChoices): Panel {
  const { wide, keyless } = widen(data)
  const flow: Dropped[] = []
  const say = (reason: string, units: number, rows: number) => {
    if (units > 0 || rows > 0) flow.push({ reason, units, rows })
  }
  say('no-key', 0, keyless)
  const gone = new Set<number>()
  const leave = (reason: string, units: readonly number[]) => {
    const now = units.filter((unit) => !gone.has(unit))
    say(
      reason,
      now.length,
      now.reduce((sum, unit) => sum + wide.rowsOf(unit), 0),
    )
    for (const unit of now) gone.add(unit)
  }
  for (const name of [...choices.treated, ...choices.exclude])
    if (!wide.units.includes(name)) refuseMethod('synthetic.unit-unknown', { unit: name })
  leave('excluded', places(wide.units, choices.exclude))
  const { starts, elsewhere } = startsOf(data, wide, choices)
  leave('treated-elsewhere', elsewhere)
  leave(
    'always-treated',
    starts.flatMap((start, unit) => (start === 0 ? [unit] : [])),
  )
  const isTreated = (unit: number) => !gone.has(unit) && (starts[unit] ?? -1) > 0
  const all = wide.units.map((_, unit) => unit)
  const treated = all.filter(isTreated)
  if (treated.length === 0) return refuseMethod('synthetic.no-treated')
  const value = (unit: number, period: number): number => {
    const row = wide.rows[unit * wide.periods.length + period] ?? -1
    return row < 0 ? Number.NaN : (data.outcome[row] ?? Number.NaN)
  }
  const periods = wide.periods
    .map((_, period) => period)
    .filter((period) => choices.effectTo === '' || !before(choices.effectTo, wide.periods[period] ?? ''))
  const known = periods.filter((period) => treated.some((unit) => !Number.isNaN(value(unit, period))))
  say('period-without-treated', 0, (periods.length - known.length) * wide.units.length)
  const complete = (unit: number) => known.every((period) => !Number.isNaN(value(unit, period)))
  leave(
    'treated-incomplete',
    treated.filter((unit) => !complete(unit)),
  )
  if (!treated.some((unit) => !gone.has(unit)))
    return refuseMethod('synthetic.treated-incomplete', { unit: wide.units[treated[0] ?? 0] ?? '' })
  leave(
    'incomplete',
    all.filter((unit) => !complete(unit)),
  )
  const kept = all.filter((unit) => !gone.has(unit))
  say('used', kept.length, kept.length * known.length)
  return assemble(data, wide, { kept, known, starts, flow, value })
}

const places = (units: readonly string[], names: readonly string[]): readonly number[] =>
  units.flatMap((unit, place) => (names.includes(unit) ? [place] : []))

function assemble(
  data: PanelData,
  wide: Wide,
  parts: {
    readonly kept: readonly number[]
    readonly known: readonly number[]
    readonly starts: readonly number[]
    readonly flow: readonly Dropped[]
    readonly value: (unit: number, period: number) => number
  },
): Panel {
  const { kept, known, starts, flow, value } = parts
  const width = known.length
  const filled = (of: (unit: number, period: number) => number) =>
    Float64Array.from({ length: kept.length * width }, (_, at) =>
      of(kept[Math.floor(at / width)] ?? 0, known[at % width] ?? 0),
    )
  const outcome = filled(value)
  const predictors = new Map(
    data.predictors.map(({ name, values }) => [
      plainColumn(name),
      filled((unit, period) => {
        const row = wide.rows[unit * wide.periods.length + period] ?? -1
        return row < 0 ? Number.NaN : (values[row] ?? Number.NaN)
      }),
    ]),
  )
  if (data.outcomeName !== '') predictors.set(plainColumn(data.outcomeName), outcome)
  if (!predictors.has('outcome')) predictors.set('outcome', outcome)
  const moved = (start: number) => (start < 0 ? -1 : known.findIndex((period) => period >= start))
  return {
    units: kept.map((unit) => wide.units[unit] ?? ''),
    periods: known.map((period) => wide.periods[period] ?? ''),
    outcome,
    starts: kept.map((unit) => moved(starts[unit] ?? -1)),
    predictors,
    flow,
  }
}

/** First period of the policy of every unit (-1: none), and the units whose policy is not the one looked at. */
function startsOf(
  data: PanelData,
  wide: Wide,
  choices: PanelChoices,
): { readonly starts: readonly number[]; readonly elsewhere: readonly number[] } {
  const own = wide.units.map((_, unit) => ownStart(data, wide, unit))
  const chosen = choices.firstTreated === '' ? null : placeOf(wide.periods, choices.firstTreated)
  if (choices.treated.length > 0) {
    const picked = new Set(places(wide.units, choices.treated))
    const starts = own.map((start, unit) => {
      if (!picked.has(unit)) return -1
      const from = chosen ?? start
      return from < 0 ? refuseMethod('synthetic.no-start', { unit: wide.units[unit] ?? '' }) : from
    })
    return {
      starts,
      elsewhere: own.flatMap((start, unit) => (start >= 0 && !picked.has(unit) ? [unit] : [])),
    }
  }
  if (data.firstTreated === null && data.treatment === null) return refuseMethod('synthetic.no-design')
  if (chosen === null) return { starts: own, elsewhere: [] }
  return {
    starts: own.map((start) => (start === chosen ? start : -1)),
    elsewhere: own.flatMap((start, unit) => (start >= 0 && start !== chosen ? [unit] : [])),
  }
}

function ownStart(data: PanelData, wide: Wide, unit: number): number {
  let start = -1
  for (let t = 0; t < wide.periods.length; t += 1) {
    const row = wide.rows[unit * wide.periods.length + t] ?? -1
    if (row < 0) continue
    if (data.treatment !== null) {
      const on = (data.treatment[row] ?? 0) > 0
      if (on && start < 0) start = t
      if (!on && start >= 0)
        return refuseMethod('synthetic.switched-off', {
          unit: wide.units[unit] ?? '',
          period: wide.periods[t] ?? '',
        })
    } else if (data.firstTreated !== null && start < 0) {
      const text = data.firstTreated[row] ?? null
      if (text !== null && !never(text)) return startingAt(wide.periods, text)
    }
  }
  return start
}

/** A start after the last period lies outside the data: the unit is one without the policy. */
const startingAt = (periods: readonly string[], text: string): number =>
  periods.findIndex((period) => !before(period, text))

function placeOf(periods: readonly string[], text: string): number {
  const place = startingAt(periods, text)
  const [first = ''] = periods
  const last = periods.at(-1) ?? ''
  return place <= 0 ? refuseMethod('synthetic.start-outside', { start: text, first, last }) : place
}
