import { defineMethod } from '../core/define-method'
import { type Absent, absent, type Estimate, present } from '../core/values'
import { type CategoryCount, exampleCategories, totals } from './category-counts'

/**
 * Karmel-MacLachlan index (1988): (1 / T) * sum over categories of |(1 - a) * men - a * women|, where
 * T counts everybody and a is the men's share of T. The share of all people who would have to change
 * category, with replacement, for every category to have the overall mix; equals 2 a (1 - a) D with
 * Duncan's D. 0 to 0.5. Nobody of one sex: absent('empty-group').
 */
export function karmelMacLachlan(categories: readonly CategoryCount[]): Estimate | Absent {
  const all = totals(categories)
  if (all.women <= 0 || all.men <= 0) return absent('empty-group')
  const everybody = all.women + all.men
  const share = all.men / everybody
  const moved = categories.reduce(
    (sum, { women, men }) => sum + Math.abs((1 - share) * men - share * women),
    0,
  )
  return present({ value: moved / everybody })
}

export const karmelMacLachlanMethod = defineMethod({
  id: 'inequality/karmel-maclachlan',
  version: 1,
  cites: ['karmel-maclachlan-1988'],
  options: {},
  example: { data: exampleCategories, options: {} },
  compute: (data: readonly CategoryCount[]) => karmelMacLachlan(data),
})
