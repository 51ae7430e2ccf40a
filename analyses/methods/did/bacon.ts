import { NEVER, type Panel } from './panel'

export type BaconKind = 'treated-untreated' | 'earlier-later' | 'later-earlier' | 'later-always'

/** One two-by-two comparison within a two-way regression, and how much it counts there. */
export interface BaconPart {
  readonly kind: BaconKind
  readonly treated: number
  /** First treated period of the units compared with; NEVER for those never treated. */
  readonly control: number
  readonly estimate: number
  readonly weight: number
  readonly treatedUnits: number
  readonly controlUnits: number
}

interface Group {
  readonly first: number
  readonly units: number
  /** Share of periods treated. */
  readonly share: number
  readonly always: boolean
  readonly means: Float64Array
}

/**
 * Goodman-Bacon (2021), theorem 1: the coefficient of a two-way regression on a balanced panel is the weighted mean
 * of all two-by-two comparisons of groups, those treated against those never treated, and of each two groups treated
 * at different times both ways. Weights: (n_k + n_l)^2 of the part of the panel times the variance of the treatment
 * within it, made to sum to 1 (as R `bacondecomp`). Units treated from the start are a control group of their own.
 */
export function baconParts(panel: Panel): readonly BaconPart[] {
  const groups = groupsOf(panel)
  const parts = groups.flatMap((treated) =>
    treated.first === NEVER || treated.always
      ? []
      : groups
          .filter(({ first }) => first !== treated.first)
          .map((control) => partOf(panel, treated, control)),
  )
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.map((part) => ({ ...part, weight: part.weight / whole }))
}

function groupsOf(panel: Panel): readonly Group[] {
  const start = panel.times[0] ?? 0
  const n = panel.units.length
  const byFirst = new Map<number, number[]>()
  for (const [unit, first] of panel.first.entries()) {
    const key = first <= start ? Number.NEGATIVE_INFINITY : first
    const known = byFirst.get(key)
    if (known === undefined) byFirst.set(key, [unit])
    else known.push(unit)
  }
  return [...byFirst]
    .sort(([a], [b]) => a - b)
    .map(([first, units]) => ({
      first,
      units: units.length,
      share: panel.times.filter((time) => time >= first).length / panel.times.length,
      always: first === Number.NEGATIVE_INFINITY,
      means: Float64Array.from(
        panel.times,
        (_, time) =>
          units.reduce((sum, unit) => sum + (panel.outcome[time * n + unit] ?? 0), 0) / units.length,
      ),
    }))
}

function partOf(panel: Panel, treated: Group, control: Group): BaconPart {
  const units = treated.units + control.units
  const own = treated.units / units
  const { kind, from, to, share, part } = windowOf(treated, control)
  const mean = (group: Group, late: boolean) => {
    const used = [...group.means].filter((_, t) => {
      const time = panel.times[t] ?? 0
      return time >= from && time < to && time >= treated.first === late
    })
    return used.reduce((sum, value) => sum + value, 0) / used.length
  }
  const change = (group: Group) => mean(group, true) - mean(group, false)
  return {
    kind,
    treated: treated.first,
    control: control.first,
    estimate: change(treated) - change(control),
    weight: (units * part) ** 2 * own * (1 - own) * share * (1 - share),
    treatedUnits: treated.units,
    controlUnits: control.units,
  }
}

/** Periods compared [from, to), the share of them treated, and the part of the panel they are. */
function windowOf(treated: Group, control: Group) {
  const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  if (control.first === NEVER)
    return { kind: 'treated-untreated' as const, ...all, share: treated.share, part: 1 }
  if (control.always) return { kind: 'later-always' as const, ...all, share: treated.share, part: 1 }
  if (treated.first < control.first) {
    const part = 1 - control.share
    return {
      kind: 'earlier-later' as const,
      ...all,
      to: control.first,
      share: (treated.share - control.share) / part,
      part,
    }
  }
  return {
    kind: 'later-earlier' as const,
    ...all,
    from: control.first,
    share: treated.share / control.share,
    part: control.share,
  }
}
