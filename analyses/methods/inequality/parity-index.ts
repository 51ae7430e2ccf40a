import { defineMethod } from '../core/define-method'
import { type Absent, absent, type Estimate, present } from '../core/values'

export interface ParityData {
  readonly women: number
  readonly men: number
}

/**
 * Adjusted gender parity index of UNESCO's Institute for Statistics: women / men where that is at most 1,
 * otherwise 2 - men / women. It is 1 at parity and symmetric around it, between 0 (no women) and 2 (no men),
 * always women relative to men whatever the reference of the other measures. UNESCO reads 0.97 to 1.03 as parity.
 * Values must be on a ratio scale: a negative one gives absent('missing-input'); both 0 absent('empty-denominator').
 */
export function parityIndex({ women, men }: ParityData): Estimate | Absent {
  if (women < 0 || men < 0) return absent('missing-input')
  if (women === 0 && men === 0) return absent('empty-denominator')
  return present({ value: women <= men ? women / men : 2 - men / women })
}

export const parityIndexMethod = defineMethod({
  id: 'inequality/parity-index',
  version: 1,
  cites: ['uis-parity-index'],
  options: {},
  example: { data: { women: 0.6, men: 0.8 }, options: {} },
  compute: (data) => parityIndex(data),
})
