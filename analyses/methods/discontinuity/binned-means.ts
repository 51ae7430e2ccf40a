import { leastSquares } from '../core/linear/least-squares'
import { multiplyVector } from '../core/linear/matrix'
import { studentQuantile } from '../core/student-t'
import { powersOf } from './local-fit'

export interface Bin {
  readonly right: boolean
  readonly from: number
  readonly to: number
  readonly meanX: number
  readonly meanY: number
  readonly n: number
  /** Limits of the mean by Student's t; null with one unit. */
  readonly low: number | null
  readonly high: number | null
}

export interface CurvePoint {
  readonly right: boolean
  readonly x: number
  readonly y: number
}

/**
 * Means of the outcome in evenly spaced bins, as many as mimic the variance of the raw data: for a side of width
 * w, bins = ceil(var(y) / V n / ln(n)^2) with V = sum of dx dy^2 / (2 w) over neighbours (Calonico, Cattaneo and
 * Titiunik 2015; rdplot `esmv`). x is measured from the cut-off and ascends on each side; equal x are ordered by y.
 */
export function binnedMeans(
  sides: readonly { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }[],
  confidence: number,
): readonly Bin[] {
  const n = sides.reduce((sum, { x }) => sum + x.length, 0)
  return sides.flatMap(({ x, y }, s) => {
    const right = s === 1
    const width = Math.abs(right ? (x[x.length - 1] ?? 0) : (x[0] ?? 0))
    const count = binCount(x, y, width, n)
    const start = right ? 0 : -width
    const groups = Array.from({ length: count }, () => [] as number[])
    for (let i = 0; i < x.length; i += 1) {
      const at = Math.floor((((x[i] ?? 0) - start) / width) * count)
      groups[Math.max(0, Math.min(count - 1, Number.isFinite(at) ? at : 0))]?.push(i)
    }
    return groups.flatMap((rows, g): readonly Bin[] => {
      if (rows.length === 0) return []
      const values = rows.map((i) => y[i] ?? Number.NaN)
      const meanY = mean(values)
      const half = halfWidth(values, meanY, confidence)
      return [
        {
          right,
          from: start + (g * width) / count,
          to: start + ((g + 1) * width) / count,
          meanX: mean(rows.map((i) => x[i] ?? Number.NaN)),
          meanY,
          n: rows.length,
          low: half === null ? null : meanY - half,
          high: half === null ? null : meanY + half,
        },
      ]
    })
  })
}

/** Global polynomial of a side for display only, never for the estimate: 41 points from its end to the cut-off. */
export function globalCurve(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  right: boolean,
  order = 4,
): readonly CurvePoint[] {
  const width = Math.abs(right ? (x[x.length - 1] ?? 0) : (x[0] ?? 0)) || 1
  const u = Float64Array.from(x, (value) => value / width)
  const { coefficients } = leastSquares(powersOf(u, order), y)
  const at = Float64Array.from({ length: 41 }, (_, i) => (right ? i : i - 40) / 40)
  const fitted = multiplyVector(powersOf(at, order), coefficients)
  return Array.from(at, (value, i) => ({ right, x: value * width, y: fitted[i] ?? Number.NaN }))
}

function binCount(x: ArrayLike<number>, y: ArrayLike<number>, width: number, all: number): number {
  const values = Array.from(y)
  const centre = mean(values)
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
  let spacing = 0
  for (let i = 1; i < x.length; i += 1)
    spacing += ((x[i] ?? 0) - (x[i - 1] ?? 0)) * ((y[i] ?? 0) - (y[i - 1] ?? 0)) ** 2
  const bins = Math.ceil(((variance / (spacing / (2 * width))) * all) / Math.log(all) ** 2)
  return Number.isFinite(bins) && bins > 0 ? Math.min(bins, x.length) : 1
}

function halfWidth(values: readonly number[], centre: number, confidence: number): number | null {
  const n = values.length
  if (n < 2) return null
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (n - 1)
  return studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
