export interface NelderMeadOptions {
  /** Distance of the first simplex's corners from the start, one for every dimension. */
  readonly step: number
  /** Most values of the function that may be asked for. */
  readonly evaluations: number
  /** Stop when the corners' values differ by less than this part of the best one (and 1e-300). */
  readonly tolerance: number
}

export interface Minimum {
  readonly at: Float64Array
  readonly value: number
  readonly evaluations: number
  /** Whether the corners came together before the evaluations ran out. */
  readonly converged: boolean
}

/**
 * Minimum of a function of a few variables without derivatives (Nelder and Mead 1965), with the coefficients that
 * adapt to the number of dimensions (Gao and Han 2012), which keep it going above five or six of them.
 * A value that is not a number counts as the worst. It finds a local minimum: the caller chooses the starts.
 */
export function nelderMead(
  objective: (at: Float64Array) => number,
  start: ArrayLike<number>,
  options: NelderMeadOptions,
): Minimum {
  const size = start.length
  const of = (at: Float64Array): number => {
    const value = objective(at)
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value
  }
  const first = Float64Array.from(start)
  let corners = [{ at: first, value: of(first) }]
  for (let index = 0; index < size; index += 1) {
    const at = Float64Array.from(start)
    at[index] = (at[index] ?? 0) + options.step
    corners.push({ at, value: of(at) })
  }
  let evaluations = size + 1
  const expand = 1 + 2 / size
  const contract = 0.75 - 1 / (2 * size)
  const shrink = 1 - 1 / size
  const byValue = (a: { value: number }, b: { value: number }) => a.value - b.value
  corners.sort(byValue)
  const closed = () => {
    const low = corners[0]?.value ?? 0
    const high = corners[size]?.value ?? 0
    return high - low <= options.tolerance * Math.abs(low) + 1e-300
  }
  while (size > 0 && evaluations < options.evaluations && !closed()) {
    const best = corners[0]
    const second = corners[size - 1]
    const worst = corners[size]
    if (best === undefined || second === undefined || worst === undefined) break
    const centre = centreOf(corners, size)
    const along = (factor: number) => {
      const at = centre.map((value, index) => value + factor * (value - (worst.at[index] ?? 0)))
      evaluations += 1
      return { at, value: of(at) }
    }
    const mirrored = along(1)
    let next = mirrored
    if (mirrored.value < best.value) {
      const further = along(expand)
      if (further.value < mirrored.value) next = further
    } else if (mirrored.value >= second.value) {
      const outside = mirrored.value < worst.value
      const nearer = along(outside ? contract : -contract)
      if (nearer.value < Math.min(mirrored.value, worst.value)) next = nearer
      else {
        corners = corners.map((corner) => {
          if (corner === best) return corner
          const at = corner.at.map((value, index) => {
            const to = best.at[index] ?? 0
            return to + Math.max(shrink, 0.5) * (value - to)
          })
          evaluations += 1
          return { at, value: of(at) }
        })
        corners.sort(byValue)
        continue
      }
    }
    corners[size] = next
    corners.sort(byValue)
  }
  const best = corners[0] ?? { at: first, value: Number.POSITIVE_INFINITY }
  return { at: best.at, value: best.value, evaluations, converged: closed() }
}

/** Centre of all corners but the worst. */
function centreOf(corners: readonly { readonly at: Float64Array }[], size: number): Float64Array {
  const centre = new Float64Array(size)
  for (const { at } of corners.slice(0, size))
    for (let index = 0; index < size; index += 1)
      centre[index] = (centre[index] ?? 0) + (at[index] ?? 0) / size
  return centre
}
