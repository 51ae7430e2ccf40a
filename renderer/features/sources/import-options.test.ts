import { expect, test } from 'vitest'
import type { SourcePreview } from '../../../analyses/model/data-set'
import { fileName } from '../../client/file-name'
import {
  chosenIds,
  correct,
  correctColumn,
  lineKind,
  saidOf,
  scopeOf,
  toShow,
  typedCount,
  withSteps,
} from './import-options'

const preview = {
  dialect: { delimiter: ',', headerLine: 4, headerLines: 2, preambleLines: 2 },
} as unknown as SourcePreview

test('a correction replaces a guess and can be taken back', () => {
  const windows = correct({}, { encoding: 'windows-1250' })
  expect(windows).toEqual({ encoding: 'windows-1250' })
  expect(correct(windows, { encoding: undefined })).toEqual({})
  expect(correct({}, { quote: null })).toEqual({ quote: null })
})

test('type and role of a column are corrected apart from each other', () => {
  const typed = correctColumn({}, null, 'lau', { type: 'code' })
  expect(correctColumn(typed, null, 'lau', { role: 'territory' })).toEqual({
    columns: { lau: { type: 'code', role: 'territory' } },
  })
})

const threeTables = {
  table: 'b',
  tables: [
    { id: 'a', byDefault: true },
    { id: 'b', byDefault: true },
    { id: 'c', byDefault: false },
  ],
} as unknown as SourcePreview

test('where a file has several tables, a correction concerns the one that is shown', () => {
  const scope = scopeOf(threeTables, {})
  const said = correctColumn({}, scope, 'sex', { role: 'sex' })
  expect(said).toEqual({ tables: { b: { columns: { sex: { role: 'sex' } } } } })
  expect(saidOf(said, 'b', 'sex')).toEqual({ role: 'sex' })
  expect(saidOf(said, 'a', 'sex')).toEqual({})
  expect(withSteps(said, 'b', [])).toEqual({
    tables: { b: { columns: { sex: { role: 'sex' } }, steps: [] } },
  })
  expect(scopeOf(threeTables, { append: true })).toBeNull()
})

test('which tables load, and which one is looked at', () => {
  expect(chosenIds(threeTables, {})).toEqual(['a', 'b'])
  expect(chosenIds(threeTables, { only: ['c', 'a'] })).toEqual(['a', 'c'])
  expect(toShow({ only: ['a'] }, 'b')).toEqual({ only: ['b'] })
  expect(toShow({ only: ['a'] }, null)).toEqual({})
  const typed = {
    card: { producer: 'ČSÚ' },
    columns: { a: { personal: { action: 'drop' as const }, type: 'code' as const } },
  }
  expect(toShow(typed, null)).toEqual({ columns: { a: { type: 'code' } } })
  expect(toShow({ append: true, only: ['a', 'b'] }, 'b')).toEqual({ append: true, only: ['a', 'b'] })
})

test('lines above the header block are preamble, the block may have several lines', () => {
  expect([1, 2, 3, 4, 5].map((line) => lineKind(preview, line))).toEqual([
    'preamble',
    'preamble',
    'header',
    'header',
    'record',
  ])
})

test('only whole numbers count', () => {
  expect(typedCount(' 12')).toBe(12)
  expect(typedCount('-1')).toBeNull()
  expect(typedCount('1.5')).toBeNull()
  expect(typedCount('')).toBeNull()
})

test('a file is called by its last part on both kinds of system', () => {
  expect(fileName('/data/Obce 2023.csv')).toBe('Obce 2023.csv')
  expect(fileName('C:\\data\\obce.csv')).toBe('obce.csv')
})
