import type { Random } from '../core/random'
import type { Steps } from '../core/steps'

/** A cell that goes down or up by so much, and the numbers of the sums it is part of. */
export interface Choice {
  readonly down: number
  readonly up: number
  readonly sums: readonly number[]
}

export interface Pattern {
  /** Change of every cell. */
  readonly changes: readonly number[]
  readonly greatest: number
  readonly squares: number
  readonly optimal: boolean
  readonly equal: number | null
}

/** So many cells have 65,536 patterns, which are tried one and all. */
const MOST_EXACT = 16
/** Rounds of the search, and partners tried for every cell. */
const MOST_ROUNDS = 40
const PARTNERS = 24

interface Problem {
  readonly choices: readonly Choice[]
  readonly sums: number
}

export const bestPattern = (problem: Problem, starts: number, random: Random): Steps<Pattern> =>
  problem.choices.length <= MOST_EXACT ? everyPattern(problem, random) : search(problem, starts, random)

/** The differences in the sums under a pattern that is changed cell by cell. */
class State {
  readonly up: Uint8Array
  readonly differences: Float64Array
  squares = 0
  constructor(private readonly problem: Problem) {
    this.up = new Uint8Array(problem.choices.length)
    this.differences = new Float64Array(problem.sums)
    for (const { down, sums } of problem.choices) this.add(sums, down)
  }
  private add(sums: readonly number[], change: number): void {
    for (const sum of sums) {
      const before = this.differences[sum] ?? 0
      this.differences[sum] = before + change
      this.squares += change * (2 * before + change)
    }
  }
  flip(at: number): void {
    const choice = this.problem.choices[at]
    if (choice === undefined) return
    const step = choice.up - choice.down
    this.add(choice.sums, this.up[at] === 1 ? -step : step)
    this.up[at] = this.up[at] === 1 ? 0 : 1
  }
  greatest(): number {
    return this.differences.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  }
  changes(up: Uint8Array = this.up): readonly number[] {
    return this.problem.choices.map((choice, at) => (up[at] === 1 ? choice.up : choice.down))
  }
}

/** All patterns in the order of a Gray code; equally close ones are drawn from. */
function* everyPattern(problem: Problem, random: Random): Steps<Pattern> {
  const state = new State(problem)
  const all = 2 ** problem.choices.length
  let best = { up: state.up.slice(), greatest: state.greatest(), squares: state.squares }
  let equal = 1
  for (let step = 1; step < all; step += 1) {
    state.flip(31 - Math.clz32(step & -step))
    if (step % 2048 === 0) yield step / all
    const greatest = state.greatest()
    const better = greatest - best.greatest || state.squares - best.squares
    if (better > 0) continue
    equal = better < 0 ? 1 : equal + 1
    if (better < 0 || random.below(equal) === 0)
      best = { up: state.up.slice(), greatest, squares: state.squares }
  }
  const { up, greatest, squares } = best
  return { changes: state.changes(up), greatest, squares, optimal: true, equal }
}

/** From random starts: single cells, and pairs that share a sum, are turned while the squares become fewer. */
function* search(problem: Problem, starts: number, random: Random): Steps<Pattern> {
  const inSum = Array.from({ length: problem.sums }, () => [] as number[])
  problem.choices.forEach(({ sums }, cell) => {
    for (const sum of sums) inSum[sum]?.push(cell)
  })
  let best: Pattern | null = null
  for (let start = 0; start < starts; start += 1) {
    const state = new State(problem)
    problem.choices.forEach(({ down, up }, cell) => {
      // Up as often as keeps the sums right on average.
      if (random.uniform() < -down / (up - down)) state.flip(cell)
    })
    yield* descend(problem, state, inSum, random, start / starts)
    const greatest = state.greatest()
    const closer = best === null || (greatest - best.greatest || state.squares - best.squares) < 0
    if (closer)
      best = { changes: state.changes(), greatest, squares: state.squares, optimal: false, equal: null }
  }
  if (best === null) throw new RangeError('no start')
  return best
}

function* descend(
  { choices }: Problem,
  state: State,
  inSum: readonly (readonly number[])[],
  random: Random,
  share: number,
): Steps<void> {
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round += 1) {
    moved = false
    for (let cell = 0; cell < choices.length; cell += 1) {
      if (cell % 200 === 199) yield share
      const before = state.squares
      state.flip(cell)
      if (state.squares < before) moved = true
      else if (turnPartner(choices[cell], cell, state, inSum, random, before)) moved = true
      else state.flip(cell)
    }
  }
}

/** Looks for a second cell that, turned too, makes up for the first. */
function turnPartner(
  choice: Choice | undefined,
  cell: number,
  state: State,
  inSum: readonly (readonly number[])[],
  random: Random,
  before: number,
): boolean {
  const groups = choice?.sums ?? []
  for (let tried = 0; tried < PARTNERS && groups.length > 0; tried += 1) {
    const group = inSum[groups[tried % groups.length] ?? 0] ?? []
    const other = group[random.below(group.length)]
    if (other === undefined || other === cell || state.up[other] !== state.up[cell]) continue
    state.flip(other)
    if (state.squares < before) return true
    state.flip(other)
  }
  return false
}
