/** A value in a year, counted from the base year: 0 is not discounted, years before it are carried forward. */
export interface YearValue {
  readonly year: number
  readonly value: number
}

/** Present value: sum of value / (1 + rate)^(year - base). Sums are compensated, so long series keep their digits. */
export function presentValue(values: readonly YearValue[], rate: number, base: number): number {
  let sum = 0
  let lost = 0
  for (const { year, value } of values) {
    const term = value / (1 + rate) ** (year - base) - lost
    const next = sum + term
    lost = next - sum - term
    sum = next
  }
  return sum
}

/** Even yearly amount of the same present value over that many years: value r / (1 - (1 + r)^-n), value / n at 0. */
export function annuity(value: number, rate: number, years: number): number {
  if (years < 1) return value
  return rate === 0 ? value / years : (value * rate) / -Math.expm1(-years * Math.log1p(rate))
}
