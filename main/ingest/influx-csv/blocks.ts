import type { JobContext } from '../../../analyses/model/job'
import { fieldText, type Marks } from '../csv/scanner'
import type { TextSource } from '../csv/text-source'
import { scanWindows, type Window } from '../csv/windows'
import {
  type Annotations,
  addAnnotation,
  type InfluxHeader,
  isAnnotation,
  noAnnotations,
  readHeader,
} from './annotations'

/** What a record of the file is. A table begins with its first annotation, or with its header where it has none. */
export type Part =
  | { readonly kind: 'annotation'; readonly starts: boolean }
  | { readonly kind: 'header'; readonly starts: boolean; readonly header: InfluxHeader }
  | { readonly kind: 'data' }

/** Goes through the records of an annotated CSV in order and says what each one is. */
export class BlockReader {
  private annotations: Annotations = noAnnotations
  private above: 'annotation' | 'header' | 'data' | null = null
  private header: readonly string[] = []

  /** `cells` is asked only where the text matters. `apart`: an empty line stands before the record. */
  next(first: string, apart: boolean, cells: () => readonly string[]): Part {
    if (isAnnotation(first)) {
      const starts = this.above !== 'annotation'
      this.annotations = addAnnotation(starts ? noAnnotations : this.annotations, cells())
      this.above = 'annotation'
      return { kind: 'annotation', starts }
    }
    const bare = this.above === null
    if (bare || this.above === 'annotation' || (apart && this.isHeader(cells()))) {
      const starts = this.above !== 'annotation'
      this.header = cells()
      this.above = 'header'
      return { kind: 'header', starts, header: readHeader(this.header, this.annotations) }
    }
    this.above = 'data'
    return { kind: 'data' }
  }

  /** A header without annotations of its own: the old one again, or one of the columns every answer has. */
  private isHeader(cells: readonly string[]): boolean {
    const known = ['_time', '_value', '_field', '_measurement', 'table']
    const again = JSON.stringify(cells) === JSON.stringify(this.header)
    return again || (cells[0] === '' && cells.filter((cell) => known.includes(cell)).length >= 2)
  }
}

/** A record of a window and what it is. */
export interface Found {
  readonly window: Window
  readonly record: number
  readonly part: Part
  readonly line: number
}

/** Every record of the file but the line that names the delimiter. */
export async function* readParts(
  { source, survey }: TextSource,
  marks: Marks,
  skipped: { readonly bytes: number; readonly lines: number },
  job: JobContext,
  progress: (bytesRead: number) => void,
): AsyncIterable<Found> {
  const blocks = new BlockReader()
  const start = { skipBytes: skipped.bytes, line: skipped.lines + 1 }
  let blanks = 0
  for await (const window of scanWindows(source, survey, marks, start, null, job, progress)) {
    const { bytes, scanner } = window
    let end = 0
    for (let record = 0; record < scanner.records; record++) {
      const from = scanner.recordStarts[record] ?? 0
      const apart = from - end > (bytes[from - 2] === 0x0d ? 2 : 1) || (record === 0 && blanks > 0)
      end = scanner.recordEnds[record] ?? 0
      const fields = scanner.firstField[record] ?? 0
      const part = blocks.next(fieldText(scanner, bytes, fields, marks), apart, () =>
        cellsOf(window, record, marks),
      )
      yield { window, record, part, line: scanner.lines[record] ?? 0 }
    }
    blanks = bytes.length - end > 2 ? 1 : 0
  }
}

/** The cells of a record as text. */
export function cellsOf({ bytes, scanner }: Window, record: number, marks: Marks): readonly string[] {
  const first = scanner.firstField[record] ?? 0
  const next = scanner.firstField[record + 1] ?? first
  return Array.from({ length: next - first }, (_, i) => fieldText(scanner, bytes, first + i, marks))
}
