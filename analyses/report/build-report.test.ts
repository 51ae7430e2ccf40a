import { describe, expect, test } from 'vitest'
import { smallPack, smallRecord, townRows } from '../../tests/helpers/small-report'
import { type Locale, locales } from '../model/locale'
import type { Block, TableBlock } from '../model/report-document'
import { buildReport } from './build-report'

const report = (locale: Locale = 'cs', record = smallRecord()) =>
  buildReport({ pack: smallPack(), record, locale })

function one<K extends Block['kind']>(blocks: readonly Block[], kind: K) {
  const found = blocks.find((block): block is Extract<Block, { kind: K }> => block.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}
const table = (blocks: readonly Block[], id: string): TableBlock => {
  const found = blocks.find((block) => block.kind === 'table' && block.id === id)
  if (found?.kind !== 'table') throw new Error(`no table ${id}`)
  return found
}

test('the same run gives the same report, and nothing in it is changed', () => {
  const record = smallRecord()
  const before = JSON.stringify(record)
  expect(JSON.stringify(report('pl', record))).toBe(JSON.stringify(report('pl', record)))
  expect(JSON.stringify(record)).toBe(before)
})

test('women, men, total stand in this order whatever the manifest says', () => {
  expect(table(report().blocks, 'gap').columns.map(({ label, unit }) => `${label}${unit}`)).toEqual([
    'Území',
    'Period',
    'Ženy%',
    'Muži%',
    'Celkem%',
    'Rozdílp. b.',
    'Ratio',
    'Status',
  ])
})

test('a number is there as it is read and as it is', () => {
  expect(table(report().blocks, 'gap').rows[0]?.[2]).toEqual({ value: 0.5812345678901234, text: '58,1' })
  expect(table(report('en').blocks, 'gap').rows[0]?.[5]).toEqual({
    value: 0.5812345678901234 - 0.7312345678901235,
    text: '−15.0',
  })
})

test('a suppressed cell is a bullet with its reason, a missing one a dash, and the note spells both out', () => {
  const rows = [
    { territory: 'A', women: null, men: null, status: 'suppressed' },
    { territory: 'B', women: null, men: 0.5, status: 'ok' },
    { territory: 'C', women: 0.4, men: 0.5 },
  ]
  const gap = table(report('en', smallRecord(rows)).blocks, 'gap')
  expect(gap.rows[0]?.[2]).toEqual({
    value: null,
    text: '•',
    reason: 'fewer people than the smallest cell',
    hidden: 'suppressed',
  })
  expect(gap.rows[1]?.[2]).toEqual({ value: null, text: '–', reason: 'no value' })
  expect(gap.note).toBe(
    '– no value (4 cells); • fewer people than the smallest cell (5 cells; 1 row is hidden as a whole and has one mark).',
  )
})

test('the code of the whole is a word in the table, and stays a code under it', () => {
  const rows = [{ territory: 'all', women: 0.4, men: 0.5, status: 'ok' }]
  const cell = (locale: Locale) => table(report(locale, smallRecord(rows)).blocks, 'gap').rows[0]?.[0]
  expect(cell('cs')).toEqual({ value: 'all', text: 'celkem' })
  expect(cell('pl')).toEqual({ value: 'all', text: 'ogółem' })
})

test('a finding is worded in the language of the reader, not of the run', () => {
  expect(one(report('cs').blocks, 'findings').items[0]?.text).toBe(
    'V\u00a0území Ústí nad Olší je rozdíl −15,0 procentního bodu.',
  )
  expect(one(report('en').blocks, 'findings').items[0]?.text).toMatch(/^In Ústí nad Olší the gap is −15\.0/)
})

test('a long table shows its first rows and says how many there are', () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ territory: `T${index}`, women: 0.5, men: 0.6 }))
  const gap = table(report('en', smallRecord(rows)).blocks, 'gap')
  expect([gap.rows.length, gap.total]).toEqual([200, 300])
  expect(gap.note).toContain('The first 200 of 300 rows')
  const chart = one(report('en', smallRecord(rows)).blocks, 'chart')
  expect(chart.foot).toContain('The first 40 are drawn of 300')
})

