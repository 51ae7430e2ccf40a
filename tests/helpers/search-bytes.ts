import { gunzipSync, inflateSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { unzip } from '../fuzz/unzip'

/** One readable part of an export: a member of an archive, a stream of a PDF, the rows of a table. */
export interface Part {
  readonly path: string
  readonly text: string
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
const isParquet = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).toString() === 'PAR1'

/** Everything a reader can get out of a file: archives opened, base64 and compressed streams decoded, down to the end. */
export async function partsOf(path: string, bytes: Uint8Array): Promise<readonly Part[]> {
  if (isZip(bytes)) {
    const members = unzip(bytes)
    return (
      await Promise.all(members.map((member) => partsOf(`${path}!${member.path}`, member.content)))
    ).flat()
  }
  if (isParquet(bytes)) return [{ path, text: await parquetText(bytes) }]
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return partsOf(`${path}!gz`, gunzipSync(bytes))
  if (Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-') return [{ path, text: pdfText(bytes) }]
  const text = Buffer.from(bytes).toString('utf8')
  // The bytes of doubles and the like are looked at as they are.
  if (text.includes('\uFFFD')) return [{ path, text: Buffer.from(bytes).toString('latin1') }]
  return [{ path, text }, ...(await encoded(path, text))]
}

async function encoded(path: string, text: string): Promise<readonly Part[]> {
  const runs = [...text.matchAll(/[A-Za-z0-9+/]{200,}={0,2}/g)].map(([run]) => Buffer.from(run, 'base64'))
  return (await Promise.all(runs.map((run, at) => partsOf(`${path}!base64-${at}`, run)))).flat()
}

async function parquetText(bytes: Uint8Array): Promise<string> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const rows = await parquetReadObjects({ file: file as ArrayBuffer, compressors })
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

/** Streams of a PDF as they are after their compression. */
function pdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes)
  const parts = [raw.toString('latin1')]
  for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', at + 6)) {
    const from = raw[at + 6] === 13 ? at + 8 : at + 7
    const end = raw.indexOf('endstream', from)
    if (end < 0) break
    try {
      parts.push(inflateSync(raw.subarray(from, end)).toString('latin1'))
    } catch {
      // Pictures and fonts have packings of their own.
    }
    at = end
  }
  return parts.join('\n')
}

/** Attributes that say where something is drawn, not what it is worth; a hidden value is not drawn at all. */
const places =
  /\s(?:d|x|y|x1|x2|y1|y2|cx|cy|dx|dy|r|rx|ry|width|height|transform|points|viewBox|offset|stroke-[a-z]+|font-[a-z]+|style)="[^"]*"/g

interface Token {
  readonly value: number
  readonly decimals: number
  readonly text: string
}

/** Numbers as they are written in any of our languages and in files for machines, and double values in plain bytes. */
export function numbersIn(text: string): readonly Token[] {
  return [
    ...text.replace(places, ' ').matchAll(/\d+(?:[\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?:e[+-]?\d+)?/gi),
  ].flatMap(([token]) => {
    const plain = token.replaceAll(/[\u00a0\u202f ]/g, '').replace(',', '.')
    const value = Number(plain)
    const decimals = /e/i.test(plain) ? 15 : (plain.split('.')[1]?.length ?? 0)
    return Number.isFinite(value) ? [{ value, decimals, text: token }] : []
  })
}

const significant = ({ value, decimals }: Token): number =>
  value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1 + decimals

export interface Found {
  readonly secret: number
  readonly path: string
  readonly text: string
}

/**
 * Where one of the secrets can be read: at full precision, or rounded to five digits and more, as it is or in per cent;
 * with its sign or without. Fewer digits would be met by chance.
 */
export function findSecrets(parts: readonly Part[], secrets: readonly number[]): readonly Found[] {
  const precise = [...new Set(secrets.map(Math.abs))].filter(
    (secret) => secret !== Number(secret.toPrecision(5)),
  )
  const wanted = precise.flatMap((secret) => [secret, secret * 100])
  const found: Found[] = []
  for (const { path, text } of parts) {
    const tokens = new Map(numbersIn(text).map((token) => [token.text, token]))
    for (const token of tokens.values()) {
      if (significant(token) < 5) continue
      const step = 0.5 * 10 ** -Math.min(token.decimals, 12) * 1.000001
      for (const secret of wanted)
        if (Math.abs(token.value - secret) <= step) found.push({ secret, path, text: token.text })
    }
    for (const secret of secrets)
      if (text.includes(doubleBytes(secret))) found.push({ secret, path, text: 'bytes' })
  }
  return found
}

function doubleBytes(value: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes.toString('latin1')
}
