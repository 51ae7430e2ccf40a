import { between, defineMethod } from '../core/define-method'
import { fUpper } from '../core/distributions/fisher'
import { normalTwoSided } from '../core/distributions/normal'
import { matrixFromColumns } from '../core/linear/matrix'
import { normalQuantile } from '../core/normal-quantile'
import { buildPanel } from './build-panel'
import { examplePair } from './example-pair'
import { NEVER, type Panel, type TwoByTwoRows, treatedGroups } from './panel'
import { panelCells } from './panel-cells'
import { regression } from './three-errors'
import { type TermRow, termRow } from './two-way-fit'

export interface TwoByTwoOptions {
  readonly confidence: number
}

type Arm = 'treated' | 'control'
type Phase = 'before' | 'after'

export interface CellMean {
  readonly arm: Arm
  readonly phase: Phase
  readonly mean: number
  readonly se: number | null
  readonly n: number
}

export interface ChangeRow extends TermRow {
  /** `all`: differences of the four means; `complete`: mean changes of units seen before and after. */
  readonly sample: 'all' | 'complete'
  readonly arm: Arm | 'difference'
  readonly n: number
}

export interface PooledRow {
  readonly term: 'intercept' | 'treated' | 'after' | 'treated:after'
  readonly estimate: number
  readonly seIid: number | null
  readonly seHc1: number | null
  readonly seCluster: number | null
  readonly n: number
}

export type ChangeModel = 'treated' | 'treated-covariates' | 'dose' | 'dose-covariates'

export interface ChangeTerm extends TermRow {
  readonly model: ChangeModel
  readonly term: string
  readonly seHc1: number | null
}

export interface ChangeFit {
  readonly model: ChangeModel
  readonly n: number
  /** Standard error of the regression. */
  readonly sigma: number
  readonly meanChange: number
  readonly r2: number | null
  /** That all covariates are nought. */
  readonly f: number | null
  readonly fP: number | null
}

export interface TwoByTwo {
  readonly cells: readonly CellMean[]
  readonly changes: readonly ChangeRow[]
  readonly pooled: readonly PooledRow[]
  readonly terms: readonly ChangeTerm[]
  readonly fits: readonly ChangeFit[]
}

/**
 * One group treated at one time against units never treated, written out by hand: the four means with their errors
 * (sd / root n), the differences from all rows (errors as of independent samples) and from the units seen on both
 * sides (Welch), the pooled regression with its interaction and three kinds of errors (classical, HC1, clustered with
 * G/(G-1) (n-1)/(n-k)), and least squares of each unit's change (mean after minus mean before) on the treatment or
 * its dose, without and with covariates as they were at first sight, classical errors, F test of the covariates.
 * Null when there is more than one treated group, or none to compare with.
 */
export function twoByTwo(rows: TwoByTwoRows, options: TwoByTwoOptions): TwoByTwo | null {
  const panel = withDose(rows)
  const start = panel.times[0] ?? 0
  const groups = treatedGroups(panel)
  const first = groups[0]
  if (groups.length !== 1 || first === undefined || first <= start || !panel.first.includes(NEVER))
    return null
  const cells = cellMeans(panel, first)
  if (cells.some(({ n }) => n === 0)) return null
  const units = unitChanges(panel, first, rows.dose !== null)
  const models = units.change.length < 4 ? [] : changeModels(units)
  const fitted = models.map((model) => changeFit(units, model, options.confidence))
  return {
    cells,
    changes: [...differences(cells, options.confidence), ...completeChanges(units, options.confidence)],
    pooled: pooledRegression(panel, first),
    terms: fitted.flatMap(({ terms }) => terms),
    fits: fitted.map(({ fit }) => fit),
  }
}

/** The dose rides through the panel as one more covariate, the last one. */
function withDose(rows: TwoByTwoRows): Panel {
  const dose = rows.dose
  const covariates =
    dose === null
      ? rows.covariates
      : [...rows.covariates, { name: 'dose', values: rows.unit.map((_, i) => dose[i] ?? 0) }]
  return buildPanel({ ...rows, covariates }, { gaps: 'any', alwaysTreated: 'keep' })
}

const armOf = (panel: Panel, unit: number): Arm => (panel.first[unit] === NEVER ? 'control' : 'treated')

