import { expect, test } from 'vitest'
import { defaultRules } from '../../analyses/model/disclosure'
import { noDisclosure } from '../../tests/helpers/small-report'
import { type ProtectedRuns, remembered } from './protection-memory'

const answer = (cells: number): ProtectedRuns => ({
  runs: [],
  cells: [],
  disclosure: { ...noDisclosure, applies: true, cells },
})

test('the same order is worked out once; other rules and another ledger are other orders', async () => {
  let worked = 0
  const ask = (minimum: number, ledger: [] | null) =>
    remembered({ runs: [], rules: { ...defaultRules, minimum }, ledger }, () =>
      Promise.resolve(answer(++worked)),
    )
  expect((await ask(10, [])).disclosure.cells).toBe(1)
  expect((await ask(10, [])).disclosure.cells).toBe(1)
  expect((await ask(5, [])).disclosure.cells).toBe(2)
  expect((await ask(10, null)).disclosure.cells).toBe(3)
})

test('what fails is not remembered, and old answers go', async () => {
  const order = (minimum: number) => ({ runs: [], rules: { ...defaultRules, minimum }, ledger: [] })
  await expect(remembered(order(20), () => Promise.reject(new Error('audit')))).rejects.toThrow('audit')
  expect((await remembered(order(20), () => Promise.resolve(answer(7)))).disclosure.cells).toBe(7)
  for (const minimum of [21, 22, 23, 24])
    await remembered(order(minimum), () => Promise.resolve(answer(minimum)))
  expect((await remembered(order(20), () => Promise.resolve(answer(8)))).disclosure.cells).toBe(8)
})
