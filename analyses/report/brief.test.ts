import { describe, expect, test } from 'vitest'
import { noDisclosure, smallPack, smallRecord } from '../../tests/helpers/small-report'
import { type CompositionInput, compositionSchema } from '../model/composition'
import type { DisclosureSummary } from '../model/disclosure'
import type { Block } from '../model/report-document'
import type { RunRecord } from '../model/run-record'
import { buildComposition } from './build-composition'

type BlockInput = CompositionInput['sections'][number]['blocks'][number]

const pack = smallPack()
const build = (
  blocks: readonly BlockInput[],
  { more = {}, record = smallRecord(), both = false } = {} as {
    readonly more?: Partial<CompositionInput>
    readonly record?: RunRecord
    readonly both?: boolean
  },
) =>
  buildComposition({
    composition: compositionSchema.parse({
      format: 'workbench-report/1',
      locale: 'en',
      title: { en: 'Report' },
      runs: { gap: { pack: 'small-gap' }, other: { pack: 'small-gap', optional: true } },
      sections: [{ id: 'first', title: { en: 'First' }, blocks: [...blocks] }],
      ...more,
    } satisfies CompositionInput),
    runs: new Map([
      ['gap', { pack, record }] as const,
      ...(both ? [['other', { pack, record }] as const] : []),
    ]),
  })
const body = (blocks: readonly Block[]) => blocks.filter(({ of }) => of !== undefined)
const notes = (blocks: readonly Block[]) =>
  body(blocks).flatMap((block) => (block.kind === 'note' ? [block.text] : []))

describe('a report of one page', () => {
  const findings: BlockInput = { kind: 'run', id: 'found', run: 'gap', part: 'findings', rows: 1 }
  const chart: BlockInput = { kind: 'run', id: 'drawn', run: 'gap', part: 'chart' }
  const kept: BlockInput = { kind: 'run', id: 'kept', run: 'gap', part: 'kept' }
  const origin: BlockInput = { kind: 'run', id: 'origin', run: 'gap', part: 'origin' }
  const empty: BlockInput = { kind: 'text', id: 'empty', text: {}, hint: { en: 'Say what to do.' } }
  const record = (): RunRecord => {
    const small = smallRecord()
    const [first] = small.findings
    if (first === undefined) throw new Error('no finding')
    return { ...small, disclosure: noDisclosure, findings: [first, { ...first, id: 'second', text: 'More' }] }
  }

  test('ends before its annex, which holds the numbers of the chart and the findings there was no room for', () => {
    const { blocks, onePage } = build([empty, findings, chart, kept, origin], {
      record: record(),
      more: { onePage: true },
    })
    expect(onePage).toBe(true)
    const end = blocks.findIndex(({ kind }) => kind === 'page-break')
    const [page, annex] = [blocks.slice(0, end), blocks.slice(end)]
    expect(page.flatMap((block) => (block.kind === 'findings' ? block.items : []))).toHaveLength(1)
    expect(annex.flatMap((block) => (block.kind === 'findings' ? block.items : []))).toHaveLength(1)
    const drawn = page.flatMap((block) => (block.kind === 'chart' ? [block] : []))
    expect(drawn.map(({ apart }) => apart)).toEqual([true])
    expect(annex).toContainEqual(expect.objectContaining({ kind: 'table', id: drawn[0]?.table.id }))
    expect(page.some(({ kind }) => kind === 'table')).toBe(false)
    expect(annex[1]).toMatchObject({ kind: 'heading', text: 'Annex' })
    const words = page.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join(' ')
    expect(words).toContain('nothing was kept back')
    expect(words).toContain('employment.csv')
    expect(page.some((block) => block.kind === 'note' && block.text.includes('Say what to do'))).toBe(false)
  })

  test('any other report says in an empty place what belongs there, and keeps all findings in place', () => {
    const { blocks } = build([empty, { ...findings, rows: null }], { record: record() })
    expect(notes(blocks)).toEqual(['To be written: Say what to do.'])
    expect(blocks.flatMap((block) => (block.kind === 'findings' ? block.items : []))).toHaveLength(2)
  })

  test('what was kept back is counted', () => {
    const disclosure: DisclosureSummary = {
      ...noDisclosure,
      applies: true,
      cells: 40,
      primary: 3,
      secondary: 2,
    }
    const { blocks } = build([kept], { record: { ...smallRecord(), disclosure } })
    expect(body(blocks)).toContainEqual(
      expect.objectContaining({
        kind: 'paragraph',
        text: expect.stringMatching(/^5 numbers are hidden out of 40/),
      }),
    )
  })
})

test('a text that explains what is missing stands only while it is missing', () => {
  const block: BlockInput = { kind: 'text', id: 'why', text: { en: 'Not there yet.' }, without: ['other'] }
  expect(body(build([block]).blocks)).toContainEqual(expect.objectContaining({ text: 'Not there yet.' }))
  expect(body(build([block], { both: true }).blocks)).toEqual([])
})
