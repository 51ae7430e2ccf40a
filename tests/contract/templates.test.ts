import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compositionSchema } from '../../analyses/model/composition'
import { cutText } from '../../analyses/model/live-number'
import { locales } from '../../analyses/model/locale'
import { checkTemplate } from '../../analyses/model/template-check'
import { forTerritory, instantiate, slotParams } from '../../analyses/model/template-make'
import { parseReportTemplate, templateCard } from '../../analyses/model/template-parse'
import { loadPacks } from '../../main/packs'
import { loadTemplates } from '../../main/packs/load-templates'

const folder = (name: string) => resolve(import.meta.dirname, `../../analyses/${name}`)
const { templates, broken } = await loadTemplates([folder('templates')])
const packs = new Map((await loadPacks([folder('packs')])).packs.map((pack) => [pack.id, pack] as const))

test('every template of ours can be read, in the order in which they are offered', () => {
  expect(broken).toEqual([])
  expect(templates.map(({ id }) => id)).toEqual([
    'one-page-brief',
    'policy-evaluation',
    'municipality-profile',
    'gender-analysis',
    'ris3-monitoring',
    'air-quality',
    'energy',
  ])
})

describe.each(templates.map((template) => ({ id: template.id, template })))('$id', ({ template }) => {
  test('what it shows exists in its packs, in every language', () => {
    expect(checkTemplate(template, packs)).toEqual([])
  })

  test('it works with packs that are there: a slot of a pack that is not installed can be left out', () => {
    const absent = Object.entries(template.manifest.runs).filter(([, { pack }]) => !packs.has(pack))
    expect(absent.filter(([, { optional }]) => !optional)).toEqual([])
    expect(Object.keys(template.manifest.runs).length).toBeGreaterThan(absent.length)
  })

  test('every language has the same texts, hints and live numbers, and none is a copy of another', () => {
    const shape = (locale: (typeof locales)[number]) =>
      JSON.stringify(template.words[locale], (_, value: unknown) =>
        typeof value === 'string'
          ? `${value === '' ? 'empty' : 'words'} ${numbersOf(value).join(' ')}`
          : value,
      )
    expect(shape('cs')).toBe(shape('en'))
    expect(shape('pl')).toBe(shape('en'))
    const titles = locales.map((locale) => template.words[locale].purpose)
    expect(new Set(titles).size).toBe(locales.length)
  })

  test('a text that quotes an optional analysis goes with it', () => {
    for (const [section, lines] of Object.entries(template.manifest.sections))
      for (const line of lines) {
        if (line === 'page-break' || !('text' in line)) continue
        const text = template.words.en.sections[section]?.texts[line.text] ?? ''
        const optional = numbersOf(text)
          .map((number) => number.split(' ')[0] ?? '')
          .filter((run) => template.manifest.runs[run]?.optional)
        expect(line.needs, `${section}.${line.text}`).toEqual(expect.arrayContaining(optional))
      }
  })

  test('an empty project still gives a report, with slots that wait', () => {
    for (const locale of locales) {
      const composition = instantiate(template, { runs: [], locale })
      expect(compositionSchema.parse(composition)).toEqual(composition)
      expect(Object.values(composition.runs).every(({ run }) => run === null)).toBe(true)
      const ids = composition.sections.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)])
      expect(new Set(ids).size).toBe(ids.length)
      expect(templateCard(template, locale).packs.map(({ slot }) => slot)).toEqual(
        Object.keys(composition.runs),
      )
    }
  })

  test('about one territory: its own runs wait to be run for it, the parameters name it', () => {
    const composition = instantiate(template, { runs: [], locale: 'cs' })
    const own = Object.entries(composition.runs).filter(([, slot]) => slotParams(slot, null) === null)
    expect(own.length > 0).toBe(template.manifest.batch)
    const one = forTerritory(composition, { code: '090101', name: 'Zlatohrad' })
    for (const [slot] of own) {
      const run = one.runs[slot]
      expect(run === undefined ? null : slotParams(run, one.territory)).toMatchObject({ territory: '090101' })
    }
  })
})

describe('a template that cannot be used says why, with the place of each reason', () => {
  const good = new Map(
    ['template.yaml', ...locales.map((locale) => `messages/${locale}.yaml`)].map((path) => [
      path,
      readFileSync(join(folder('templates'), 'one-page-brief', path), 'utf8'),
    ]),
  )
  const reasons = (path: string, change: (text: string) => string | null) => {
    const files = new Map(good)
    const text = change(good.get(path) ?? '')
    if (text === null) files.delete(path)
    else files.set(path, text)
    const parsed = parseReportTemplate(files)
    return parsed.ok ? [] : parsed.faults.map(({ code, path: place }) => `${code} ${place ?? ''}`)
  }

  test.each([
    ['template.yaml', (_: string) => null, 'template.file-missing template.yaml'],
    ['messages/pl.yaml', (_: string) => null, 'template.file-missing messages/pl.yaml'],
    ['template.yaml', (text: string) => `${text}script: rm\n`, 'template.key-unknown template.yaml:script'],
    [
      'template.yaml',
      (text: string) => text.replace('chart: first', 'picture: first'),
      'template.key-unknown template.yaml:sections.findings.2.picture',
    ],
    [
      'template.yaml',
      (text: string) => text.replace('run: analysis, part: kept', 'run: other, part: kept'),
      'template.run-unknown template.yaml:sections.kept.0',
    ],
    [
      'template.yaml',
      (text: string) => text.replace('runs:', 'runs:\n  idle: { pack: inequality }'),
      'template.run-unused template.yaml:runs.idle',
    ],
    [
      'template.yaml',
      (text: string) => text.replace('- { text: meaning }', '- { text: meaning }\n    - { text: meaning }'),
      'template.block-twice template.yaml:sections.meaning',
    ],
    [
      'messages/cs.yaml',
      (text: string) => text.replace('    texts: { message: "" }\n', ''),
      'template.words-missing messages/cs.yaml:sections.message.texts.message',
    ],
    [
      'messages/cs.yaml',
      (text: string) => text.replace('runs:', 'runs:\n  more: Více'),
      'template.key-unknown messages/cs.yaml:runs.more',
    ],
    ['template.yaml', (_: string) => 'a: [', 'pack.yaml-invalid template.yaml:1'],
  ])('%s: %#', (path, change, reason) => {
    expect(reasons(path, change)).toContain(reason)
  })

  test('one that shows what its pack does not have is told the names there are', () => {
    const files = new Map(good)
    files.set('template.yaml', (good.get('template.yaml') ?? '').replace('chart: first', 'chart: nothing'))
    const parsed = parseReportTemplate(files)
    if (!parsed.ok) throw new Error('the template is well formed')
    expect(checkTemplate(parsed.value, packs).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'template.name-unknown template.yaml:sections.findings.2',
    ])
  })
})

function numbersOf(text: string): readonly string[] {
  return cutText(text).flatMap((piece) => {
    if (piece.kind === 'unreadable') throw new Error(piece.source)
    return piece.kind === 'number' ? [`${piece.number.run} ${piece.source}`] : []
  })
}
