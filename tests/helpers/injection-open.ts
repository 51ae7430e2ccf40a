import { tableFromIPC } from 'apache-arrow'
import { strFromU8, unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { buildReport } from '../../analyses/report'
import { writeArrow } from '../../main/export/arrow/write-arrow'
import { exportCsvw } from '../../main/export/csvw/export-csvw'
import { writeParquet } from '../../main/export/parquet/write-parquet'
import { readCsvTable } from '../../main/export/readback'
import { noDisclosure, smallPack, smallRecord } from './small-report'

/**
 * What texts make of open data when they are labels of a run: a package whose files are others than expected, and
 * labels that are not read back as they were from CSV on the Web, Arrow and Parquet.
 */
export async function openDataEffects(payloads: readonly string[]): Promise<readonly string[]> {
  const rows = payloads.map((territory, index) => ({ territory, women: 0.4 + index / 1000, men: 0.6 }))
  const [pack, record] = [smallPack(), smallRecord(rows)]
  const table = { columns: record.schema['gap'] ?? [], rows: record.tables['gap'] ?? [] }
  const arrow = await writeArrow(table)
  return [
    ...lost('csvw', payloads, labelsInPackage(pack, record)),
    ...lost('arrow', payloads, labelsInArrow(arrow)),
    ...lost('parquet', payloads, await labelsInParquet(await writeParquet(arrow))),
  ]
}

/** Half a character is no text in UTF-8, and the reader of Arrow takes an invisible first U+FEFF for a mark of bytes. */
const lost = (format: string, wanted: readonly string[], found: readonly string[]): readonly string[] =>
  wanted.flatMap((text, index) =>
    found[index]?.replace(/^\ufeff/, '') ===
    Buffer.from(text)
      .toString()
      .replace(/^\ufeff/, '')
      ? []
      : [`${format}: ${JSON.stringify(text)} became ${JSON.stringify(found[index])}`],
  )

const labelsInArrow = (bytes: Uint8Array): readonly string[] =>
  [...(tableFromIPC(bytes).getChild('territory') ?? [])].map(String)

async function labelsInParquet(bytes: Uint8Array): Promise<readonly string[]> {
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
  return rows.map((row) => String(row['territory']))
}

/** Texts that a spreadsheet would run stand behind a mark, as in every CSV file of ours. */
function labelsInPackage(
  pack: ReturnType<typeof smallPack>,
  record: ReturnType<typeof smallRecord>,
): readonly string[] {
  const document = buildReport({ pack, record, locale: 'cs' })
  const files = unzipSync(
    exportCsvw(document, [{ key: 'main', pack, record }], {
      ...{ format: 'workbench-published/1', locale: 'cs', composition: null },
      ...{ runs: { main: record }, disclosure: noDisclosure },
    }),
  )
  const strange = Object.keys(files).filter(
    (path) => !/^[A-Za-z][A-Za-z0-9/_-]*\.(csv|json|jsonld|md|txt)$/.test(path),
  )
  if (strange.length > 0) return strange
  for (const [path, bytes] of Object.entries(files))
    if (/\.json(ld)?$/.test(path)) JSON.parse(strFromU8(bytes))
  const { columns, rows } = readCsvTable(strFromU8(files['data/gap.csv'] ?? new Uint8Array()))
  const at = columns.indexOf('territory')
  return rows.map((row) => (row[at]?.text ?? '').replace(/^'(?=\s*[=+\-@＝＋－＠\t\r\n])/, ''))
}
