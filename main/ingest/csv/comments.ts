import type { SampleRecord } from './records'

/** Marks that begin a whole-line comment in exports of instruments and statistical programs. */
const marks = ['#', '%', '//'] as const

/**
 * The mark of whole-line comments, when the lines above the table are such comments and no record of the sample
 * begins like one; null otherwise. `width`: fields of a record of the table.
 */
export function commentMark(
  preamble: readonly SampleRecord[],
  body: readonly SampleRecord[],
  width: number,
): string | null {
  const starts = (record: SampleRecord, mark: string): boolean =>
    record.quoted[0] !== true && (record.cells[0] ?? '').startsWith(mark)
  const usual = (mark: string) =>
    preamble.filter((record) => starts(record, mark)).length * 2 >= preamble.length
  const mark = preamble.length === 0 ? undefined : marks.find((each) => usual(each))
  if (mark === undefined) return null
  const isData = body.some((record) => record.cells.length === width && starts(record, mark))
  return isData ? null : mark
}
