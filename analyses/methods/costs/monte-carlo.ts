import type { Random } from '../core/random'
import type { Parts } from './flows'

export interface Draws {
  readonly option: string
  readonly draws: number
  readonly mean: number
  readonly sd: number
  readonly q5: number
  readonly median: number
  readonly q95: number
  /** Share of draws with an NPV above zero. */
  readonly positive: number
  /** Quantiles of the cost of one unit of effect; null without effects. */
  readonly costPerEffect: { readonly q5: number; readonly median: number; readonly q95: number } | null
}

export interface Spreads {
  readonly cost_spread: number
  readonly benefit_spread: number
  readonly effect_spread: number
  readonly draws: number
}

/**
 * NPV when all costs, all benefits and all effects are uncertain at once: each is multiplied by an independent
 * triangular factor from 1 - spread to 1 + spread with its peak at 1. Quantiles by linear interpolation (type 7).
 */
export function monteCarlo(option: string, parts: Parts, spreads: Spreads, random: Random): Draws {
  const npv = new Float64Array(spreads.draws)
  const perEffect = new Float64Array(spreads.draws)
  for (let k = 0; k < spreads.draws; k += 1) {
    const cost = parts.cost * triangular(spreads.cost_spread, random)
    const benefit = parts.benefit * triangular(spreads.benefit_spread, random)
    const effect = parts.effect * triangular(spreads.effect_spread, random)
    npv[k] = benefit - cost
    perEffect[k] = cost / effect
  }
  npv.sort()
  perEffect.sort()
  const mean = npv.reduce((sum, value) => sum + value, 0) / npv.length
  const squares = npv.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const above = npv.filter((value) => value > 0).length
  return {
    option,
    draws: spreads.draws,
    mean,
    sd: npv.length > 1 ? Math.sqrt(squares / (npv.length - 1)) : 0,
    ...quantiles(npv),
    positive: above / npv.length,
    costPerEffect: parts.effect > 0 ? quantiles(perEffect) : null,
  }
}

/** 1 - spread .. 1 + spread, most likely 1, by inversion: one uniform number each. */
function triangular(spread: number, random: Random): number {
  const u = random.uniform()
  return u < 0.5 ? 1 - spread + spread * Math.sqrt(2 * u) : 1 + spread - spread * Math.sqrt(2 * (1 - u))
}

function quantiles(sorted: Float64Array) {
  const at = (share: number): number => {
    const place = share * (sorted.length - 1)
    const low = Math.floor(place)
    const from = sorted[low] ?? 0
    return from + (place - low) * ((sorted[Math.min(low + 1, sorted.length - 1)] ?? from) - from)
  }
  return { q5: at(0.05), median: at(0.5), q95: at(0.95) }
}
