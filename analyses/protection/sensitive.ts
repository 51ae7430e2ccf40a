import { type Level, sumLevel } from '../methods/disclosure/levels'
import { sensitivity } from '../methods/disclosure/sensitivity'
import type { DisclosureRules, HiddenReason } from '../model/disclosure'
import { type Figure, type Group, mainPart, type Part, type Pool } from './pool'

/** Why a number may not be shown by itself, and what an attacker must be left with; null: it may. */
export interface Sensitive {
  readonly reason: HiddenReason
  readonly level: Level
}

export const isFew = (persons: number, { minimum, zeros }: DisclosureRules): boolean =>
  persons < minimum && (persons > 0 || (zeros && persons === 0))

/** The range of a hidden count: at least one person wide, and the share of it that the rules ask for. */
export const countRange = (value: number, { protection }: DisclosureRules): Level => ({
  width: Math.max(1, (value * protection) / 100),
  above: 0,
})

export function sensitiveFigure(figure: Figure, rules: DisclosureRules): Sensitive | null {
  const { kind, value, contributors, largest, second } = figure
  if (Number.isNaN(value)) return null
  if (kind === 'count')
    return isFew(value, rules) ? { reason: 'hidden-small', level: countRange(value, rules) } : null
  // Nobody knows how many are behind it, so nobody can say that there are enough.
  if (isFew(contributors, rules) || Number.isNaN(contributors))
    return { reason: 'hidden-small', level: sumLevel(Math.abs(value), 0, rules.protection) }
  const { p, dominance } = rules
  const found = sensitivity(
    { value, count: contributors, largest, second },
    {
      ...{ threshold: null, zeros: false, q: 100, atLeast: false, p },
      ...{ n: dominance?.n ?? null, k: dominance?.k ?? null },
    },
  )
  return found.sensitive
    ? { reason: 'hidden-dominance', level: sumLevel(value, found.above, rules.protection) }
    : null
}

/** Hides a part of a group; its numbers take every share of them along. True when that was new. */
export function hide(group: Group, part: Part, reason: HiddenReason): boolean {
  const parts = part === mainPart ? partsOf(group) : [part]
  const fresh = parts.filter((one) => !group.hidden.has(one))
  for (const one of fresh) group.hidden.set(one, reason)
  return fresh.length > 0
}

export const partsOf = (group: Group): readonly Part[] => [
  ...new Set([mainPart, ...[...group.figures.values()].map(({ part }) => part)]),
]

/** Primary suppression: what is sensitive by itself, and what somebody has hidden before. */
export function hideSensitive({ groups }: Pool, rules: DisclosureRules): void {
  for (const group of groups.values()) {
    for (const [part, how] of group.before)
      hide(group, part, how === 'company' ? 'hidden-complementary' : 'hidden-small')
    for (const figure of group.figures.values()) {
      const found = sensitiveFigure(figure, rules)
      if (found !== null) hide(group, figure.part, found.reason)
    }
  }
}
