import { expect, test } from 'vitest'
import { afterStep, afterSteps, isSameStep, newLongStep } from './shape-draft'

const wide = {
  columns: ['okres', 'y_2022', 'y_2023'],
  rows: [
    ['0501', '1', '2'],
    ['0502', '3', null],
  ],
}
const toYears = {
  kind: 'wide-to-long' as const,
  columns: ['y_2022', 'y_2023'],
  into: [{ name: 'year', values: ['2022', '2023'], role: 'period' as const }],
  value: 'count',
}

test('years become rows and come back as columns', () => {
  const long = afterStep(wide, toYears)
  expect(long).toEqual({
    columns: ['okres', 'year', 'count'],
    rows: [
      ['0501', '2022', '1'],
      ['0501', '2023', '2'],
      ['0502', '2022', '3'],
      ['0502', '2023', null],
    ],
  })
  expect(afterStep(long, { kind: 'long-to-wide', names: 'year', values: 'count' })).toEqual({
    columns: ['okres', 'c_2022', 'c_2023'],
    rows: wide.rows,
  })
})

test('steps follow one another', () => {
  const steps = [toYears, { kind: 'add-level' as const, column: 'okres' }]
  expect(afterSteps(wide, steps).columns).toEqual(['okres', 'year', 'count', 'okres_level'])
})

test('a step of one’s own starts from the headers', () => {
  const step = newLongStep([
    { name: 'zeny', label: 'Ženy' },
    { name: 'muzi', label: '' },
  ])
  expect(step.into[0]?.values).toEqual(['Ženy', 'muzi'])
  expect(isSameStep(step, { ...step, value: 'persons' })).toBe(true)
  expect(isSameStep(step, toYears)).toBe(false)
})
