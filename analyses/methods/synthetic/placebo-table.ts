import type { Cohort, Design } from './design'
import { blockOf } from './design'
import { cohortPath, type DidOptions, fitMeasures } from './did-effect'
import type { Errors } from './did-errors'
import { rankTest, rmspeRatio } from './rank-test'
import type { EffectResult, GapRow } from './result'
import { type DidName, didKinds, syntheticDid } from './synthetic-did'

/**
 * The gaps of the treated unit and of every control in its place (only where all of them were tried: one treated
 * unit), with the ratio of root mean squared gaps after and before and its rank. Gaps before count from the synthetic
 * series moved by its offset.
 */
export function placeboTable(
  design: Design,
  cohort: Cohort,
  name: DidName,
  options: DidOptions,
  errors: Errors,
): Pick<EffectResult, 'placebos' | 'gaps'> {
  const kind = didKinds[name]
  const one = (units: readonly number[], controls: readonly number[], label: string, treated: boolean) => {
    const own = { ...cohort, units }
    const fit = syntheticDid(blockOf(design.panel, own, controls), kind, options.solver)
    const path = cohortPath({ ...design, controls, cohorts: [own] }, own, fit)
    return { label, treated, att: fit.att, path, ...fitMeasures(path) }
  }
  const label = cohort.units.map((unit) => design.panel.units[unit]).join(', ')
  const own = one(cohort.units, design.controls, label, true)
  const others =
    errors.how === 'all'
      ? design.controls.map((unit) =>
          one(
            [unit],
            design.controls.filter((other) => other !== unit),
            design.panel.units[unit] ?? '',
            false,
          ),
        )
      : []
  const all = [own, ...others]
  const ratios = all.map(({ pre, post }) => rmspeRatio(pre * pre, post * post))
  return {
    placebos: all.map(({ label: unit, treated, att, pre, post }, index) => {
      const ratio = ratios[index] ?? 0
      const test = rankTest(
        ratio,
        ratios.filter((_, other) => other !== index),
      )
      return {
        unit,
        treated,
        att,
        preRmspe: pre,
        postRmspe: post,
        ratio,
        rank: others.length > 0 ? test.rank : null,
        p: others.length > 0 ? test.p : null,
      }
    }),
    gaps: all.flatMap(({ label: unit, treated, path }) =>
      path.map(({ period, phase, gap }): GapRow => ({ unit, treated, period, phase, gap })),
    ),
  }
}
