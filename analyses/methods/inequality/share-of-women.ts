import { defineMethod } from '../core/define-method'
import { type Absent, absent, type Estimate, present } from '../core/values'
import type { CategoryCount } from './category-counts'

/** Women among women and men together, 0..1. Nobody: absent('empty-group'). Other or unknown sex is not counted here. */
export function shareOfWomen({ women, men }: CategoryCount): Estimate | Absent {
  return women + men <= 0 ? absent('empty-group') : present({ value: women / (women + men) })
}

export const shareOfWomenMethod = defineMethod({
  id: 'inequality/share-of-women',
  version: 1,
  cites: [],
  options: {},
  example: { data: { women: 40, men: 60 }, options: {} },
  compute: (data: CategoryCount) => shareOfWomen(data),
})
