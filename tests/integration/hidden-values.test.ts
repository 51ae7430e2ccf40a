import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultRules } from '../../analyses/model/disclosure'
import { FaultError } from '../../analyses/model/fault'
import { type Locale, locales } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { RunRecord } from '../../analyses/model/run-record'
import { protectRuns } from '../../main/commands/protect-runs'
import { documentOf } from '../../main/commands/report-documents'
import { documentContent, type ExportFormat } from '../../main/export'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { quiet, runCase } from '../helpers/pack-case'
import { type Planted, plantedCells } from '../helpers/planted-cells'
import { type Found, findSecrets, partsOf } from '../helpers/search-bytes'
import { fontFolder } from '../helpers/small-report'
import { subtract } from '../helpers/subtract-attack'

const folder = scratchFolder('hidden-values')
const { packs } = await loadPacks([resolve(import.meta.dirname, '../../analyses/packs')], { cases: true })
let project: Project

beforeAll(async () => {
  project = await openProject(join(folder, 'planted.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quiet,
  })
})
afterAll(async () => {
  await project.close()
  rmSync(folder, { recursive: true, force: true })
})

async function runPlanted({ pack: id, name, inputs, bind, params }: Planted) {
  const pack = packs.find((one) => one.id === id)
  if (pack === undefined) throw new Error(id)
  const files = new Map(Object.entries(inputs).map(([need, text]) => [`${need}.csv`, text]))
  const made = await runCase(project, folder, pack, {
    ...{ name: `planted-${name}`, note: 'Few people with values of their own.', files, tolerance: {} },
    ...{ bind: { ...bind }, params: { ...params }, expect: { rows: {}, faults: [] } },
    inputs: Object.fromEntries(Object.keys(inputs).map((need) => [need, `${need}.csv`])),
  })
  if (made instanceof FaultError) throw made
  return { pack, record: made }
}

const protectOne = async (pack: Pack, record: RunRecord) => {
  const { runs, disclosure } = await protectRuns(
    { runs: [{ key: 'run', pack, record }], rules: defaultRules, ledger: [] },
    quiet,
  )
  return { record: runs[0]?.record ?? record, disclosure }
}

/** Numbers that were taken out and are shown nowhere else rightly; whole ones are met everywhere and are looked after cell by cell. */
function takenOut(before: RunRecord, after: RunRecord): readonly number[] {
  const shown = new Set(
    Object.values(after.tables).flatMap((rows) =>
      rows.flatMap((row) =>
        Object.values(row).flatMap((cell) => (typeof cell === 'number' ? [Math.abs(cell)] : [])),
      ),
    ),
  )
  return Object.entries(before.tables).flatMap(([table, rows]) =>
    rows.flatMap((row, at) =>
      Object.entries(row).flatMap(([column, value]) => {
        const left = after.tables[table]?.[at]?.[column] ?? null
        return typeof value === 'number' && left === null && !shown.has(Math.abs(value)) ? [value] : []
      }),
    ),
  )
}

interface Order {
  readonly format: ExportFormat
  readonly locale: Locale
  readonly part?: string
}

function ordersOf(pack: Pack, record: RunRecord): readonly Order[] {
  const tables = Object.keys(record.tables)
  const drawn = pack.charts.filter(({ data }) => (record.tables[data] ?? []).length > 0)
  return [
    { format: 'html', locale: locales[pack.id.length % locales.length] ?? 'en' },
    { format: 'docx', locale: 'cs' },
    { format: 'xlsx', locale: 'pl' },
    { format: 'csvw', locale: 'en' },
    { format: 'json', locale: 'en' },
    ...tables.flatMap((part) =>
      (['csv', 'arrow', 'parquet'] as const).map((format): Order => ({ format, locale: 'en', part })),
    ),
    ...drawn.map(({ id }): Order => ({ format: 'svg', locale: 'cs', part: id })),
  ]
}

async function exported(pack: Pack, record: RunRecord, { format, locale, part }: Order): Promise<Uint8Array> {
  const { disclosure } = record
  if (disclosure === undefined) throw new Error('not protected')
  const exhibit = { runs: [{ key: 'run', pack, record }], composition: null, disclosure }
  return documentContent({
    ...{ ...exhibit, document: documentOf(exhibit, { locale, format }), format, path: join(folder, 'file') },
    ...(part === undefined ? {} : { part }),
    ...{ fontFolder, printer: null, job: quiet },
  })
}

const nothingDrawn = new Set(['export.part-missing', 'export.table-empty', 'export.chart-empty'])

async function searchAll(
  pack: Pack,
  record: RunRecord,
  secrets: readonly number[],
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const order of ordersOf(pack, record)) {
    const path = [order.format, order.locale, order.part].join(' ')
    try {
      const parts = await partsOf(path, await exported(pack, record, order))
      found.push(...findSecrets(parts, secrets))
    } catch (error) {
      if (!(error instanceof FaultError) || !nothingDrawn.has(error.fault.code)) throw error
    }
  }
  return found
}

describe.each(plantedCells.map((planted) => ({ title: `${planted.pack}, ${planted.name}`, planted })))(
  '$title',
  ({ planted }) => {
    test('no hidden value is in any byte of any export, and none can be subtracted', async () => {
      const { pack, record } = await runPlanted(planted)
      const protection = await protectOne(pack, record)
      const safe = protection.record
      const taken = takenOut(record, safe)
      expect(protection.disclosure.primary, 'cells hidden').toBeGreaterThan(0)
      expect(taken.length).toBeGreaterThan(0)
      const secrets = [...planted.secrets, ...taken]
      expect(await searchAll(pack, safe, secrets)).toEqual([])
      expect(subtract(safe, planted.secrets)).toEqual([])
    }, 120_000)
  },
)

/** Without protection the same search must find the same secrets, or it looks in the wrong places. */
test.each(['gender-pay-gap', 'specialisation'])(
  'the search finds what was not hidden: %s',
  async (id) => {
    const planted = plantedCells.find(({ pack }) => pack === id)
    if (planted === undefined) throw new Error(id)
    const { pack, record } = await runPlanted(planted)
    const { disclosure } = await protectOne(pack, record)
    const found = await searchAll(pack, { ...record, disclosure }, planted.secrets)
    const formats = new Set(found.map(({ path }) => path.split(' ', 1)[0]))
    for (const format of ['html', 'xlsx', 'docx', 'csvw', 'json', 'csv', 'arrow', 'parquet'])
      expect([...formats], format).toContain(format)
    expect(subtract(record, planted.secrets)).not.toEqual([])
  },
  120_000,
)
