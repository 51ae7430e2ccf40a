import { expect, test } from 'vitest'
import type { Column } from '../../../analyses/model/data-set'
import { proposeShapes } from './propose-shapes'

const column = (name: string, evidence?: Partial<NonNullable<Column['evidence']>>): Column => ({
  name,
  label: name,
  type: 'text',
  role: 'territory',
  unit: null,
  missing: 0,
  distinct: 5,
  ...(evidence === undefined
    ? {}
    : { evidence: { by: 'values', judged: 5, matched: 5, unmatched: [], ...evidence } }),
})

test('mixed levels and editions are proposed apart, once', () => {
  const levels = { nuts2: 3, nuts3: 2 }
  expect(proposeShapes([column('geo', { levels })], [])).toEqual([{ kind: 'add-level', column: 'geo' }])
  expect(proposeShapes([column('geo', { otherEditions: { 2013: ['PL11'] } })], [])).toEqual([
    { kind: 'add-level', column: 'geo' },
  ])
  expect(proposeShapes([column('geo', { levels: { nuts2: 5 } }), column('x')], [])).toEqual([])
  expect(proposeShapes([column('geo', { levels }), column('geo_level')], [])).toEqual([])
})
