import { expect, test } from 'vitest'
import { finish } from '../../../analyses/methods/core/steps'
import { staggered } from '../../../analyses/methods/did/staggered'
import { panelOf, staggeredOptions } from '../../bench/method-cases'
import { plainStaggered } from '../../bench/plain/staggered'
import { staggeredPanel } from '../../helpers/long-runs'

test('the plain estimator the bench compares with gives the same effects and errors', () => {
  const rows = panelOf(staggeredPanel(150, 20))
  const plain = plainStaggered(rows, 99, 7)
  const fast = finish(staggered(rows, { ...staggeredOptions, bootstrap: 99, seed: 7 }))
  const near = (a: number | null | undefined, b: number) =>
    expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThan(1e-8)
  for (const name of ['byEvent', 'byGroup', 'byTime'] as const) {
    expect(fast[name].length).toBe(plain[name].length)
    for (const [k, one] of plain[name].entries()) {
      expect(fast[name][k]?.at).toBe(one.at)
      near(fast[name][k]?.effect.att, one.att)
      near(fast[name][k]?.effect.seAnalytic, one.seAnalytic)
      near(fast[name][k]?.effect.seBootstrap, one.seBootstrap)
    }
  }
  expect(plain.groupTime.length).toBe(57)
  for (const one of plain.groupTime) {
    const effect = fast.groupTime.find(({ group, time }) => group === one.group && time === one.time)?.effect
    near(effect?.att, one.att)
    near(effect?.seAnalytic, one.seAnalytic)
    near(effect?.seBootstrap, one.seBootstrap)
  }
  for (const kind of ['simple', 'group', 'dynamic', 'calendar'] as const) {
    near(fast.overall[kind]?.effect.att, plain.overall[kind].att)
    near(fast.overall[kind]?.effect.seAnalytic, plain.overall[kind].seAnalytic)
    near(fast.overall[kind]?.effect.seBootstrap, plain.overall[kind].seBootstrap)
  }
})
