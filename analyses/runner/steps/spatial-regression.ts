import { normalTwoSided } from '../../methods/core/distributions/normal'
import { studentTwoSided } from '../../methods/core/distributions/student'
import { element, type Matrix, matrixFromColumns } from '../../methods/core/linear/matrix'
import type { Steps } from '../../methods/core/steps'
import { keptColumns, regressionTests } from '../../methods/spatial/regression-tests'
import { spatialModels } from '../../methods/spatial/spatial-models'
import { islandsOf, rowStandardised, type Weights, weightsAmong } from '../../methods/spatial/weights'
import type { CellType, Table } from '../../model/table'
import { tableOf } from './columns'

const coefficientColumns: Readonly<Record<string, CellType>> = {
  model: 'text',
  term: 'text',
  estimate: 'number',
  se: 'number',
  statistic: 'number',
  p: 'number',
  status: 'text',
}
const testColumns: Readonly<Record<string, CellType>> = {
  test: 'text',
  statistic: 'number',
  degrees: 'number',
  p: 'number',
}
const modelColumns: Readonly<Record<string, CellType>> = {
  model: 'text',
  log_likelihood: 'number',
  aic: 'number',
  variance: 'number',
  n: 'number',
  status: 'text',
}

interface Regressor {
  readonly name: string
  readonly values: Float64Array
}
interface Fitted {
  readonly model: string
  readonly terms: readonly string[]
  readonly estimates: ArrayLike<number>
  readonly se: readonly (number | null)[]
  readonly p: (ratio: number) => number
}

/** A regression of the value on the regressors, what pattern it leaves, and the two models that allow for one. */
export function* regressionTables(
  y: Float64Array,
  regressors: readonly Regressor[],
  raw: Weights,
): Steps<Readonly<Record<string, Table>>> {
  if (regressors.length === 0) return tables([], [], [])
  const complete = Array.from(y, (_, at) => at).filter((at) =>
    regressors.every(({ values }) => !Number.isNaN(values[at])),
  )
  const among = weightsAmong(raw, complete)
  const alone = new Set(islandsOf(among))
  const kept = complete.filter((_, at) => !alone.has(at))
  const weights = rowStandardised(weightsAmong(raw, kept))
  const pick = (values: Float64Array) => Float64Array.from(kept, (at) => values[at] ?? Number.NaN)
  const outcome = pick(y)
  const x = matrixFromColumns([outcome.map(() => 1), ...regressors.map(({ values }) => pick(values))])
  const names = ['constant', ...regressors.map(({ name }) => name)]
  const { fit, moran, tests } = regressionTests(outcome, x, weights)
  const n = outcome.length
  const terms = fit.kept.map((column) => names[column] ?? '')
  const ols: Fitted = {
    model: 'ols',
    terms,
    estimates: fit.kept.map((column) => fit.coefficients[column] ?? 0),
    se: terms.map((_, j) => Math.sqrt((fit.rss / (n - fit.rank)) * element(fit.unscaledCovariance, j, j))),
    p: (ratio) => studentTwoSided(ratio, n - fit.rank),
  }
  const residual = {
    test: 'moran-residuals',
    statistic: moran.value,
    degrees: null,
    p: moran.sd === null ? null : normalTwoSided((moran.value - moran.expected) / moran.sd),
  }
  const likelihood = -(n / 2) * (Math.log((2 * Math.PI * fit.rss) / n) + 1)
  const models = yield* mlRows(outcome, keptColumns(x, fit), weights, terms)
  return tables(
    [
      ...coefficients(ols),
      ...fit.dropped.map((column) => ({ model: 'ols', term: names[column] ?? '', status: 'collinear' })),
      ...models.coefficients,
    ],
    [residual, ...tests.map(({ test, statistic, degrees, p }) => ({ test, statistic, degrees, p }))],
    [
      {
        model: 'ols',
        log_likelihood: likelihood,
        aic: 2 * (fit.rank + 1) - 2 * likelihood,
        variance: fit.rss / (n - fit.rank),
        n,
        status: 'ok',
      },
      ...models.models,
    ],
  )
}

type Rows = Parameters<typeof tableOf>[1]

function* mlRows(y: Float64Array, x: Matrix, weights: Weights, terms: readonly string[]) {
  const found = yield* spatialModels(y, x, weights)
  const n = y.length
  const missing: Rows = ['lag', 'error'].map((model) => ({ model, n, status: 'too-many-areas' }))
  if (found === null) return { coefficients: [] as Rows, models: missing }
  const rows: Rows = found.flatMap(({ model, parameter, parameterSe, coefficients: estimates, se }) =>
    coefficients({
      model,
      terms: [model === 'lag' ? 'rho' : 'lambda', ...terms],
      estimates: [parameter, ...estimates],
      se: [parameterSe, ...se],
      p: normalTwoSided,
    }),
  )
  return {
    coefficients: rows,
    models: found.map(({ model, logLikelihood, variance }) => ({
      model,
      log_likelihood: logLikelihood,
      aic: 2 * (terms.length + 2) - 2 * logLikelihood,
      variance,
      n,
      status: 'ok',
    })),
  }
}

const coefficients = ({ model, terms, estimates, se, p }: Fitted): Rows =>
  terms.map((term, j) => {
    const [estimate, error] = [estimates[j] ?? 0, se[j] ?? null]
    const ratio = error === null || error === 0 ? null : estimate / error
    return {
      model,
      term,
      estimate,
      se: error,
      statistic: ratio,
      p: ratio === null ? null : p(ratio),
      status: ratio === null ? 'no-error' : 'ok',
    }
  })

const tables = (regression: Rows, diagnostics: Rows, models: Rows): Readonly<Record<string, Table>> => ({
  regression: tableOf(coefficientColumns, regression),
  diagnostics: tableOf(testColumns, diagnostics),
  models: tableOf(modelColumns, models),
})
