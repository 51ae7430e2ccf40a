import { describe, expect, test } from 'vitest'
import {
  noDisclosure,
  type SmallRow,
  smallPack,
  smallRecord,
  townRows,
} from '../../tests/helpers/small-report'
import { type CompositionInput, compositionSchema } from '../model/composition'
import type { DisclosureSummary } from '../model/disclosure'
import type { Locale } from '../model/locale'
import type { Block, TableBlock } from '../model/report-document'
import type { RunRecord } from '../model/run-record'
import { buildComposition } from './build-composition'

type Section = CompositionInput['sections'][number]
type BlockInput = Section['blocks'][number]

const pack = smallPack()
const composition = (blocks: readonly BlockInput[], more: Partial<CompositionInput> = {}) =>
  compositionSchema.parse({
    format: 'workbench-report/1',
    locale: 'en',
    title: { en: 'Report', cs: 'Zpráva' },
    runs: {
      gap: { pack: 'small-gap' },
      other: { pack: 'small-gap', optional: true, title: { en: 'Other' } },
    },
    sections: [{ id: 'first', title: { en: 'First', cs: 'První' }, blocks: [...blocks] }],
    ...more,
  } satisfies CompositionInput)

const build = (
  blocks: readonly BlockInput[],
  { more = {}, record = smallRecord(), locale = 'en' as Locale, both = false } = {} as {
    readonly more?: Partial<CompositionInput>
    readonly record?: RunRecord
    readonly locale?: Locale
    readonly both?: boolean
  },
) =>
  buildComposition({
    composition: composition(blocks, more),
    runs: new Map([
      ['gap', { pack, record }] as const,
      ...(both ? [['other', { pack, record }] as const] : []),
    ]),
    locale,
  })

const text = (words: string): BlockInput => ({ kind: 'text', id: 'words', text: { en: words } })
const said = (words: string, more: Parameters<typeof build>[1] = {}): string => {
  const found = build([text(words)], more).blocks.find(
    (block) => block.of === 'words' && block.kind === 'paragraph',
  )
  return found?.kind === 'paragraph' ? found.text : ''
}
const notes = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'note' && block.of !== undefined ? [block.text] : []))
const body = (blocks: readonly Block[]) => blocks.filter(({ of }) => of !== undefined)
const tables = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : []))

