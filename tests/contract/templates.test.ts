import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compositionSchema } from '../../analyses/model/composition'
import { cutText } from '../../analyses/model/live-number'
import { locales } from '../../analyses/model/locale'
import { checkTemplate } from '../../analyses/model/template-check'
import { forTerritory, instantiate, slotParams } from '../../analyses/model/template-make'
import { templateCard } from '../../analyses/model/template-parse'
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

function numbersOf(text: string): readonly string[] {
  return cutText(text).flatMap((piece) => {
    if (piece.kind === 'unreadable') throw new Error(piece.source)
    return piece.kind === 'number' ? [`${piece.number.run} ${piece.source}`] : []
  })
}
