import { expect, test } from 'vitest'
import { usualOptions } from './index-options'
import { exampleIndex, indexScores } from './index-scores'

const weightsOf = (stakeholder_weights: readonly string[], more = {}) => {
  const { tree, weights } = indexScores(exampleIndex, { ...usualOptions, ...more, stakeholder_weights })
  return Object.fromEntries(tree.nodes.map(({ code }, place) => [code, weights[place]]))
}

test('a wish multiplies the weight of an indicator or a node, others stay as they are', () => {
  expect(weightsOf(['jobs=3', 'Nature = 0.5'])).toEqual({
    jobs: 3,
    patents: 1,
    waste: 1,
    Work: 1,
    Nature: 0.5,
    Index: 1,
  })
  expect(weightsOf(['jobs=3'], { weights: 'equal' })['jobs']).toBe(3)
})

test('the scoreboard keeps to its own weights', () => {
  expect(weightsOf(['jobs=3'], { preset: 'ris' })).toEqual(weightsOf([], { preset: 'ris' }))
})

test('a wish that cannot be read or met is not lost in silence', () => {
  expect(() => weightsOf(['jobs=-1'])).toThrow('composite.stakeholder-weight-wrong')
  expect(() => weightsOf(['jobs'])).toThrow('composite.stakeholder-weight-wrong')
  expect(() => weightsOf(['jobs='])).toThrow('composite.stakeholder-weight-wrong')
  expect(() => weightsOf(['work=2'])).toThrow('composite.stakeholder-weight-unknown')
  expect(() => weightsOf(['jobs=0', 'patents=0'])).toThrow('composite.weights-zero')
})
