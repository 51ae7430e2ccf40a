import { between, defineMethod } from '../core/define-method'
import { normalTwoSided } from '../core/distributions/normal'
import { normalQuantile } from '../core/normal-quantile'
import { finish } from '../core/steps'
import { deviation } from './design'
import { policyEffect } from './effect'
import { effectExample } from './effect-example'
import { rankInterval, rankTest, rmspeRatio } from './rank-test'
import type { EffectResult, EffectRow, GapRow } from './result'

/** What one group's estimate leaves behind that a comparison with another group needs. */
export type GroupResult = Pick<EffectResult, 'effects' | 'gaps' | 'replicates'>

/**
 * Difference between two groups' effects (women minus men). Synthetic control: the gaps of the two are subtracted unit
 * by unit, for the treated unit and for every placebo, and the same rank test is made with these differences; their
 * standard error is the placebos' standard deviation. The other estimators: both groups' draws (placebo, jackknife or
 * bootstrap with one seed) are subtracted draw by draw where the same units were in both, so that what moves both
 * together drops out; else the two standard errors are joined as if independent, and `paired` says so.
 */
export function effectDifference(
  first: GroupResult,
  second: GroupResult,
  confidence: number,
): readonly (EffectRow & { readonly paired: boolean })[] {
  return first.effects.flatMap((one) => {
    const other = second.effects.find(({ estimator }) => estimator === one.estimator)
    if (other === undefined) return []
    const base = { ...one, att: one.att - other.att, relative: null }
    const ranked = one.smallest !== null && other.smallest !== null
    return [
      ranked
        ? byRank(base, first, second, confidence)
        : byDraws(base, one, other, { first, second, confidence }),
    ]
  })
}

function byRank(base: EffectRow, first: GroupResult, second: GroupResult, confidence: number) {
  const men = new Map(second.gaps.map((row) => [key(row), row.gap]))
  const units = new Map<string, { treated: boolean; fit: number[]; post: number[] }>()
  for (const row of first.gaps) {
    const other = men.get(key(row))
    if (other === undefined) continue
    const unit = units.get(row.unit) ?? { treated: row.treated, fit: [], post: [] }
    units.set(row.unit, unit)
    if (row.phase === 'fit') unit.fit.push(row.gap - other)
    if (row.phase === 'after') unit.post.push(row.gap - other)
  }
  const floor = 1e-12 * meanSquare([...units.values()].flatMap(({ post }) => post))
  const measured = [...units.values()]
    .filter(({ fit, post }) => fit.length > 0 && post.length > 0)
    .map((unit) => {
      // Exact to rounding: compared by what follows.
      const pre = Math.max(meanSquare(unit.fit), floor)
      return { ...unit, pre, ratio: rmspeRatio(pre, meanSquare(unit.post)) }
    })
  const own = measured.find(({ treated }) => treated)
  const placebos = measured.filter(({ treated }) => !treated)
  if (own === undefined || placebos.length < 3)
    return {
      ...base,
      se: null,
      low: null,
      high: null,
      p: null,
      smallest: null,
      status: 'too-few-placebos' as const,
      paired: true,
    }
  const ratios = placebos.map(({ ratio }) => ratio)
  const test = rankTest(own.ratio, ratios)
  const interval = rankInterval(own.post, Math.sqrt(own.pre), ratios, confidence)
  return {
    ...base,
    se: deviation(placebos.map(({ post }) => mean(post))),
    low: interval.low,
    high: interval.high,
    p: test.p,
    smallest: test.smallest,
    preRmspe: Math.sqrt(own.pre),
    postRmspe: Math.sqrt(meanSquare(own.post)),
    status: interval.status,
    paired: true,
  }
}

const key = ({ unit, period }: GapRow): string => JSON.stringify([unit, period])
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const meanSquare = (values: readonly number[]): number => mean(values.map((value) => value * value))

function byDraws(
  base: EffectRow,
  one: EffectRow,
  other: EffectRow,
  groups: { readonly first: GroupResult; readonly second: GroupResult; readonly confidence: number },
) {
  const paired = pairedError(base.estimator, groups.first, groups.second)
  const apart = one.se === null || other.se === null ? null : Math.hypot(one.se, other.se)
  const se = paired ?? apart
  const z = normalQuantile(1 - (1 - groups.confidence) / 2)
  return {
    ...base,
    se,
    low: se === null ? null : base.att - z * se,
    high: se === null ? null : base.att + z * se,
    p: se === null ? null : se > 0 ? normalTwoSided(base.att / se) : base.att === 0 ? 1 : 0,
    smallest: null,
    preRmspe: null,
    postRmspe: null,
    status: se === null && one.status === 'ok' ? other.status : one.status,
    paired: paired !== null,
  }
}

function pairedError(estimator: string, first: GroupResult, second: GroupResult): number | null {
  const draws = (group: GroupResult) => group.replicates.filter((row) => row.estimator === estimator)
  const ours = draws(first)
  const theirs = new Map(draws(second).map((row) => [row.draw, row]))
  const differences: number[] = []
  for (const row of ours) {
    const other = theirs.get(row.draw)
    if (other === undefined || other.sample !== row.sample || other.how !== row.how) return null
    differences.push(row.att - other.att)
  }
  const count = differences.length
  if (count < 3) return null
  const spread = deviation(differences)
  const how = ours[0]?.how
  if (how === 'jackknife') return (spread * (count - 1)) / Math.sqrt(count)
  return how === 'all' ? spread : spread * Math.sqrt((count - 1) / count)
}

export const effectDifferenceMethod = defineMethod({
  id: 'synthetic/difference',
  version: 1,
  cites: ['abadie-diamond-hainmueller-2010', 'arkhangelsky-2021', 'firpo-possebom-2018'],
  options: { confidence: between(0.8, 0.99) },
  example: { data: effectExample, options: { confidence: 0.95 } },
  compute: ({ data, options: usual }, { confidence }: { readonly confidence: number }) => {
    const options = { ...usual, predictors: [], placebo: true }
    const women = finish(policyEffect(data, options))
    const lower = { ...data, outcome: Array.from(data.outcome, (value) => value * 0.9) }
    return effectDifference(women, finish(policyEffect(lower, options)), confidence)
  },
})
