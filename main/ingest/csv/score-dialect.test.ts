import { expect, test } from 'vitest'
import { findDialect } from './score-dialect'

const find = (text: string) => findDialect(Buffer.from(text), true, {})

test.each([
  ['comma', 'a,b,c\n1,2,3\n4,5,6\n', ','],
  ['semicolon with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
  ['tab with commas in the header', 'x,N,19,11\ty,N,3\n1,50\t2\n3,25\t4\n', '\t'],
  ['pipe', '"a"|"b"\n"x, y"|"1"\n"z; w"|"2"\n', '|'],
  ['comma and space', 'a, b, c\n1, "x, y", 3\n2, "z", 4\n', ', '],
  ['two pipes', 'a||b||c\n1||2||3\n4||5||6\n', '||'],
  ['named in the first line', 'sep=;\nname;text\n1;a,b\n2;c,d\n', ';'],
  ['two unheard-of signs', 'a~|~b~|~c\n1~|~x|y~|~3\n4~|~z~|~6\n7~|~w~|~9\n', '~|~'],
  ['a section sign', 'a§b\n1,5§2\n3,5§4\n5,5§6\n', '§'],
  ['two tabs', 'a\t\tb\n1\t\t2\n3\t\t4\n', '\t\t'],
  ['one column of place names', 'obec\nNové Město\nŽďár nad Sázavou\nBrno\n', ','],
])('%s', (_, text, delimiter) => {
  expect(find(text).delimiter).toBe(delimiter)
})

test('single quotes, backslash escapes', () => {
  expect(find("a,b\n'x, y',1\n'z, w',2\n")).toMatchObject({ delimiter: ',', quote: "'" })
  expect(find('a,b\n"say \\"hi\\", ok",1\n"no \\"x\\"",2\n')).toMatchObject({ quote: '"', escape: '\\' })
})

test('an inch mark is not a quote, and a quote is assumed even where none is seen', () => {
  expect(find('size,n\n5",1\n7",2\n')).toMatchObject({ delimiter: ',' })
  expect(find('a,b\n1,2\n')).toMatchObject({ quote: '"', escape: '"' })
})

test('what the person says is kept', () => {
  expect(findDialect(Buffer.from('a,b;c\n1,2;3\n'), true, { delimiter: ';', quote: null })).toMatchObject({
    delimiter: ';',
    quote: null,
  })
})
