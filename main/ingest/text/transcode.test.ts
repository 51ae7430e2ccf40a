import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { type Encoding, encodings, parseEncoding } from './encodings'
import { makeTranscoder } from './transcode'

function transcode(bytes: Uint8Array, encoding: Encoding, size: number): Buffer {
  const transcoder = makeTranscoder(encoding)
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size)
    parts.push(Uint8Array.from(transcoder.push(bytes.subarray(at, at + size))))
  return Buffer.concat([...parts, transcoder.end()])
}

const texts: Partial<Record<Encoding, string>> = {
  'windows-1257': 'Šiauliai Rīga ąčęėįšųūž',
  'windows-1252': 'Île œuvre € Ÿ',
  'iso-8859-1': 'Île naïve ÿ',
}

test.each(encodings)('%s becomes UTF-8 whatever the size of the pieces', (encoding) => {
  const text = texts[encoding] ?? 'Příliš žluťoučký kůň, Łódź; a,b\n'
  const bytes = iconv.encode(text, encoding)
  for (const size of [1, 2, 3, 7, 1000]) expect(transcode(bytes, encoding, size).toString('utf8')).toBe(text)
})

test('characters beyond the basic plane survive UTF-16', () => {
  const bytes = iconv.encode('a😀𝒳b', 'utf-16le')
  for (const size of [1, 2, 3, 4]) expect(transcode(bytes, 'utf-16le', size).toString('utf8')).toBe('a😀𝒳b')
})

test('what an encoding leaves undefined comes out as invalid UTF-8, never as some letter', () => {
  expect([...transcode(Uint8Array.of(0x61, 0x81, 0x62), 'windows-1250', 9)]).toEqual([0x61, 0xff, 0x62])
  expect([...transcode(Uint8Array.of(0x8a), 'iso-8859-2', 9)]).toEqual([0xff])
  expect([...transcode(Uint8Array.of(0x00, 0xd8, 0x61, 0x00), 'utf-16le', 9)]).toEqual([0xff, 0x61])
  expect([...transcode(Uint8Array.of(0x61, 0x00, 0x62), 'utf-16le', 9)]).toEqual([0x61, 0xff])
})

test('spellings', () => {
  expect([parseEncoding('CP1250'), parseEncoding('latin2'), parseEncoding('UTF_8')]).toEqual([
    'windows-1250',
    'iso-8859-2',
    'utf-8',
  ])
})
