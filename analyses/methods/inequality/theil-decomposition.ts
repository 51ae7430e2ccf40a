export interface TheilGroup {
  readonly group: string
  readonly n: number
  /** Share of the population and of the value. */
  readonly population: number
  readonly share: number
  readonly mean: number
  readonly theilT: number
  /** Null where a value is zero. */
  readonly theilL: number | null
}

export interface TheilDecomposition {
  readonly between: number
  readonly within: number
  readonly betweenL: number | null
  readonly withinL: number | null
  readonly groups: readonly TheilGroup[]
}

/**
 * Theil's T by groups: T = sum s_g ln(mu_g / mu) + sum s_g T_g with s_g the group's share of the value (between,
 * within), and L = sum p_g ln(mu / mu_g) + sum p_g L_g with p_g its share of the population. Both identities are
 * exact. Null for negative values, a mean that is not above zero, or no group. Shorrocks (1980).
 */
export function theilDecomposition(
  values: ArrayLike<number>,
  sizes: ArrayLike<number> | null,
  groups: readonly string[],
): TheilDecomposition | null {
  const names = [...new Set(groups)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const rows = groups.map((group, i) => ({ group, value: values[i] ?? Number.NaN, size: sizes?.[i] ?? 1 }))
  const counted = rows.filter(({ size }) => size > 0)
  const whole = total(counted, ({ size }) => size)
  const mean = total(counted, ({ size, value }) => size * value) / whole
  if (!(mean > 0) || counted.some(({ value }) => value < 0)) return null
  const parts = names.flatMap((group): TheilGroup[] => {
    const own = counted.filter((row) => row.group === group)
    if (own.length === 0) return []
    const size = total(own, (row) => row.size)
    const ownMean = total(own, (row) => row.size * row.value) / size
    return [
      {
        group,
        n: own.length,
        population: size / whole,
        share: (size * ownMean) / (whole * mean),
        mean: ownMean,
        theilT: ownMean > 0 ? total(own, (row) => (row.size / size) * entropy(row.value / ownMean)) : 0,
        theilL: own.every(({ value }) => value > 0)
          ? total(own, (row) => (row.size / size) * Math.log(ownMean / row.value))
          : null,
      },
    ]
  })
  const defined = parts.every(({ theilL }) => theilL !== null)
  return {
    between: total(parts, (part) => (part.share > 0 ? part.share * Math.log(part.mean / mean) : 0)),
    within: total(parts, (part) => part.share * part.theilT),
    betweenL: defined ? total(parts, (part) => part.population * Math.log(mean / part.mean)) : null,
    withinL: defined ? total(parts, (part) => part.population * (part.theilL ?? 0)) : null,
    groups: parts,
  }
}

const entropy = (ratio: number): number => (ratio > 0 ? ratio * Math.log(ratio) : 0)

const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0)
