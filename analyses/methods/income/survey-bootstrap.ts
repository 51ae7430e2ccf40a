import type { Random } from '../core/random'

/** People who were drawn together (a household, a firm), and the strata they were drawn in. */
export interface SurveyDesign {
  /** Members of the sample, by stratum: positions of the clusters, 0.. */
  readonly strata: readonly (readonly number[])[]
  /** Cluster of each person. */
  readonly clusterOf: Int32Array
  readonly clusters: number
}

/** Clusters and strata from codes; a person without a code is a cluster alone, without a stratum in a common one. */
export function surveyDesign(
  size: number,
  cluster: readonly (string | null)[] | null,
  stratum: readonly (string | null)[] | null,
): SurveyDesign {
  const numbers = new Map<string, number>()
  const clusterOf = new Int32Array(size)
  const strata = new Map<string, number[]>()
  let clusters = 0
  for (let i = 0; i < size; i++) {
    const layer = stratum?.[i] ?? ''
    const code = cluster?.[i] ?? null
    const key = code === null ? null : `${layer}\n${code}`
    let at = key === null ? undefined : numbers.get(key)
    if (at === undefined) {
      at = clusters++
      if (key !== null) numbers.set(key, at)
      const members = strata.get(layer)
      if (members === undefined) strata.set(layer, [at])
      else members.push(at)
    }
    clusterOf[i] = at
  }
  return { strata: [...strata.values()], clusterOf, clusters }
}

/**
 * How often each cluster counts in one bootstrap sample: in every stratum of n clusters n - 1 are drawn with
 * replacement and their weight is multiplied by n / (n - 1), so that the variance is right in small strata too. A
 * stratum of one cluster keeps it: it says nothing of the variance. Rao and Wu (1988), rescaling bootstrap.
 */
export function bootstrapCounts(design: SurveyDesign, random: Random): Float64Array {
  const counts = new Float64Array(design.clusters)
  for (const members of design.strata) {
    const n = members.length
    if (n < 2) {
      for (const member of members) counts[member] = 1
      continue
    }
    const step = n / (n - 1)
    for (let draw = 1; draw < n; draw++) {
      const member = members[random.below(n)] ?? 0
      counts[member] = (counts[member] ?? 0) + step
    }
  }
  return counts
}
