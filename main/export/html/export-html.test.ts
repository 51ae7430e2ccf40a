import { describe, expect, test } from 'vitest'
import { palettes } from '../../../analyses/charts'
import { locales } from '../../../analyses/model/locale'
import { buildReport } from '../../../analyses/report'
import {
  dumbbell,
  fontFolder,
  type SmallRow,
  smallPack,
  smallRecord,
  townRows,
} from '../../../tests/helpers/small-report'
import { exportHtml } from './export-html'
import { paintedRoles } from './style'

const build = (rows: readonly SmallRow[], locale: 'cs' | 'en' | 'pl' = 'cs', spec: unknown = dumbbell) =>
  buildReport({ pack: smallPack(spec), record: smallRecord(rows), locale })
const html = (rows: readonly SmallRow[] = townRows, paper = false) =>
  exportHtml(build(rows), { fontFolder, paper })

/** Everything but the style, where the fonts are. */
const body = (page: string) => page.slice(page.indexOf('<body>'))
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

describe('the page', async () => {
  const page = await html()

  test('brings everything along, runs nothing and reaches nowhere', () => {
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<base|@import|\son[a-z]+="/i)
    const addresses = all(page, /(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)/g)
    const outside = addresses.filter((address) => !/^(?:#|data:font\/woff2;base64,)/.test(address))
    expect(outside).toEqual([])
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"`,
    )
    // Before the style, or the policy would come too late for it.
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
  })

  test('weighs less than 400 KB with its fonts', () => {
    expect(page.length).toBeLessThan(400_000)
  })

  test('has a language, a title, landmarks, a way past the head, and one first heading', () => {
    expect(page).toContain('<html lang="cs">')
    expect(page).toContain('<title>Report</title>')
    for (const part of [
      '<header>',
      '<main id="main"',
      '<nav class="short" aria-label="Obsah">',
      'href="#main"',
    ])
      expect(page).toContain(part)
    expect(all(page, /<h(1)/g)).toHaveLength(1)
  })

  test('has headings without a gap, each target of a link, and each id once', () => {
    const levels = all(body(page), /<h([1-6])/g).map(Number)
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    const ids = all(body(page), /\sid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of all(page, /href="#([^"]+)"/g)) expect(ids).toContain(target)
    for (const target of all(page, /aria-(?:labelledby|describedby)="([^"]+)"/g))
      expect(ids).toContain(target)
  })

  test('has tables with caption, scopes and as many cells as columns', () => {
    const tables = all(page, /(<table id[\s\S]*?<\/table>)/g)
    expect(tables).toHaveLength(3)
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/)
      const columns = all(table, /<th (scope="col")/g).length
      const rows = all(table, /<tr>([\s\S]*?)<\/tr>/g).slice(1)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(all(row, /<(td|th)[\s>]/g)).toHaveLength(columns)
    }
  })

  test('has what belongs to what as tables too, with a caption and a heading in each row', () => {
    const facts = all(page, /(<table class="facts">[\s\S]*?<\/table>)/g)
    expect(facts.length).toBeGreaterThan(2)
    for (const table of facts) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/)
      expect(all(table, /<tr>(<th scope="row">[^<]+<\/th><td>)/g)).toHaveLength(all(table, /(<tr>)/g).length)
    }
  })

  test('has each chart as a named picture in a figure, with its table behind a door', () => {
    expect(page).toMatch(
      /<figure[^>]*><div class="picture"><figcaption class="figcaption"><strong>[^<]+<\/strong> <span>[^<]+<\/span><\/figcaption><svg/,
    )
    expect(page).toMatch(/<svg [^>]*role="img" aria-labelledby="chart-1-dumbbell-title"/)
    expect(page).toMatch(/<details><summary>Data grafu v\u00a0tabulce<\/summary><div class="scroll"/)
  })

  test('says that the data are synthetic before anything else', () => {
    expect(body(page).indexOf('Syntetická data')).toBeLessThan(body(page).indexOf('<h1>'))
  })

  test('closes every element it opens', () => {
    const open: string[] = []
    const inside = body(page).slice(0, body(page).indexOf('</html>'))
    const tags = inside.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*?(\/?)>/gi)
    for (const [tag, close, name = '', own] of tags) {
      if (close === '/') expect(open.pop(), tag).toBe(name)
      else if (own !== '/') open.push(name)
    }
    expect(open).toEqual([])
  })
})

test('equal runs give equal bytes', async () => {
  expect(await html()).toBe(await html())
})

test('on paper the data of the charts are open, and nothing is there that only a screen can use', async () => {
  const page = await html(townRows, true)
  expect(page).toContain('<table id="table-dumbbell-data">')
  expect(page).not.toMatch(/<details|class="skip"|<nav/)
})

test.each(locales)('in %s the frame speaks the language', async (locale) => {
  const page = await exportHtml(build(townRows, locale), { fontFolder })
  expect(page).toContain({ cs: 'Přeskočit', en: 'Skip to', pl: 'Przejdź' }[locale])
  expect(body(page)).not.toMatch(/\bundefined\b|\[object|\bNaN\b/)
})

test('a hostile label is text wherever it stands', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><b>',
    '{{block:gap}}',
    'مرحبا \u202eevil',
    'nul\u0000',
    'x'.repeat(5000),
  ]
  const page = await html(hostile.map((territory) => ({ territory, women: 0.5, men: 0.6 })))
  expect(body(page)).not.toMatch(/<script|<img|<b>|<[^>]*\son\w+=/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain('<bdi>مرحبا evil</bdi>')
  expect(page).not.toContain('\u0000')
  expect(page).toContain(`<bdi>${'x'.repeat(5000)}</bdi>`)
})

test('a chart that cannot be drawn is a sentence, its numbers stay, the rest of the page too', async () => {
  const document = build(townRows)
  const blocks = document.blocks.map((block) =>
    block.kind === 'chart' ? { ...block, spec: { mark: 'no-such-mark', data: { values: [] } } } : block,
  )
  const page = await exportHtml({ ...document, blocks }, { fontFolder })
  expect(page).toContain('se nepodařilo vykreslit')
  expect(page).toContain('data-value="0.5812345678901234"')
  expect(page).not.toContain('<svg')
})

test('a repainted chart needs each colour to mean one thing, or the same in every theme', () => {
  for (const a of paintedRoles)
    for (const b of paintedRoles)
      if (palettes.light[a] === palettes.light[b])
        expect(palettes.dark[a], `${a} ${b}`).toBe(palettes.dark[b])
})
