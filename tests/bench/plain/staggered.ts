import { normalQuantile } from '../../../analyses/methods/core/normal-quantile'
import { seededRandom } from '../../../analyses/methods/core/random'
import type { PanelRows } from '../../../analyses/methods/did/panel'

/**
 * Staggered difference-in-differences as its authors' R code goes about it, written plainly: for every group and
 * period the rows of the data are picked out anew, every aggregate sums its influence values unit by unit, and the
 * bootstrap goes draw by draw, unit by unit, effect by effect. No covariates, no weights, never treated as controls.
 * What the fast one is measured against, and checked: the same signs give the same numbers.
 */
export interface PlainEffect {
  readonly att: number
  readonly seAnalytic: number
  readonly seBootstrap: number
}

export interface PlainStaggered {
  readonly groupTime: readonly (PlainEffect & { readonly group: number; readonly time: number })[]
  readonly byEvent: readonly (PlainEffect & { readonly at: number })[]
  readonly byGroup: readonly (PlainEffect & { readonly at: number })[]
  readonly byTime: readonly (PlainEffect & { readonly at: number })[]
  readonly overall: Readonly<Record<'simple' | 'group' | 'dynamic' | 'calendar', PlainEffect>>
}

interface Row {
  readonly unit: string
  readonly time: number
  readonly outcome: number
  readonly first: number
}

interface Cell {
  readonly group: number
  readonly time: number
  readonly att: number
  readonly influence: readonly number[]
}

interface Part {
  readonly at: number
  readonly att: number
  readonly influence: readonly number[]
}

export function plainStaggered(data: PanelRows, draws: number, seed: number): PlainStaggered {
  const rows: Row[] = data.unit.map((unit, i) => ({
    unit: unit ?? '',
    time: Number(data.period[i]),
    outcome: data.outcome[i] ?? Number.NaN,
    first: Number(data.firstTreated[i] ?? 0),
  }))
  const units = [...new Set(rows.map(({ unit }) => unit))].sort((a, b) => (a < b ? -1 : 1))
  const times = [...new Set(rows.map(({ time }) => time))].sort((a, b) => a - b)
  const firstOf = new Map(rows.map(({ unit, first }) => [unit, first]))
  const first = units.map((unit) => firstOf.get(unit) ?? 0)
  const groups = [...new Set(first)].filter((group) => group > 0).sort((a, b) => a - b)
  const cells = groups.flatMap((group) =>
    times.slice(1).map((time, k) => {
      const before = times.filter((one) => one < group).at(-1) ?? 0
      return cellOf(rows, units, { group, time, base: time >= group ? before : (times[k] ?? 0) })
    }),
  )
  const share = (group: number) => first.filter((one) => one === group).length / units.length
  const after = cells.filter(({ group, time }) => time >= group)
  const byShare = (some: readonly Cell[], at: number): Part => {
    const shares = some.map(({ group }) => share(group))
    return weighted(some, shares, at, first)
  }
  const distinct = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)
  const byEvent = distinct(cells.map(({ group, time }) => time - group)).map((event) =>
    byShare(
      cells.filter(({ group, time }) => time - group === event),
      event,
    ),
  )
  const byTime = distinct(after.map(({ time }) => time)).map((time) =>
    byShare(
      after.filter((cell) => cell.time === time),
      time,
    ),
  )
  const byGroup = groups.map((group) =>
    equal(
      after.filter((cell) => cell.group === group),
      group,
    ),
  )
  const overall = {
    simple: byShare(after, 0),
    group: weighted(
      byGroup.map((part) => ({ ...part, group: part.at })),
      byGroup.map(({ at }) => share(at)),
      0,
      first,
    ),
    dynamic: equal(
      byEvent.filter(({ at }) => at >= 0),
      0,
    ),
    calendar: equal(byTime, 0),
  }
  const signs = signsOf(units.length, draws, seed)
  const table = <T extends { readonly att: number; readonly influence: readonly number[] }>(
    parts: readonly T[],
  ) => {
    const errors = bootstrap(
      parts.map(({ influence }) => influence),
      signs,
    )
    return parts.map((part, k) => ({
      ...part,
      seAnalytic: analytic(part.influence),
      seBootstrap: errors[k] ?? Number.NaN,
    }))
  }
  const [simple, group, dynamic, calendar] = table([
    overall.simple,
    overall.group,
    overall.dynamic,
    overall.calendar,
  ])
  if (simple === undefined || group === undefined || dynamic === undefined || calendar === undefined)
    throw new Error('four aggregates')
  return {
    groupTime: table(cells),
    byEvent: table(byEvent),
    byGroup: table(byGroup),
    byTime: table(byTime),
    overall: { simple, group, dynamic, calendar },
  }
}

