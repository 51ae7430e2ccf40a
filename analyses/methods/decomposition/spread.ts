import { columnOf } from '../core/linear/matrix'
import type { Steps } from '../core/steps'
import { type Point, partNames, referenceValues } from './contributions'
import type { Design } from './design'
import type { Fits, Regression } from './fit-groups'

interface Drawn {
  readonly outcome: ArrayLike<number>
  readonly weight: ArrayLike<number>
  readonly cluster: readonly (string | null)[] | null
}

/**
 * Standard errors by linearisation. Each row moves the means of its group's characteristics and the coefficients of
 * the regressions it is in; a contribution is a product of the two, so its move is the one factor times the move of
 * the other, and the variance is the sum of squared moves, clusters summed first with G / (G - 1).
 */
export function* spreadOf(
  design: Design,
  fits: Fits,
  point: Point,
  drawn: Drawn,
): Steps<{ readonly gap: number; readonly items: readonly (readonly number[])[] }> {
  const width = partNames.length
  const size = point.items.length * width + 1
  const squares = new Float64Array(size)
  const sums = new Float64Array(size)
  const mover = moverOf(design, fits, point, drawn)
  const order = clusterOrder(fits, drawn.cluster)
  let done = 0
  for (const rows of order) {
    sums.fill(0)
    for (const row of rows) mover(row, sums)
    for (let at = 0; at < size; at++) squares[at] = (squares[at] ?? 0) + (sums[at] ?? 0) ** 2
    done += rows.length
    if (done % 1000 < rows.length) yield 0.1 + (0.9 * done) / drawn.weight.length
  }
  const factor = drawn.cluster === null ? 1 : order.length / (order.length - 1)
  const error = (at: number) => Math.sqrt((squares[at] ?? 0) * factor)
  return {
    gap: error(size - 1),
    items: point.items.map((_, item) => partNames.map((_name, part) => error(item * width + part))),
  }
}

/** Adds what one row moves every contribution by; the last place is the gap itself. */
function moverOf(design: Design, fits: Fits, point: Point, { outcome, weight }: Drawn) {
  const full = design.terms.map((_, j) => columnOf(design.full, j))
  const places = [fits.a, fits.b, fits.pooled, fits.pooledWithGroup].map(
    ({ rows }) => new Map(rows.map((row, place) => [row, place] as const)),
  )
  const width = partNames.length
  const itemsOfTerm = design.terms.map((_, j) =>
    point.items.flatMap(({ terms }, item) => (terms.includes(j) ? [item] : [])),
  )
  const totals = [fits.a, fits.b].map(({ rows }) => rows.reduce((sum, row) => sum + (weight[row] ?? 0), 0))
  return (row: number, sums: Float64Array): void => {
    const inA = places[0]?.has(row) === true
    const own = inA ? fits.a : fits.b
    const n = own.rows.length
    const means = inA ? point.meansA : point.meansB
    const lever = ((weight[row] ?? 0) / (totals[inA ? 0 : 1] ?? 1)) * Math.sqrt(n / (n - 1))
    const at = [own, fits.pooled, fits.pooledWithGroup].map((fit) =>
      fit === own
        ? (places[inA ? 0 : 1]?.get(row) ?? 0)
        : (places[fit === fits.pooled ? 2 : 3]?.get(row) ?? 0),
    )
    for (let j = 0; j < full.length; j++) {
      const dx = lever * ((full[j]?.[row] ?? 0) - (means[j] ?? 0))
      const moves = [own, fits.pooled, fits.pooledWithGroup].map((fit, k) => move(fit, at[k] ?? 0, j))
      const parts = termMoves(fits, point, j, inA, dx, moves)
      for (const item of itemsOfTerm[j] ?? [])
        for (let part = 0; part < width; part++)
          sums[item * width + part] = (sums[item * width + part] ?? 0) + (parts[part] ?? 0)
    }
    const gap = lever * ((outcome[row] ?? 0) - (inA ? point.meanA : point.meanB))
    sums[sums.length - 1] = (sums[sums.length - 1] ?? 0) + (inA ? gap : -gap)
  }
}

const move = ({ influence }: Regression, place: number, j: number): number =>
  influence.values[j * influence.rows + place] ?? 0

/** Moves of the parts of one term: of the mean by dx, of the coefficients by `moves` (own group, pooled, with group). */
function termMoves(
  fits: Fits,
  { meansA, meansB, shareA }: Point,
  j: number,
  inA: boolean,
  dx: number,
  [own = 0, pooled = 0, withGroup = 0]: readonly number[],
): readonly number[] {
  const [xA, xB] = [meansA[j] ?? 0, meansB[j] ?? 0]
  const [bA, bB] = [fits.a.full[j] ?? 0, fits.b.full[j] ?? 0]
  const [dxA, dxB] = inA ? [dx, 0] : [0, dx]
  const [dA, dB] = inA ? [own, 0] : [0, own]
  const stars = referenceValues(bA, bB, fits.pooled.full[j] ?? 0, fits.pooledWithGroup.full[j] ?? 0, shareA)
  const moved = referenceValues(dA, dB, pooled, withGroup, shareA)
  return [
    (dxA - dxB) * bB + (xA - xB) * dB,
    dxB * (bA - bB) + xB * (dA - dB),
    (dxA - dxB) * (bA - bB) + (xA - xB) * (dA - dB),
    ...stars.flatMap((star, k) => {
      const dStar = moved[k] ?? 0
      const ofA = dxA * (bA - star) + xA * (dA - dStar)
      const ofB = dxB * (star - bB) + xB * (dStar - dB)
      return [(dxA - dxB) * star + (xA - xB) * dStar, ofA + ofB, ofA, ofB]
    }),
  ]
}

/** Rows that count together; each alone without clusters. */
function clusterOrder(fits: Fits, cluster: Drawn['cluster']): readonly (readonly number[])[] {
  const { rows } = fits.pooled
  if (cluster === null) return rows.map((row) => [row])
  const members = new Map<string, number[]>()
  for (const row of rows) {
    const code = cluster[row] ?? `\n${row}`
    const others = members.get(code)
    if (others === undefined) members.set(code, [row])
    else others.push(row)
  }
  return [...members.values()]
}
