export interface CostEffect {
  readonly option: string
  readonly cost: number
  readonly effect: number
}

export interface Icer extends CostEffect {
  /** What it is compared with: the next cheaper option of the frontier, or the option that dominates it. */
  readonly against: string | null
  readonly deltaCost: number | null
  readonly deltaEffect: number | null
  /** Extra cost for one more unit of effect; none for the first option and for dominated ones. */
  readonly icer: number | null
  /** `strong`: another costs no more and does no less; `extended`: a mix of two others does. */
  readonly dominance: 'none' | 'strong' | 'extended'
}

/**
 * Incremental cost-effectiveness ratios. Options are put in the order of their effect; strongly dominated ones leave,
 * then, again and again, those whose ratio is above the next one's (extended dominance), so that ratios rise along the
 * frontier. Of equal options the first by name stays. Every option keeps its row.
 */
export function incrementalRatios(options: readonly CostEffect[]): readonly Icer[] {
  const ordered = options.toSorted(
    (a, b) => a.effect - b.effect || a.cost - b.cost || (a.option < b.option ? -1 : 1),
  )
  const strong = new Map<string, CostEffect>()
  for (const one of ordered) {
    const better = ordered.find((other) => other !== one && dominates(other, one))
    if (better !== undefined) strong.set(one.option, better)
  }
  let frontier = ordered.filter(({ option }) => !strong.has(option))
  const extended = new Map<string, CostEffect>()
  for (;;) {
    const out = frontier.findIndex((one, k) => {
      const [before, after] = [frontier[k - 1], frontier[k + 1]]
      return before !== undefined && after !== undefined && ratio(before, one) > ratio(one, after)
    })
    const [gone, next] = [frontier[out], frontier[out + 1]]
    if (gone === undefined || next === undefined) break
    extended.set(gone.option, next)
    frontier = frontier.filter((_, k) => k !== out)
  }
  return ordered.map((one): Icer => {
    const place = frontier.indexOf(one)
    const against = place > 0 ? frontier[place - 1] : (strong.get(one.option) ?? extended.get(one.option))
    const dominance = strong.has(one.option) ? 'strong' : extended.has(one.option) ? 'extended' : 'none'
    return {
      ...one,
      against: against?.option ?? null,
      deltaCost: against === undefined ? null : one.cost - against.cost,
      deltaEffect: against === undefined ? null : one.effect - against.effect,
      icer: against !== undefined && dominance === 'none' ? ratio(against, one) : null,
      dominance,
    }
  })
}

const ratio = (from: CostEffect, to: CostEffect): number => (to.cost - from.cost) / (to.effect - from.effect)

function dominates(one: CostEffect, other: CostEffect): boolean {
  if (one.cost > other.cost || one.effect < other.effect) return false
  return one.cost < other.cost || one.effect > other.effect || one.option < other.option
}
