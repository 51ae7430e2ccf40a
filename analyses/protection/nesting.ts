import { type Codes, type DimensionKind, keyOf } from './codes'
import { same } from './pool'

/** A number under its codes, as sums are looked for among them. */
export interface Coded {
  readonly codes: Codes
  readonly key: string
  readonly value: number
}

/** Code -> the next larger code that takes it in. */
export type Parents = ReadonlyMap<string, string>

/** Codes of NUTS and of what lies below it nest by their beginning: CZ, CZ0, CZ01, CZ010. */
const nuts = /^[A-Z]{2}[0-9A-Z]{0,6}$/

/**
 * Which codes of a dimension take in others. What the codes themselves say (a beginning of another territory's code,
 * a band of ages around another) holds unless a number contradicts it; any other beginning must be proven by numbers
 * that add up wherever both are there, and so must a total whose name nobody knows.
 */
export function parentsOf(dimension: string, kind: DimensionKind, cells: readonly Coded[]): Parents {
  const codes = [...new Set(cells.flatMap(({ codes: own }) => own[dimension] ?? []))].sort()
  const contexts = contextsOf(dimension, cells)
  const stated = kind === 'age' ? byBand(codes) : new Map<string, string>()
  if (kind !== 'sex' && kind !== 'time')
    for (const [code, parent] of byBeginning(codes)) if (!stated.has(code)) stated.set(code, parent)
  const wrong = new Set<string>()
  for (const parent of new Set(stated.values())) {
    const says = kind === 'age' || (kind === 'territory' && nuts.test(parent))
    if (!holds(parent, stated, contexts, says)) wrong.add(parent)
  }
  const nested = new Map<string, string>()
  for (const code of codes) {
    let parent = stated.get(code)
    while (parent !== undefined && wrong.has(parent)) parent = stated.get(parent)
    if (parent !== undefined) nested.set(code, parent)
  }
  const total = kind === 'time' ? null : unnamedTotal(codes, nested, contexts)
  if (total !== null)
    for (const code of codes) if (code !== total && !nested.has(code)) nested.set(code, total)
  return nested
}

type Context = ReadonlyMap<string, number>

/** Values by the dimension's code, for each set of the other codes. */
function contextsOf(dimension: string, cells: readonly Coded[]): readonly Context[] {
  const contexts = new Map<string, Map<string, number>>()
  for (const { codes, value } of cells) {
    const code = codes[dimension]
    if (code === undefined) continue
    const { [dimension]: _, ...rest } = codes
    const name = keyOf(rest)
    const context = contexts.get(name) ?? new Map<string, number>()
    contexts.set(name, context)
    context.set(code, value)
  }
  return [...contexts.values()]
}

function byBeginning(codes: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(codes)
  return new Map(
    codes.flatMap((code) => {
      for (let length = code.length - 1; length > 0; length -= 1)
        if (known.has(code.slice(0, length))) return [[code, code.slice(0, length)] as const]
      return []
    }),
  )
}

/** `16-24`, `Y15-24`, `<16`, `Y_LT16`, `65+`, `Y_GE65`: from the first year to the last, both within. */
export function bandOf(code: string): readonly [number, number] | null {
  const text = code.toUpperCase().replace(/[\s_]/g, '').replace(/–/g, '-')
  const years = (match: RegExpExecArray | null, at: number) => Number(match?.[at] ?? Number.NaN)
  const both = /^Y?(\d+)-Y?(\d+)$/.exec(text)
  if (both !== null) return [years(both, 1), years(both, 2)]
  const below = /^(?:<|YLT|LT)(\d+)$/.exec(text)
  if (below !== null) return [0, years(below, 1) - 1]
  const upTo = /^(?:<=|≤|YLE|LE)(\d+)$/.exec(text)
  if (upTo !== null) return [0, years(upTo, 1)]
  const from = /^(?:(?:>=|≥|YGE|GE|Y)?(\d+)\+?)$/.exec(text)
  if (from === null) return null
  const open = /\+$|^(?:>=|≥|YGE|GE)/.test(text)
  return [years(from, 1), open ? Number.POSITIVE_INFINITY : years(from, 1)]
}

function byBand(codes: readonly string[]): Map<string, string> {
  const bands = codes.flatMap((code) => {
    const band = bandOf(code)
    return band === null ? [] : [{ code, from: band[0], to: band[1] }]
  })
  const parents = new Map<string, string>()
  for (const { code, from, to } of bands) {
    const around = bands
      .filter((one) => one.code !== code && one.from <= from && one.to >= to && one.to - one.from > to - from)
      .sort((a, b) => a.to - a.from - (b.to - b.from) || (a.code < b.code ? -1 : 1))
    if (around[0] !== undefined) parents.set(code, around[0].code)
  }
  return parents
}

/** `says`: the codes state it, so parts may be missing; otherwise the numbers must add up to the last one. */
function holds(
  parent: string,
  parents: ReadonlyMap<string, string>,
  contexts: readonly Context[],
  says: boolean,
): boolean {
  let proven = false
  for (const context of contexts) {
    const whole = context.get(parent)
    if (whole === undefined || Number.isNaN(whole)) continue
    const parts = [...context].filter(([code]) => parents.get(code) === parent).map(([, value]) => value)
    if (parts.length === 0 || parts.some(Number.isNaN)) continue
    const sum = parts.reduce((total, part) => total + part, 0)
    if (same(sum, whole)) proven ||= whole > 0 && parts.length > 1
    else if (!says || sum > whole) return false
  }
  return says || proven
}

/** A code that is the sum of all others wherever it stands; a single table of few numbers proves nothing. */
function unnamedTotal(
  codes: readonly string[],
  parents: Parents,
  contexts: readonly Context[],
): string | null {
  const tops = codes.filter((code) => !parents.has(code))
  if (tops.length < 3) return null
  let total: string | null = null
  let proofs = 0
  for (const context of contexts) {
    const here = tops.flatMap((code) =>
      context.has(code) ? [[code, context.get(code) ?? Number.NaN] as const] : [],
    )
    if (here.length < 3 || here.some(([, value]) => Number.isNaN(value))) continue
    const sum = here.reduce((whole, [, value]) => whole + value, 0)
    const [largest, value] = here.reduce((most, one) => (one[1] > most[1] ? one : most))
    if (value === 0) continue
    if (!same(2 * value, sum) || (total !== null && total !== largest)) return null
    total = largest
    proofs += here.length > 4 || value > 1000 ? 2 : 1
  }
  return proofs > 1 ? total : null
}
