import { expect, test } from 'vitest'
import { darken } from './chart-colours'

test('house colours get their dark twins wherever they stand, data stay', () => {
  const spec = Object.freeze({
    data: { values: [{ colour: '#6B4C9A' }] },
    config: { axis: { labelColor: '#1C1F23' }, range: { category: ['#6B4C9A', '#B8731B', '#123456'] } },
  })
  expect(darken(spec)).toEqual({
    data: { values: [{ colour: '#6B4C9A' }] },
    config: { axis: { labelColor: '#eceef0' }, range: { category: ['#c4adeb', '#c9832f', '#123456'] } },
  })
})