describe('a live number', () => {
  test('is the run’s own, with the unit a sentence needs, in the language of the text', () => {
    const slot = '{{gap gap women territory=Čelákovice}} and {{gap gap difference territory="Ústí nad Olší"}}'
    expect(said(slot)).toBe('61.0% and −15.0\u00a0pp')
    expect(said(slot, { locale: 'cs' })).toBe('61,0\u00a0% and −15,0\u00a0p. b.')
  })

  test('is as many digits as the table beside it shows', () => {
    const { blocks } = build([
      text('{{gap gap ratio territory=Čelákovice}}'),
      { kind: 'run', id: 'table', run: 'gap', part: 'table', name: 'gap' },
    ])
    const gap = tables(blocks).find(({ id }) => id === 'gap-gap')
    const column = gap?.columns.findIndex(({ name }) => name === 'ratio') ?? -1
    const row = gap?.rows.find(([first]) => first?.value === 'Čelákovice')
    expect(said('{{gap gap ratio territory=Čelákovice}}')).toBe(row?.[column]?.text)
  })

  test('follows the run when it is run again, and the words stay', () => {
    const later = townRows.map((row) => ({ ...row, women: row.women === null ? null : row.women + 0.1 }))
    const words = 'Women: {{gap gap women territory=Čelákovice}}, as the board asked.'
    expect(said(words)).toBe('Women: 61.0%, as the board asked.')
    expect(said(words, { record: smallRecord(later) })).toBe('Women: 71.0%, as the board asked.')
  })

  test('that is hidden or missing is a mark with its reason, never a number', () => {
    const rows: readonly SmallRow[] = [
      { territory: 'A', women: null, men: null, status: 'hidden-small' },
      { territory: 'B', women: null, men: null, status: 'ok' },
    ]
    const record = smallRecord(rows)
    expect(said('{{gap gap women territory=A}}', { record })).toBe('•\u00a0(too few persons or firms)')
    expect(said('{{gap gap women territory=B}}', { record })).toBe('–\u00a0(no value)')
  })

  test.each([
    ['{{nobody gap women}}', /names no analysis/],
    ['{{other gap women}}', /waits for an analysis/],
    ['{{gap nothing women}}', /a table that this run/],
    ['{{gap gap nothing territory=Žďár}}', /a column that the table does not have/],
    ['{{gap gap women town=Žďár}}', /a column that the table does not have/],
    ['{{gap gap women territory=Nowhere}}', /finds no row/],
    ['{{gap gap women}}', /finds 5 rows/],
    ['{{gap gap}}', /cannot be read/],
    ['{{gap gap women territory=Žďár or so}}', /cannot be read/],
  ])('%s cannot be found: a mark, and a note that says why', (source, reason) => {
    const { blocks } = build([text(`There are ${source} of them.`)])
    expect(said(`There are ${source} of them.`)).toBe('There are [?] of them.')
    const [note = ''] = notes(blocks)
    expect(note).toMatch(reason)
    expect(note).toContain(source)
  })

  test('counts rows, and does not where a row hides what it is', () => {
    expect(said('{{gap gap #}} towns, {{gap gap # status=ok}} with a value')).toBe('5 towns, 4 with a value')
  })

  test('conditions may name the run’s parameters and the edges of a column', () => {
    expect(said('{{gap gap men territory=Žďár period=$last}}')).toBe('66.7%')
    const record = { ...smallRecord(), params: { territory: 'Žďár' } }
    expect(said('$territory_name: {{gap gap men territory=$territory}}', { record })).toBe('Žďár: 66.7%')
    const territory = { code: 'Łódź', name: 'Lodz' }
    expect(said('$territory_name: {{gap gap men territory=$territory}}', { more: { territory } })).toBe(
      'Lodz: 70.0%',
    )
  })

  test('never becomes markup, and markup from data stays text', () => {
    const record = smallRecord([{ territory: '| # <b>x</b>', women: 0.5, men: 0.5 }])
    expect(said('{{gap gap territory women=0.5}}', { record })).toBe('| # <b>x</b>')
  })
})

