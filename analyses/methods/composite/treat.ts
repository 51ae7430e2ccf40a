import { moments } from './moments'

export const treatmentKinds = ['winsorise-log', 'winsorise', 'log', 'two-sd-root'] as const
export type TreatmentKind = (typeof treatmentKinds)[number]
export type TreatmentAction = 'none' | 'winsorise' | 'log' | 'root' | 'winsorise-root' | 'untreated'

export interface TreatOptions {
  readonly treatment: TreatmentKind
  /** An indicator is skewed when both limits are reached: |skewness| and excess kurtosis. */
  readonly skewness: number
  readonly kurtosis: number
  /** At most this many points are winsorised. */
  readonly mostPoints: number
}

export interface Treated {
  readonly values: Float64Array
  readonly action: TreatmentAction
  /** How many points were drawn in. */
  readonly points: number
}

/**
 * Outliers of one indicator over all units and periods. `winsorise-log` is COINr's `Treat`: passes when |skewness| < 2
 * or excess kurtosis < 3.5; else the most extreme points on the skewed side take the next value, one more at a time
 * until it passes, at most five; when that is not enough, the logarithm ln(x - min + 0.01 (max - min)) of the
 * untreated numbers, mirrored for a long left tail. `two-sd-root` is the rule of innovation scoreboards: numbers
 * beyond mean ± 2 standard deviations take the largest (smallest) one within, then the root of what is still skewed
 * by more than 1. The order of the numbers is kept. Constant or short columns pass.
 */
export function treat(column: ArrayLike<number>, options: TreatOptions): Treated {
  const values = Float64Array.from(column)
  if (options.treatment === 'two-sd-root') return twoDeviations(values)
  if (passes(values, options)) return { values, action: 'none', points: 0 }
  if (options.treatment !== 'log') {
    const winsorised = winsorise(values, options)
    if (winsorised.points > 0 && passes(winsorised.values, options)) return winsorised
    if (options.treatment === 'winsorise') return { ...winsorised, action: 'untreated' }
  }
  const logged = logarithm(values)
  return passes(logged, options)
    ? { values: logged, action: 'log', points: 0 }
    : { values: logged, action: 'untreated', points: 0 }
}

type Shape = Pick<TreatOptions, 'skewness' | 'kurtosis'>

export const passes = (values: ArrayLike<number>, limits: Shape): boolean => passesBy(moments(values), limits)

export const passesBy = ({ skewness, kurtosis }: Shape, limits: Shape): boolean =>
  !(Math.abs(skewness) >= limits.skewness && kurtosis >= limits.kurtosis)

function winsorise(values: Float64Array, options: TreatOptions): Treated {
  const high = moments(values).skewness > 0
  const order = [...values.keys()]
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => (high ? at(values, b) - at(values, a) : at(values, a) - at(values, b)) || a - b)
  const most = Math.min(options.mostPoints, order.length - 1)
  const drawn = Float64Array.from(values)
  for (let points = 1; points <= most; points += 1) {
    const next = at(values, order[points] ?? -1)
    for (const row of order.slice(0, points)) drawn[row] = next
    if (passes(drawn, options)) return { values: drawn, action: 'winsorise', points }
  }
  return { values: drawn, action: 'winsorise', points: Math.max(0, most) }
}

function logarithm(values: Float64Array): Float64Array {
  const { min, max, skewness } = moments(values)
  const shift = 0.01 * (max - min)
  return values.map((value) =>
    skewness < 0 ? -Math.log(max - value + shift) : Math.log(value - min + shift),
  )
}

function twoDeviations(values: Float64Array): Treated {
  const { mean, sd } = moments(values)
  const low = mean - 2 * sd
  const high = mean + 2 * sd
  const within = values.filter((value) => value >= low && value <= high)
  const { min, max } = moments(within)
  let points = 0
  const drawn = values.map((value) => {
    if (!(value < low) && !(value > high)) return value
    points += 1
    return value > high ? max : min
  })
  const action = points > 0 ? 'winsorise' : 'none'
  if (!(moments(drawn).skewness > 1)) return { values: drawn, action, points }
  return { values: rooted(drawn), action: points > 0 ? 'winsorise-root' : 'root', points }
}

/** Square roots until the skewness is at most 1, at most three; negative numbers are shifted to start at 0. */
function rooted(values: Float64Array): Float64Array {
  const { min } = moments(values)
  let roots = min < 0 ? values.map((value) => value - min) : values
  for (let times = 0; times < 3 && moments(roots).skewness > 1; times += 1) roots = roots.map(Math.sqrt)
  return roots
}

const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN
