import {
  activityConcentration,
  activityConcentrationMethod,
} from '../../methods/regional/activity-concentration'
import { clusterIndex, clusterIndexMethod } from '../../methods/regional/cluster-index'
import { type ActivityRow, type Economy, economyOf } from '../../methods/regional/economy'
import { ellisonGlaeser, ellisonGlaeserMethod } from '../../methods/regional/ellison-glaeser'
import { locationQuotientMethod, locationQuotients } from '../../methods/regional/location-quotient'
import {
  territorySpecialisation,
  territorySpecialisationMethod,
} from '../../methods/regional/territory-specialisation'
import type { Table } from '../../model/table'
import { tableOf } from './columns'
import { complexitySteps } from './complexity'
import { shiftShareStep } from './shift-share'
import {
  type AnyStep,
  flagOption,
  numberIn,
  numberOption,
  numbersIn,
  optionalName,
  type StepMethod,
  type StepOptions,
  type TablesStep,
} from './step-method'

const cells = () => ({ activity: ['territory', 'activity', 'value'] })

const activityRows = ({ rows }: Table): readonly ActivityRow[] =>
  rows.map((row) => ({
    territory: String(row['territory'] ?? ''),
    activity: String(row['activity'] ?? ''),
    value: numberIn(row, 'value'),
  }))

/** A text that is empty means that nothing was chosen. */
const textOrNone = (options: StepOptions, name: string): string | null => optionalName(options, name) || null

const economy = (table: Table, options: StepOptions): Economy =>
  economyOf(activityRows(table), {
    reference: textOrNone(options, 'reference'),
    totalActivity: textOrNone(options, 'totalActivity'),
  })

const locationQuotientStep: TablesStep = {
  method: locationQuotientMethod,
  table: {},
  inputs: ['activity'],
  gives: ['quotients'],
  reads: cells,
  *run({ activity }, options) {
    yield 0
    const rows = locationQuotients(economy(activity!, options), {
      confidence: numberOption(options, 'confidence'),
      counts: flagOption(options, 'counts'),
    })
    return {
      quotients: tableOf(
        {
          territory: 'text',
          activity: 'text',
          value: 'number',
          share: 'number',
          reference_share: 'number',
          expected: 'number',
          lq: 'number',
          low: 'number',
          high: 'number',
          status: 'text',
        },
        rows.map(({ referenceShare, ...row }) => ({ ...row, reference_share: referenceShare })),
      ),
    }
  },
}

const territoryStep: TablesStep = {
  method: territorySpecialisationMethod,
  table: {},
  inputs: ['activity'],
  gives: ['territories'],
  reads: cells,
  *run({ activity }, options) {
    yield 0
    return {
      territories: tableOf(
        {
          territory: 'text',
          total: 'number',
          activities: 'number',
          krugman: 'number',
          krugman_others: 'number',
          hhi: 'number',
          hhi_normalised: 'number',
          equivalents: 'number',
          entropy: 'number',
          hachman: 'number',
          gini: 'number',
          gini_normalised: 'number',
          gini_quotients: 'number',
          gini_reference: 'number',
          status: 'text',
        },
        territorySpecialisation(economy(activity!, options)).map((row) => ({
          ...row,
          krugman_others: row.krugmanOthers,
          hhi_normalised: row.hhiNormalised,
          gini_normalised: row.giniNormalised,
          gini_quotients: row.giniQuotients,
          gini_reference: row.giniReference,
        })),
      ),
    }
  },
}

const activityStep: TablesStep = {
  method: activityConcentrationMethod,
  table: {},
  inputs: ['activity'],
  gives: ['activities'],
  reads: cells,
  *run({ activity }, options) {
    yield 0
    return {
      activities: tableOf(
        {
          activity: 'text',
          total: 'number',
          territories: 'number',
          locational_gini: 'number',
          locational_gini_area: 'number',
          gini_quotients: 'number',
          hoover: 'number',
          krugman_others: 'number',
          hhi: 'number',
          hhi_normalised: 'number',
          gini: 'number',
          gini_normalised: 'number',
          status: 'text',
        },
        activityConcentration(economy(activity!, options)).map((row) => ({
          ...row,
          locational_gini: row.locationalGini,
          locational_gini_area: row.locationalGiniArea,
          gini_quotients: row.giniQuotients,
          krugman_others: row.krugmanOthers,
          hhi_normalised: row.hhiNormalised,
          gini_normalised: row.giniNormalised,
        })),
      ),
    }
  },
}

/** Reads plants with their size, and the total of every territory. */
const ellisonGlaeserStep: TablesStep = {
  method: ellisonGlaeserMethod,
  table: {},
  inputs: ['plants', 'territories'],
  gives: ['activities'],
  reads: () => ({ plants: ['territory', 'activity', 'size'], territories: ['territory', 'total'] }),
  *run({ plants, territories }) {
    yield 0
    return {
      activities: tableOf(
        {
          activity: 'text',
          plants: 'number',
          gamma: 'number',
          g: 'number',
          h: 'number',
          z: 'number',
          status: 'text',
        },
        ellisonGlaeser({
          plants: plants!.rows.map((row) => ({
            territory: String(row['territory'] ?? ''),
            activity: String(row['activity'] ?? ''),
            size: numberIn(row, 'size') ?? 0,
          })),
          territories: territories!.rows.map((row) => ({
            territory: String(row['territory'] ?? ''),
            total: numberIn(row, 'total') ?? 0,
          })),
        }).map((row) => ({ ...row })),
      ),
    }
  },
}

const clusterColumns = [
  'employment',
  'employment_whole',
  'establishments',
  'establishments_whole',
  'area',
  'area_whole',
  'population',
  'population_whole',
] as const

const clusterIndexStep: StepMethod = {
  method: clusterIndexMethod,
  table: {},
  reads: () => clusterColumns,
  run: (input) => ({
    columns: [
      ...input.columns,
      ...['relative_density', 'relative_stock', 'relative_size', 'cluster_index'].map((name) => ({
        name,
        type: 'number' as const,
      })),
    ],
    rows: input.rows.map((row) => {
      const known = numbersIn(row, clusterColumns)
      const found =
        known &&
        clusterIndex({
          employment: known[0],
          employmentWhole: known[1],
          establishments: known[2],
          establishmentsWhole: known[3],
          area: known[4],
          areaWhole: known[5],
          population: known[6],
          populationWhole: known[7],
        })
      return {
        ...row,
        relative_density: found?.density ?? null,
        relative_stock: found?.stock ?? null,
        relative_size: found?.size ?? null,
        cluster_index: found?.index ?? null,
      }
    }),
  }),
}

export const regionalSteps: readonly AnyStep[] = [
  locationQuotientStep,
  territoryStep,
  activityStep,
  ellisonGlaeserStep,
  clusterIndexStep,
  shiftShareStep,
  ...complexitySteps,
]