function cellMeans(panel: Panel, first: number): readonly CellMean[] {
  const cells = panelCells(panel)
  return (['control', 'treated'] as const).flatMap((arm) =>
    (['before', 'after'] as const).map((phase) => {
      const rows = [...cells.y.keys()].filter(
        (row) =>
          armOf(panel, cells.unit[row] ?? 0) === arm &&
          (panel.times[cells.time[row] ?? 0] ?? 0) >= first === (phase === 'after'),
      )
      const weight = Float64Array.from(rows, (row) => cells.weight?.[row] ?? 1)
      return {
        arm,
        phase,
        ...meanOf(
          Float64Array.from(rows, (row) => cells.y[row] ?? 0),
          weight,
        ),
        n: rows.length,
      }
    }),
  )
}

/** Mean and its error; with equal weights the error is sd / root n. */
function meanOf(values: Float64Array, weight: Float64Array): { mean: number; se: number | null } {
  const n = values.length
  const total = weight.reduce((sum, w) => sum + w, 0)
  const mean = values.reduce((sum, value, i) => sum + (weight[i] ?? 0) * value, 0) / total
  const squares = values.reduce((sum, value, i) => sum + ((weight[i] ?? 0) * (value - mean)) ** 2, 0)
  return { mean, se: n < 2 ? null : Math.sqrt((squares * n) / (n - 1)) / total }
}

function normalRow(estimate: number, se: number | null, confidence: number): TermRow {
  if (se === null || !(se > 0)) return { estimate, se: null, low: null, high: null, p: null }
  const half = normalQuantile(1 - (1 - confidence) / 2) * se
  return { estimate, se, low: estimate - half, high: estimate + half, p: normalTwoSided(estimate / se) }
}

const both = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.hypot(a, b)

function differences(cells: readonly CellMean[], confidence: number): readonly ChangeRow[] {
  const change = (arm: Arm) => {
    const [before, after] = (['before', 'after'] as const).map((phase) =>
      cells.find((cell) => cell.arm === arm && cell.phase === phase),
    )
    return {
      value: (after?.mean ?? Number.NaN) - (before?.mean ?? Number.NaN),
      se: both(before?.se ?? null, after?.se ?? null),
      n: (before?.n ?? 0) + (after?.n ?? 0),
    }
  }
  const treated = change('treated')
  const control = change('control')
  const row = (arm: ChangeRow['arm'], value: number, se: number | null, n: number): ChangeRow => ({
    sample: 'all',
    arm,
    n,
    ...normalRow(value, se, confidence),
  })
  return [
    row('control', control.value, control.se, control.n),
    row('treated', treated.value, treated.se, treated.n),
    row('difference', treated.value - control.value, both(treated.se, control.se), treated.n + control.n),
  ]
}

interface UnitChanges {
  readonly change: Float64Array
  readonly treated: Float64Array
  readonly dose: Float64Array | null
  readonly weight: Float64Array
  readonly covariates: readonly { readonly name: string; readonly values: Float64Array }[]
}

function unitChanges(panel: Panel, first: number, hasDose: boolean): UnitChanges {
  const n = panel.units.length
  const phases = panel.units.map((_, unit) => {
    const mean = (late: boolean) => {
      const values = panel.times.flatMap((time, t) => {
        const value = panel.outcome[t * n + unit] ?? Number.NaN
        return time >= first === late && !Number.isNaN(value) ? [value] : []
      })
      return values.reduce((sum, value) => sum + value, 0) / values.length
    }
    return mean(true) - mean(false)
  })
  const rows = [...phases.keys()].filter((unit) => Number.isFinite(phases[unit]))
  const firstSeen = (values: Float64Array) =>
    Float64Array.from(rows, (unit) => {
      for (const time of panel.times.keys()) {
        const value = values[time * n + unit] ?? Number.NaN
        if (!Number.isNaN(value)) return value
      }
      return Number.NaN
    })
  const covariates = panel.covariates.map(({ name, values }) => ({ name, values: firstSeen(values) }))
  return {
    change: Float64Array.from(rows, (unit) => phases[unit] ?? 0),
    treated: Float64Array.from(rows, (unit) => (armOf(panel, unit) === 'treated' ? 1 : 0)),
    dose: hasDose ? (covariates.at(-1)?.values ?? null) : null,
    weight: firstSeen(panel.weight),
    covariates: hasDose ? covariates.slice(0, -1) : covariates,
  }
}

