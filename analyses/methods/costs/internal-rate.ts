import { presentValue, type YearValue } from './present-value'

export interface InternalRate {
  /** The rate at which the present value is zero; null when there is none, or more than one. */
  readonly rate: number | null
  /** All rates found between -95 % and 10,000 %. */
  readonly rates: readonly number[]
  /** `several-signs`: the flows change sign more than once, so the rate may mislead even where it is the only one. */
  readonly status: 'ok' | 'no-sign-change' | 'none-found' | 'several-rates' | 'several-signs'
}

const LOWEST = Math.log(0.05)
const HIGHEST = Math.log(101)
const GRID = 4000

/**
 * Internal rate of return: every root of the present value between -95 % and 10,000 %, found by its changes of sign on
 * an even grid of ln(1 + rate) and closed in by bisection. Flows that change sign once have one root (Descartes); with
 * more changes there may be several, and then none of them is the return.
 */
export function internalRate(flows: readonly YearValue[]): InternalRate {
  const ordered = flows.filter(({ value }) => value !== 0).toSorted((a, b) => a.year - b.year)
  const changes = signChanges(ordered)
  if (changes === 0) return { rate: null, rates: [], status: 'no-sign-change' }
  const base = ordered[0]?.year ?? 0
  const at = (log: number) => presentValue(ordered, Math.expm1(log), base)
  const rates: number[] = []
  let from = LOWEST
  let before = at(from)
  for (let k = 1; k <= GRID; k += 1) {
    const to = LOWEST + ((HIGHEST - LOWEST) * k) / GRID
    const value = at(to)
    if (value === 0) rates.push(Math.expm1(to))
    else if (before !== 0 && Math.sign(value) !== Math.sign(before))
      rates.push(Math.expm1(closeIn(at, from, to)))
    from = to
    before = value
  }
  if (rates.length === 0) return { rate: null, rates, status: 'none-found' }
  if (rates.length > 1) return { rate: null, rates, status: 'several-rates' }
  return { rate: rates[0] ?? null, rates, status: changes > 1 ? 'several-signs' : 'ok' }
}

function closeIn(at: (log: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  const sign = Math.sign(at(low))
  for (let round = 0; round < 200 && high - low > 1e-15; round += 1) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (Math.sign(at(middle)) === sign) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Flows of one year are one flow. */
export function signChanges(flows: readonly YearValue[]): number {
  const years = new Map<number, number>()
  for (const { year, value } of flows) years.set(year, (years.get(year) ?? 0) + value)
  const signs = [...years]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, value]) => (value === 0 ? [] : [Math.sign(value)]))
  return signs.filter((sign, k) => k > 0 && sign !== signs[k - 1]).length
}
