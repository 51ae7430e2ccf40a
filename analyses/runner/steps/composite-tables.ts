import type { PartRow } from '../../methods/composite/decompose'
import type { CorrelationRow } from '../../methods/composite/diagnostics'
import type { IndexData } from '../../methods/composite/index-data'
import type { IndexResult } from '../../methods/composite/index-scores'
import { moments } from '../../methods/composite/moments'
import { ranksWithin } from '../../methods/composite/ranks'
import type { Cell, Table } from '../../model/table'
import { tableOf } from './columns'

type Cells = Readonly<Record<string, Cell | undefined>>

/** A number for a table: what cannot be said is null. */
export const shown = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : value

const periodOf = (period: string | undefined): string | null => period || null

/** Every node and indicator of every unit; a unit that left keeps a row of the top with the reason. */
export function scoreTable(data: IndexData, result: IndexResult): Table {
  const { tree, scores, units, periods, blocks, raw } = result
  const places = [...tree.nodes.keys()].sort(
    (a, b) => (tree.nodes[b]?.level ?? 0) - (tree.nodes[a]?.level ?? 0) || a - b,
  )
  const indicatorOf = new Map(tree.indicators.map((place, i) => [place, i]))
  const rows = places.flatMap((place): readonly Cells[] => {
    const node = tree.nodes[place]
    const column = scores[place]
    if (node === undefined || column === undefined) return []
    const ranks = ranksWithin(column, blocks)
    const own = indicatorOf.get(place)
    return blocks.flatMap((block) =>
      [...block.rows].map((row): Cells => {
        const members = own === undefined ? node.members : [place]
        const there =
          own === undefined
            ? members.filter((member) => !Number.isNaN(scores[member]?.[row])).length
            : Number(!Number.isNaN(raw[own]?.[row]))
        const score = shown(column[row])
        return {
          territory: units[row],
          period: periodOf(periods[row]),
          node: node.code,
          level: node.level,
          score,
          rank: score === null ? null : ranks[row],
          available: there / members.length,
          status: score === null ? 'no-score' : there === 0 ? 'imputed' : 'ok',
        }
      }),
    )
  })
  const top = tree.nodes[tree.top]
  const left = result.screening.flatMap((verdict, row): readonly Cells[] =>
    verdict === 'kept'
      ? []
      : [
          {
            territory: data.units[row],
            period: periodOf(data.periods[row]),
            node: top?.code,
            level: top?.level,
            status: verdict,
          },
        ],
  )
  return tableOf(
    {
      territory: 'text',
      period: 'text',
      node: 'text',
      level: 'number',
      score: 'number',
      rank: 'number',
      available: 'number',
      status: 'text',
    },
    [...rows, ...left],
  )
}

export function treatmentTable({ tree, treatments, options }: IndexResult): Table {
  return tableOf(
    {
      indicator: 'text',
      action: 'text',
      points: 'number',
      skewness_before: 'number',
      kurtosis_before: 'number',
      skewness_after: 'number',
      kurtosis_after: 'number',
      passed: 'boolean',
      status: 'text',
    },
    tree.indicators.map((place, i) => {
      const report = treatments[i]
      return {
        indicator: tree.nodes[place]?.code,
        action: report?.action,
        points: report?.points,
        skewness_before: shown(report?.before.skewness),
        kurtosis_before: shown(report?.before.kurtosis),
        skewness_after: shown(report?.after.skewness),
        kurtosis_after: shown(report?.after.kurtosis),
        passed: report?.passed,
        status: !options.treat ? 'not-treated' : report?.passed === false ? 'still-skewed' : 'ok',
      }
    }),
  )
}

/** Before and after, of indicators whose numbers were changed. */
export function treatedTable({ tree, treatments, filled, treated, units, periods }: IndexResult): Table {
  return tableOf(
    { territory: 'text', period: 'text', indicator: 'text', raw: 'number', treated: 'number' },
    tree.indicators.flatMap((place, i) =>
      treatments[i]?.action === 'none'
        ? []
        : units.map((territory, row) => ({
            territory,
            period: periodOf(periods[row]),
            indicator: tree.nodes[place]?.code,
            raw: shown(filled[i]?.[row]),
            treated: shown(treated[i]?.[row]),
          })),
    ),
  )
}

