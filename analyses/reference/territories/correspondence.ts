/**
 * How codes of one state of the map became codes of a later one: merged (several `from`, one `to`, weight 1),
 * split (one `from`, several `to`, weights by population, area…) or renamed. `date` is the day the change took effect.
 */
export interface Change {
  readonly from: string
  readonly to: string
  /** ISO date. */
  readonly date: string
  /** Share of `from` that went to `to`; of one code and day they add up to 1. */
  readonly weight: number
}

/** Where a code's value goes. */
export interface Share {
  readonly to: string
  readonly weight: number
}

/** What is wrong with a table. */
export type TableFlaw =
  | { readonly kind: 'weights'; readonly from: string; readonly date: string; readonly sum: number }
  | { readonly kind: 'negative'; readonly from: string; readonly date: string; readonly weight: number }
  | { readonly kind: 'repeated'; readonly from: string; readonly to: string; readonly date: string }
  | { readonly kind: 'date'; readonly from: string; readonly date: string }

const TOLERANCE = 1e-6
const ISO_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** Flaws of a table, none when it keeps its laws: right dates, no weight below 0, weights of a code that sum to 1. */
export function flawsOf(changes: readonly Change[]): readonly TableFlaw[] {
  const flaws: TableFlaw[] = []
  const sums = new Map<string, { readonly change: Change; sum: number; readonly targets: Set<string> }>()
  for (const change of changes) {
    const { from, to, date, weight } = change
    if (!ISO_DATE.test(date)) flaws.push({ kind: 'date', from, date })
    if (!(weight >= 0)) flaws.push({ kind: 'negative', from, date, weight })
    const key = JSON.stringify([from, date])
    const seen = sums.get(key) ?? { change, sum: 0, targets: new Set<string>() }
    if (seen.targets.has(to)) flaws.push({ kind: 'repeated', from, to, date })
    seen.targets.add(to)
    seen.sum += weight
    sums.set(key, seen)
  }
  for (const { change, sum } of sums.values())
    if (!(Math.abs(sum - 1) <= TOLERANCE))
      flaws.push({ kind: 'weights', from: change.from, date: change.date, sum })
  return flaws
}

/**
 * Where each changed code of the state of `of` stands on `on` (ISO dates, `of` <= `on`): every change after `of` and up
 * to `on`, day by day, so that a code split in 2016 and merged in 2021 arrives whole. Codes that did not change are
 * not in the map. The table must be without flaws; going back in time needs a table of its own.
 */
export function composeChanges(
  changes: readonly Change[],
  of: string,
  on: string,
): ReadonlyMap<string, readonly Share[]> {
  const days = [...new Set(changes.map(({ date }) => date))].filter((date) => of < date && date <= on).sort()
  const placed = new Map<string, Map<string, number>>()
  for (const day of days) {
    const today = changesOf(changes.filter(({ date, weight }) => date === day && weight > 0))
    for (const [from, shares] of placed) placed.set(from, moved(shares, today))
    for (const from of today.keys())
      if (!placed.has(from)) placed.set(from, moved(new Map([[from, 1]]), today))
  }
  return new Map(
    [...placed].map(([from, shares]) => [from, [...shares].map(([to, weight]) => ({ to, weight }))] as const),
  )
}

/** Weights written with few digits (0.333) are made to sum to 1 exactly, so that totals are kept to the last digit. */
function changesOf(changes: readonly Change[]): ReadonlyMap<string, readonly Share[]> {
  const sums = new Map<string, number>()
  for (const { from, weight } of changes) sums.set(from, (sums.get(from) ?? 0) + weight)
  const shares = new Map<string, Share[]>()
  for (const { from, to, weight } of changes) {
    const share = { to, weight: weight / (sums.get(from) ?? 1) }
    const known = shares.get(from)
    if (known === undefined) shares.set(from, [share])
    else known.push(share)
  }
  return shares
}

function moved(
  shares: ReadonlyMap<string, number>,
  today: ReadonlyMap<string, readonly Share[]>,
): Map<string, number> {
  const next = new Map<string, number>()
  for (const [code, weight] of shares)
    for (const share of today.get(code) ?? [{ to: code, weight: 1 }])
      next.set(share.to, (next.get(share.to) ?? 0) + weight * share.weight)
  return next
}

export interface CodedValue {
  readonly code: string
  /** What else identifies the row: period, sex…, as one text. */
  readonly key: string
  /** A count or a sum (never a rate: a rate is made again from its parts). Null: missing. */
  readonly value: number | null
}

/**
 * Values of the map of `of` on the map of `on`. Sums are kept: the total before equals the total after for every key.
 * A place any part of which is missing is missing, not smaller.
 */
export function applyCorrespondence(
  rows: readonly CodedValue[],
  changes: readonly Change[],
  { of, on }: { readonly of: string; readonly on: string },
): readonly CodedValue[] {
  const map = composeChanges(changes, of, on)
  const sums = new Map<string, { readonly code: string; readonly key: string; value: number | null }>()
  for (const { code, key, value } of rows)
    for (const { to, weight } of map.get(code) ?? [{ to: code, weight: 1 }]) {
      const id = JSON.stringify([to, key])
      const part = value === null ? null : value * weight
      const known = sums.get(id)
      if (known === undefined) sums.set(id, { code: to, key, value: part })
      else known.value = known.value === null || part === null ? null : known.value + part
    }
  return [...sums.values()]
}
