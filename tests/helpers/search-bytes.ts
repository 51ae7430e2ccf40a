import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { readPage } from '../../main/export/pdf/page-text'
import { unzip } from '../fuzz/unzip'

/** One readable part of an export: a member of an archive, a stream of a PDF, the rows of a table. */
export interface Part {
  readonly path: string
  readonly text: string
  /** As they are, where they are no text: doubles of a table for machines. */
  readonly bytes: Uint8Array | null
}

const startsWith = (bytes: Uint8Array, ...codes: readonly number[]): boolean =>
  codes.every((code, at) => bytes[at] === code)
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 3)
const isParquet = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x41, 0x52, 0x31)
const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)
/** Fonts hold outlines of letters, nothing of a report. */
const isFont = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x77, 0x4f, 0x46) || startsWith(bytes, 0, 1, 0, 0)

/** Everything a reader can get out of a file: archives opened, base64 and packed streams decoded, down to the end. */
export async function partsOf(path: string, bytes: Uint8Array): Promise<readonly Part[]> {
  if (isFont(bytes)) return []
  if (isZip(bytes)) {
    const members = unzip(bytes)
    return (
      await Promise.all(members.map((member) => partsOf(`${path}!${member.path}`, member.content)))
    ).flat()
  }
  if (isParquet(bytes)) return [{ path, text: await parquetText(bytes), bytes: null }]
  if (startsWith(bytes, 0x1f, 0x8b)) return partsOf(`${path}!gz`, gunzipSync(bytes))
  if (isPdf(bytes))
    return [...(await Promise.all(pdfStreams(path, bytes))).flat(), await pdfText(path, bytes)]
  const text = Buffer.from(bytes).toString('utf8')
  if (text.includes('\uFFFD')) return [{ path, text: Buffer.from(bytes).toString('latin1'), bytes }]
  return encoded(path, text)
}

/** A text without what is packed in it, and what is packed in it. */
async function encoded(path: string, text: string): Promise<readonly Part[]> {
  const parts: Promise<readonly Part[]>[] = []
  const plain = text.replaceAll(/[A-Za-z0-9+/]{200,}={0,2}/g, (run) => {
    parts.push(partsOf(`${path}!base64-${parts.length}`, unpacked(Buffer.from(run, 'base64'))))
    return ' '
  })
  return [{ path, text: plain, bytes: null }, ...(await Promise.all(parts)).flat()]
}

/** What reports keep of themselves is packed without a mark that says so. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (isFont(bytes)) return bytes
  for (const unpack of [inflateRawSync, inflateSync])
    try {
      return unpack(bytes)
    } catch {
      // Packed in another way, or not at all.
    }
  return bytes
}

async function parquetText(bytes: Uint8Array): Promise<string> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const rows = await parquetReadObjects({ file: file as ArrayBuffer, compressors })
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

/** A PDF as it is, and each of its streams as it is after its packing. */
function pdfStreams(path: string, bytes: Uint8Array): readonly Promise<readonly Part[]>[] {
  const raw = Buffer.from(bytes)
  const parts: Promise<readonly Part[]>[] = []
  for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', at + 6)) {
    const from = raw[at + 6] === 13 ? at + 8 : at + 7
    const end = raw.indexOf('endstream', from)
    if (end < 0) break
    const stream = raw.subarray(from, end)
    parts.push(partsOf(`${path}!stream-${parts.length}`, unpacked(stream)))
    at = end
  }
  return [...parts, Promise.resolve([{ path, text: raw.toString('latin1'), bytes: null }])]
}

/** What can be read on the pages, where letters are numbers of shapes in a font. */
async function pdfText(path: string, bytes: Uint8Array): Promise<Part> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = document.getPages().map((page) => [...readPage(page).marked.values()].join('\n'))
  return { path: `${path}!pages`, text: pages.join('\n'), bytes: null }
}

/** Attributes that say where something is drawn, not what it is worth; a hidden value is not drawn at all. */
const places =
  /\s(?:d|x|y|x1|x2|y1|y2|cx|cy|dx|dy|r|rx|ry|width|height|transform|points|viewBox|offset|stroke-[a-z]+|font-[a-z]+|style)="[^"]*"/g

interface Token {
  readonly value: number
  readonly decimals: number
  readonly text: string
}

/** Numbers as they are written in any of our languages and in files for machines. */
function numbersIn(text: string): readonly Token[] {
  const written = text
    .replace(places, ' ')
    .match(/\d+(?:[\u00a0\u202f ,]\d{3}(?!\d))*(?:[.,]\d+)?(?:e[+-]?\d+)?/gi)
  return [...new Set(written)].flatMap((token) =>
    readings(token).map((reading) => ({ ...reading, text: token })),
  )
}

/** A comma is that of thousands in English and that of decimals in the other languages, so both are tried. */
function readings(token: string): readonly Omit<Token, 'text'>[] {
  const joined = token.replaceAll(/[\u00a0\u202f ]/g, '')
  const plain = new Set([joined.replaceAll(',', ''), joined.replace(/,(?=[^,]*$)/, '.')])
  return [...plain].flatMap((one) => {
    const value = Number(one)
    const decimals = /e/i.test(one) ? 15 : (one.split('.')[1]?.length ?? 0)
    return Number.isFinite(value) ? [{ value, decimals }] : []
  })
}

const significant = ({ value, decimals }: Token): number =>
  value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1 + decimals

export interface Found {
  readonly secret: number
  readonly path: string
  readonly text: string
}

/** Numbers to look for or to know again: their sizes, as they are and in per cent. */
class Numbers {
  readonly precise: readonly number[]
  private readonly sorted: Float64Array
  constructor(values: Iterable<number>) {
    // Fewer digits would be met by chance.
    this.precise = [...new Set([...values].map(Math.abs))].filter((one) => one !== Number(one.toPrecision(5)))
    this.sorted = Float64Array.from(this.precise.flatMap((one) => [one, one * 100])).sort()
  }

  /** The first one that may have been written as this token. */
  writtenAs({ value, decimals }: Token): number | null {
    const step = 0.5 * 10 ** -Math.min(decimals, 12) * 1.000001
    let [low, high] = [0, this.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sorted[middle] ?? 0) < value - step) low = middle + 1
      else high = middle
    }
    const nearest = this.sorted[low]
    return nearest !== undefined && nearest <= value + step ? nearest : null
  }
}

/**
 * Where one of the secrets can be read: at full precision, or rounded to five digits and more, as it is or in per cent;
 * with its sign or without. A token that a number shown rightly is written as says nothing.
 */
export function findSecrets(
  parts: readonly Part[],
  secrets: readonly number[],
  shown: Iterable<number> = [],
): readonly Found[] {
  const [wanted, open] = [new Numbers(secrets), new Numbers(shown)]
  const doubles = new Set(wanted.precise)
  return parts.flatMap(({ path, text, bytes }) => [
    ...numbersIn(text).flatMap((token) => {
      if (significant(token) < 5 || open.writtenAs(token) !== null) return []
      const secret = wanted.writtenAs(token)
      return secret === null ? [] : [{ secret, path, text: token.text }]
    }),
    ...(bytes === null ? [] : doublesIn(bytes, doubles).map((secret) => ({ secret, path, text: 'bytes' }))),
  ])
}

/** Doubles that stand anywhere in bytes, from whatever byte on. */
function doublesIn(bytes: Uint8Array, wanted: ReadonlySet<number>): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: number[] = []
  for (let at = 0; at + 8 <= bytes.length; at += 1) {
    const size = Math.abs(view.getFloat64(at, true))
    if (wanted.has(size)) found.push(size)
  }
  return found
}
