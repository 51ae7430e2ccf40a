import type { Part, Pool } from './pool'
import { hide } from './sensitive'

/**
 * Shares that are the same thing under two names (at risk below the chosen threshold, at risk below 60 per cent of the
 * median) agree in every group: where one is hidden, the other would show it. True when that hid something more.
 */
export function hideTwins({ groups }: Pool): boolean {
  let changed = false
  for (const [one, other] of twinsOf(groups))
    for (const group of groups.values()) {
      if (!group.figures.has(`has ${one}`) || !group.figures.has(`has ${other}`)) continue
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const reason = group.hidden.get(from)
        if (reason !== undefined && !group.hidden.has(to)) changed = hide(group, to, reason) || changed
      }
    }
  return changed
}

function twinsOf(groups: Pool['groups']): readonly (readonly [Part, Part])[] {
  const values = new Map<Part, Map<string, number>>()
  for (const { key, figures } of groups.values())
    for (const [family, { part, value }] of figures) {
      if (!family.startsWith('has ')) continue
      const own = values.get(part) ?? new Map<string, number>()
      values.set(part, own.set(key, value))
    }
  const parts = [...values]
  return parts.flatMap(([one, ours], at) =>
    parts.slice(at + 1).flatMap(([other, theirs]) => {
      const both = [...ours].filter(([key]) => theirs.has(key))
      return both.length > 0 && both.every(([key, value]) => Object.is(theirs.get(key), value))
        ? [[one, other] as const]
        : []
    }),
  )
}
