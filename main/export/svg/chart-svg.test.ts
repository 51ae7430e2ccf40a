import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completeSpec } from '../../../analyses/charts'
import type { ChartBlock } from '../../../analyses/model/report-document'
import { buildReport } from '../../../analyses/report'
import { fontFolder, smallPack, smallRecord, townRows } from '../../../tests/helpers/small-report'
import { chartPng } from '../png/chart-png'
import { chartSvg } from './chart-svg'
import { loadFonts } from './fonts'
import { assertInert } from './normalise'
import { wrapText } from './wrap-text'

const fonts = await loadFonts(fontFolder)

function chart(rows = townRows): ChartBlock {
  const { blocks } = buildReport({ pack: smallPack(), record: smallRecord(rows), locale: 'cs' })
  const found = blocks.find((block) => block.kind === 'chart')
  if (found?.kind !== 'chart') throw new Error('no chart')
  return found
}
const draw = (block: ChartBlock) => chartSvg(block, fonts, { headings: true })
/** One element a line: a change is seen where it is. */
const reviewable = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`

test('the picture is as reviewed', async () => {
  await expect(reviewable(await draw(chart()))).toMatchFileSnapshot('expected/dumbbell.svg')
})

test('drawn again, and after another chart, it is the same to the byte', async () => {
  const first = await draw(chart())
  await draw({ ...chart(), id: 'other' })
  expect(await draw(chart())).toBe(first)
})

test('drawing leaves the spec as it was', async () => {
  const block = chart()
  const before = JSON.stringify(block.spec)
  await draw(block)
  expect(JSON.stringify(block.spec)).toBe(before)
})

test('it is a picture with a name and a description, without script, link or anything from outside', async () => {
  const svg = await draw(chart())
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="chart-dumbbell-title"/)
  expect(svg).toContain(
    '<title id="chart-dumbbell-title">Rozdíl je největší v\u00a0území Ústí nad Olší</title>',
  )
  expect(svg).toMatch(/<desc id="chart-dumbbell-desc">In Ústí nad Olší/)
  expect(svg).not.toMatch(/<script|href=|\son\w+=|url\((?!#)|<image|<foreignObject/)
})

test('every name and every number of the table stands in the picture, Czech and Polish letters whole', async () => {
  const svg = await draw(chart())
  for (const text of ['Ústí nad Olší', 'Čelákovice', 'Žďár', 'Łódź', '−33,3\u00a0p. b.', 'Ženy', 'Muži'])
    expect(svg).toContain(`>${text}<`)
})

test('a tick is written as what it is, also where the way to it rounds below a power of ten', async () => {
  const done = completeSpec({
    id: 'ticks',
    spec: {
      mark: 'bar',
      encoding: { x: { field: 'distance', type: 'quantitative' }, y: { field: 'name', type: 'nominal' } },
    },
    rows: [{ name: 'A', distance: 0.115 }],
    columns: [
      { name: 'name', label: 'Name', unit: 'text' },
      { name: 'distance', label: 'Distance', unit: 'index' },
    ],
    locale: 'en',
    description: 'One bar.',
  })
  if (!done.ok) throw new Error(done.faults[0]?.code)
  const svg = await draw({ ...chart(), spec: done.value.spec })
  const ticks = [...svg.matchAll(/text-anchor="middle"[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(ticks).toEqual(['0', '0.02', '0.04', '0.06', '0.08', '0.1', '0.12'])
})

test('no text is smaller than 12 px, and no number has more than three decimals', async () => {
  const svg = await draw(chart())
  const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  expect(svg).not.toMatch(/="[^"]*\d\.\d{4,}[^"]*"/)
})

describe('a hostile label', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><image href="http://example.org/x.png"/>',
    'datum.x',
    '{"signal":"width"}',
    '=cmd|calc',
    'مرحبا',
    '\u202eobrácené',
    'nul\u0000 bell\u0007',
    'x'.repeat(5000),
  ]

  test('is drawn as text, cut where it would not fit, in well-formed XML', async () => {
    const svg = await draw(chart(hostile.map((territory) => ({ territory, women: 0.5, men: 0.6 }))))
    for (const trace of ['<script', '<image', '\u0000', '\u0007', '\u202e']) expect(svg).not.toContain(trace)
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    for (const text of ['datum.x', '=cmd|calc', 'مرحبا', 'obrácené']) expect(svg).toContain(`>${text}</text>`)
    expect(svg).not.toContain('x'.repeat(200))
    // The plot keeps its room, however long a label is: the grid is wider than all labels.
    const plot = Number(/<path d="M0,0h(\d+)v/.exec(svg)?.[1])
    expect(plot).toBeGreaterThan(360)
    expect(unclosed(svg)).toEqual([])
  })
})

test('the last door refuses what no chart of ours draws', () => {
  for (const content of [
    '<script>x</script>',
    '<g onclick="x()"/>',
    '<a href="http://example.org"/>',
    '<rect fill="url(http://example.org)"/>',
    '<foreignObject/>',
    '<text>a</text><image/>',
  ])
    expect(() => assertInert('c', content), content).toThrow('export.chart-failed')
  expect(assertInert('c', '<g clip-path="url(#a)"><text>1 &lt; 2</text></g>')).toContain('text')
})

test('a spec that cannot be drawn is a fault that names the chart', async () => {
  const block = { ...chart(), spec: { mark: 'nothing-like-this', data: { values: [] } } }
  await expect(draw(block)).rejects.toMatchObject({
    fault: { code: 'export.chart-failed', path: 'dumbbell' },
  })
})

test('without its fonts nothing is drawn, and the fault names the file', async () => {
  await expect(loadFonts(join(fontFolder, 'nowhere', 'at', 'all'))).rejects.toMatchObject({
    fault: { code: 'export.font-missing', values: { file: 'SourceSans3-Regular.ttf' } },
  })
})

test('text is as wide as the font says', () => {
  // 497 units a digit (tabular), 200 a space, of 1000.
  expect(fonts.width('1 1', 10, 400)).toBeCloseTo(11.94, 9)
  expect(fonts.width('Č', 100, 600)).toBeGreaterThan(fonts.width('Č', 100, 400))
  expect([fonts.covers('Příliš žluťoučký kůň −•–'), fonts.covers('漢')]).toEqual([true, false])
})

test('lines break at spaces, never at a non-breaking one, and a word that is too wide is cut', () => {
  const width = (text: string) => text.length
  expect(wrapText('ab cd ef', 5, width)).toEqual(['ab cd', 'ef'])
  expect(wrapText('ab v\u00a0cd', 4, width)).toEqual(['ab', 'v\u00a0cd'])
  expect(wrapText('abcdefgh i', 3, width)).toEqual(['abc', 'def', 'gh', 'i'])
  expect(wrapText('', 3, width)).toEqual([])
})

test('the PNG is the same picture at twice the size', async () => {
  const svg = await draw(chart())
  const png = Buffer.from(await chartPng(svg, fonts))
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)])
})

/** Tags that are opened and not closed again; empty for well-formed markup. */
function unclosed(svg: string): readonly string[] {
  const open: string[] = []
  for (const [, close, name = '', own] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return [name]
    } else if (own !== '/') open.push(name)
  }
  return open
}