test('a column nobody filled is left out, and the note names it', () => {
  const record = smallRecord()
  const gap = (record.tables['gap'] ?? []).map((row) => ({ ...row, ratio: null }))
  const built = table(report('en', { ...record, tables: { ...record.tables, gap } }).blocks, 'gap')
  expect(built.columns.map(({ name }) => name)).not.toContain('ratio')
  expect(built.note).toContain('Columns without a single value are left out: Ratio.')
})

test('a column of numbers that are all kept back stands with its marks: hidden is not absent', () => {
  const record = smallRecord()
  const gap = (record.tables['gap'] ?? []).map((row) => ({
    ...row,
    women: null,
    women_status: 'hidden-small',
    period: null,
  }))
  const built = table(report('en', { ...record, tables: { ...record.tables, gap } }).blocks, 'gap')
  const at = built.columns.findIndex(({ name }) => name === 'women')
  // With a letter, because other cells are hidden for another reason.
  expect(built.rows.map((row) => row[at]?.text)).toEqual(gap.map(() => '•\u00a0a'))
  expect(built.note).not.toContain('Women')
})

describe.each(locales)('in %s', (locale) => {
  const { blocks, synthetic } = report(locale)
  const text = JSON.stringify(blocks)

  test('limits, settings, method, sample flow, sources and provenance are there though the pack places none', () => {
    expect(blocks.filter(({ kind }) => kind === 'heading').length).toBe(9)
    for (const fact of [
      'employment.csv',
      'ab'.repeat(32),
      'Newcombe, R. G. (1998)',
      'v1.4.3',
      'territory = lau',
    ])
      expect(text).toContain(fact)
  })
  test('synthetic data are called so before anything else', () => {
    expect(synthetic).toBe(true)
    expect(blocks[0]).toMatchObject({ kind: 'note', tone: 'attention' })
    expect(report(locale, smallRecord(townRows, false)).synthetic).toBe(false)
  })
  test('no slot is left open and no code word is shown', () => {
    expect(text.replace(/"spec":.*?"table":/gs, '')).not.toMatch(
      /\{\w+\}|\bNaN\b|\bundefined\b|\bnull\b(?!,)/,
    )
  })
})

test('a chart the pack may not draw leaves its numbers and a sentence', () => {
  const pack = smallPack()
  const charts = pack.charts.map((chart) => ({ ...chart, spec: { ...chart.spec, config: {} } }))
  const { blocks } = buildReport({ pack: { ...pack, charts }, record: smallRecord(), locale: 'en' })
  expect(blocks.some((block) => block.kind === 'chart')).toBe(false)
  expect(table(blocks, 'dumbbell-data').rows).toHaveLength(5)
  expect(JSON.stringify(blocks)).toContain('charts of packs may not use')
})

test('a run without rows says so instead of drawing nothing', () => {
  const { blocks } = report('en', smallRecord([]))
  expect(JSON.stringify(blocks)).toContain('There is nothing to draw')
  expect(table(blocks, 'gap').note).toBe('The table has no rows.')
})

test('a source card and what the import rejected stand with the source, as text', () => {
  const record = smallRecord()
  const [input] = record.inputs
  if (input === undefined) throw new Error('the small report has an input')
  const card = {
    producer: 'ČSÚ <b>tučně</b>',
    licence: 'CC BY 4.0',
    retrievedOn: '2026-03-01',
  }
  const told = { ...input, imported: { read: 1240, loaded: 1234, rejected: 6 }, card }
  const document = report('cs', { ...record, inputs: [told] })
  const facts = document.blocks.flatMap((block) => (block.kind === 'facts' ? block.items : []))
  const said = (label: string) => facts.find((fact) => fact.label === label)?.value
  expect(said('Vydavatel')).toContain('tučně')
  expect(said('Licence')).toBe('CC BY 4.0')
  expect(said('Získáno dne')).toBe('1. března 2026')
  expect(said('Odmítnuto při načtení')).toMatch(/^6\sz\s1\s?240 záznamů$/)
  expect(said('Adresa')).toBeUndefined()
})
