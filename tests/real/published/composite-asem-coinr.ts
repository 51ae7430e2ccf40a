import { numberAt, type PublishedCase, type Reading, rowsWhere } from './case'

const usual = {
  'indicators.territory': 'ucode',
  'indicators.group': 'eurasia_group',
  'structure.indicator': 'icode',
}
const asCoinr = { impute: 'group-mean', treat: true }

/** The example of a weighted harmonic mean in the package's text: four raw indicators, weights 1, 1, 2, 1. */
const four = `indicator,parent,weight,direction
LPI,Physical,1,1
Flights,Physical,1,1
Ship,Physical,2,1
Bord,Physical,1,1
`

export const published: PublishedCase = {
  folder: 'composite-asem-coinr',
  prepare: () => ({ 'four.csv': four }),
  runs: {
    arithmetic: {
      pack: 'composite-index',
      inputs: { indicators: 'data.csv', structure: 'metadata.csv' },
      bind: usual,
      params: asCoinr,
    },
    geometric: {
      pack: 'composite-index',
      inputs: { indicators: 'data.csv', structure: 'metadata.csv' },
      bind: usual,
      params: { ...asCoinr, low: 1, aggregate: 'geometric' },
    },
    harmonic: {
      pack: 'composite-index',
      inputs: { indicators: 'data.csv', structure: 'four.csv' },
      bind: { 'indicators.territory': 'ucode' },
      params: { low: 1, aggregate: 'harmonic' },
    },
  },
  numbers: (runs, ids) =>
    Object.fromEntries(
      ids.map((id): [string, Reading] => {
        const [kind = '', ...rest] = id.split('_')
        const [unit = '', node = ''] = rest
        switch (kind) {
          case 'rank':
            return [id, numberAt(runs['arithmetic'], 'scores', 'rank', { territory: unit, node })]
          case 'agg':
          case 'ari':
            return [id, numberAt(runs['arithmetic'], 'scores', 'score', { territory: unit, node })]
          case 'geo':
            return [id, numberAt(runs['geometric'], 'scores', 'score', { territory: unit, node })]
          case 'hmean':
            return [id, numberAt(runs['harmonic'], 'scores', 'score', { territory: unit, node: 'Physical' })]
          case 'mm':
            return [id, numberAt(runs['harmonic'], 'scores', 'score', { territory: unit, node })]
          case 'treated': {
            const action = unit === 'log' ? 'log' : 'winsorise'
            return [id, rowsWhere(runs['arithmetic'], 'treatment', { action }).length]
          }
          default:
            return [id, numberAt(runs['arithmetic'], 'scores', 'score', { territory: kind, node: unit })]
        }
      }),
    ),
}
