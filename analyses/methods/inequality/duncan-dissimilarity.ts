import { defineMethod } from '../core/define-method'
import { type Absent, absent, type Estimate, present } from '../core/values'
import { type CategoryCount, exampleCategories, totals } from './category-counts'

/**
 * Index of dissimilarity (Duncan and Duncan 1955): half the sum over categories of
 * |share of all women - share of all men|. 0 = the same distribution, 1 = no category has both.
 * It is the share of women (or of men) who would have to change category for the distributions to agree.
 * Nobody of one sex: absent('empty-group').
 */
export function duncanDissimilarity(categories: readonly CategoryCount[]): Estimate | Absent {
  const all = totals(categories)
  if (all.women <= 0 || all.men <= 0) return absent('empty-group')
  const apart = categories.reduce(
    (sum, { women, men }) => sum + Math.abs(women / all.women - men / all.men),
    0,
  )
  return present({ value: apart / 2 })
}

export const duncanDissimilarityMethod = defineMethod({
  id: 'inequality/duncan-dissimilarity',
  version: 1,
  cites: ['duncan-1955'],
  options: {},
  example: { data: exampleCategories, options: {} },
  compute: (data: readonly CategoryCount[]) => duncanDissimilarity(data),
})
