import { refuseMethod } from '../core/refusal'
import type { IndexTree } from './index-tree'

/**
 * Items `NAME=NUMBER` -> a factor for every node of the tree, 1 where nothing is said. The number stands after the
 * last equals sign. A name that the structure has outside the index (a denominator) does nothing; a name the structure
 * does not have, or a number that is no weight, is refused: a wish must not get lost in silence.
 */
export function stakeholderFactors(tree: IndexTree, items: readonly string[]): readonly number[] {
  const factors = new Map<string, number>()
  const known = new Set([...tree.nodes.map(({ code }) => code), ...tree.leftOut])
  for (const item of items.filter((text) => text.trim() !== '')) {
    const at = item.lastIndexOf('=')
    const [name, written] = [item.slice(0, Math.max(0, at)).trim(), item.slice(at + 1).trim()]
    const factor = written === '' ? Number.NaN : Number(written)
    if (at <= 0 || !Number.isFinite(factor) || factor < 0)
      refuseMethod('composite.stakeholder-weight-wrong', { item })
    if (!known.has(name))
      refuseMethod('composite.stakeholder-weight-unknown', { name, known: [...known].join(', ') })
    factors.set(name, factor)
  }
  return tree.nodes.map(({ code }) => factors.get(code) ?? 1)
}
