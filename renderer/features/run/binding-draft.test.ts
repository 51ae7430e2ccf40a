import { expect, test } from 'vitest'
import type { BindingSuggestion, NeedCard } from '../../../analyses/model/pack-card'
import { askedColumns, draftFor, firstDataSet, isLeftOut, openColumns, toBinding } from './binding-draft'

const column = (name: string, required = true) => ({
  name,
  title: name,
  help: '',
  role: 'measure',
  required,
  many: false,
  rest: false,
})
const need: NeedCard = {
  name: 'people',
  title: 'People',
  help: '',
  optional: false,
  columns: [
    column('territory'),
    column('count', false),
    column('population', false),
    column('value', false),
    column('sd', false),
  ],
  forms: [
    { name: 'counts', title: 'Counts', columns: ['count', 'population'], optional: [] },
    { name: 'values', title: 'Values', columns: ['value', 'sd'], optional: ['sd'] },
  ],
}
const suggestion = (
  dataSet: string,
  fit: number,
  columns: BindingSuggestion['columns'],
): BindingSuggestion => ({
  need: 'people',
  dataSet,
  fit,
  columns,
  missing: [],
})
const eurostat = suggestion('lfu3rt', 0.8, { territory: 'geo', value: 'obs_value' })
const counts = suggestion('obce', 0.9, { territory: 'lau', count: 'employed', population: 'population' })

test('only the columns of the chosen form are asked for', () => {
  expect(askedColumns(need, 'values').map(({ name }) => name)).toEqual(['territory', 'value', 'sd'])
  expect(askedColumns(need, 'counts').map(({ name }) => name)).toEqual(['territory', 'count', 'population'])
})

test('the form the data set can fill is chosen', () => {
  expect(draftFor(need, 'lfu3rt', [eurostat, counts]).form).toBe('values')
  expect(draftFor(need, 'obce', [eurostat, counts]).form).toBe('counts')
  expect(draftFor(need, 'unknown', [eurostat])).toEqual({ dataSet: 'unknown', form: 'counts', columns: {} })
})

test('the data set one came from is preferred when it fits, else the best fit', () => {
  expect(firstDataSet(need, [eurostat, counts], 'lfu3rt', [])).toBe('lfu3rt')
  expect(firstDataSet(need, [eurostat, counts], 'other', [])).toBe('obce')
  expect(firstDataSet(need, [], null, ['a'])).toBe('a')
})

test('required columns stay open until they are bound, optional ones never count', () => {
  const draft = draftFor(need, 'lfu3rt', [eurostat])
  expect(openColumns(need, draft)).toEqual([])
  expect(openColumns(need, { ...draft, columns: { value: 'obs_value' } })).toEqual(['territory'])
  expect(openColumns(need, { ...draft, form: 'counts' })).toEqual(['count', 'population'])
})

test('columns of the other form are not passed on', () => {
  const draft = {
    dataSet: 'x',
    form: 'values',
    columns: { territory: 'geo', value: 'v', count: 'c', sd: '' },
  }
  expect(toBinding(need, draft)).toEqual({ dataSet: 'x', columns: { territory: 'geo', value: 'v' } })
})

test('a need the analysis can do without starts without data and asks for nothing', () => {
  const extra: NeedCard = { ...need, optional: true }
  expect(firstDataSet(extra, [], 'people_2023', ['people_2023'])).toBe('')
  const draft = { dataSet: '', form: 'counts', columns: {} }
  expect(isLeftOut(extra, draft)).toBe(true)
  expect(openColumns(extra, draft)).toEqual([])
  expect(openColumns(extra, { ...draft, dataSet: 'people_2023' })).toContain('territory')
})
