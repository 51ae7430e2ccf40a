import iconv from 'iconv-lite'
import { SaxesParser } from 'saxes'
import type { CancelSignal } from '../../../analyses/methods/core/signal'
import { FaultError, fault } from '../../../analyses/model/fault'
import type { ByteSource } from '../source/byte-source'
import { Breath } from './breath'

/** Attributes by their names as written. */
export type Attributes = Readonly<Record<string, string>>

/** Hears a document. Names come without their prefix: which prefix stands for a vocabulary is up to each file. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text?(text: string): void
}

/** Parsed between two pauses. */
const SLICE = 128 * 1024
/** So much without a tag is no document of ours: the parser would have to keep it. */
const LONGEST_TEXT = 48 * 1024 * 1024
/** Letters XML forbids, which some exports write all the same; the parser leaves them in the text. */
const FORGIVEN = /disallowed character/

/**
 * Reads an XML document as a stream. Entities of a document type are not resolved: there is no reading of one.
 * Faults: `import.workbook-damaged`. `read` hears the bytes read so far.
 */
export async function readXml(
  source: ByteSource,
  handler: XmlHandler,
  signal: CancelSignal,
  read: (bytes: number) => void = () => {},
): Promise<void> {
  const parser = new SaxesParser({ position: false })
  let quiet = 0
  listen(parser, handler, () => {
    quiet = 0
  })
  const breath = new Breath(signal)
  let bytes = 0
  let decode: Decode | null = null
  try {
    for await (const chunk of source.chunks(signal)) {
      decode ??= decoderFor(chunk)
      for (let at = 0; at < chunk.length; at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE)
        quiet += slice.length
        parser.write(decode(slice))
        if (quiet > LONGEST_TEXT) throw new Error('text without end')
        bytes += slice.length
        await breath.take()
      }
      read(bytes)
    }
    parser.close()
  } catch (error) {
    throw asDamage(error, source)
  }
}

function listen(parser: SaxesParser, handler: XmlHandler, heard: () => void): void {
  parser.on('error', (error) => {
    if (!FORGIVEN.test(error.message)) throw new XmlError(error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    heard()
    handler.open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => handler.close(localName(name)))
  if (handler.text === undefined) return
  const text = handler.text.bind(handler)
  parser.on('text', text)
  parser.on('cdata', text)
}

class XmlError extends Error {}

function asDamage(error: unknown, { file, path }: ByteSource): unknown {
  if (!(error instanceof XmlError)) return error
  const detail = error.message.replace(/^undefined:\d+:\d+: /, '').slice(0, 80)
  return new FaultError(fault('import.workbook-damaged', { file, detail }, path))
}

/** Name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Attributes, name: string): string | null {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  const found = Object.keys(attributes).find((key) => key.endsWith(`:${name}`))
  return found === undefined ? null : (attributes[found] ?? null)
}

/** The next bytes as text; letters cut between two calls are put together. */
type Decode = (bytes: Uint8Array) => string

/** UTF-8 unless its first bytes say otherwise; packages may also hold UTF-16. */
function decoderFor(start: Buffer): Decode {
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    start.toString('latin1', 0, 200),
  )
  const marked = start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : wideLittle(start) ? 'utf-16le' : null
  const encoding = marked ?? declared?.[1]?.toLowerCase() ?? 'utf-8'
  if (encoding === 'utf-8' || encoding === 'utf-16le' || !iconv.encodingExists(encoding)) {
    const decoder = new TextDecoder(encoding === 'utf-16le' ? encoding : 'utf-8')
    return (bytes) => decoder.decode(bytes, { stream: true })
  }
  const decoder = iconv.getDecoder(encoding)
  return (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
}

const wideLittle = (start: Buffer): boolean =>
  (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0x3c && start[1] === 0)
