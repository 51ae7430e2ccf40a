import { expect, test } from 'vitest'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'
import { faultOf } from '../../tests/helpers/import-files'
import { noDisclosure } from '../../tests/helpers/small-report'
import { isSealed, requireSealed, sealed } from './record-seal'

const exact: RunRecord = {
  format: 'workbench-run/1',
  pack: { id: 'gender-gap', version: '1.0.0' },
  params: { alpha: 0.05, smallest_cell: 3 },
  inputs: [],
  tables: { gap: [{ territory: '2', women: null, status: 'hidden-small', low: -0, men: 0.1 + 0.2 }] },
  schema: { gap: [{ name: 'territory', type: 'text' }] },
  findings: [],
  faults: [],
  sampleFlow: [],
  engine: { app: '1', duckdb: '1' },
  seed: 1,
}
const summary = {
  ...noDisclosure,
  ...{ applies: true, cells: 4, primary: 1 },
  audit: { attacked: 1, protected: 1, earlier: 0, optimal: true, ledger: false },
  reasons: { 'hidden-small': 1 },
}
const written = () => JSON.parse(JSON.stringify(sealed(exact, summary)))

test('a record that was written and read is the one that was sealed', () => {
  expect(isSealed(runRecordSchema.parse(written()))).toBe(true)
  const read = runRecordSchema.parse(written())
  expect(JSON.stringify(read)).toBe(JSON.stringify(sealed(exact, summary)))
  if (read.disclosure === undefined) throw new Error('no disclosure')
  expect(requireSealed(read, read.disclosure)).toEqual(summary)
})

test('a number put back, a row pasted in and a record that never was protected are not', async () => {
  const back = written()
  back.tables.gap[0].women = 7 / 12
  const pasted = written()
  pasted.tables.counts = [{ women: 7 }]
  const claimed = { ...written(), disclosure: summary }
  for (const document of [back, pasted, claimed]) {
    const record = runRecordSchema.parse(document)
    expect(isSealed(record)).toBe(false)
    const { disclosure } = record
    if (disclosure === undefined) throw new Error('no disclosure')
    const refused = await faultOf((async () => requireSealed(record, disclosure))())
    expect(refused.code).toBe('publish.not-protected')
  }
})
