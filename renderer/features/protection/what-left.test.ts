import { expect, test } from 'vitest'
import type { PublicationEntry } from '../../../analyses/model/audit'
import { type DisclosureSummary, defaultRules, type LedgerEntry } from '../../../analyses/model/disclosure'
import { noDisclosure } from '../../../tests/helpers/small-report'
import { changedParts, whatLeft } from './what-left'

const summary: DisclosureSummary = { ...noDisclosure, applies: true, cells: 36, primary: 3, secondary: 5 }
const entry = (id: string, at: string, file: string): LedgerEntry => ({
  id,
  at,
  title: 'Women and men',
  file,
  summary,
  cells: [],
})
const exported = (at: string, file: string, of: string | null): PublicationEntry => ({
  kind: 'export',
  at,
  title: 'Women and men',
  files: [file],
  format: file.slice(-4),
  cells: 36,
  hidden: 8,
  entry: of,
})

test('the same report in a second format has left too, though it told nothing new', () => {
  const log = [exported('2026-01-01', 'a.html', 'e1'), exported('2026-01-02', 'a.docx', null)]
  const rows = whatLeft(log, [entry('e1', '2026-01-01', 'a.html')])
  expect(rows.map((row) => row.kind === 'export' && [row.files[0], row.summary?.primary])).toEqual([
    ['a.docx', undefined],
    ['a.html', 3],
  ])
})

test('what an export hid first stands with it, and whether it went by rules of its own', () => {
  const cell = { basis: 'b', variant: '', codes: { place: '0501' }, measure: 'people|count' }
  const hidden = { ...cell, value: null }
  const told = { ...entry('e1', '2026-01-01', 'a.html'), cells: [hidden, { ...cell, value: 120 }] }
  const line = { ...exported('2026-01-01', 'a.html', 'e1'), rules: defaultRules }
  expect(whatLeft([line, exported('2026-01-02', 'a.pdf', null)], [told])).toMatchObject([
    { files: ['a.pdf'], hiddenFirst: [], ownRules: false },
    { files: ['a.html'], hiddenFirst: [hidden], ownRules: true },
  ])
})

test('changes of the rules stand among the exports, newest first', () => {
  const rules: PublicationEntry = {
    kind: 'rules',
    at: '2026-01-02',
    before: defaultRules,
    after: { ...defaultRules, zeros: !defaultRules.zeros },
  }
  const log = [exported('2026-01-01', 'a.html', null), rules, exported('2026-01-03', 'b.html', null)]
  expect(whatLeft(log, []).map(({ kind }) => kind)).toEqual(['export', 'rules', 'export'])
})

test('what is remembered without a line in the log is listed once, with what was hidden', () => {
  const rows = whatLeft([], [entry('e1', '2026-01-01', 'a.html')])
  expect(rows).toMatchObject([{ kind: 'export', files: ['a.html'], cells: 36, hidden: 8 }])
})

test('a change of the rules says which parts it touched', () => {
  const after: typeof defaultRules = { ...defaultRules, minimum: 31, treatment: { kind: 'round', base: 5 } }
  expect(changedParts(defaultRules, after)).toEqual(['minimum', 'treatment'])
  expect(changedParts(defaultRules, { ...defaultRules })).toEqual([])
})
