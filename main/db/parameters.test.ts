import { expect, test } from 'vitest'
import { bindParameters } from './parameters'
import { sqlTokens } from './sql-tokens'

test('texts are bound by position, the same name once', () => {
  expect(bindParameters('SELECT $b, $a, $b', { a: 'x', b: 'y' })).toEqual({
    sql: 'SELECT $1, $2, $1',
    values: ['y', 'x'],
  })
})

test('numbers, booleans and NULL become literals that keep their type', () => {
  const { sql, values } = bindParameters('$i $n $d $z $x $t $f $o $b', {
    i: 5,
    n: -5,
    d: 0.1,
    z: -0,
    x: Number.POSITIVE_INFINITY,
    t: true,
    f: false,
    o: null,
    b: 2n ** 64n,
  })
  expect(values).toEqual([])
  expect(sql).toBe(
    `(5) (-5) CAST('0.1' AS DOUBLE) CAST('-0' AS DOUBLE) CAST('Infinity' AS DOUBLE) TRUE FALSE NULL (18446744073709551616)`,
  )
})

test('what only looks like a parameter stays', () => {
  const sql = `'$a' "$a" $$ $a $$ $q$ $a $q$ a$b -- $a\n/* $a /* $a */ */ E'\\'$a'`
  expect(bindParameters(sql)).toEqual({ sql, values: [] })
})

test('missing, unused and positional parameters are bugs', () => {
  expect(() => bindParameters('$a')).toThrow('$a')
  expect(() => bindParameters('1', { a: 1 })).toThrow('$a')
  expect(() => bindParameters('?')).toThrow('?')
  expect(() => bindParameters('$toString')).toThrow('$toString')
})

test('tokens put together are the input, whatever it is', () => {
  const characters = `'"$-/*;()aE1 \n?ž\\`
  for (let seed = 1; seed <= 2_000; seed += 1) {
    let state = seed
    const text = Array.from({ length: 12 }, () => {
      state = (state * 48_271) % 2_147_483_647
      return characters[state % characters.length]
    }).join('')
    expect(
      sqlTokens(text)
        .map((token) => token.text)
        .join(''),
    ).toBe(text)
  }
})
