import { expect, test } from 'vitest'
import type { RunSlot } from '../../../analyses/model/composition'
import { waitingSlots } from './waiting-slots'

const slot = (part: Partial<RunSlot>): RunSlot => ({
  pack: 'benchmark',
  title: {},
  run: null,
  bindings: {},
  params: {},
  optional: false,
  ...part,
})
const runs = {
  peers: slot({ params: { territory: '$territory' } }),
  gap: slot({ optional: true }),
  index: slot({ run: 'r1' }),
}

test('an analysis of a territory cannot be run before somebody says of which', () => {
  expect(waitingSlots({ runs, territory: null })).toEqual({ missing: 0, spare: 1, territory: true })
})

test('with a territory it waits like any other, and a finished one does not', () => {
  const territory = { code: '0501', name: 'Lipová' }
  expect(waitingSlots({ runs, territory })).toEqual({ missing: 1, spare: 1, territory: false })
  const done = { ...runs, peers: { ...runs.peers, run: 'r2' } }
  expect(waitingSlots({ runs: done, territory })).toEqual({ missing: 0, spare: 1, territory: false })
})

test('a report of many places has nothing to choose', () => {
  expect(waitingSlots({ runs: { gap: slot({}) }, territory: null })).toEqual({
    missing: 1,
    spare: 0,
    territory: false,
  })
})
