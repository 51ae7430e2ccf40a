import { expect, test } from 'vitest'
import type { NeedCard, NeededColumn, ParamCard } from '../../../analyses/model/pack-card'
import { foldColumns, foldParams } from './folds'

const param = (name: string, more: Partial<ParamCard> = {}): ParamCard => ({
  name,
  title: name,
  help: '',
  type: 'number',
  default: 1,
  advanced: false,
  ...more,
})
const numbers = (count: number) => Array.from({ length: count }, (_, index) => param(`n${index}`))

test('a pack that marks its settings is followed, few settings stay in sight', () => {
  const marked = [...numbers(12), param('seed', { advanced: true })]
  expect(foldParams(marked).folded.map(({ name }) => name)).toEqual(['seed'])
  expect(foldParams(numbers(10)).folded).toEqual([])
})

test('of many unmarked settings the decisions stay and the figures fold', () => {
  const decisions = [
    param('method', { type: 'choice', default: 'a' }),
    param('treated', { type: 'list', default: [], of: 'panel.unit' }),
    param('place', { type: 'boolean', default: true }),
  ]
  const { shown, folded } = foldParams([...numbers(9), ...decisions, param('vary', { type: 'list' })])
  expect(shown).toEqual(decisions)
  expect(folded.map(({ name }) => name)).toEqual([...numbers(9).map(({ name }) => name), 'vary'])
})

const column = (name: string, more: Partial<NeededColumn> = {}): NeededColumn => ({
  name,
  title: name,
  help: '',
  role: 'measure',
  required: false,
  many: false,
  rest: false,
  ...more,
})
const need: NeedCard = {
  name: 'panel',
  title: 'Panel',
  help: '',
  optional: false,
  columns: [
    column('unit', { role: 'identifier', required: true }),
    column('sex', { role: 'sex' }),
    ...['a', 'b', 'c', 'd', 'e'].map((name) => column(name)),
  ],
  forms: [],
}

test('required columns, sex and what is suggested stay; the other optional ones fold', () => {
  const suggestion = { need: 'panel', dataSet: 'x', fit: 1, columns: { b: 'weight' }, missing: [] }
  const { shown, folded } = foldColumns(need, need.columns, suggestion)
  expect(shown.map(({ name }) => name)).toEqual(['unit', 'sex', 'b'])
  expect(folded.map(({ name }) => name)).toEqual(['a', 'c', 'd', 'e'])
  const few = need.columns.slice(0, 5)
  expect(foldColumns(need, few, undefined)).toEqual({ shown: few, folded: [] })
  const forms = [{ name: 'f', title: 'F', columns: ['a', 'c', 'd', 'e'], optional: [] }]
  expect(foldColumns({ ...need, forms }, need.columns, suggestion).folded).toEqual([])
})
