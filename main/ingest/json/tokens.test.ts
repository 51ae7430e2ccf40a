import { expect, test } from 'vitest'
import { NotJson } from './events'
import { JsonTokens, type TokenOptions } from './tokens'

/** What is told about a text that comes in pieces of `size` bytes. */
function told(text: string | Uint8Array, size: number, options: TokenOptions = {}): string {
  const found: string[] = []
  const tokens = new JsonTokens(
    {
      beginObject: () => found.push('{'),
      endObject: () => found.push('}'),
      beginArray: () => found.push('['),
      endArray: () => found.push(']'),
      key: (name) => found.push(`${name}=`),
      scalar: (value, kind) => found.push(kind === 'string' ? `"${value}"` : `${value}`),
    },
    options,
  )
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  try {
    for (let at = 0; at < bytes.length; at += size) tokens.push(bytes.subarray(at, at + size))
    tokens.end()
  } catch (error) {
    if (!(error instanceof NotJson)) throw error
    return `${error.flaw} ${error.line}:${error.column}`
  }
  return found.join(' ')
}

const sizes = [1, 2, 3, 5, 7, 1000]

test.each([
  [
    '{"a":[1,-0.10,1e400,12345678901234567890],"b":{}}',
    '{ a= [ 1 -0.10 1e400 12345678901234567890 ] b= { } }',
  ],
  ['  [ true , false , null ]  ', '[ true false null ]'],
  ['"\\u017eena \\ud83d\\ude00 \\n\\"\\\\\\/"', '"žena 😀 \n"\\/"'],
  ['"Žďár nad Sázavou"', '"Žďár nad Sázavou"'],
  ['0', '0'],
  ['{"a":1,"a":2}', '{ a= 1 a= 2 }'],
])('%s is told the same however it is cut', (text, expected) => {
  for (const size of sizes) expect(told(text, size)).toBe(expected)
})

test.each([
  ['', 'end 1:1'],
  ['[1,\n2', 'end 2:2'],
  ['[1,\r\n  x]', 'value 2:3'],
  ['{"ž":1,\n "ďáb" 2}', 'colon 2:8'],
  ['{a:1}', 'key 1:2'],
  ['{"a":1,}', 'key 1:8'],
  ['[1 2]', 'comma 1:4'],
  ['[1]]', 'more 1:4'],
  ['[01]', 'number 1:4'],
  ['[1.]', 'number 1:4'],
  ['[-]', 'number 1:3'],
  ['["a\tb"]', 'string 1:4'],
  ['["\\x"]', 'escape 1:3'],
  ['["\\u12G4"]', 'escape 1:3'],
  ['[nul]', 'value 1:2'],
  ['tru', 'end 1:4'],
  ['\ufeff[]', 'value 1:1'],
])('%j is wrong, and the place is the same however it is cut', (text, expected) => {
  for (const size of sizes) expect(told(text, size)).toBe(expected)
})

test('nesting ends in a fault, not in a full stack', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(told(nested(512), 1000)).toMatch(/^\[ .*\]$/)
  expect(told(nested(513), 1000)).toBe('depth 1:513')
  expect(told('['.repeat(100_000), 1000)).toBe('depth 1:513')
})

test('several values only where they are expected, also with record separators', () => {
  expect(told('{"a":1}{"a":2}', 4)).toBe('more 1:8')
  expect(told('{"a":1}{"a":2}\n\n[3]', 4, { many: true })).toBe('{ a= 1 } { a= 2 } [ 3 ]')
  expect(told('\u001e{"a":1}\n\u001e{"a":2}\n', 4, { many: true })).toBe('{ a= 1 } { a= 2 }')
})
