type Position = readonly [number, number]

/** Units of the sheet between two lines of the hatching. */
const apart = 12

/**
 * Lines from lower left to upper right inside an area, as Vega has no patterns to fill with. `rings` have whole
 * positions; lines run between them, so no line meets a corner.
 */
export function hatching(
  rings: readonly (readonly Position[])[],
): readonly (readonly [Position, Position])[] {
  for (const step of [apart, 6, 3, 1]) {
    const lines = linesOf(rings, step)
    if (lines.length > 0) return lines
  }
  return []
}

function linesOf(rings: readonly (readonly Position[])[], step: number) {
  const crossings = new Map<number, Position[]>()
  for (const ring of rings)
    for (let at = 1; at < ring.length; at++) {
      const [from, to] = [ring[at - 1], ring[at]]
      if (from === undefined || to === undefined) continue
      const [start, end] = [from[0] + from[1], to[0] + to[1]]
      const [low, high] = [Math.min(start, end), Math.max(start, end)]
      for (let line = Math.ceil((low - 0.5) / step) * step + 0.5; line < high; line += step) {
        const share = (line - start) / (end - start)
        const crossing: Position = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
        crossings.set(line, [...(crossings.get(line) ?? []), crossing])
      }
    }
  return [...crossings.values()].flatMap((points) => {
    const sorted = [...points].sort((a, b) => a[0] - b[0])
    return sorted.flatMap((point, at): (readonly [Position, Position])[] => {
      const next = sorted[at + 1]
      return at % 2 === 0 && next !== undefined ? [[point, next]] : []
    })
  })
}
