import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { playwrightTally, sum, vitestTally } from '../run/reports.mjs'

const folder = mkdtempSync(join(tmpdir(), 'tally-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(content: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const file = (status: string, tests: readonly string[]) => ({
  name: 'a.test.ts',
  status,
  message: 'does not load',
  assertionResults: tests.map((each, index) => ({ status: each, fullName: `test ${index}` })),
})

test('vitest: every test counts once, a skipped one is not a passed one', () => {
  const path = report({ testResults: [file('failed', ['passed', 'failed', 'pending', 'todo'])] })
  expect(vitestTally(path, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 2,
    failures: ['a.test.ts: test 1'],
  })
})

test('vitest: a file that does not load, a crash and an absent report are failures', () => {
  expect(vitestTally(report({ testResults: [file('failed', [])] }), 1).failed).toBe(1)
  expect(vitestTally(report({ testResults: [file('passed', ['passed'])] }), 1).failed).toBe(1)
  expect(vitestTally(join(folder, 'absent.json'), 0).failed).toBe(1)
})

test('a run that found no test failed', () => {
  expect(vitestTally(report({ testResults: [] }), 0).failed).toBe(1)
  expect(playwrightTally(report({ suites: [], errors: [] }), 0).failed).toBe(1)
})

test('playwright: specs are counted through nested suites, a flaky one failed', () => {
  const spec = (status: string) => ({ file: 'a.spec.ts', title: status, tests: [{ status }] })
  const suites = [
    { specs: [spec('expected')], suites: [{ specs: [spec('flaky'), spec('skipped')] }] },
    { specs: [spec('unexpected')] },
  ]
  expect(playwrightTally(report({ suites, errors: [{ message: 'no browser' }] }), 1)).toMatchObject({
    passed: 1,
    failed: 3,
    skipped: 1,
  })
})

test('sums keep every failure', () => {
  const one = { passed: 1, failed: 1, skipped: 0, failures: ['x'] }
  expect(sum([one, one])).toEqual({ passed: 2, failed: 2, skipped: 0, failures: ['x', 'x'] })
})