interface Plan {
  readonly group: number
  readonly time: number
  readonly base: number
}

/** Two periods and two groups of the data; influence values of the difference of the mean changes. */
function cellOf(rows: readonly Row[], units: readonly string[], { group, time, base }: Plan): Cell {
  const chosen = rows.filter(
    (row) => (row.time === time || row.time === base) && (row.first === group || row.first === 0),
  )
  const late = new Map(chosen.filter((row) => row.time === time).map((row) => [row.unit, row]))
  const early = new Map(chosen.filter((row) => row.time === base).map((row) => [row.unit, row]))
  const changes = [...late.values()].map(({ unit, outcome, first }) => ({
    unit,
    treated: first === group,
    change: outcome - (early.get(unit)?.outcome ?? Number.NaN),
  }))
  const mean = (treated: boolean) => {
    const own = changes.filter((one) => one.treated === treated)
    return own.reduce((sum, { change }) => sum + change, 0) / own.length
  }
  const [treatedMean, controlMean] = [mean(true), mean(false)]
  const treated = changes.filter((one) => one.treated).length
  const byUnit = new Map(changes.map((one) => [one.unit, one]))
  const influence = units.map((unit) => {
    const one = byUnit.get(unit)
    if (one === undefined) return 0
    return one.treated
      ? (units.length * (one.change - treatedMean)) / treated
      : (-units.length * (one.change - controlMean)) / (changes.length - treated)
  })
  return { group, time, att: treatedMean - controlMean, influence }
}

function equal(parts: readonly Omit<Part, 'at'>[], at: number): Part {
  return {
    at,
    att: parts.reduce((sum, { att }) => sum + att, 0) / parts.length,
    influence: (parts[0]?.influence ?? []).map(
      (_, i) => parts.reduce((sum, { influence }) => sum + (influence[i] ?? 0), 0) / parts.length,
    ),
  }
}

/** With the influence of the estimated shares of the groups, as `did:::wif` has it. */
function weighted(
  parts: readonly { readonly group: number; readonly att: number; readonly influence: readonly number[] }[],
  shares: readonly number[],
  at: number,
  first: readonly number[],
): Part {
  const whole = shares.reduce((sum, value) => sum + value, 0)
  const att = parts.reduce((sum, part, k) => sum + (part.att * (shares[k] ?? 0)) / whole, 0)
  const influence = first.map((own, i) => {
    const direct = parts.reduce(
      (sum, part, k) => sum + ((part.influence[i] ?? 0) * (shares[k] ?? 0)) / whole,
      0,
    )
    const moved = parts.map(({ group }, k) => Number(own === group) - (shares[k] ?? 0))
    const all = moved.reduce((sum, value) => sum + value, 0)
    const byShares = parts.reduce(
      (sum, part, k) =>
        sum + part.att * ((moved[k] ?? 0) / whole - ((shares[k] ?? 0) * all) / (whole * whole)),
      0,
    )
    return direct + byShares
  })
  return { at, att, influence }
}

const analytic = (influence: readonly number[]): number =>
  Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0)) / influence.length

/** For every draw a sign for every unit; asked from the source in the order in which the fast one asks. */
function signsOf(units: number, draws: number, seed: number): readonly (readonly number[])[] {
  const random = seededRandom(seed)
  const signs: number[][] = Array.from({ length: draws }, () => [])
  for (let block = 0; block < Math.ceil(units / 8); block += 1)
    for (let draw = 0; draw < draws; draw += 1) {
      const byte = random.below(256)
      for (let i = 0; i < 8 && block * 8 + i < units; i += 1)
        signs[draw]?.push(((byte >> i) & 1) === 1 ? 1 : -1)
    }
  return signs
}

function bootstrap(
  influences: readonly (readonly number[])[],
  signs: readonly (readonly number[])[],
): readonly number[] {
  const means = signs.map((own) =>
    influences.map((influence) => {
      let sum = 0
      for (let i = 0; i < influence.length; i += 1) sum += (own[i] ?? 0) * (influence[i] ?? 0)
      return sum / influence.length
    }),
  )
  const spread = normalQuantile(0.75) - normalQuantile(0.25)
  return influences.map((_, k) => {
    const sorted = means.map((one) => one[k] ?? 0).sort((a, b) => a - b)
    const quantile = (p: number) => sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN
    return (quantile(0.75) - quantile(0.25)) / spread
  })
}
