import type { DisclosureCell } from '../model/pack-disclosure'
import type { Part } from './pool'

/**
 * The quality a share is about, by its place among the shares of its cell: the share of women, of men and of all stand
 * in columns of their own where a row has all three, and they are shares of one quality.
 */
export const sharePart = (pack: string, { shares }: DisclosureCell, share: string): Part =>
  `${pack} share ${Object.keys(shares).indexOf(share) + 1}`
