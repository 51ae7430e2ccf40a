/**
 * Places of labels beside each other on one line: as near to their wanted places as they can be (least squares), at
 * least `apart` from each other, in the order they were wanted in (ties in the order given), inside 0..`length`
 * where there is room for all of them.
 */
export function spreadLabels(wanted: readonly number[], apart: number, length: number): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  // Shifted by what stands before them, labels must only not fall back behind each other: pooled where they would.
  const pools: { sum: number; count: number }[] = []
  order.forEach((label, turn) => {
    let pool = { sum: (wanted[label] ?? 0) - turn * apart, count: 1 }
    for (let last = pools.at(-1); last !== undefined && meanOf(last) > meanOf(pool); last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
      pools.pop()
    }
    pools.push(pool)
  })
  const highest = Math.max(0, length - (order.length - 1) * apart)
  const shifted = pools.flatMap((pool) =>
    Array.from({ length: pool.count }, () => Math.min(Math.max(meanOf(pool), 0), highest)),
  )
  const places = new Map(order.map((label, turn) => [label, (shifted[turn] ?? 0) + turn * apart]))
  return wanted.map((_, at) => places.get(at) ?? 0)
}

const meanOf = ({ sum, count }: { readonly sum: number; readonly count: number }): number => sum / count
