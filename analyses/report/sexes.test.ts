import { expect, test } from 'vitest'
import { noDisclosure, smallPack, smallRecord } from '../../tests/helpers/small-report'
import { type Locale, locales } from '../model/locale'
import type { RunRecord } from '../model/run-record'
import { buildReport } from './build-report'

const titles = {
  cs: 'Ženy a muži v datech',
  en: 'Women and men in the data',
  pl: 'Kobiety i mężczyźni w danych',
}

/** The paragraphs under the heading of women and men; none where there is no such heading. */
function said(record: RunRecord, locale: Locale = 'en'): readonly string[] {
  const { blocks } = buildReport({ pack: smallPack(), record, locale })
  const from = blocks.findIndex(
    (block) => block.kind === 'heading' && block.text.replaceAll('\u00a0', ' ') === titles[locale],
  )
  if (from < 0) return []
  const rest = blocks.slice(from + 1)
  const end = rest.findIndex(({ kind }) => kind === 'heading')
  return rest
    .slice(0, end < 0 ? undefined : end)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

const withFlow = (reason: string, rows: number | null): RunRecord => ({
  ...smallRecord(),
  sampleFlow: [{ step: 'people', units: null, rows, reason }],
})

const bySex = (sexes: readonly string[]): RunRecord => ({
  ...smallRecord(),
  tables: { ...smallRecord().tables, gap: sexes.map((sex) => ({ territory: 'A', sex, women: 0.5 })) },
})

test('nothing is said where women and men are both there', () => {
  expect(said(smallRecord())).toEqual([])
  expect(said(bySex(['F', 'M', 'T', 'F-M']))).toEqual([])
})

test.each(locales)('a column with sex that is not bound is told: %s', (locale) => {
  const record = smallRecord()
  const inputs = record.inputs.map((input) => ({ ...input, columns: { territory: 'kraj', period: 'rok' } }))
  expect(said({ ...record, inputs }, locale)).toHaveLength(1)
  expect(said(record, locale)).toEqual([])
})

test.each(locales)('rows without sex are told with their number, few of them without: %s', (locale) => {
  for (const rows of [1, 3, 40])
    expect(said(withFlow('no-sex', rows), locale).join('')).toContain(String(rows))
  const disclosure = { ...noDisclosure, applies: true }
  for (const rows of [null, 3]) {
    const [text = '', ...more] = said({ ...withFlow('other-sex', rows), disclosure }, locale)
    expect(more).toEqual([])
    expect(text).not.toMatch(/\d/)
    expect(text).not.toBe('')
  }
  expect(said({ ...withFlow('other-sex', 0), disclosure }, locale)).toEqual([])
})

test('one sex alone, and others beside women and men, are told', () => {
  expect(said(bySex(['F', 'T']))).toEqual([
    'The data have women only; there are no men in them. So no gap can be given.',
  ])
  expect(said(bySex(['M']))).toHaveLength(1)
  expect(said(bySex(['F', 'M', 'X', 'T']))).toEqual([
    'Beside women and men the data also have: X. These have rows of their own.',
  ])
})
