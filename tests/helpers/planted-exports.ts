import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DisclosureRules, defaultRules } from '../../analyses/model/disclosure'
import { FaultError } from '../../analyses/model/fault'
import { type Locale, locales } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { RunRecord } from '../../analyses/model/run-record'
import { protectRuns } from '../../main/commands/protect-runs'
import { documentOf } from '../../main/commands/report-documents'
import { documentContent } from '../../main/export'
import type { PdfPrinter } from '../../main/export/pdf-printer'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import { engineWorker, scratchFolder } from './engine'
import { quiet, runCase } from './pack-case'
import type { Planted } from './planted-cells'
import { type Part, partsOf } from './search-bytes'
import { fontFolder } from './small-report'
import { taggedPdf } from './tagged-pdf'

export const searchedFormats = [
  'html',
  'pdf',
  'docx',
  'xlsx',
  'csvw',
  'json',
  'csv',
  'arrow',
  'parquet',
  'svg',
] as const
export type Searched = (typeof searchedFormats)[number]

/** Reports in a language of their own each; tables and pictures one by one. */
const languageOf: Partial<Record<Searched, Locale>> = { docx: 'cs', xlsx: 'pl', svg: 'cs' }

const nothingDrawn = new Set(['export.part-missing', 'export.chart-empty'])

export interface PlantedRun {
  readonly pack: Pack
  readonly record: RunRecord
}

/** A project in which planted data are run; `close` takes it away. Without a printer nothing is on the pages of a PDF. */
export async function plantedProject(name: string, printer: PdfPrinter = { print: () => taggedPdf() }) {
  const folder = scratchFolder(name)
  const { packs } = await loadPacks([resolve(import.meta.dirname, '../../analyses/packs')], { cases: true })
  const project = await openProject(join(folder, 'planted.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quiet,
  })

  async function run({ pack: id, name: of, inputs, bind, params }: Planted): Promise<PlantedRun> {
    const pack = packs.find((one) => one.id === id)
    if (pack === undefined) throw new Error(id)
    const files = new Map(Object.entries(inputs).map(([need, text]) => [`${need}.csv`, text]))
    const made = await runCase(project, folder, pack, {
      ...{ name: `planted-${of}`, note: 'Few people with values of their own.', files, tolerance: {} },
      ...{ bind: { ...bind }, params: { ...params }, expect: { rows: {}, faults: [] } },
      inputs: Object.fromEntries(Object.keys(inputs).map((need) => [need, `${need}.csv`])),
    })
    if (made instanceof FaultError) throw made
    return { pack, record: made }
  }

  /** What can be read in all files of one format. */
  async function readable(pack: Pack, record: RunRecord, format: Searched): Promise<readonly Part[]> {
    const { disclosure } = record
    if (disclosure === undefined) throw new Error('not protected')
    const locale = languageOf[format] ?? locales[pack.id.length % locales.length] ?? 'en'
    const exhibit = { runs: [{ key: 'run', pack, record }], composition: null, disclosure }
    const order = { ...exhibit, document: documentOf(exhibit, { locale, format }), format }
    const found: Part[] = []
    for (const part of partsToExport(pack, record, format))
      try {
        // What goes to the printer is searched too.
        const files: Uint8Array[] = []
        const print: PdfPrinter['print'] = (html, signal) => {
          files.push(new TextEncoder().encode(html))
          return printer.print(html, signal)
        }
        const room = { path: join(folder, 'file'), fontFolder, printer: { print }, job: quiet }
        files.push(await documentContent({ ...order, ...room, part }))
        for (const file of files) found.push(...(await partsOf(`${format} ${locale} ${part ?? ''}`, file)))
      } catch (error) {
        if (!(error instanceof FaultError) || !nothingDrawn.has(error.fault.code)) throw error
      }
    return found
  }

  async function close(): Promise<void> {
    await project.close()
    rmSync(folder, { recursive: true, force: true })
  }

  return { run, readable, close }
}

function partsToExport(pack: Pack, record: RunRecord, format: Searched): readonly (string | undefined)[] {
  const full = (table: string) => (record.tables[table] ?? []).length > 0
  if (format === 'svg') return pack.charts.filter(({ data }) => full(data)).map(({ id }) => id)
  const tables = ['csv', 'arrow', 'parquet'].includes(format)
  return tables ? Object.keys(record.tables).filter(full) : [undefined]
}

export async function protectOne({ pack, record }: PlantedRun, rules: DisclosureRules = defaultRules) {
  const { runs, disclosure } = await protectRuns(
    { runs: [{ key: 'run', pack, record }], rules, ledger: [] },
    quiet,
  )
  return { record: runs[0]?.record ?? record, disclosure }
}

export const numbersOf = (record: RunRecord): ReadonlySet<number> =>
  new Set(
    Object.values(record.tables).flatMap((rows) =>
      rows.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'number')),
    ),
  )

/** Numbers that were taken out and are shown nowhere else rightly; whole ones are met everywhere and are looked after cell by cell. */
export function takenOut(before: RunRecord, after: RunRecord): readonly number[] {
  const shown = new Set([...numbersOf(after)].map(Math.abs))
  return [...numbersOf(before)].filter((value) => !shown.has(Math.abs(value)))
}
