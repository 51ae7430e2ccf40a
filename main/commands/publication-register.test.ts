import { expect, test } from 'vitest'
import type { PublicationEntry } from '../../analyses/model/audit'
import { defaultRules, type LedgerEntry } from '../../analyses/model/disclosure'
import { noDisclosure } from '../../tests/helpers/small-report'
import { publicationRegister } from './publication-register'

const cell = { basis: 'b', variant: '', measure: 'count' }
const entry = (id: string, at: string): LedgerEntry => ({
  ...{ id, at, title: 'Women and men', file: 'a.html' },
  summary: { ...noDisclosure, applies: true, cells: 3, primary: 1, secondary: 1 },
  cells: [
    { ...cell, codes: { place: '0501', sex: 'F' }, value: null },
    { ...cell, codes: { place: '0501', sex: 'T' }, value: 170 },
    { ...cell, codes: { place: '0501', sex: 'M' }, value: null },
  ],
})
const told = {
  ...{ title: 'Women and men', files: ['a.html', 'a.pdf'], format: 'html' },
  ...{ cells: 3, hidden: 2 },
}
const log: readonly PublicationEntry[] = [
  { kind: 'export', ...told, at: '2026-01-01T10:00:00Z', entry: 'export-0002' },
  {
    kind: 'rules',
    at: '2026-01-02T10:00:00Z',
    before: defaultRules,
    after: { ...defaultRules, minimum: 31 },
  },
  {
    kind: 'export',
    ...told,
    at: '2026-01-03T10:00:00Z',
    entry: null,
    rules: { ...defaultRules, minimum: 5 },
  },
]

test('every export is followed by the cells it hid first; changes of the rules are named', () => {
  const ledger = [entry('export-0001', '2025-12-01T10:00:00Z'), entry('export-0002', '2026-01-01T10:00:00Z')]
  const { rows } = publicationRegister(log, ledger)
  const hidden = (id: string) => [
    ['hidden-cell', id, 'place=0501; sex=F', null],
    ['hidden-cell', id, 'place=0501; sex=M', null],
  ]
  const own = `rules of this export: ${JSON.stringify({ ...defaultRules, minimum: 5 })}`
  expect(rows.map(({ record, entry: id, codes, detail }) => [record, id, codes, detail])).toEqual([
    // Left before there was a log.
    ['export', 'export-0001', null, null],
    ...hidden('export-0001'),
    ['export', 'export-0002', null, null],
    ...hidden('export-0002'),
    ['rules', null, null, 'minimum: 10 -> 31'],
    ['export', null, null, own],
  ])
  expect(rows[3]).toMatchObject({ files: 'a.html; a.pdf', cells: 3, hidden: 2 })
})

test('no value of a cell stands in the register', () => {
  const { columns, rows } = publicationRegister(log, [entry('export-0002', '2026-01-01T10:00:00Z')])
  expect(columns.map(({ name }) => name)).not.toContain('value')
  expect(JSON.stringify(rows)).not.toContain('170')
})
