import { type Cell, suppressSmall, suppressSmallMethod } from '../../methods/disclosure/suppress-small'
import type { Row } from '../../model/table'
import { roundingStep } from './disclosure-rounding'
import { suppressionStep } from './disclosure-suppression'
import { topCodingStep } from './disclosure-top-coding'
import { type AnyStep, numberIn, numberOption, type StepMethod } from './step-method'

const sexes = ['women', 'men', 'total'] as const

/** What the row says of one sex; `<sex>_present` says whether a cell of it will be shown at all. */
function cellOf(row: Row, sex: (typeof sexes)[number]): Cell | null {
  if (row[`${sex}_present`] !== true) return null
  return {
    count: numberIn(row, `${sex}_count`),
    population: numberIn(row, `${sex}_population`),
    n: numberIn(row, `${sex}_n`),
  }
}

/** Adds `women_hidden`, `men_hidden`, `total_hidden`: shown, primary or secondary. */
const suppressSmallStep: StepMethod = {
  method: suppressSmallMethod,
  table: {},
  reads: () =>
    sexes.flatMap((sex) => ['present', 'count', 'population', 'n'].map((part) => `${sex}_${part}`)),
  run: (input, options) => ({
    columns: [...input.columns, ...sexes.map((sex) => ({ name: `${sex}_hidden`, type: 'text' as const }))],
    rows: input.rows.map((row) => {
      const hidden = suppressSmall(
        { women: cellOf(row, 'women'), men: cellOf(row, 'men'), total: cellOf(row, 'total') },
        { limit: numberOption(options, 'limit') },
      )
      return {
        ...row,
        women_hidden: hidden.women,
        men_hidden: hidden.men,
        total_hidden: hidden.total,
      }
    }),
  }),
}

export const disclosureSteps: readonly AnyStep[] = [
  suppressSmallStep,
  suppressionStep,
  roundingStep,
  topCodingStep,
]
