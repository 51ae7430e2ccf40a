import { refuse } from '../../../analyses/model/fault'
import { readSample } from '../csv/layout'
import { openText, type TextSource, textContents } from '../csv/text-source'
import type { Format } from '../formats/format'
import { isTextHead } from '../text/survey'
import { type FixedLayout, findColumns } from './find-columns'
import { fixedTable } from './table'

const SAMPLE_LINES = 400

/** Text whose columns are told by position. Taken only where no delimiter explains the lines. */
export const fixedWidthFormat: Format = {
  id: 'fixed-width',
  recognise: async ({ head }, { format, delimiter }) => {
    if (format === 'fixed-width') return true
    if (format !== undefined || delimiter !== undefined || !isTextHead(head)) return false
    // Positions count letters: every byte of an encoding with one byte per letter is one, and UTF-8 is read as such.
    return findColumns(linesOf(decode(head), head.length < HEAD_BYTES)) !== null
  },
  async open({ source }, options, job, progress) {
    const text = await openText(source, options, job, progress)
    const layout = await findLayout(text)
    return { ...textContents(text), tables: [fixedTable(text, layout.layout, layout.lines)] }
  },
}

const HEAD_BYTES = 64 * 1024

function decode(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return Buffer.from(head).toString('utf16le').slice(1)
  const text = Buffer.from(head).toString('utf8')
  return text.includes('\ufffd') ? Buffer.from(head).toString('latin1') : text.replace(/^\ufeff/, '')
}

/** Whole lines only: the last one may be cut. */
function linesOf(text: string, whole: boolean): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/, SAMPLE_LINES)
  return whole || lines.length === SAMPLE_LINES ? lines : lines.slice(0, -1)
}

/** Refuses with `import.not-fixed-width`. */
async function findLayout({
  source,
  survey,
}: TextSource): Promise<{ layout: FixedLayout; lines: readonly string[] }> {
  const sample = await readSample(source, survey)
  const lines = linesOf(Buffer.from(sample.bytes).toString('utf8'), sample.whole)
  const layout = findColumns(lines)
  return layout === null
    ? refuse('import.not-fixed-width', { file: source.file }, source.path)
    : { layout, lines }
}