function completeChanges({ change, treated, weight }: UnitChanges, confidence: number): readonly ChangeRow[] {
  const arm = (is: number) => {
    const rows = [...change.keys()].filter((i) => treated[i] === is)
    const pick = (values: Float64Array) => Float64Array.from(rows, (i) => values[i] ?? 0)
    return { ...meanOf(pick(change), pick(weight)), n: rows.length }
  }
  const control = arm(0)
  const own = arm(1)
  if (control.n === 0 || own.n === 0) return []
  const row = (name: ChangeRow['arm'], mean: number, se: number | null, n: number): ChangeRow => ({
    sample: 'complete',
    arm: name,
    n,
    ...normalRow(mean, se, confidence),
  })
  return [
    row('control', control.mean, control.se, control.n),
    row('treated', own.mean, own.se, own.n),
    row('difference', own.mean - control.mean, both(own.se, control.se), own.n + control.n),
  ]
}

function pooledRegression(panel: Panel, first: number): readonly PooledRow[] {
  const cells = panelCells(panel)
  const n = cells.y.length
  const treated = Float64Array.from(cells.unit, (unit) => (armOf(panel, unit) === 'treated' ? 1 : 0))
  const after = Float64Array.from(cells.time, (time) => ((panel.times[time] ?? 0) >= first ? 1 : 0))
  const x = matrixFromColumns([
    new Float64Array(n).fill(1),
    treated,
    after,
    treated.map((value, i) => value * (after[i] ?? 0)),
  ])
  const { coefficients, errors } = regression(x, cells.y, cells.weight, cells.cluster)
  return (['intercept', 'treated', 'after', 'treated:after'] as const).map((term, j) => ({
    term,
    estimate: coefficients[j] ?? 0,
    seIid: errors.iid[j] ?? null,
    seHc1: errors.hc1[j] ?? null,
    seCluster: errors.cluster[j] ?? null,
    n,
  }))
}

function changeModels({ covariates, dose }: UnitChanges): readonly ChangeModel[] {
  return (['treated', 'treated-covariates', 'dose', 'dose-covariates'] as const).filter(
    (model) =>
      (dose !== null || !model.startsWith('dose')) &&
      (covariates.length > 0 || !model.endsWith('covariates')),
  )
}

function changeFit(units: UnitChanges, model: ChangeModel, confidence: number) {
  const n = units.change.length
  const main = model.startsWith('dose') ? (units.dose ?? units.treated) : units.treated
  const covariates = model.endsWith('covariates') ? units.covariates : []
  const columns = [new Float64Array(n).fill(1), main, ...covariates.map(({ values }) => values)]
  const names = [
    'intercept',
    model.startsWith('dose') ? 'dose' : 'treated',
    ...covariates.map(({ name }) => name),
  ]
  const plain = units.weight.every((w) => w === units.weight[0])
  const weight = plain ? null : units.weight
  const full = regression(
    matrixFromColumns(columns),
    units.change,
    weight,
    Int32Array.from(units.change.keys()),
  )
  const short = regression(matrixFromColumns(columns.slice(0, 2)), units.change, weight, new Int32Array(n))
  const degrees = n - full.rank
  const tested = full.rank - short.rank
  const f = tested > 0 && degrees > 0 ? (short.rss - full.rss) / tested / (full.rss / degrees) : null
  const mean = units.change.reduce((sum, value) => sum + value, 0) / n
  const total = units.change.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    terms: names.flatMap((term, j): ChangeTerm[] => {
      const se = full.errors.iid[j] ?? null
      if (se === null) return []
      const row = termRow(full.coefficients[j] ?? 0, se * se, degrees, confidence)
      return [{ model, term, ...row, seHc1: full.errors.hc1[j] ?? null }]
    }),
    fit: {
      model,
      n,
      sigma: Math.sqrt(full.rss / degrees),
      meanChange: mean,
      r2: weight === null && total > 0 ? 1 - full.rss / total : null,
      f,
      fP: f === null ? null : fUpper(f, tested, degrees),
    } satisfies ChangeFit,
  }
}

export const twoByTwoMethod = defineMethod({
  id: 'did/two-by-two',
  version: 1,
  cites: ['card-krueger-1994', 'bertrand-duflo-mullainathan-2004'],
  options: { confidence: between(0.5, 0.999) },
  example: { data: examplePair, options: { confidence: 0.95 } as TwoByTwoOptions },
  compute: (rows, options: TwoByTwoOptions) => twoByTwo(rows, options),
})
