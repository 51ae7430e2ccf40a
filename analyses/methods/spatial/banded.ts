import { neighboursOf, transposed, type Weights } from './weights'

/** I - rho W in the order of reverse Cuthill and McKee, so that everything lies near the diagonal. */
export interface Banded {
  readonly size: number
  readonly band: number
  readonly weights: Weights
  /** Area -> its place. */
  readonly place: Int32Array
}

export function bandedOrder(weights: Weights): Banded {
  const back = transposed(weights)
  const around = (row: number): readonly number[] =>
    [weights, back].flatMap(({ starts, targets }) => [
      ...targets.subarray(starts[row] ?? 0, starts[row + 1] ?? 0),
    ])
  const degree = Int32Array.from(
    { length: weights.size },
    (_, row) => neighboursOf(weights, row) + neighboursOf(back, row),
  )
  const byDegree = (a: number, b: number) => (degree[a] ?? 0) - (degree[b] ?? 0) || a - b
  const seen = new Uint8Array(weights.size)
  const order: number[] = []
  for (const first of Array.from({ length: weights.size }, (_, row) => row).sort(byDegree)) {
    if (seen[first] === 1) continue
    const start = farthest(first, around)
    seen[start] = 1
    order.push(start)
    for (let at = order.length - 1; at < order.length; at += 1)
      for (const next of [...new Set(around(order[at] ?? 0))].sort(byDegree)) {
        if (seen[next] === 1) continue
        seen[next] = 1
        order.push(next)
      }
  }
  const place = new Int32Array(weights.size)
  order.forEach((row, at) => {
    place[row] = weights.size - 1 - at
  })
  let band = 0
  for (let row = 0; row < weights.size; row += 1)
    for (const to of around(row)) band = Math.max(band, Math.abs((place[row] ?? 0) - (place[to] ?? 0)))
  return { size: weights.size, band, weights, place }
}

/** An area at an end of the part of the map the given one lies in. */
function farthest(first: number, around: (row: number) => readonly number[]): number {
  let [start, deepest] = [first, -1]
  for (let round = 0; round < 3; round += 1) {
    const depth = new Map([[start, 0]])
    const queue = [start]
    for (let at = 0; at < queue.length; at += 1) {
      const row = queue[at] ?? 0
      for (const next of around(row))
        if (!depth.has(next)) {
          depth.set(next, (depth.get(row) ?? 0) + 1)
          queue.push(next)
        }
    }
    const last = queue.at(-1) ?? start
    const reached = depth.get(last) ?? 0
    if (reached <= deepest) break
    deepest = reached
    start = last
  }
  return start
}

/**
 * log |I - rho W| for row-standardised W and |rho| < 1. The matrix is then diagonally dominant, so elimination needs
 * no exchange of rows and stays within the band.
 */
export function logDeterminant({ size, band, weights, place }: Banded, rho: number): number {
  const width = 2 * band + 1
  const cells = new Float64Array(size * width)
  for (let row = 0; row < size; row += 1) {
    const at = place[row]!
    cells[at * width + band] = 1
    for (let k = weights.starts[row]!; k < weights.starts[row + 1]!; k += 1)
      cells[at * width + band + place[weights.targets[k]!]! - at] = -rho * weights.values[k]!
  }
  let sum = 0
  for (let pivot = 0; pivot < size; pivot += 1) {
    const base = pivot * width + band
    const head = cells[base]!
    sum += Math.log(head)
    const last = Math.min(size - 1, pivot + band)
    for (let row = pivot + 1; row <= last; row += 1) {
      const here = row * width + band - row + pivot
      const factor = cells[here]! / head
      if (factor === 0) continue
      for (let k = 1; k <= last - pivot; k += 1) cells[here + k]! -= factor * cells[base + k]!
    }
  }
  return sum
}
