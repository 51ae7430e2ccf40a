import { expect, test } from 'vitest'
import type { Column, ColumnRole, DataSet } from '../model/data-set'
import type { Pack } from '../model/pack'
import { manifestSchema } from '../model/pack-manifest'
import { suggestBindings } from './suggest-bindings'

const manifest = manifestSchema.parse({
  format: 'workbench-pack/1',
  id: 'people',
  version: '1.0.0',
  kind: 'indicator',
  area: 'gender',
  locales: ['cs', 'en', 'pl'],
  needs: {
    people: {
      grain: ['territory', 'period', 'sex'],
      columns: {
        territory: { role: 'territory' },
        period: { role: 'period' },
        sex: { role: 'sex' },
        count: { role: 'measure', synonyms: ['pocet', 'liczba'] },
        population: { role: 'measure', synonyms: ['obyvatele'] },
        value: { role: 'measure', synonyms: ['obs_value'] },
        age: { role: 'age', optional: true },
        category: { role: 'category', optional: true },
      },
      forms: { counts: { columns: ['count', 'population'] }, values: { columns: ['value'] } },
    },
  },
  steps: {},
  tables: {},
  report: { template: 'report.md' },
})
const pack: Pack = {
  id: 'people',
  version: '1.0.0',
  manifest,
  steps: [],
  findings: [],
  charts: [],
  messages: { cs: new Map(), en: new Map(), pl: new Map() },
  templates: { cs: [], en: [], pl: [] },
  cases: [],
}

const column = (name: string, role: ColumnRole, label = name): Column => ({
  name,
  label,
  role,
  type: role === 'measure' ? 'number' : 'text',
  unit: null,
  missing: 0,
  distinct: 5,
})
const dataSet = (name: string, columns: readonly Column[]): DataSet => ({
  name,
  rows: 10,
  importedAt: '',
  synthetic: false,
  source: {
    file: `${name}.csv`,
    sha256: '',
    bytes: 1,
    encoding: 'utf-8',
    dialect: {
      format: 'delimited',
      delimiter: ',',
      quote: '"',
      escape: '"',
      decimal: '.',
      headerLine: 1,
      headerLines: 1,
      preambleLines: 0,
      footerLines: 0,
    },
  },
  receipt: {
    name,
    rows: { read: 10, loaded: 10, rejected: 0, preamble: 0, footer: 0 },
    header: 1,
    columns: [...columns],
    rejects: null,
    problems: [],
  },
})
const suggest = (...sets: readonly DataSet[]) => suggestBindings(pack, sets)

test('same names, case and diacritics aside, then synonyms', () => {
  const [one] = suggest(
    dataSet('lide', [
      column('uzemi', 'territory', 'Území'),
      column('rok', 'period'),
      column('pohlavi', 'sex', 'Pohlaví'),
      column('pocet', 'measure', 'Počet'),
      column('obyvatele', 'measure', 'Obyvatelé'),
    ]),
  )
  expect(one?.columns).toEqual({
    territory: 'uzemi',
    period: 'rok',
    sex: 'pohlavi',
    count: 'pocet',
    population: 'obyvatele',
  })
  expect(one?.missing).toEqual([])
})
test('the only column of a role, under a name nobody knows', () => {
  const [one] = suggest(
    dataSet('x', [
      column('a', 'territory'),
      column('b', 'period'),
      column('c', 'sex'),
      column('d', 'measure'),
      column('e', 'text'),
    ]),
  )
  expect(one?.columns).toEqual({ territory: 'a', period: 'b', sex: 'c', value: 'd' })
})
test('two of a role are no guess', () => {
  const [one] = suggest(
    dataSet('x', [
      column('a', 'territory'),
      column('a2', 'territory'),
      column('b', 'period'),
      column('c', 'sex'),
      column('d', 'measure'),
      column('d2', 'measure'),
    ]),
  )
  expect(one?.columns).toEqual({ period: 'b', sex: 'c' })
  expect(one?.missing).toEqual(['territory', 'value'])
})
test('extra columns are bound by name only', () => {
  const base = [
    column('geo', 'territory'),
    column('time_period', 'period'),
    column('sex', 'sex'),
    column('obs_value', 'measure'),
  ]
  const [one] = suggest(dataSet('x', [...base, column('isced11', 'category'), column('age', 'age')]))
  expect(one?.columns).toEqual({
    territory: 'geo',
    period: 'time_period',
    sex: 'sex',
    value: 'obs_value',
    age: 'age',
  })
})
test('text named like a measure is not one', () => {
  const [one] = suggest(
    dataSet('x', [
      column('territory', 'territory'),
      column('period', 'period'),
      column('sex', 'sex'),
      { ...column('value', 'text'), type: 'text' },
    ]),
  )
  expect(one?.missing).toEqual(['value'])
})
test('the complete data set comes first', () => {
  const whole = [
    column('geo', 'territory'),
    column('year', 'period'),
    column('sex', 'sex'),
    column('value', 'measure'),
  ]
  const order = suggest(
    dataSet('a', whole.slice(0, 3)),
    dataSet('b', whole),
    dataSet('c', [column('x', 'text')]),
  )
  expect(order.map(({ dataSet }) => dataSet)).toEqual(['b', 'a', 'c'])
  expect(order.every(({ fit }) => fit >= 0 && fit <= 1)).toBe(true)
})

test('levels mixed in a column are told with the suggestion, for bound columns only', () => {
  const mixed = {
    code: 'column.mixed-levels',
    count: 2,
    example_line: null,
    subject: 'nuts2 (8), nuts3 (14)',
  }
  const source = dataSet('x', [column('uzemi', 'territory'), column('rok', 'period'), column('jine', 'text')])
  const told = (problem: string) =>
    suggest({ ...source, receipt: { ...source.receipt, problems: [{ ...mixed, column: problem }] } })[0]
      ?.notes
  expect(told('uzemi')).toEqual([{ ...mixed, column: 'uzemi' }])
  expect(told('jine')).toBeUndefined()
})
