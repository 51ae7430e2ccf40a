import { fieldText, type Marks, Scanner } from './scanner'

/** A record of the sample, as text. */
export interface SampleRecord {
  readonly cells: readonly string[]
  /** Physical line, from 1. */
  readonly line: number
  /** Byte positions within the sample. */
  readonly start: number
  readonly end: number
  readonly odd: number
  /** True for cells that stood in quotes. */
  readonly quoted: readonly boolean[]
}

/** The first records of a piece of UTF-8 text; `whole` says that the text ends where the bytes do. */
export function readRecords(
  bytes: Uint8Array,
  marks: Marks,
  whole: boolean,
  limit: number,
): readonly SampleRecord[] {
  const scanner = new Scanner(marks)
  scanner.scan(bytes, 0, bytes.length, whole)
  return Array.from({ length: Math.min(limit, scanner.records) }, (_, record) => {
    const fields = range(scanner.firstField[record] ?? 0, scanner.firstField[record + 1] ?? 0)
    return {
      cells: fields.map((field) => fieldText(scanner, bytes, field, marks)),
      quoted: fields.map((field) => isQuotedField(bytes, scanner, record, field, marks)),
      line: scanner.lines[record] ?? 0,
      start: scanner.recordStarts[record] ?? 0,
      end: scanner.recordEnds[record] ?? 0,
      odd: scanner.oddities[record] ?? 0,
    }
  }).filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '')
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i)

/** Whether a field of the record stood in quotes. */
export const isQuotedField = (
  bytes: Uint8Array,
  scanner: Scanner,
  record: number,
  field: number,
  marks: Marks,
): boolean => {
  const start = scanner.starts[field] ?? 0
  return (
    marks.quote !== null && start > (scanner.recordStarts[record] ?? 0) && bytes[start - 1] === marks.quote
  )
}
