import { expect, test } from 'vitest'
import { type Composition, compositionSchema } from '../../../analyses/model/composition'
import { namedText } from '../../../analyses/model/template-make'
import {
  addBlocks,
  addSection,
  findBlock,
  freshId,
  move,
  outlineOf,
  placeBlock,
  putText,
  remove,
  setHidden,
  textIn,
} from './composition-edit'

const text = (id: string) => ({ kind: 'text' as const, id, text: { en: id } })
const report = compositionSchema.parse({
  format: 'workbench-report/1',
  locale: 'en',
  title: { en: 'Report' },
  runs: {},
  sections: [
    { id: 'one', title: { en: 'One' }, blocks: [text('a'), text('b')] },
    { id: 'two', title: { en: 'Two' }, blocks: [text('c')] },
    { id: 'three', title: { en: 'Three' }, blocks: [] },
  ],
})
const shape = (of: Composition) =>
  of.sections.map(({ id, blocks }) => `${id}:${blocks.map((block) => block.id).join('')}`).join(' ')
const block = (id: string) => ({ kind: 'block' as const, id })

test('a block goes up and down inside its section and on into its neighbours', () => {
  expect(shape(move(report, block('a'), 1))).toBe('one:ba two:c three:')
  expect(shape(move(report, block('b'), 1))).toBe('one:a two:bc three:')
  expect(shape(move(report, block('c'), -1))).toBe('one:abc two: three:')
  expect(shape(move(report, block('c'), 1))).toBe('one:ab two: three:c')
  expect(shape(move(report, block('a'), -1))).toBe('one:ab two:c three:')
})

test('a section moves with its blocks and stays at the ends', () => {
  expect(shape(move(report, { kind: 'section', id: 'two' }, -1))).toBe('two:c one:ab three:')
  expect(move(report, { kind: 'section', id: 'three' }, 1).sections).toEqual(report.sections)
})

test('a dragged block lands before the one it was dropped on, or at the end', () => {
  expect(shape(placeBlock(report, 'c', 'one', 'b'))).toBe('one:acb two: three:')
  expect(shape(placeBlock(report, 'a', 'one', null))).toBe('one:ba two:c three:')
  expect(placeBlock(report, 'a', 'one', 'a')).toBe(report)
  expect(placeBlock(report, 'a', 'nowhere', null)).toBe(report)
})

test('new blocks follow the selected one, new sections the selected section', () => {
  const parsed = setHidden(report, block('a'), true)
  expect(findBlock(parsed, 'a')?.block.hidden).toBe(true)
  const [fresh] = report.sections[1]?.blocks ?? []
  if (!fresh) throw new Error('block c')
  expect(shape(addBlocks(report, block('a'), [{ ...fresh, id: 'x' }]))).toBe('one:axb two:c three:')
  expect(shape(addBlocks(report, { kind: 'section', id: 'one' }, [{ ...fresh, id: 'x' }]))).toBe(
    'one:abx two:c three:',
  )
  expect(shape(addBlocks(report, null, [{ ...fresh, id: 'x' }]))).toBe('one:ab two:c three:x')
  const section = { id: 'new', title: {}, hidden: false, hint: {}, blocks: [] }
  expect(shape(addSection(report, block('a'), section))).toBe('one:ab new: two:c three:')
})

test('removing a section takes its blocks with it', () => {
  expect(shape(remove(report, { kind: 'section', id: 'one' }))).toBe('two:c three:')
  expect(shape(remove(report, block('b')))).toBe('one:a two:c three:')
})

test('names stay unique and fit the form of names', () => {
  expect(freshId(report, 'a')).toBe('a-2')
  expect(freshId(report, '2 Čísla')).toMatch(/^[a-z][a-z0-9-]*$/)
  expect(freshId(report, '…')).toBe('block')
})

test('an emptied text is no text, so that the first language stands in', () => {
  const words = putText({ en: 'Water', cs: 'Voda' }, 'cs', '')
  expect(words).toEqual({ en: 'Water' })
  expect(textIn(words, 'cs', 'en')).toBe('Water')
  expect(textIn({ pl: 'Woda' }, 'cs', 'en')).toBe('Woda')
})

test('the outline leaves out what is folded away', () => {
  expect(outlineOf(report, new Set(['one'])).map(({ id }) => id)).toEqual(['one', 'two', 'c', 'three'])
})

test('a text names the territory of the report, and says where one is still to be chosen', () => {
  const text = 'Profile: $territory_name ($territory)'
  expect(namedText(text, { territory: { code: '0501', name: 'Lipová' } })).toBe('Profile: Lipová (0501)')
  expect(namedText(text, { territory: { code: '0501', name: '' } })).toBe('Profile: 0501 (0501)')
  expect(namedText(text, { territory: null })).toBe('Profile: … (…)')
})
