import type { Panel } from './panel'
import type { TwoWayData } from './two-way-fit'

/** The filled cells of a panel as rows, in the order of units and periods; `x` is made for each cell. */
export function panelCells(panel: Panel, upTo = Number.POSITIVE_INFINITY): PanelCells {
  const units = panel.units.length
  const cells: number[] = []
  for (let unit = 0; unit < units; unit += 1)
    for (const [time, value] of panel.times.entries()) {
      const at = time * units + unit
      if (value < upTo && !Number.isNaN(panel.outcome[at] ?? Number.NaN)) cells.push(at)
    }
  const unit = Int32Array.from(cells, (at) => at % units)
  const time = Int32Array.from(cells, (at) => Math.floor(at / units))
  const take = (values: Float64Array) => Float64Array.from(cells, (at) => values[at] ?? Number.NaN)
  return {
    y: take(panel.outcome),
    unit,
    time,
    units,
    times: panel.times.filter((value) => value < upTo).length,
    weight: panel.weighted ? take(panel.weight) : null,
    cluster: unit.map((u) => panel.cluster[u] ?? 0),
    clusters: panel.clusters,
    covariates: panel.covariates.map(({ name, values }) => ({ name, values: take(values) })),
  }
}

export interface PanelCells extends Omit<TwoWayData, 'x'> {
  readonly covariates: TwoWayData['x']
}
