import { expect, test } from 'vitest'
import { hiddenGroups } from './hidden-groups'

const cell = (codes: Record<string, string>, measure: string) => ({
  ...{ basis: 'b', variant: '', value: null },
  codes,
  measure,
})

test('a group stands once with everything of it that was hidden; a code that is not there is the total', () => {
  const { names, groups } = hiddenGroups([
    cell({ place: '0501', sex: 'F' }, 'people|count'),
    cell({ place: '0501' }, 'people|count'),
    cell({ place: '0501', sex: 'F' }, 'people|has job share 1'),
    cell({ place: '0501', sex: 'F' }, 'people|not job share 1'),
    cell({ place: '0501', sex: 'M' }, 'people|wage'),
  ])
  expect(names).toEqual(['place', 'sex'])
  expect(groups.map(({ codes, parts }) => [codes['place'], codes['sex'], parts])).toEqual([
    ['0501', 'F', ['count', 'share']],
    ['0501', undefined, ['count']],
    ['0501', 'M', ['sum']],
  ])
})
