import rates from './discount-rates.json'

/** One edition of a discount rate. Not `checked`: taken over from notes, to be read in the source before it is cited. */
export interface DiscountRate {
  readonly rate: number
  readonly kind: string
  readonly prices: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly source: string
  readonly checked: boolean
}

/** Real rates for discounting, by edition. */
export const discountRates: Readonly<Record<string, DiscountRate>> = rates
