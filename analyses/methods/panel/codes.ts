/** A category of every row as a whole number from 0, and the label of each. */
export interface Codes {
  readonly of: Int32Array
  readonly labels: readonly string[]
}

/** Numbered in the order in which they first occur. */
export function codesOf(values: readonly string[]): Codes {
  const numbers = new Map<string, number>()
  const of = Int32Array.from(values, (value) => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, numbers.size)
    return numbers.size - 1
  })
  return { of, labels: [...numbers.keys()] }
}

/** Numbered in the order of time or of the alphabet: numbers as numbers, everything else by its characters. */
export function orderedCodes(values: readonly string[]): Codes {
  const labels = [...new Set(values)].sort(compareLabels)
  const numbers = new Map(labels.map((label, at) => [label, at]))
  return { of: Int32Array.from(values, (value) => numbers.get(value) ?? -1), labels }
}

/** `9` before `10`, `2020-Q2` before `2020-Q3`. */
export function compareLabels(a: string, b: string): number {
  const [first, second] = [Number(a), Number(b)]
  if (a.trim() !== '' && b.trim() !== '' && first < second) return -1
  if (a.trim() !== '' && b.trim() !== '' && first > second) return 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rows of each code. */
export function sizesOf({ of, labels }: Codes): Int32Array {
  const sizes = new Int32Array(labels.length)
  for (const code of of) sizes[code] = (sizes[code] ?? 0) + 1
  return sizes
}

/** Whether every level of the one lies within a single level of the other. */
export function isNested(inner: Codes, outer: Codes): boolean {
  const found = new Int32Array(inner.labels.length).fill(-1)
  return inner.of.every((code, row) => {
    const around = outer.of[row] ?? -1
    const before = found[code]
    found[code] = around
    return before === -1 || before === around
  })
}
