/** Who is whose neighbour, and how much it counts: row i holds the neighbours of area i, sorted, without itself. */
export interface Weights {
  readonly size: number
  /** Row i is `starts[i]` to `starts[i + 1]` of `targets` and `values`. */
  readonly starts: Int32Array
  readonly targets: Int32Array
  readonly values: Float64Array
}

export interface Link {
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** Links to weights. An area is no neighbour of itself, a weight of nothing is no link, and of repeated links the last counts. */
export function weightsOf(size: number, links: readonly Link[]): Weights {
  const rows: Map<number, number>[] = Array.from({ length: size }, () => new Map())
  for (const { from, to, weight } of links) if (from !== to && weight !== 0) rows[from]?.set(to, weight)
  const total = rows.reduce((sum, row) => sum + row.size, 0)
  const starts = new Int32Array(size + 1)
  const targets = new Int32Array(total)
  const values = new Float64Array(total)
  let at = 0
  rows.forEach((row, index) => {
    for (const [to, weight] of [...row].sort((a, b) => a[0] - b[0])) {
      targets[at] = to
      values[at] = weight
      at += 1
    }
    starts[index + 1] = at
  })
  return { size, starts, targets, values }
}

export const neighboursOf = ({ starts }: Weights, row: number): number =>
  (starts[row + 1] ?? 0) - (starts[row] ?? 0)

export function rowSums({ size, starts, values }: Weights): Float64Array {
  const sums = new Float64Array(size)
  for (let row = 0; row < size; row += 1)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      sums[row] = (sums[row] ?? 0) + (values[at] ?? 0)
  return sums
}

/** Every row divided by its sum; a row of nothing stays nothing. */
export function rowStandardised(weights: Weights): Weights {
  const sums = rowSums(weights)
  const values = weights.values.slice()
  for (let row = 0; row < weights.size; row += 1) {
    const sum = sums[row] ?? 0
    for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at += 1)
      values[at] = sum === 0 ? 0 : (values[at] ?? 0) / sum
  }
  return { ...weights, values }
}

export function transposed({ size, starts, targets, values }: Weights): Weights {
  const counts = new Int32Array(size + 1)
  for (const to of targets) counts[to + 1] = (counts[to + 1] ?? 0) + 1
  for (let row = 0; row < size; row += 1) counts[row + 1] = (counts[row + 1] ?? 0) + (counts[row] ?? 0)
  const next = counts.slice()
  const back = new Int32Array(targets.length)
  const weight = new Float64Array(targets.length)
  for (let row = 0; row < size; row += 1)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const to = targets[at] ?? 0
      const place = next[to] ?? 0
      back[place] = row
      weight[place] = values[at] ?? 0
      next[to] = place + 1
    }
  return { size, starts: counts, targets: back, values: weight }
}

/** Weighted sum of the neighbours' values. */
export function lagOf({ size, starts, targets, values }: Weights, x: ArrayLike<number>): Float64Array {
  const lag = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    let sum = 0
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at += 1) sum += (values[at] ?? 0) * (x[targets[at] ?? 0] ?? 0)
    lag[row] = sum
  }
  return lag
}

/** Sum over all pairs of the weight there times the weight back. */
export function backAndForth(weights: Weights, back: Weights): number {
  let sum = 0
  for (let row = 0; row < weights.size; row += 1) {
    let other = back.starts[row] ?? 0
    const end = back.starts[row + 1] ?? 0
    for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at += 1) {
      const to = weights.targets[at] ?? 0
      while (other < end && (back.targets[other] ?? 0) < to) other += 1
      if (other < end && back.targets[other] === to)
        sum += (weights.values[at] ?? 0) * (back.values[other] ?? 0)
    }
  }
  return sum
}

/** S0, S1 and S2 of Cliff and Ord (1981): what the moments of every statistic are made of. */
export interface WeightSums {
  readonly s0: number
  readonly s1: number
  readonly s2: number
}

export function weightSums(weights: Weights): WeightSums {
  const back = transposed(weights)
  const [out, into] = [rowSums(weights), rowSums(back)]
  let s0 = 0
  let s2 = 0
  out.forEach((sum, row) => {
    s0 += sum
    s2 += (sum + (into[row] ?? 0)) ** 2
  })
  const squares = weights.values.reduce((sum, value) => sum + value * value, 0)
  return { s0, s1: squares + backAndForth(weights, back), s2 }
}

/** Whether every link leads both ways with the same weight. */
export function isSymmetric(weights: Weights): boolean {
  const back = transposed(weights)
  return (
    weights.targets.every((to, at) => to === back.targets[at]) &&
    weights.values.every((value, at) => value === back.values[at]) &&
    weights.starts.every((start, at) => start === back.starts[at])
  )
}

/** Areas with no link at all, out or in. */
export function islandsOf(weights: Weights): readonly number[] {
  const back = transposed(weights)
  return Array.from({ length: weights.size }, (_, row) => row).filter(
    (row) => neighboursOf(weights, row) === 0 && neighboursOf(back, row) === 0,
  )
}

/** The part of the weights among the areas kept, renumbered in their order. */
export function weightsAmong(weights: Weights, kept: readonly number[]): Weights {
  const place = new Int32Array(weights.size).fill(-1)
  kept.forEach((row, index) => {
    place[row] = index
  })
  const links: Link[] = []
  kept.forEach((row, from) => {
    for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at += 1) {
      const to = place[weights.targets[at] ?? 0] ?? -1
      if (to >= 0) links.push({ from, to, weight: weights.values[at] ?? 0 })
    }
  })
  return weightsOf(kept.length, links)
}

/** Number of parts of the map that no link joins. */
export function componentsOf(weights: Weights): number {
  const back = transposed(weights)
  const seen = new Uint8Array(weights.size)
  let parts = 0
  for (let first = 0; first < weights.size; first += 1) {
    if (seen[first] === 1) continue
    parts += 1
    const open = [first]
    seen[first] = 1
    for (let row = open.pop(); row !== undefined; row = open.pop())
      for (const { starts, targets } of [weights, back])
        for (let at: number = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
          const to: number = targets[at] ?? 0
          if (seen[to] === 1) continue
          seen[to] = 1
          open.push(to)
        }
  }
  return parts
}
