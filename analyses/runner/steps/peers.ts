import { refuseMethod } from '../../methods/core/refusal'
import type { Steps } from '../../methods/core/steps'
import { statisticalNeighbours, statisticalNeighboursMethod } from '../../methods/peers/neighbours'
import type { Indicator } from '../../methods/peers/standardise'
import { typology, typologyMethod } from '../../methods/peers/typology'
import type { Table } from '../../model/table'
import { columnsUnder, numbersOf, tableOf, textsOf } from './columns'
import { contributionTable, neighbourTable, stabilityTable } from './peers-outputs'
import { funnelTable, positionTable } from './peers-position'
import {
  type AnyStep,
  flagOption,
  nameOption,
  numberOption,
  numberOrNone,
  type TablesStep,
} from './step-method'

const indicatorsOf = (table: Table): readonly Indicator[] =>
  columnsUnder(table, 'columns').map(({ name, column }) => ({ name, values: numbersOf(table, column) }))

const scaleOf = (value: unknown) => (value === 'robust' ? 'robust' : 'z')

/** Values whose logarithm is compared; zero and less have none. */
function logged(indicators: readonly Indicator[], names: unknown): readonly Indicator[] {
  const wanted = new Set(Array.isArray(names) ? names : [])
  return indicators.map((indicator) =>
    wanted.has(indicator.name)
      ? { ...indicator, values: indicator.values.map((value) => (value > 0 ? Math.log(value) : Number.NaN)) }
      : indicator,
  )
}

const benchmarkStep: TablesStep = {
  method: statisticalNeighboursMethod,
  table: { territory: 'name', logarithms: 'names', limits: 'name' },
  inputs: ['indicators', 'outcomes?'],
  gives: ['neighbours', 'contributions', 'stability', 'position', 'funnel', 'left'],
  reads: () => ({
    indicators: ['territory', 'size', 'kind'],
    outcomes: ['territory', 'events', 'population'],
  }),
  *run({ indicators: table, outcomes }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('indicators were checked')
    const territories = textsOf(table, 'territory').map((code) => code ?? '')
    const wanted = nameOption(options, 'territory')
    const target = territories.indexOf(wanted)
    if (target === -1)
      return refuseMethod('peers.territory-unknown', {
        territory: wanted,
        example: territories.slice(0, 3).join(', '),
      })
    const plain = indicatorsOf(table)
    const peers = yield* statisticalNeighbours(
      {
        indicators: logged(plain, options['logarithms']),
        target,
        sizes: numbersOf(table, 'size'),
        kinds: textsOf(table, 'kind'),
      },
      {
        k: numberOption(options, 'k'),
        scale: scaleOf(options['scale']),
        sizeFactor: numberOrNone(options, 'sizeFactor'),
        sameKind: flagOption(options, 'sameKind'),
      },
    )
    const context = { territories, target, peers }
    return {
      neighbours: neighbourTable(context),
      contributions: contributionTable(context),
      stability: stabilityTable(context),
      position: positionTable(context, plain, outcomes),
      funnel: funnelTable(context, outcomes, nameOption(options, 'limits')),
      left: tableOf({ reason: 'text', units: 'number', rows: 'number' }, [
        ...count('incomplete', peers.incomplete.length),
        ...count('other-size', peers.unlike),
        {
          reason: 'compared',
          units: territories.length - peers.incomplete.length,
          rows: territories.length - peers.incomplete.length,
        },
        { reason: 'peers', units: peers.neighbours.length, rows: peers.neighbours.length },
      ]),
    }
  },
}

/** `auto`, or how many groups there shall be. */
function groupsOf(text: string): number | null {
  const groups = Number(text)
  if (text.trim().toLowerCase() === 'auto') return null
  if (Number.isInteger(groups) && groups >= 2 && groups <= 30) return groups
  return refuseMethod('peers.groups-wrong', { k: text })
}

const count = (reason: string, units: number) => (units === 0 ? [] : [{ reason, units, rows: units }])

const typologyStep: TablesStep = {
  method: typologyMethod,
  table: { groups: 'name', logarithms: 'names' },
  inputs: ['indicators'],
  gives: ['clusters', 'profiles', 'quality', 'tree', 'left'],
  reads: () => ({ indicators: ['territory'] }),
  *run({ indicators: table }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('indicators were checked')
    const territories = textsOf(table, 'territory').map((code) => code ?? '')
    const plain = indicatorsOf(table)
    const found = yield* typology(logged(plain, options['logarithms']), {
      method: options['method'] === 'ward' ? 'ward' : 'kmeans',
      k: numberOrNone(options, 'k') ?? groupsOf(nameOption(options, 'groups')),
      most: numberOption(options, 'most'),
      starts: numberOption(options, 'starts'),
      seed: numberOption(options, 'seed'),
      scale: scaleOf(options['scale']),
    })
    // Profiles are told in the indicator's own unit, whatever was compared.
    const means = new Map(plain.map(({ name, values }) => [name, values]))
    const meanOf = (indicator: string, cluster: number) => {
      const values = means.get(indicator) ?? new Float64Array()
      const own = found.rows.filter((_, at) => found.cluster[at] === cluster)
      return own.reduce((sum, row) => sum + (values[row] ?? 0), 0) / own.length
    }
    return {
      clusters: tableOf(
        { territory: 'text', cluster: 'number', silhouette: 'number' },
        found.rows.map((row, at) => ({
          territory: territories[row] ?? '',
          cluster: found.cluster[at] ?? 0,
          silhouette: found.silhouette[at] ?? null,
        })),
      ),
      profiles: tableOf(
        { cluster: 'number', indicator: 'text', mean: 'number', z: 'number' },
        found.profiles.map(({ cluster, indicator, z }) => ({
          cluster,
          indicator,
          mean: meanOf(indicator, cluster),
          z,
        })),
      ),
      quality: tableOf(
        { k: 'number', silhouette: 'number', within: 'number', chosen: 'boolean' },
        found.quality.map((row) => ({ ...row, chosen: row.k === found.k })),
      ),
      tree: tableOf(
        { step: 'number', groups: 'number', height: 'number' },
        found.merges.map(({ height }, at) => ({ step: at + 1, groups: found.rows.length - at - 1, height })),
      ),
      left: tableOf({ reason: 'text', units: 'number', rows: 'number' }, [
        ...count('incomplete', territories.length - found.rows.length),
        { reason: 'grouped', units: found.rows.length, rows: found.rows.length },
        ...found.constant.map(() => ({ reason: 'constant-indicator', units: 0, rows: 0 })),
      ]),
    }
  },
}

export const peersSteps: readonly AnyStep[] = [benchmarkStep, typologyStep]