export function indicatorTable({ columns }: IndexData, result: IndexResult): Table {
  const { tree, raw, filled, treatments, kept } = result
  return tableOf(
    {
      indicator: 'text',
      parent: 'text',
      direction: 'number',
      n: 'number',
      missing: 'number',
      imputed: 'number',
      zeros: 'number',
      min: 'number',
      max: 'number',
      mean: 'number',
      median: 'number',
      sd: 'number',
      skewness: 'number',
      kurtosis: 'number',
      denominator: 'text',
      status: 'text',
    },
    tree.indicators.map((place, i) => {
      const node = tree.nodes[place]
      const own = raw[i] ?? new Float64Array(0)
      const shape = moments(own)
      const filledIn = moments(filled[i] ?? []).n - shape.n
      const report = treatments[i]
      return {
        indicator: node?.code,
        parent: node?.parent,
        direction: node?.direction,
        n: shape.n,
        missing: kept.length - shape.n,
        imputed: filledIn,
        zeros: own.reduce((count, value) => count + Number(value === 0), 0),
        min: shown(shape.min),
        max: shown(shape.max),
        mean: shown(shape.mean),
        median: shown(shape.median),
        sd: shown(shape.sd),
        skewness: shown(shape.skewness),
        kurtosis: shown(shape.kurtosis),
        denominator:
          node?.denominator != null && Object.hasOwn(columns, node.denominator) ? node.denominator : null,
        status:
          shape.n === 0
            ? 'no-data'
            : shape.min === shape.max
              ? 'constant'
              : report?.passed === false
                ? 'skewed'
                : 'ok',
      }
    }),
  )
}

export function weightTable(result: IndexResult, effective: readonly number[]): Table {
  const { tree, weights, kinds, weightStatus } = result
  return tableOf(
    {
      node: 'text',
      parent: 'text',
      level: 'number',
      weight: 'number',
      share: 'number',
      effective: 'number',
      aggregation: 'text',
      status: 'text',
    },
    tree.nodes.map((node, place) => {
      const siblings = tree.nodes[node.above]?.members ?? [place]
      const sum = siblings.reduce((total, sibling) => total + (weights[sibling] ?? 0), 0)
      return {
        node: node.code,
        parent: node.parent,
        level: node.level,
        weight: shown(weights[place]),
        share: node.above === -1 ? 1 : shown((weights[place] ?? 0) / sum),
        effective: shown(effective[place]),
        aggregation: kinds[place] ?? null,
        status: weightStatus[place],
      }
    }),
  )
}

export function imputedTable({ tree, raw, filled, sources, units, periods, options }: IndexResult): Table {
  return tableOf(
    {
      territory: 'text',
      period: 'text',
      indicator: 'text',
      value: 'number',
      source_period: 'text',
      method: 'text',
      status: 'text',
    },
    tree.indicators.flatMap((place, i) =>
      units.flatMap((territory, row) => {
        if (!Number.isNaN(raw[i]?.[row])) return []
        const value = shown(filled[i]?.[row])
        const source = sources[i]?.[row] ?? -1
        return [
          {
            territory,
            period: periodOf(periods[row]),
            indicator: tree.nodes[place]?.code,
            value,
            source_period: source < 0 ? null : periodOf(periods[source]),
            method: options.impute,
            status: value === null ? 'missing' : 'imputed',
          },
        ]
      }),
    ),
  )
}

export function partTable({ tree, scores, units, periods }: IndexResult, parts: readonly PartRow[]): Table {
  return tableOf(
    {
      territory: 'text',
      period: 'text',
      node: 'text',
      score: 'number',
      points: 'number',
      index: 'number',
      status: 'text',
    },
    parts.map(({ row, node, score, points }) => ({
      territory: units[row],
      period: periodOf(periods[row]),
      node,
      score: shown(score),
      points: shown(points),
      index: shown(scores[tree.top]?.[row]),
      status: Number.isNaN(points) ? 'not-split' : 'ok',
    })),
  )
}

export const correlationTable = (rows: readonly CorrelationRow[]): Table =>
  tableOf(
    { a: 'text', b: 'text', correlation: 'number', n: 'number', same_group: 'boolean', status: 'text' },
    rows.map(({ a, b, value, n, sameGroup, flag }) => ({
      a,
      b,
      correlation: shown(value),
      n,
      same_group: sameGroup,
      status: flag,
    })),
  )

/** What was left out and why; the structure's rows that describe columns are no loss. */
export function flowTable(data: IndexData, { screening, tree, scores, units, kept }: IndexResult): Table {
  const top = scores[tree.top] ?? new Float64Array(0)
  const rowsOf = (verdict: string) =>
    screening.flatMap((found, row) => (found === verdict ? [data.units[row] ?? ''] : []))
  const withScore = units.filter((_, row) => !Number.isNaN(top[row]))
  const entries: readonly (readonly [string, readonly string[]])[] = [
    ['given', data.units],
    ['low-availability', rowsOf('low-availability')],
    ['many-zeros', rowsOf('many-zeros')],
    ['no-score', units.filter((_, row) => Number.isNaN(top[row]) && row < kept.length)],
    ['scored', withScore],
  ]
  return tableOf(
    { reason: 'text', units: 'number', rows: 'number' },
    entries
      .filter(([reason, list]) => list.length > 0 || reason === 'scored')
      .map(([reason, list]) => ({ reason, units: new Set(list).size, rows: list.length })),
  )
}
