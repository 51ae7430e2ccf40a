import { defineMethod } from '../core/define-method'
import { herfindahl } from './concentration'
import { distinct, sum } from './economy'

/** One plant (firm, establishment) of an activity with its size, usually people employed. */
export interface Plant {
  readonly territory: string
  readonly activity: string
  readonly size: number
}

export interface EllisonGlaeserInput {
  readonly plants: readonly Plant[]
  /** Everything there is in each territory: what a plant placed by chance would follow. */
  readonly territories: readonly { readonly territory: string; readonly total: number }[]
}

export interface EllisonGlaeser {
  readonly activity: string
  readonly plants: number
  readonly gamma: number | null
  /** Raw concentration of the activity. */
  readonly g: number
  /** Herfindahl index of plant sizes. */
  readonly h: number
  /** Standardised distance of g from its expectation when plants choose places at random. */
  readonly z: number | null
  readonly status: 'ok' | 'one-plant' | 'empty-activity' | 'one-territory' | 'territory-unknown'
}

/**
 * Ellison and Glaeser (1997): gamma = (G - (1 - sum x^2) H) / ((1 - sum x^2)(1 - H)), G = sum (s_r - x_r)^2, with s the
 * territory shares of the activity, x those of everything, H the Herfindahl index of plants. 0: as if plants were
 * placed by chance, above 0.05 strongly gathered, below 0 more spread than by chance. z uses their variance of G.
 * One plant (H = 1), one territory, or a plant in a territory that has no total: absent, with the reason.
 */
export function ellisonGlaeser({ plants, territories }: EllisonGlaeserInput): readonly EllisonGlaeser[] {
  const all = sum(territories.map(({ total }) => total))
  const place = new Map(territories.map(({ territory }, index) => [territory, index]))
  const x = territories.map(({ total }) => total / all)
  return distinct(plants.map(({ activity }) => activity)).map((activity): EllisonGlaeser => {
    const own = plants.filter((plant) => plant.activity === activity)
    const size = sum(own.map((plant) => plant.size))
    const common = { activity, plants: own.length, gamma: null, z: null }
    if (!(size > 0)) return { ...common, g: 0, h: 0, status: 'empty-activity' }
    const s = new Float64Array(x.length)
    let unknown = false
    for (const plant of own) {
      const at = place.get(plant.territory)
      if (at === undefined) unknown = true
      else s[at]! += plant.size / size
    }
    const h = herfindahl(own.map((plant) => plant.size / size))
    const g = sum(x.map((share, index) => (s[index]! - share) ** 2))
    if (unknown) return { ...common, g, h, status: 'territory-unknown' }
    const spread = 1 - sum(x.map((share) => share * share))
    if (!(spread > 1e-12)) return { ...common, g, h, status: 'one-territory' }
    if (!(1 - h > 1e-12)) return { ...common, g, h, status: 'one-plant' }
    const gamma = (g - spread * h) / (spread * (1 - h))
    const variance = varianceOfG(
      x,
      h,
      own.map((plant) => plant.size / size),
    )
    const z = variance > 0 ? (g - spread * h) / Math.sqrt(variance) : null
    return { activity, plants: own.length, gamma, g, h, z, status: 'ok' }
  })
}

/** Ellison and Glaeser (1997), p. 907: variance of G under random placing. */
function varianceOfG(x: readonly number[], h: number, z: readonly number[]): number {
  const x2 = sum(x.map((share) => share ** 2))
  const x3 = sum(x.map((share) => share ** 3))
  const z4 = sum(z.map((share) => share ** 4))
  return 2 * (h * h * (x2 - 2 * x3 + x2 * x2) - z4 * (x2 - 4 * x3 + 3 * x2 * x2))
}

export const ellisonGlaeserMethod = defineMethod({
  id: 'regional/ellison-glaeser',
  version: 1,
  cites: ['ellison-glaeser-1997'],
  options: {},
  example: {
    data: {
      plants: [
        { territory: 'A', activity: 'glass', size: 60 },
        { territory: 'A', activity: 'glass', size: 20 },
        { territory: 'B', activity: 'glass', size: 20 },
      ],
      territories: [
        { territory: 'A', total: 500 },
        { territory: 'B', total: 500 },
      ],
    },
    options: {},
  },
  compute: (data: EllisonGlaeserInput) => ellisonGlaeser(data),
})
