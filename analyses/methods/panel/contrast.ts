import { columnOf, element, matrix } from '../core/linear/matrix'
import type { PanelFit, PanelOptions, RowLabels, Term } from './panel-types'
import { robustVariance } from './panel-variance'
import { termOf } from './term'

/**
 * Differences of two fits, first minus second, for the terms both have. The errors of the two may go together as the
 * chosen errors allow: the influences of both samples, the second with its sign turned, are put under one another and
 * judged as one, so units, clusters and periods that occur in both count once. iid: the samples are independent.
 */
export function panelContrast(first: PanelFit, second: PanelFit, options: PanelOptions): Term[] {
  const shared = first.terms
    .map(({ name }, k) => ({ name, first: k, second: second.terms.findIndex((term) => term.name === name) }))
    .filter((one) => one.second >= 0)
  const degrees =
    first.degrees === null || second.degrees === null ? null : Math.min(first.degrees, second.degrees)
  const variances = variancesOf(first, second, shared, options)
  return shared.map(({ name, first: a, second: b }, k) => {
    const difference = (first.terms[a]?.estimate ?? 0) - (second.terms[b]?.estimate ?? 0)
    return termOf(name, difference, variances[k] ?? 0, degrees, options.confidence)
  })
}

function variancesOf(
  first: PanelFit,
  second: PanelFit,
  shared: readonly { readonly first: number; readonly second: number }[],
  options: PanelOptions,
): number[] {
  const { errors } = options
  if (errors === 'iid')
    return shared.map(
      (one) =>
        element(first.variance, one.first, one.first) + element(second.variance, one.second, one.second),
    )
  const influence = matrix(first.n + second.n, shared.length)
  shared.forEach((one, k) => {
    const column = columnOf(influence, k)
    column.set(columnOf(first.influence, one.first))
    column.set(
      columnOf(second.influence, one.second).map((value) => -value),
      first.n,
    )
  })
  const labels: RowLabels = {
    unit: [...first.labels.unit, ...second.labels.unit],
    period: [...first.labels.period, ...second.labels.period],
    cluster: [...first.labels.cluster, ...second.labels.cluster],
    cluster2: [...first.labels.cluster2, ...second.labels.cluster2],
  }
  const { variance } = robustVariance(influence, labels, { ...options, errors })
  return shared.map((_, k) => element(variance, k, k))
}