describe('blocks', () => {
  const chart: BlockInput = { kind: 'run', id: 'chart', run: 'gap', part: 'chart', name: 'dumbbell' }
  const table: BlockInput = { kind: 'run', id: 'table', run: 'gap', part: 'table', name: 'gap' }

  test('stand in their order with their titles and comments; hidden ones do not', () => {
    const { blocks } = build([
      { ...table, title: { en: 'My table' }, comment: { en: 'Mind {{gap gap women territory=Žďár}}.' } },
      { ...chart, title: { en: 'My chart' } },
      { ...text('Not seen'), id: 'unseen', hidden: true },
    ])
    expect(body(blocks).map(({ kind }) => kind)).toEqual(['heading', 'table', 'comment', 'chart'])
    expect(body(blocks)).toMatchObject([
      { text: 'First' },
      { caption: 'My table' },
      { text: 'Mind 33.3%.' },
      { title: 'My chart', table: { caption: 'Data of the chart: My chart' } },
    ])
  })

  test('a table shows the columns and rows asked for', () => {
    const { blocks } = build([
      { ...table, columns: ['territory', 'difference'], where: { territory: 'Žďár' }, rows: 1 },
    ])
    const gap = tables(body(blocks))[0]
    expect(gap?.columns.map(({ name }) => name)).toEqual(['territory', 'difference'])
    expect(gap?.rows.map(([cell]) => cell?.text)).toEqual(['Žďár'])
  })

  test('what is not in the run is a note and not a hole', () => {
    const { blocks } = build([
      { ...chart, name: 'nothing' },
      { ...table, id: 't', name: 'nothing' },
      { ...table, id: 'u', run: 'nobody' },
    ])
    expect(notes(blocks)).toHaveLength(3)
  })

  test('an optional analysis that is missing takes its blocks along, and its section when nothing is left', () => {
    const gone: BlockInput = { ...chart, run: 'other' }
    const sections = [
      { id: 'gone', title: { en: 'Gone' }, blocks: [gone, { ...text('Of other'), needs: ['other'] }] },
      { id: 'stays', title: { en: 'Stays' }, blocks: [{ ...gone, id: 'b' }, text('Of us')] },
    ]
    const headings = body(build([], { more: { sections } }).blocks).flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    )
    expect(headings).toEqual(['Stays'])
    expect(JSON.stringify(build([], { more: { sections } }).blocks)).toContain('has not been run: Other.')
  })

  test('an analysis that is needed and missing has a note, an empty section too', () => {
    const more = { runs: { gap: { pack: 'small-gap', title: { en: 'The gap' } } } }
    const waiting = buildComposition({ composition: composition([chart], more), runs: new Map() })
    expect(notes(waiting.blocks)).toEqual([
      'This place is for the analysis “The gap”, which has not been run yet.',
    ])
    expect(notes(build([text('')]).blocks)).toEqual(['Nothing has been written here yet.'])
  })

  test('texts are headings, lists and tables; no id is given twice over runs, places and languages', () => {
    const words =
      '### Steps\n\n- one\n- two\n\n: What was done\n| Step | Number |\n|---|---|\n| a | {{gap gap women territory=Žďár}} |'
    const blocks = [
      text(words),
      chart,
      { ...chart, id: 'again' },
      { ...chart, id: 'third', run: 'other' },
      table,
    ]
    const report = build(blocks, { more: { second: 'cs' }, both: true })
    const ids = report.blocks.flatMap((block) =>
      block.kind === 'chart' ? [block.id] : 'id' in block ? [block.id] : [],
    )
    expect(new Set(ids).size).toBe(ids.length)
    const own = tables(report.blocks).find(({ id }) => id.startsWith('words'))
    expect(own?.caption).toBe('What was done')
    expect(own?.rows).toEqual([
      [expect.objectContaining({ text: 'a' }), expect.objectContaining({ text: '33.3%' })],
    ])
  })
})

test('the second language says the same numbers in its own way', () => {
  const block: BlockInput = { kind: 'run', id: 'table', run: 'gap', part: 'table', name: 'gap' }
  const { blocks } = build([block], { more: { second: 'cs' } })
  const [english, czech] = tables(blocks).filter(({ id }) => id.startsWith('gap-gap'))
  expect(czech?.rows.map((row) => row.map(({ value }) => value))).toEqual(
    english?.rows.map((row) => row.map(({ value }) => value)),
  )
  const second = blocks.filter(({ lang }) => lang === 'cs')
  expect(second.some((one) => one.kind === 'heading' && one.text === 'První')).toBe(true)
  expect(english?.rows[0]?.[2]?.text).toBe('58.1')
  expect(czech?.rows[0]?.[2]?.text).toBe('58,1')
})

