import type { JobContext } from '../../../analyses/model/job'
import { marksOf } from '../csv/scanner'
import type { TextSource } from '../csv/text-source'
import { scanWindows } from '../csv/windows'

/** The parts of a Pabulib file (pabulib.org/format), each begun by a line with its name. */
export const sectionNames = ['META', 'PROJECTS', 'VOTES'] as const
export type SectionName = (typeof sectionNames)[number]

/** Where a section begins, its name line included, in the text as UTF-8. */
export interface Section {
  readonly name: SectionName
  readonly at: number
  readonly line: number
}

const LONGEST = 'PROJECTS;;;;;;;;;;;;;;;;;;;;'.length

/** The sections in the order of the file. Names are met in any case and with delimiters after them. */
export async function findSections(
  { source, survey }: TextSource,
  job: JobContext,
  progress: (bytesRead: number) => void,
): Promise<readonly Section[]> {
  const found: Section[] = []
  // Whole lines only: quotes may stand anywhere in the names of projects.
  const marks = marksOf('\n', null, null)
  for await (const { bytes, scanner, at } of scanWindows(
    source,
    survey,
    marks,
    { skipBytes: 0, line: 1 },
    null,
    job,
    progress,
  )) {
    for (let record = 0; record < scanner.records; record++) {
      const from = scanner.recordStarts[record] ?? 0
      const to = scanner.recordEnds[record] ?? from
      if (to - from > LONGEST) continue
      const name = sectionNamed(Buffer.from(bytes.subarray(from, to)).toString('utf8'))
      if (name !== null) found.push({ name, at: at + from, line: scanner.lines[record] ?? 0 })
    }
  }
  return found
}

function sectionNamed(line: string): SectionName | null {
  const plain = line
    .replace(/^\uFEFF/, '')
    .replace(/[\s;"]+$/, '')
    .trim()
    .replace(/^"/, '')
    .toUpperCase()
  return sectionNames.find((name) => name === plain) ?? null
}
