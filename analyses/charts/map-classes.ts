import type { Locale } from '../model/locale'
import type { OutputUnit } from '../model/pack-manifest'
import { formatNumber } from './number-format'

const most = 5

export interface MapClasses {
  /** Words of the classes, from the lowest. */
  readonly names: readonly string[]
  /** Place of a value among them. */
  readonly classOf: (value: number) => number
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

/** Limits as round as they may be without falling together or emptying a class. */
function roundLimits(
  limits: readonly number[],
  span: number,
  values: readonly number[],
  round: (limit: number, digits: number) => number,
): { limits: readonly number[]; digits: number } {
  const filled = (those: readonly number[]) => new Set(values.map((value) => placeOf(value, those))).size
  const start = span > 0 ? Math.max(0, -Math.floor(Math.log10(span / most))) : 0
  for (let digits = start; digits < start + 4; digits++) {
    const shorter = [...new Set(limits.map((limit) => round(limit, Math.min(digits, 12))))]
    if (shorter.length === limits.length && filled(shorter) >= filled(limits))
      return { limits: shorter, digits }
  }
  return { limits: [...new Set(limits)], digits: start + 4 }
}

/** A class holds its lower limit: rounded down, a limit that is a value keeps it in its class. */
function down(limit: number, digits: number): number {
  const scale = 10 ** digits
  const near = Math.round(limit * scale)
  // What is written shorter anyway is not taken down by the noise of binary arithmetic.
  return (Math.abs(near - limit * scale) < 1e-9 * Math.abs(near) ? near : Math.floor(limit * scale)) / scale
}

/** Around a middle limits stay symmetric. */
const nearest = (limit: number, digits: number): number => Number(limit.toFixed(digits))

const placeOf = (value: number, limits: readonly number[]): number =>
  limits.filter((limit) => value >= limit).length

/** Values shown in per cent are classed in per cent, so that their limits are round as they are read. */
export const shownFactor = (unit: OutputUnit): number =>
  unit === 'proportion' || unit === 'proportion-difference' ? 100 : 1

/**
 * Five classes of about as many territories each; around a stated middle they are symmetric, the middle one holding
 * what hardly differs from it. Fewer where there are fewer values. A class holds its lower limit.
 */
export function mapClasses(
  values: readonly number[],
  { unit, locale, middle }: { unit: OutputUnit; locale: Locale; middle: number | null },
): MapClasses {
  const factor = shownFactor(unit)
  const shown = values.map((value) => value * factor).sort((a, b) => a - b)
  const [low = 0, high = 0] = [shown[0], shown.at(-1)]
  const wanted = middle === null ? byCount(shown) : aroundMiddle(shown, middle * factor)
  const { limits, digits } = roundLimits(wanted, high - low, shown, middle === null ? down : nearest)
  const sign = unit.endsWith('difference') ? 'difference' : 'plain'
  const text = (value: number) => formatNumber(value, locale, { digits, sign })
  const ends = [low, ...limits, high]
  const names = ends.slice(1).map((end, at) => {
    const start = ends[at] ?? end
    return text(start) === text(end) ? text(end) : `${text(start)} – ${text(end)}`
  })
  return {
    names: names.length === new Set(names).size ? names : names.map((name, at) => `${at + 1}: ${name}`),
    classOf: (value) => placeOf(value * factor, limits),
  }
}

function byCount(sorted: readonly number[]): readonly number[] {
  const lowest = sorted[0]
  const limits = Array.from({ length: most - 1 }, (_, at) => quantile(sorted, (at + 1) / most))
  return [...new Set(limits)].filter((limit) => limit !== lowest)
}

function aroundMiddle(sorted: readonly number[], middle: number): readonly number[] {
  const far = sorted.map((value) => Math.abs(value - middle)).sort((a, b) => a - b)
  const [near, wide] = [quantile(far, 0.2), quantile(far, 0.6)]
  if (!(near > 0)) return wide > 0 ? [middle - wide, middle, middle + wide] : [middle]
  return wide > near
    ? [middle - wide, middle - near, middle + near, middle + wide]
    : [middle - near, middle + near]
}
