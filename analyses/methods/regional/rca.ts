import type { Economy } from './economy'

/** Which territory has which activity to an unusual degree, and the quotients behind it. */
export interface Network {
  readonly territories: readonly string[]
  readonly activities: readonly string[]
  /** Balassa's index, row by row; 0 where a territory or an activity is empty. */
  readonly rca: Float64Array
  /** 1 where the index reaches the threshold. */
  readonly has: Uint8Array
  readonly diversity: Float64Array
  readonly ubiquity: Float64Array
}

/**
 * Revealed comparative advantage (Balassa 1965), (x_ta / x_t) / (x_a / x); a territory has an activity when the index
 * is at least the threshold (a tie counts). Diversity: activities a territory has; ubiquity: territories that
 * have an activity. An absent cell is 0.
 */
export function networkOf(economy: Economy, threshold: number): Network {
  const { territories, activities, values } = economy
  const width = activities.length
  const rca = new Float64Array(values.length)
  const has = new Uint8Array(values.length)
  const diversity = new Float64Array(territories.length)
  const ubiquity = new Float64Array(width)
  for (let row = 0; row < territories.length; row += 1) {
    const whole = economy.territoryTotals[row]!
    for (let column = 0; column < width; column += 1) {
      const cell = row * width + column
      const value = values[cell]!
      const ofActivity = economy.activityTotals[column]!
      if (!(whole > 0 && ofActivity > 0)) continue
      rca[cell] = value / whole / (ofActivity / economy.total)
      if (value > 0 && rca[cell]! >= threshold) {
        has[cell] = 1
        diversity[row]! += 1
        ubiquity[column]! += 1
      }
    }
  }
  return { territories, activities, rca, has, diversity, ubiquity }
}

/** Columns of every row, and rows of every column: the network as lists, for walks along its links. */
export function linksOf(network: Network): {
  readonly ofTerritory: readonly Int32Array[]
  readonly ofActivity: readonly Int32Array[]
} {
  const width = network.activities.length
  const ofActivity: number[][] = network.activities.map(() => [])
  const ofTerritory = network.territories.map((_, row) => {
    const own: number[] = []
    for (let column = 0; column < width; column += 1) {
      if (network.has[row * width + column] !== 1) continue
      own.push(column)
      ofActivity[column]!.push(row)
    }
    return Int32Array.from(own)
  })
  return { ofTerritory, ofActivity: ofActivity.map((rows) => Int32Array.from(rows)) }
}

export interface Components {
  /** Number of the part each belongs to, -1 for one without any link. */
  readonly territoryPart: Int32Array
  readonly activityPart: Int32Array
  readonly count: number
  /** The part with most territories (then most activities, then the first). */
  readonly largest: number
}

/** Connected parts of the network of territories and activities. */
export function componentsOf(network: Network): Components {
  const { ofTerritory, ofActivity } = linksOf(network)
  const territoryPart = new Int32Array(ofTerritory.length).fill(-1)
  const activityPart = new Int32Array(ofActivity.length).fill(-1)
  const sizes: { territories: number; activities: number }[] = []
  for (let start = 0; start < ofTerritory.length; start += 1) {
    if (territoryPart[start] !== -1 || ofTerritory[start]!.length === 0) continue
    const part = sizes.length
    const size = { territories: 0, activities: 0 }
    const waiting = [start]
    territoryPart[start] = part
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      size.territories += 1
      for (const column of ofTerritory[row]!) {
        if (activityPart[column] !== -1) continue
        activityPart[column] = part
        size.activities += 1
        for (const next of ofActivity[column]!) {
          if (territoryPart[next] !== -1) continue
          territoryPart[next] = part
          waiting.push(next)
        }
      }
    }
    sizes.push(size)
  }
  const order = sizes
    .map((size, part) => ({ ...size, part }))
    .sort((a, b) => b.territories - a.territories || b.activities - a.activities || a.part - b.part)
  return { territoryPart, activityPart, count: sizes.length, largest: order[0]?.part ?? -1 }
}
