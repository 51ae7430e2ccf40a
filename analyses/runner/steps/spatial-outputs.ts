import type { Autocorrelation, GlobalResult } from '../../methods/spatial/autocorrelation'
import { deviations } from '../../methods/spatial/global'
import type { Point } from '../../methods/spatial/shapes'
import { componentsOf, isSymmetric, neighboursOf, type Weights } from '../../methods/spatial/weights'
import type { Table } from '../../model/table'
import { tableOf } from './columns'

/** The areas analysed, in their order. */
export interface Areas {
  readonly territories: readonly string[]
  readonly values: Float64Array
  readonly people: Float64Array | null
  readonly centres: readonly (Point | null)[]
  readonly weights: Weights
  readonly kind: string
}

export const areaTables = (areas: Areas, result: Autocorrelation): Readonly<Record<string, Table>> => ({
  global: globalTable(result.global, areas.territories.length),
  local: localTable(areas, result),
  draws: drawsTable(result.global),
})

const globalTable = (rows: readonly GlobalResult[], n: number): Table =>
  tableOf(
    {
      statistic: 'text',
      value: 'number',
      expected: 'number',
      sd_normal: 'number',
      z_normal: 'number',
      p_normal: 'number',
      sd_randomisation: 'number',
      z_randomisation: 'number',
      p_randomisation: 'number',
      p_permutation: 'number',
      n: 'number',
    },
    rows.map((row) => ({
      statistic: row.statistic,
      value: row.value,
      expected: row.expected,
      sd_normal: row.sdNormal,
      z_normal: row.zNormal,
      p_normal: row.pNormal,
      sd_randomisation: row.sdRandomisation,
      z_randomisation: row.zRandomisation,
      p_randomisation: row.pRandomisation,
      p_permutation: row.pPermutation,
      n,
    })),
  )

/** One row for each area and statistic: local Moran, Gi and Gi* (both as standard normal deviates). */
function localTable(
  { territories, values, people, centres, weights }: Areas,
  result: Autocorrelation,
): Table {
  const { local, analysed, lag } = result
  const { z } = deviations(analysed)
  const statistics = [
    { name: 'moran', of: (at: number) => local.moran[at] ?? null },
    { name: 'getis_ord', of: (at: number) => local.g[at] ?? null },
    { name: 'getis_ord_star', of: (at: number) => local.gStar[at] ?? null },
  ]
  return tableOf(
    {
      territory: 'text',
      statistic: 'text',
      value: 'number',
      p: 'number',
      p_adjusted: 'number',
      quadrant: 'text',
      measured: 'number',
      population: 'number',
      deviation: 'number',
      lag: 'number',
      neighbours: 'number',
      x: 'number',
      y: 'number',
    },
    statistics.flatMap(({ name, of }) =>
      territories.map((territory, at) => ({
        territory,
        statistic: name,
        value: of(at),
        p: of(at) === null ? null : (local.p[at] ?? null),
        p_adjusted: of(at) === null ? null : (local.adjusted[at] ?? null),
        quadrant: local.quadrant[at] ?? null,
        measured: values[at] ?? null,
        population: people?.[at] ?? null,
        deviation: z[at] ?? null,
        lag: lag[at] ?? null,
        neighbours: neighboursOf(weights, at),
        x: centres[at]?.[0] ?? null,
        y: centres[at]?.[1] ?? null,
      })),
    ),
  )
}

/** Moran's I of the random orders, counted in thirty classes that reach from the least to the greatest. */
function drawsTable(global: readonly GlobalResult[]): Table {
  const moran = global.find(({ statistic }) => statistic === 'moran')
  const draws = moran?.draws ?? new Float64Array()
  const observed = moran?.value ?? 0
  const low = draws.reduce((least, draw) => Math.min(least, draw), Number.POSITIVE_INFINITY)
  const high = draws.reduce((most, draw) => Math.max(most, draw), Number.NEGATIVE_INFINITY)
  const classes = 30
  const width = (high - low) / classes || 1
  const counts = new Float64Array(classes)
  for (const draw of draws) {
    const at = Math.min(classes - 1, Math.floor((draw - low) / width))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return tableOf(
    { low: 'number', high: 'number', draws: 'number', observed: 'number' },
    Array.from(counts, (count, at) => ({
      low: low + at * width,
      high: low + (at + 1) * width,
      draws: count,
      observed,
    })),
  )
}

export const islandTable = (
  rows: readonly { readonly territory: string; readonly reason: string }[],
): Table =>
  tableOf(
    { territory: 'text', status: 'text' },
    rows.map(({ territory, reason }) => ({ territory, status: reason })),
  )

export function weightTable({ weights, kind }: Areas, islands: number): Table {
  const counts = Array.from({ length: weights.size }, (_, row) => neighboursOf(weights, row))
  return tableOf(
    {
      kind: 'text',
      areas: 'number',
      islands: 'number',
      links: 'number',
      mean_neighbours: 'number',
      fewest: 'number',
      most: 'number',
      parts: 'number',
      symmetric: 'boolean',
    },
    [
      {
        kind,
        areas: weights.size,
        islands,
        links: weights.targets.length,
        mean_neighbours: weights.targets.length / weights.size,
        fewest: Math.min(...counts),
        most: Math.max(...counts),
        parts: componentsOf(weights),
        symmetric: isSymmetric(weights),
      },
    ],
  )
}
