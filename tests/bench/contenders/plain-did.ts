import { finish } from '../../../analyses/methods/core/steps'
import { staggered } from '../../../analyses/methods/did/staggered'
import { caseOf, panelOf, staggeredOptions } from '../method-cases'
import { type PlainStaggered, plainStaggered } from '../plain/staggered'
import { measure, words } from './measure'

// The same estimator written plainly; afterwards its numbers are compared with the fast one's at this very size.
const [, , size = ''] = words(3)
const rows = panelOf(caseOf('did').run(Number(size)))
let plain: PlainStaggered | null = null
await measure(async () => {
  plain = plainStaggered(rows, 1000, 1)
  return { rows: Number(size) }
})
check(plain)

function check(found: PlainStaggered | null): void {
  if (found === null) throw new Error('nothing was calculated')
  const fast = finish(staggered(rows, staggeredOptions))
  const pairs = (['simple', 'group', 'dynamic', 'calendar'] as const).flatMap((kind) => [
    [fast.overall[kind]?.effect.att, found.overall[kind].att],
    [fast.overall[kind]?.effect.seBootstrap, found.overall[kind].seBootstrap],
  ])
  for (const [a = Number.NaN, b = Number.NaN] of pairs.map((pair) =>
    pair.map((value) => value ?? Number.NaN),
  ))
    if (!(Math.abs(a - b) < 1e-8)) throw new Error(`the plain estimator gives ${b}, the fast one ${a}`)
}
