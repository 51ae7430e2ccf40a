import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, expect, test } from 'vitest'
import { CHUNK_BYTES, openSource } from '../source/byte-source'
import { surveySource } from './survey'

const folder = mkdtempSync(join(tmpdir(), 'survey-'))
afterAll(() => rmSync(folder, { recursive: true }))

const job = { signal: new AbortController().signal, report: () => {} }

async function survey(content: Uint8Array, wanted?: string) {
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  const source = await openSource(path)
  try {
    return await surveySource(source, wanted, job, () => {})
  } finally {
    await source.close()
  }
}

const text = 'kraj,hodnota\nVysočina,1\nŘíčany,2\nŽďár,3\nŠumperk,4\nTřebíč,5\n'

test.each([
  ['utf-8', Buffer.from(text), 'certain', 0],
  ['utf-8', Buffer.from(`\ufeff${text}`), 'certain', 3],
  ['utf-16le', iconv.encode(`\ufeff${text}`, 'utf-16le'), 'certain', 2],
  ['utf-16be', iconv.encode(`\ufeff${text}`, 'utf-16be'), 'certain', 2],
  ['utf-16le', iconv.encode(text, 'utf-16le'), 'likely', 0],
  ['utf-16be', iconv.encode(text, 'utf-16be'), 'likely', 0],
  ['windows-1250', iconv.encode(text, 'windows-1250'), 'likely', 0],
] as const)('%s is recognised', async (encoding, bytes, confidence, markBytes) => {
  expect(await survey(bytes)).toMatchObject({ encoding, confidence, markBytes })
})

test('a letter cut by the border of two chunks is not broken', async () => {
  const filler = 'x'.repeat(CHUNK_BYTES - 1)
  expect(await survey(Buffer.from(`${filler}ž`))).toMatchObject({ encoding: 'utf-8', brokenStretches: 0 })
})

test('a few broken bytes among many good ones are damage, not another encoding', async () => {
  const bytes = Buffer.concat([Buffer.from(text.repeat(20)), Buffer.from([0xff, 0xfe, 0x0a])])
  expect(await survey(bytes)).toMatchObject({ encoding: 'utf-8', confidence: 'likely', brokenStretches: 1 })
})

test('what the person says is taken, in any usual spelling', async () => {
  expect(await survey(iconv.encode(text, 'windows-1250'), 'CP852')).toMatchObject({ encoding: 'ibm852' })
  const big = iconv.encode(`\ufeff${text}`, 'utf-16be')
  expect(await survey(big, 'UTF-16')).toMatchObject({ encoding: 'utf-16be', markBytes: 2 })
})

test('the digest is that of the bytes', async () => {
  const { sha256 } = await survey(Buffer.from('abc'))
  expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
