import { expect, test } from 'vitest'
import type { Steps } from '../methods/core/steps'
import { workOf } from './work'

function* slowly(pieces: number): Steps<string> {
  for (let piece = 1; piece <= pieces; piece += 1) {
    const end = Date.now() + 10
    while (Date.now() < end);
    yield piece / pieces
  }
  return 'done'
}

test('a long calculation reports how far it is and gives others their turn', async () => {
  const shares: (number | null)[] = []
  const work = workOf({ signal: new AbortController().signal, report: ({ value }) => shares.push(value) }, 1)
  work.next('job.calculate')
  let turns = 0
  const other = setInterval(() => {
    turns += 1
  }, 1)
  expect(await work.drive(slowly(20))).toBe('done')
  clearInterval(other)
  expect(turns).toBeGreaterThan(2)
  const reported = shares.slice(1)
  expect(reported.length).toBeGreaterThan(2)
  expect(reported).toEqual([...reported].sort())
})

test('a cancel ends it between two pieces', async () => {
  const controller = new AbortController()
  const work = workOf({ signal: controller.signal, report: () => {} }, 1)
  setTimeout(() => controller.abort(), 40)
  await expect(work.drive(slowly(10_000))).rejects.toThrow()
})
