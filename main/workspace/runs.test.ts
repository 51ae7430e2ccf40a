import { expect, test } from 'vitest'
import type { RunRecord } from '../../analyses/model/run-record'
import { recordText } from './runs'

const record: RunRecord = {
  format: 'workbench-run/1',
  pack: { id: 'gender-gap', version: '1.0.0' },
  params: { 'a"b': 'ěšč\n', n: 0.1 },
  inputs: [],
  tables: {
    none: [],
    small: [{ 'x"y': null, v: 1e-300 }],
    large: Array.from({ length: 12_001 }, (_, index) => ({
      code: `ž${index}`,
      v: index / 3,
      b: index % 2 === 0,
    })),
  },
  schema: {},
  findings: [],
  faults: [],
  sampleFlow: [],
  engine: { app: 'test', duckdb: '1' },
  seed: 1,
}

test('a record written in parts is the text JSON gives, and others get a turn meanwhile', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 0)
  expect(await recordText(record)).toBe(JSON.stringify(record))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
})
