import { expect, test } from 'vitest'
import { fieldText, type Marks, marksOf, Scanner, STRAY_QUOTE, UNCLOSED_QUOTE } from './scanner'

const comma = marksOf(',', '"', null)

/** All records of a text, fed in windows of at most `size` bytes as a reader of a file would. */
function read(text: string, marks: Marks = comma, size = Number.MAX_SAFE_INTEGER) {
  const all = new TextEncoder().encode(text)
  const scanner = new Scanner(marks)
  const records: string[][] = []
  const lines: number[] = []
  const odd: number[] = []
  let carry = new Uint8Array(0)
  for (let at = 0; at < all.length || carry.length > 0; ) {
    const next = Math.min(all.length, at + size)
    const window = new Uint8Array([...carry, ...all.subarray(at, next)])
    const last = next === all.length
    const used = scanner.scan(window, 0, window.length, last)
    for (let r = 0; r < scanner.records; r++) {
      const fields: string[] = []
      for (let f = scanner.firstField[r] ?? 0; f < (scanner.firstField[r + 1] ?? 0); f++) {
        fields.push(fieldText(scanner, window, f, marks))
      }
      records.push(fields)
      lines.push(scanner.lines[r] ?? 0)
      odd.push(scanner.oddities[r] ?? 0)
    }
    carry = window.slice(used)
    at = next
    if (last) break
  }
  return { records, lines, odd, blank: scanner.blankLines }
}

test('plain, quoted, doubled quotes, empty and last fields', () => {
  expect(read('a,b,c\n1,"x, ""y""",\n,"",z').records).toEqual([
    ['a', 'b', 'c'],
    ['1', 'x, "y"', ''],
    ['', '', 'z'],
  ])
})

test('CR, LF and CRLF end a line, and blank lines are counted but are no records', () => {
  const { records, lines, blank } = read('a\r\nb\rc\n\n\r\nd')
  expect(records.flat()).toEqual(['a', 'b', 'c', 'd'])
  expect(lines).toEqual([1, 2, 3, 6])
  expect(blank).toBe(2)
})

test('a line break inside quotes belongs to the field and moves the line count', () => {
  const { records, lines } = read('a,"x\r\ny\nz"\nb,c\n')
  expect(records).toEqual([
    ['a', 'x\r\ny\nz'],
    ['b', 'c'],
  ])
  expect(lines).toEqual([1, 4])
})

test('a quote followed by other text is an ordinary letter', () => {
  const { records, odd } = read('"a,b\n"x" y,"z"\n5",6\n')
  expect(records).toEqual([
    ['"a', 'b'],
    ['"x" y', 'z'],
    ['5"', '6'],
  ])
  expect(odd).toEqual([STRAY_QUOTE, STRAY_QUOTE, 0])
})

test('a quote that never closes costs its own line only', () => {
  const { records, odd } = read('a,b\n1,"x\n2,y\n')
  expect(records).toEqual([
    ['a', 'b'],
    ['1', '"x'],
    ['2', 'y'],
  ])
  expect(odd).toEqual([0, UNCLOSED_QUOTE, 0])
})

test('backslash escapes', () => {
  const marks = marksOf(',', '"', '\\')
  expect(read('"10\\" pipe","a\\\\b",c', marks).records).toEqual([['10" pipe', 'a\\b', 'c']])
})

test('delimiters of several characters', () => {
  expect(read('a, b,c, "d, e"\n', marksOf(', ', '"', null)).records).toEqual([['a', 'b,c', 'd, e']])
  expect(read('a||b|c||\n', marksOf('||', null, null)).records).toEqual([['a', 'b|c', '']])
})

test('the size of the window never changes what is read', () => {
  const text = 'a,b\r\n"x ""1""\r\n,",y\r\n\r\n"k"l,m\rn,"ž"\r\n"end",'
  const whole = read(text)
  for (let size = 1; size < 40; size++) expect(read(text, comma, size)).toEqual(whole)
  const double = marksOf('::', "'", null)
  const other = "a::'b::c'::d:e\r\n'::'::f::\n"
  for (let size = 1; size < 20; size++) expect(read(other, double, size)).toEqual(read(other, double))
})
