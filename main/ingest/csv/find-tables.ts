import type { ImportOptions } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { makeTranscoder } from '../text/transcode'
import { known, type Layout, makeLayout, readSample, SAMPLE_BYTES } from './layout'
import { findRuns } from './runs'
import { marksOf } from './scanner'
import { type FoundDialect, findDialect } from './score-dialect'
import { findStretches, type Stretch } from './stacked'
import type { TextSource } from './text-source'

/** Larger files are not searched to their end for a second table: that would double the time of every import. */
const SEARCHED_BYTES = 64 * 1024 * 1024

export interface FoundTable {
  readonly layout: Layout
  /** Text of the lines above the header; '' when there are none. */
  readonly title: string
}

/**
 * The tables of a delimited text: one as a rule, several where they stand one under the other. What a person said
 * about lines describes one table, so then no others are looked for. Faults: `import.bad-layout`.
 */
export async function findTables(
  text: TextSource,
  options: ImportOptions,
  job: JobContext,
  progress: (bytesRead: number) => void,
): Promise<readonly FoundTable[]> {
  const { source, survey } = text
  const sample = await readSample(source, survey)
  const dialect = findDialect(sample.bytes, sample.whole, known(options))
  const utf8At = utf8Reader(text, job)
  const stretches = isDescribed(options) ? null : await stretchesOf(text, dialect, utf8At, job, progress)
  if (stretches === null) {
    return [{ layout: makeLayout(source, { ...sample, at: 0, line: 1 }, dialect, options), title: '' }]
  }
  const tables: FoundTable[] = []
  for (const [i, { at, line, title }] of stretches.entries()) {
    const endBytes = stretches[i + 1]?.at
    const bytes = await utf8At(at, Math.min(SAMPLE_BYTES, (endBytes ?? Number.POSITIVE_INFINITY) - at))
    const whole = bytes.length < SAMPLE_BYTES
    const piece = { bytes, whole, at, line, ...(endBytes === undefined ? {} : { endBytes }) }
    tables.push({ layout: makeLayout(source, piece, dialect, options), title })
  }
  return tables
}

const isDescribed = ({ headerLine, headerLines, preambleLines, footerLines }: ImportOptions): boolean =>
  [headerLine, headerLines, preambleLines, footerLines].some((said) => said !== undefined)

async function stretchesOf(
  text: TextSource,
  { delimiter, quote, escape: mark, lenient }: FoundDialect,
  utf8At: Utf8At,
  job: JobContext,
  progress: (bytesRead: number) => void,
): Promise<readonly Stretch[] | null> {
  if (text.source.bytes > SEARCHED_BYTES) return null
  const marks = marksOf(delimiter, quote, mark, lenient)
  const runs = await findRuns(text, marks, job, progress)
  // One width and no gap: one table, and nothing more to read.
  if (runs === null || runs.length < 2) return null
  return findStretches(runs, marks, (at) => utf8At(at, SAMPLE_BYTES / 4))
}

export type Utf8At = (at: number, length: number) => Promise<Uint8Array>

/** Reads pieces of the text as UTF-8 by their position in it. A text in another encoding is decoded once and kept. */
export function utf8Reader({ source, survey }: TextSource, { signal }: JobContext): Utf8At {
  if (survey.encoding === 'utf-8') return (at, length) => source.slice(survey.markBytes + at, length)
  let decoded: Promise<Buffer> | null = null
  const decode = async (): Promise<Buffer> => {
    const transcoder = makeTranscoder(survey.encoding)
    const parts: Uint8Array[] = []
    for await (const chunk of source.chunks(signal, survey.markBytes)) {
      parts.push(Uint8Array.from(transcoder.push(chunk)))
    }
    return Buffer.concat([...parts, transcoder.end()])
  }
  return async (at, length) => {
    decoded ??= decode()
    return (await decoded).subarray(at, at + length)
  }
}