test('the appendix is there for readers of each language, and no table is called twice', () => {
  const { blocks } = build([text('Words')], { more: { second: 'cs' } })
  const headings = (lang?: Locale) =>
    blocks.flatMap((block) => (block.kind === 'heading' && block.lang === lang ? [block.text] : []))
  expect(headings()).toEqual(expect.arrayContaining([expect.stringMatching(/^Appendix A: /), 'Literature']))
  expect(headings('cs')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Příloha A: /), 'Literatura']),
  )
  const ids = tables(blocks).map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('a table without a row of the asked place says so and shows no empty head', () => {
  const table = (where: Record<string, string>): BlockInput => ({
    kind: 'run',
    id: 'table',
    run: 'gap',
    part: 'table',
    name: 'gap',
    where,
  })
  const [nowhere] = tables(build([table({ territory: 'Nowhere' })]).blocks)
  expect(nowhere).toMatchObject({ columns: [], rows: [], note: expect.stringContaining('no row') })
  const record = smallRecord(townRows.map((row) => ({ ...row, period: null })))
  const [timeless] = tables(build([table({ period: '$last' })], { record }).blocks)
  expect(timeless?.rows).toHaveLength(townRows.length)
})

test('without a title page who made the report stays in the properties of its files', () => {
  const maker = { author: 'Jana Nováková', titlePage: false }
  const report = build([text('Words')], { more: maker })
  expect(report).toMatchObject({ titlePage: false, imprint: { author: 'Jana Nováková' } })
})

test('the appendix tells each source and each work once, and what every run was', () => {
  const { blocks } = build([text('Words')], { both: true })
  const facts = blocks.flatMap((block) => (block.kind === 'facts' ? [block.caption] : []))
  expect(facts.filter((caption) => caption.startsWith('Source:'))).toHaveLength(1)
  const written = JSON.stringify(blocks)
  expect(written.split('Newcombe, R. G.').length - 1).toBe(1)
  for (const part of [
    'Appendix A: Employment',
    'Appendix B: Employment of women and men – Other',
    'ab'.repeat(32),
    'small-gap 1.0.0',
    'v1.4.3',
  ])
    expect(written).toContain(part)
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  expect(headings.filter((one, index) => headings.indexOf(one) !== index)).toEqual([])
  blocks.forEach((block, index) => {
    const next = blocks[index + 1]
    if (block.kind === 'heading')
      expect(next === undefined || (next.kind === 'heading' && next.level <= block.level), block.text).toBe(
        false,
      )
  })
})

test('what was kept back is told in words without the limits of the concentration rules', () => {
  const disclosure: DisclosureSummary = {
    ...noDisclosure,
    ...{ applies: true, cells: 120, primary: 7, secondary: 9, lost: 0.031, withheld: 2 },
    audit: { attacked: 16, protected: 16, earlier: 1, optimal: true },
    reasons: { 'hidden-small': 7, 'hidden-complementary': 9 },
  }
  const report = build([text('Words')], { record: { ...smallRecord(), disclosure } })
  const written = JSON.stringify(report.blocks)
  expect(report.disclosure).toEqual(disclosure)
  expect(written).toContain('What was kept back and why')
  expect(written).toContain('fewer than 10 persons or firms')
  expect(written).toContain('"3.1%"')
})

test('a report without women and men says so, and which analysis could show them', () => {
  const rows = [{ territory: 'A', women: null, men: null }]
  expect(JSON.stringify(build([text('Words')], { record: smallRecord(rows) }).blocks)).toContain(
    'Nothing in this report is broken down by sex.',
  )
  expect(JSON.stringify(build([text('Words')]).blocks)).not.toContain('broken down by sex')
})

test('40 blocks are built at once', () => {
  const kinds: readonly BlockInput[] = [
    { kind: 'run', id: 'chart', run: 'gap', part: 'chart', name: 'dumbbell' },
    { kind: 'run', id: 'table', run: 'gap', part: 'table', name: 'gap' },
    text('Women: {{gap gap women territory=Žďár}}'),
    { kind: 'run', id: 'found', run: 'gap', part: 'findings' },
  ]
  const blocks = Array.from({ length: 40 }, (_, index): BlockInput => {
    const kind = kinds[index % kinds.length] ?? text('')
    return { ...kind, id: `block-${index}` }
  })
  const report = build(blocks)
  expect(new Set(body(report.blocks).map(({ of }) => of)).size).toBe(41)
})
