export interface RankTest {
  /** 1 is the most unusual. */
  readonly rank: number
  /** rank / (placebos + 1). */
  readonly p: number
  /** The smallest p there can be with that many placebos. */
  readonly smallest: number
}

/** How unusual a ratio is among those of the placebos; equal ones count against it. */
export function rankTest(ratio: number, placebos: ArrayLike<number>): RankTest {
  let rank = 1
  for (let k = 0; k < placebos.length; k += 1) if ((placebos[k] ?? 0) >= ratio) rank += 1
  const total = placebos.length + 1
  return { rank, p: rank / total, smallest: 1 / total }
}

export interface RankInterval {
  readonly low: number | null
  readonly high: number | null
  /** `too-few-placebos`: no effect can be excluded; `effect-varies`: every constant effect can. */
  readonly status: 'ok' | 'too-few-placebos' | 'effect-varies'
}

/**
 * The constant effects the rank test does not reject at 1 - confidence (Firpo and Possebom 2018): with effect c the
 * gaps after the start are lowered by c and the ratio of root mean squared gaps after and before is compared with the
 * placebos' anew. The mean square of (gap - c) is their variance plus (mean - c)^2, so the set is the mean gap plus
 * and minus sqrt((R * before)^2 - variance), R the k-th largest placebo ratio, k = floor((1 - confidence)(J + 1)).
 * Zero lies in the interval exactly when p is above 1 - confidence.
 */
export function rankInterval(
  post: readonly number[],
  preRmspe: number,
  placebos: ArrayLike<number>,
  confidence: number,
): RankInterval {
  const k = Math.floor((1 - confidence) * (placebos.length + 1) + 1e-9)
  if (k < 1) return { low: null, high: null, status: 'too-few-placebos' }
  const bound = Array.from(placebos).sort((a, b) => b - a)[k - 1] ?? 0
  const mean = post.reduce((sum, gap) => sum + gap, 0) / post.length
  const variance = post.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / post.length
  const room = (bound * preRmspe) ** 2 - variance
  if (!(room >= 0)) return { low: null, high: null, status: 'effect-varies' }
  const half = Math.sqrt(room)
  return { low: mean - half, high: mean + half, status: 'ok' }
}

/** Root mean squared gap after over before; a perfect fit before makes any gap after infinitely unusual. */
export const rmspeRatio = (preMspe: number, postMspe: number): number =>
  preMspe > 0 ? Math.sqrt(postMspe / preMspe) : postMspe > 0 ? Number.MAX_VALUE : 0
