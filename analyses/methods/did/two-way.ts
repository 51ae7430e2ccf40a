import { between, defineMethod, oneOf } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { type BaconPart, baconParts } from './bacon'
import { buildPanel } from './build-panel'
import { examplePanel } from './example-panel'
import { NEVER, type Panel, type PanelRows, treatedGroups } from './panel'
import { panelCells } from './panel-cells'
import { linearSum, type TermRow, termRow, twoWayFit } from './two-way-fit'

export interface TwoWayOptions {
  readonly gaps: 'complete' | 'pairs'
  readonly confidence: number
}

export interface TwoWayTerm extends TermRow {
  readonly model: 'main' | 'plain'
  readonly term: string
  readonly status: 'ok' | 'collinear' | 'no-error'
}

export interface TwoWay {
  readonly panel: Panel
  readonly terms: readonly TwoWayTerm[]
  readonly fits: readonly {
    readonly model: 'main' | 'plain'
    readonly n: number
    readonly clusters: number
    readonly rmse: number
    readonly withinR2: number | null
  }[]
  /** Empty when weights or gaps leave no exact decomposition. */
  readonly parts: readonly BaconPart[]
  readonly decomposition: 'exact' | 'gaps' | 'weights'
}

export const TREATED = 'treated'

/**
 * The regression most often printed: outcome on "treated by now" with unit and period effects (and covariates), and
 * the Goodman-Bacon decomposition of its coefficient without covariates. Units treated from the start stay in: this
 * is what that regression does with them. A contrast, not the estimate: with staggered treatment it compares units
 * treated late with units treated before. Needs somebody whose treatment begins within the panel.
 */
export function twoWay(rows: PanelRows, options: TwoWayOptions): TwoWay {
  const panel = buildPanel(rows, { gaps: options.gaps, alwaysTreated: 'keep' })
  if (treatedGroups(panel).every((first) => first <= (panel.times[0] ?? 0)))
    refuseMethod('did.no-treated', { units: panel.units.length })
  const { covariates, ...cells } = panelCells(panel)
  const treated = Float64Array.from(cells.unit, (unit, row) =>
    (panel.times[cells.time[row] ?? 0] ?? 0) >= (panel.first[unit] ?? NEVER) ? 1 : 0,
  )
  const models = [
    { model: 'main' as const, x: [{ name: TREATED, values: treated }, ...covariates] },
    ...(covariates.length === 0
      ? []
      : [{ model: 'plain' as const, x: [{ name: TREATED, values: treated }] }]),
  ].map(({ model, x }) => ({ model, x, fit: twoWayFit({ ...cells, x }) }))
  const decomposition = panel.weighted ? 'weights' : panel.outcome.some(Number.isNaN) ? 'gaps' : 'exact'
  return {
    panel,
    terms: models.flatMap(({ model, x, fit }) =>
      x.map(({ name }, term): TwoWayTerm => {
        if (fit.estimates[term] === null)
          return {
            model,
            term: name,
            status: 'collinear',
            estimate: 0,
            se: null,
            low: null,
            high: null,
            p: null,
          }
        const { value, variance } = linearSum(fit, new Map([[term, 1]]))
        const row = termRow(value, variance, fit.degrees, options.confidence)
        return { model, term: name, status: row.se === null ? 'no-error' : 'ok', ...row }
      }),
    ),
    fits: models.map(({ model, fit }) => ({
      model,
      n: fit.n,
      clusters: panel.clusters,
      rmse: fit.rmse,
      withinR2: fit.withinR2,
    })),
    parts: decomposition === 'exact' ? baconParts(panel) : [],
    decomposition,
  }
}

export const twoWayMethod = defineMethod({
  id: 'did/two-way',
  version: 1,
  cites: ['goodman-bacon-2021'],
  options: { gaps: oneOf('complete', 'pairs'), confidence: between(0.5, 0.999) },
  example: { data: examplePanel, options: { gaps: 'complete', confidence: 0.95 } as TwoWayOptions },
  compute: (rows, options: TwoWayOptions) => {
    const { panel: _, ...result } = twoWay(rows, options)
    return result
  },
})
