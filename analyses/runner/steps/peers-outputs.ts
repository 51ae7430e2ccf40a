import type { Peers } from '../../methods/peers/neighbours'
import type { Table } from '../../model/table'
import { tableOf } from './columns'

/** The territory whose peers were found, among all of them. */
export interface PeerContext {
  readonly territories: readonly string[]
  readonly target: number
  readonly peers: Peers
}

export const neighbourTable = ({ territories, peers }: PeerContext): Table =>
  tableOf(
    { territory: 'text', distance: 'number', rank: 'number', kept: 'number', main_difference: 'text' },
    peers.neighbours.map(({ row, distance, contributions, kept }, at) => ({
      territory: territories[row] ?? '',
      distance,
      rank: at + 1,
      kept: peers.used.length < 2 ? null : kept / peers.used.length,
      main_difference: peers.used[contributions.indexOf(Math.max(...contributions))]?.name ?? null,
    })),
  )

/** How far territory and neighbour are apart in each indicator, in standard deviations, and what it adds. */
export const contributionTable = ({ territories, target, peers }: PeerContext): Table =>
  tableOf(
    { territory: 'text', indicator: 'text', difference: 'number', share: 'number', status: 'text' },
    peers.neighbours.flatMap(({ row, contributions }) =>
      peers.used.map(({ name, values }, at) => {
        const difference = (values[row] ?? Number.NaN) - (values[target] ?? Number.NaN)
        const missing = Number.isNaN(difference)
        return {
          territory: territories[row] ?? '',
          indicator: name,
          difference: missing ? null : difference,
          share: missing ? null : (contributions[at] ?? 0),
          status: missing ? 'missing' : 'ok',
        }
      }),
    ),
  )

export const stabilityTable = ({ peers }: PeerContext): Table =>
  tableOf({ indicator: 'text', kept: 'number', of: 'number', share: 'number', status: 'text' }, [
    ...peers.stability.map(({ name, kept }) => ({
      indicator: name,
      kept: peers.used.length < 2 ? null : kept,
      of: peers.neighbours.length,
      share: peers.used.length < 2 ? null : kept / peers.neighbours.length,
      status: peers.used.length < 2 ? 'only-indicator' : 'ok',
    })),
    ...peers.constant.map((indicator) => ({ indicator, status: 'constant' })),
  ])
