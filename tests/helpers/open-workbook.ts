import type { ImportOptions } from '../../analyses/model/data-set'
import type { Contents, Place } from '../../main/ingest/formats/format'
import { odsFormat, xlsFormat, xlsxFormat } from '../../main/ingest/workbook/formats'
import { quietJob } from './import-files'

/** Bytes as a file that no disk has. */
export function placeOf(bytes: Buffer, file: string): Place {
  return {
    head: bytes.subarray(0, 64 * 1024),
    neighbours: async () => [file],
    neighbour: async () => null,
    source: {
      file,
      path: file,
      bytes: bytes.length,
      async *chunks(signal, from = 0) {
        for (let at = from; at < bytes.length; at += 1024 * 1024) {
          signal.throwIfAborted()
          yield Buffer.from(bytes.subarray(at, at + 1024 * 1024))
        }
      },
      slice: async (from, length) => Buffer.from(bytes.subarray(from, from + length)),
      assertUnchanged: async () => {},
      close: async () => {},
    },
  }
}

/** Opens a workbook with the format that recognises it. */
export async function openWorkbook(
  bytes: Buffer,
  file: string,
  options: ImportOptions = {},
  job = quietJob,
): Promise<Contents> {
  const place = placeOf(bytes, file)
  for (const format of [xlsxFormat, odsFormat, xlsFormat])
    if (await format.recognise(place, options)) return format.open(place, options, job, () => {})
  throw new Error(`no workbook: ${file}`)
}
