/** Items `NAME=NUMBER` -> weights; the number stands after the last equals sign, what is no weight is passed over. */
export const readWeights = (items: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    items.flatMap((item): [string, number][] => {
      const at = item.lastIndexOf('=')
      const weight = Number(item.slice(at + 1))
      return at <= 0 || !Number.isFinite(weight) || weight < 0 ? [] : [[item.slice(0, at).trim(), weight]]
    }),
  )

/** Weights -> items, in the order of the names; the weight 1 goes without saying. */
export const writeWeights = (
  names: readonly string[],
  weights: ReadonlyMap<string, number>,
): readonly string[] =>
  names.flatMap((name) => {
    const weight = weights.get(name) ?? 1
    return weight === 1 ? [] : [`${name}=${weight}`]
  })
