import { expect, test } from 'vitest'
import type { SourcePreview } from '../../../analyses/model/data-set'
import { fileName } from '../../client/file-name'
import { correct, correctColumn, lineKind, typedCount } from './import-options'

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
  const typed = correctColumn({}, 'lau', { type: 'code' })
  expect(correctColumn(typed, 'lau', { role: 'territory' })).toEqual({
    columns: { lau: { type: 'code', role: 'territory' } },
  })
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
