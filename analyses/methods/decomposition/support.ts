import type { Variable } from './design'

export interface Support {
  readonly variable: string
  /** Share of A's weight outside what occurs in B, and of B's outside A. */
  readonly onlyA: number
  readonly onlyB: number
}

/**
 * How much of each group has characteristics that the other one does not have at all: numbers outside the other
 * group's range, categories that do not occur there. For these the decomposition compares with nobody and rests on
 * the straight line alone (Nopo 2008). The last row counts whoever is outside in any characteristic.
 */
export function commonSupport(
  variables: readonly Variable[],
  inA: readonly boolean[],
  weight: ArrayLike<number>,
): readonly Support[] {
  const any = inA.map(() => false)
  const shares = (outside: readonly boolean[]) => {
    const total = [0, 0]
    const out = [0, 0]
    outside.forEach((one, i) => {
      const side = inA[i] === true ? 0 : 1
      total[side] = (total[side] ?? 0) + (weight[i] ?? 0)
      if (one) out[side] = (out[side] ?? 0) + (weight[i] ?? 0)
    })
    return { onlyA: (out[0] ?? 0) / (total[0] ?? 1), onlyB: (out[1] ?? 0) / (total[1] ?? 1) }
  }
  const rows = variables.map((variable) => {
    const outside = outsideOf(variable, inA)
    outside.forEach((one, i) => {
      if (one) any[i] = true
    })
    return { variable: variable.name, ...shares(outside) }
  })
  return [...rows, { variable: 'all', ...shares(any) }]
}

function outsideOf(variable: Variable, inA: readonly boolean[]): readonly boolean[] {
  switch (variable.kind) {
    case 'number':
      return numbersOutside(variable.values, inA)
    case 'category':
      return textsOutside(variable.values, inA)
    case 'dummies':
      return textsOutside(
        inA.map((_, i) => variable.columns.map(({ values }) => values[i] ?? 0).join(' ')),
        inA,
      )
  }
}

function numbersOutside(values: ArrayLike<number>, inA: readonly boolean[]): readonly boolean[] {
  const range = (side: boolean) => {
    const own = inA.flatMap((one, i) => (one === side ? [values[i] ?? 0] : []))
    return own.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as const)
  }
  const [ofA, ofB] = [range(true), range(false)]
  return inA.map((one, i) => {
    const [low, high] = one ? ofB : ofA
    return (values[i] ?? 0) < low || (values[i] ?? 0) > high
  })
}

function textsOutside(values: readonly string[], inA: readonly boolean[]): readonly boolean[] {
  const ofA = new Set(values.filter((_, i) => inA[i] === true))
  const ofB = new Set(values.filter((_, i) => inA[i] !== true))
  return values.map((value, i) => !(inA[i] === true ? ofB : ofA).has(value))
}
