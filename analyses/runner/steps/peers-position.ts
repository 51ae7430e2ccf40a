import { rateDifference } from '../../methods/inequality/rate-difference'
import { funnel } from '../../methods/peers/funnel'
import { positionAmong } from '../../methods/peers/position'
import type { Indicator } from '../../methods/peers/standardise'
import type { Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
import type { PeerContext } from './peers-outputs'

/** The outcomes in the order of the territories compared; an outcome of an unknown territory has no place. */
function aligned(territories: readonly string[], outcomes: Table, column: string): Float64Array {
  const values = numbersOf(outcomes, column)
  const rows = new Map(textsOf(outcomes, 'territory').map((territory, at) => [territory, at]))
  return Float64Array.from(territories, (territory) => values[rows.get(territory) ?? -1] ?? Number.NaN)
}

const counted = (outcomes: Table | undefined): outcomes is Table =>
  outcomes !== undefined && hasValues(outcomes, 'events') && hasValues(outcomes, 'population')

/** Position in every outcome, or in the indicators themselves where no outcomes are given. */
export function positionTable(
  context: PeerContext,
  indicators: readonly Indicator[],
  outcomes: Table | undefined,
): Table {
  const { territories } = context
  const given = outcomes !== undefined && outcomes.rows.length > 0 ? outcomes : null
  const columns =
    given === null
      ? indicators
      : columnsUnder(given, 'columns').map(({ name, column }) => ({
          name,
          values: aligned(territories, given, column),
        }))
  const rate = counted(outcomes) ? [rateRow(context, outcomes)] : []
  return tableOf(
    {
      indicator: 'text',
      value: 'number',
      rank: 'number',
      rank_low: 'number',
      rank_high: 'number',
      n: 'number',
      percentile: 'number',
      peer_median: 'number',
      peer_q1: 'number',
      peer_q3: 'number',
      gap_to_median: 'number',
      gap_to_q3: 'number',
      basis: 'text',
      status: 'text',
    },
    [...rate, ...columns.map(({ name, values }) => row(context, name, values, null))],
  )
}

function rateRow(context: PeerContext, outcomes: Table) {
  const events = aligned(context.territories, outcomes, 'events')
  const people = aligned(context.territories, outcomes, 'population')
  const group = (at: number) => ({ successes: events[at] ?? 0, total: people[at] ?? 0 })
  const own = group(context.target)
  const values = events.map((count, at) => ((people[at] ?? 0) > 0 ? count / (people[at] ?? 1) : Number.NaN))
  const certainly = (peer: number) => {
    const other = group(peer)
    if (other.successes > other.total || own.successes > own.total) return 'open' as const
    const gap = rateDifference(other, own, { confidence: 0.95 })
    if (gap.kind === 'absent' || gap.low === null || gap.high === null) return 'open' as const
    return gap.low > 0 ? ('higher' as const) : gap.high < 0 ? ('lower' as const) : ('open' as const)
  }
  return row(context, 'rate', values, certainly)
}

function row(
  { target, peers }: PeerContext,
  indicator: string,
  values: Float64Array,
  certainly: Parameters<typeof positionAmong>[4],
) {
  const rows = peers.neighbours.map((one) => one.row)
  const found = positionAmong(values, target, rows, peers.alternatives, certainly)
  if (found === null) return { indicator, status: 'missing' }
  return {
    indicator,
    value: found.value,
    rank: found.rank,
    rank_low: found.rankLow,
    rank_high: found.rankHigh,
    n: found.n,
    percentile: found.percentile,
    peer_median: found.median,
    peer_q1: found.q1,
    peer_q3: found.q3,
    gap_to_median: found.value - found.median,
    gap_to_q3: found.value - found.q3,
    basis: certainly === null ? 'peers' : 'counts',
    status: 'ok',
  }
}

/** Every territory's rate against what chance allows for its population. */
export function funnelTable(context: PeerContext, outcomes: Table | undefined, limits: string): Table {
  const columns = {
    territory: 'text',
    rate: 'number',
    low95: 'number',
    high95: 'number',
    low998: 'number',
    high998: 'number',
    events: 'number',
    population: 'number',
    smoothed: 'number',
    overall: 'number',
    dispersion: 'number',
    role: 'text',
    signal: 'text',
  } as const
  if (!counted(outcomes)) return tableOf(columns, [])
  const territories = textsOf(outcomes, 'territory').map((code) => code ?? '')
  const [events, people] = [numbersOf(outcomes, 'events'), numbersOf(outcomes, 'population')]
  const result = funnel(events, people, limits === 'exact' || limits === 'poisson' ? limits : 'normal')
  const peers = new Set(context.peers.neighbours.map(({ row: at }) => context.territories[at]))
  const own = context.territories[context.target]
  return tableOf(
    columns,
    result.rows.flatMap((found, at) => {
      if (found === null) return []
      const territory = territories[at] ?? ''
      const { rate, low95, high95, low998, high998, smoothed } = found
      const outer = rate > high998 ? 'high' : rate < low998 ? 'low' : null
      const inner = rate > high95 ? 'above' : rate < low95 ? 'below' : 'inside'
      return [
        {
          territory,
          rate,
          low95,
          high95,
          low998,
          high998,
          events: events[at] ?? null,
          population: people[at] ?? null,
          smoothed,
          overall: result.rate,
          dispersion: result.dispersion,
          role: territory === own ? 'chosen' : peers.has(territory) ? 'peer' : 'other',
          signal: outer ?? inner,
        },
      ]
    }),
  )
}
