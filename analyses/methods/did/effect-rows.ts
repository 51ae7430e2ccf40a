import { normalTwoSided } from '../core/distributions/normal'
import { normalQuantile } from '../core/normal-quantile'
import type { Random } from '../core/random'
import type { Steps } from '../core/steps'
import {
  analyticError,
  type BootstrapErrors,
  bootstrapErrors,
  clusteredInfluence,
  multiplierDraws,
} from './multiplier-bootstrap'
import type { Panel } from './panel'

export interface Effect {
  readonly att: number
  readonly influence: Float64Array
}

/** An effect with its error, interval (pointwise) and band (holds for all effects of its table at once). */
export interface EffectRow {
  readonly att: number
  readonly se: number | null
  readonly seAnalytic: number | null
  readonly seBootstrap: number | null
  readonly low: number | null
  readonly high: number | null
  readonly p: number | null
  readonly bandLow: number | null
  readonly bandHigh: number | null
}

export interface InferenceOptions {
  readonly errors: 'analytic' | 'bootstrap'
  readonly bootstrap: number
  readonly confidence: number
}

export interface Band {
  readonly critical: number
  readonly quality: BootstrapErrors['quality'] | 'no-draws'
}

/** Rows of several tables of effects; one set of draws serves all of them. */
export function* effectRows<Name extends string>(
  panel: Panel,
  tables: Readonly<Record<Name, readonly Effect[]>>,
  { errors, bootstrap, confidence }: InferenceOptions,
  random: Random,
): Steps<ReadonlyMap<Name, { readonly rows: readonly EffectRow[]; readonly band: Band }>> {
  const names = Object.keys(tables) as Name[]
  const all = names.flatMap((name) => tables[name])
  const influence = clusteredInfluence(
    all.map((effect) => effect.influence),
    panel.cluster,
    panel.clusters,
  )
  const sums = bootstrap === 0 ? null : yield* multiplierDraws(influence, bootstrap, random)
  const pointwise = normalQuantile(1 - (1 - confidence) / 2)
  const made = new Map<Name, { rows: readonly EffectRow[]; band: Band }>()
  let start = 0
  for (const name of names) {
    const effects = tables[name]
    const together = effects.map((_, i) => start + i)
    const drawn = sums === null ? null : bootstrapErrors(sums, all.length, together, confidence)
    const rows = effects.map(({ att }, i) => {
      const analytic = positive(analyticError(influence.columns[start + i] ?? new Float64Array()))
      const fromDraws = drawn === null ? null : positive(drawn.errors[i] ?? Number.NaN)
      const se = errors === 'bootstrap' && drawn !== null ? fromDraws : analytic
      return rowOf(att, { se, analytic, fromDraws, pointwise, critical: drawn?.critical ?? null })
    })
    made.set(name, {
      rows,
      band: { critical: drawn?.critical ?? pointwise, quality: drawn?.quality ?? 'no-draws' },
    })
    start += effects.length
    yield 1
  }
  return made
}

const positive = (value: number): number | null => (value > 1e-12 && Number.isFinite(value) ? value : null)

interface Errors {
  readonly se: number | null
  readonly analytic: number | null
  readonly fromDraws: number | null
  readonly pointwise: number
  readonly critical: number | null
}

function rowOf(att: number, { se, analytic, fromDraws, pointwise, critical }: Errors): EffectRow {
  const band = se === null || critical === null ? null : critical * se
  return {
    att,
    se,
    seAnalytic: analytic,
    seBootstrap: fromDraws,
    low: se === null ? null : att - pointwise * se,
    high: se === null ? null : att + pointwise * se,
    p: se === null ? null : normalTwoSided(att / se),
    bandLow: band === null ? null : att - band,
    bandHigh: band === null ? null : att + band,
  }
}
