import { logGamma } from './log-gamma'

/**
 * P(X >= k) for X binomial with `n` trials and success probability `p`: the sum of the point probabilities from `k`
 * to `n`, each in logarithms. `n`, `k` are counts, `p` a share in 0..1. k <= 0 gives 1, k > n gives 0.
 */
export function binomialUpperTail(n: number, k: number, p: number): number {
  if (k <= 0) return 1
  if (k > n || p <= 0) return 0
  if (p >= 1) return 1
  let sum = 0
  for (let i = k; i <= n; i++) {
    const choose = logGamma(n + 1) - logGamma(i + 1) - logGamma(n - i + 1)
    const term = Math.exp(choose + i * Math.log(p) + (n - i) * Math.log1p(-p))
    sum += term
    // Beyond the mean the terms only shrink: what follows is less than what the double can hold.
    if (i > n * p && term < sum * 1e-16) break
  }
  return Math.min(1, sum)
}
