import type { CategoryCount } from '../../methods/inequality/category-counts'
import { duncanDissimilarity, duncanDissimilarityMethod } from '../../methods/inequality/duncan-dissimilarity'
import { karmelMacLachlan, karmelMacLachlanMethod } from '../../methods/inequality/karmel-maclachlan'
import { meanDifference, meanDifferenceMethod } from '../../methods/inequality/mean-difference'
import { parityIndex, parityIndexMethod } from '../../methods/inequality/parity-index'
import { rateDifference, rateDifferenceMethod } from '../../methods/inequality/rate-difference'
import { rateRatio, rateRatioMethod } from '../../methods/inequality/rate-ratio'
import { shareOfWomen, shareOfWomenMethod } from '../../methods/inequality/share-of-women'
import type { Row } from '../../model/table'
import {
  estimateCells,
  estimateColumns,
  nameOption,
  namesOption,
  numberIn,
  numberOption,
  numbersIn,
  rowStep,
  type StepMethod,
  type StepOptions,
} from './step-method'

const counts = ['first_count', 'first_total', 'second_count', 'second_total'] as const
const means = ['first_mean', 'first_sd', 'first_n', 'second_mean', 'second_sd', 'second_n'] as const
const confidence = (options: StepOptions) => ({ confidence: numberOption(options, 'confidence') })

function pairOfCounts(row: Row) {
  const numbers = numbersIn(row, counts)
  if (numbers === null) return null
  const [a, m, b, n] = numbers
  return [
    { successes: a, total: m },
    { successes: b, total: n },
  ] as const
}

const rateDifferenceStep = rowStep(rateDifferenceMethod, counts, true, (row, options) => {
  const pair = pairOfCounts(row)
  return pair && rateDifference(...pair, confidence(options))
})

const rateRatioStep = rowStep(rateRatioMethod, counts, true, (row, options) => {
  const pair = pairOfCounts(row)
  return pair && rateRatio(...pair, confidence(options))
})

const meanDifferenceStep = rowStep(meanDifferenceMethod, means, true, (row, options) => {
  const numbers = numbersIn(row, means)
  if (numbers === null) return null
  const [mean, sd, n, mean2, sd2, n2] = numbers
  return meanDifference({ mean, sd, n }, { mean: mean2, sd: sd2, n: n2 }, confidence(options))
})

const parityIndexStep = rowStep(parityIndexMethod, ['women', 'men'], false, (row) => {
  const numbers = numbersIn(row, ['women', 'men'])
  return numbers && parityIndex({ women: numbers[0], men: numbers[1] })
})

const shareOfWomenStep = rowStep(shareOfWomenMethod, ['women', 'men'], false, (row) => {
  const numbers = numbersIn(row, ['women', 'men'])
  return numbers && shareOfWomen({ women: numbers[0], men: numbers[1] })
})

/** Rows of categories -> one row for each combination of the `by` columns, in order of appearance. */
function categoryStep(
  method: StepMethod['method'],
  index: (categories: readonly CategoryCount[]) => ReturnType<typeof duncanDissimilarity>,
): StepMethod {
  return {
    method,
    table: { by: 'names', as: 'name' },
    reads: (options) => [...namesOption(options, 'by'), 'women', 'men'],
    run: (input, options) => {
      const by = namesOption(options, 'by')
      const as = nameOption(options, 'as')
      const groups = new Map<string, Row[]>()
      for (const row of input.rows) {
        const key = JSON.stringify(by.map((name) => row[name] ?? null))
        const rows = groups.get(key)
        if (rows === undefined) groups.set(key, [row])
        else rows.push(row)
      }
      const columns = estimateColumns(as, false)
      return {
        columns: [...input.columns.filter(({ name }) => by.includes(name)), ...columns],
        rows: [...groups.values()].map((rows) => {
          const cells = estimateCells(
            as,
            index(
              rows.map((row) => ({ women: numberIn(row, 'women') ?? 0, men: numberIn(row, 'men') ?? 0 })),
            ),
          )
          return Object.fromEntries([
            ...by.map((name) => [name, rows[0]?.[name] ?? null] as const),
            ...columns.map(({ name }) => [name, cells[name] ?? null] as const),
          ])
        }),
      }
    },
  }
}

export const inequalitySteps: readonly StepMethod[] = [
  rateDifferenceStep,
  rateRatioStep,
  meanDifferenceStep,
  parityIndexStep,
  shareOfWomenStep,
  categoryStep(duncanDissimilarityMethod, duncanDissimilarity),
  categoryStep(karmelMacLachlanMethod, karmelMacLachlan),
]
