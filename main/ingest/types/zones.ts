import { refuse } from '../../../analyses/model/fault'

/** From this local time on (ISO, no zone) the clock is `offset` seconds ahead of UTC; null: skipped, or told twice. */
export interface ZoneStretch {
  readonly from: string | null
  readonly offset: number | null
  readonly why: 'usual' | 'skipped' | 'twice'
}

const HOUR = 3_600_000
const FIXED = /^(?:UTC|GMT|Z)?([+-])(\d{1,2})(?::?(\d{2}))?$/

/** Checks a zone a person gave. Refuses with `import.unknown-zone`. */
export function checkZone(zone: string, column: string): string {
  if (FIXED.test(zone)) return zone
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return refuse('import.unknown-zone', { zone, column })
  }
}

/**
 * How a zone's clock stands over some years, in order. The rules are those of the runtime's own time zone data.
 * Where clocks go forward there is a stretch that no clock shows; where they go back, one that it shows twice.
 */
export function zoneStretches(zone: string, firstYear: number, lastYear: number): readonly ZoneStretch[] {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return [{ from: null, offset: fixed, why: 'usual' }]
  const offsetAt = offsetsOf(zone)
  const end = Date.UTC(lastYear + 1, 0, 2)
  let before = Date.UTC(firstYear, 0, 1) - 48 * HOUR
  let offset = offsetAt(before)
  const stretches: ZoneStretch[] = [{ from: null, offset, why: 'usual' }]
  for (let at = before; at < end; before = at) {
    at += 240 * HOUR
    const next = offsetAt(at)
    if (next === offset) continue
    const change = changeBetween(offsetAt, before, at)
    const [start, stop] = [Math.min(offset, next), Math.max(offset, next)]
    stretches.push({ from: localText(change, start), offset: null, why: next > offset ? 'skipped' : 'twice' })
    stretches.push({ from: localText(change, stop), offset: next, why: 'usual' })
    offset = next
  }
  return stretches
}

const fixedOffset = (zone: string): number | null => {
  const found = FIXED.exec(zone)
  if (found === null) return zone === 'UTC' || zone === 'Z' || zone === 'Etc/UTC' ? 0 : null
  const seconds = Number(found[2]) * 3600 + Number(found[3] ?? 0) * 60
  return found[1] === '-' ? -seconds : seconds
}

/** Seconds ahead of UTC at an instant. */
function offsetsOf(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
    return Math.round((local - Math.floor(instant / 1000) * 1000) / 1000)
  }
}

/** The first second with the later offset, by halving. */
function changeBetween(offsetAt: (instant: number) => number, from: number, to: number): number {
  const before = offsetAt(from)
  let [low, high] = [from, to]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (middle <= low) break
    if (offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}

const localText = (instant: number, offset: number): string =>
  new Date(instant + offset * 1000).toISOString().slice(0, 19).replace('T', ' ')

/** Rows of these lines are in the first or in the second pass of an hour that the clock shows twice. */
export interface Pass {
  readonly from: number
  readonly to: number
  /** Seconds ahead of UTC in that pass. */
  readonly offset: number
}

/** The passes known, and how a row's line is asked for. */
export interface KnownPasses {
  /** SQL of a row's line. */
  readonly line: string
  /** In the order of lines. */
  readonly passes: readonly Pass[]
}

/** SQL of the local timestamp `t` in UTC; null in hours that do not exist, or exist twice and no line tells which. */
export function toUtcSql(t: string, stretches: readonly ZoneStretch[], known: KnownPasses | null): string {
  const usual = chooseSql(
    stretches.map(({ from, offset }) => ({ from: from === null ? null : `timestamp '${from}'`, offset })),
    t,
  )
  const twice = stretchSql(t, stretches, 'twice')
  if (known === null || known.passes.length === 0 || twice === null) return `(${t} - to_seconds(${usual}))`
  const lines = known.passes.flatMap(({ from, to, offset }) => [
    { from: `${from}`, offset },
    { from: `${to + 1}`, offset: null },
  ])
  const told = chooseSql([{ from: null, offset: null }, ...lines], known.line)
  return `(${t} - to_seconds(case when ${twice} then ${told} else ${usual} end))`
}

interface Step {
  /** SQL of the value from which it holds; null: from ever. */
  readonly from: string | null
  readonly offset: number | null
}

/** A balanced tree of comparisons: a century of clock changes costs eight per cell. */
function chooseSql(steps: readonly Step[], value: string): string {
  const [only] = steps
  if (steps.length <= 1) return only?.offset == null ? 'null::bigint' : `${only.offset}::bigint`
  const half = Math.floor(steps.length / 2)
  const [early, late] = [steps.slice(0, half), steps.slice(half)]
  return `case when ${value} < ${late[0]?.from} then ${chooseSql(early, value)} else ${chooseSql(late, value)} end`
}

/** SQL truth: the local time `t` lies in a stretch of this kind; null when the zone has none. */
export function stretchSql(
  t: string,
  stretches: readonly ZoneStretch[],
  why: 'skipped' | 'twice',
): string | null {
  const ranges = stretches.flatMap((stretch, i) => {
    const next = stretches[i + 1]?.from
    if (stretch.why !== why || stretch.from === null || next == null) return []
    return [`(${t} >= timestamp '${stretch.from}' and ${t} < timestamp '${next}')`]
  })
  return ranges.length === 0 ? null : `(${ranges.join(' or ')})`
}
