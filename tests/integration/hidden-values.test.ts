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
import { documentContent } from '../../main/export'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { quiet, runCase } from '../helpers/pack-case'
import { type Planted, plantedCells } from '../helpers/planted-cells'
import { findSecrets, type Part, partsOf } from '../helpers/search-bytes'
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

const numbersOf = (record: RunRecord): ReadonlySet<number> =>
  new Set(
    Object.values(record.tables).flatMap((rows) =>
      rows.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'number')),
    ),
  )

/** Numbers that were taken out and are shown nowhere else rightly; whole ones are met everywhere and are looked after cell by cell. */
function takenOut(before: RunRecord, after: RunRecord): readonly number[] {
  const shown = new Set([...numbersOf(after)].map(Math.abs))
  return [...numbersOf(before)].filter((value) => !shown.has(Math.abs(value)))
}

const formats = ['html', 'docx', 'xlsx', 'csvw', 'json', 'csv', 'arrow', 'parquet', 'svg'] as const
type Searched = (typeof formats)[number]

/** Reports in a language of their own each; tables and pictures one by one. */
const languageOf: Partial<Record<Searched, Locale>> = { docx: 'cs', xlsx: 'pl', svg: 'cs' }

function partsToExport(pack: Pack, record: RunRecord, format: Searched): readonly (string | undefined)[] {
  const full = (table: string) => (record.tables[table] ?? []).length > 0
  if (format === 'svg') return pack.charts.filter(({ data }) => full(data)).map(({ id }) => id)
  const tables = ['csv', 'arrow', 'parquet'].includes(format)
  return tables ? Object.keys(record.tables).filter(full) : [undefined]
}

const nothingDrawn = new Set(['export.part-missing', 'export.chart-empty'])

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
      const room = { path: join(folder, 'file'), fontFolder, printer: null, job: quiet }
      const bytes = await documentContent({ ...order, ...room, part })
      found.push(...(await partsOf(`${format} ${locale} ${part ?? ''}`, bytes)))
    } catch (error) {
      if (!(error instanceof FaultError) || !nothingDrawn.has(error.fault.code)) throw error
    }
  return found
}

describe.each(plantedCells.map((planted) => ({ title: `${planted.pack}, ${planted.name}`, planted })))(
  '$title',
  ({ planted }) => {
    let made: { readonly pack: Pack; readonly record: RunRecord }
    let safe: RunRecord
    let secrets: readonly number[]
    beforeAll(async () => {
      made = await runPlanted(planted)
      safe = (await protectOne(made.pack, made.record)).record
      secrets = [...planted.secrets, ...takenOut(made.record, safe)]
    }, 120_000)

    test('cells were hidden', () => {
      expect(safe.disclosure?.primary).toBeGreaterThan(0)
      expect(secrets.length).toBeGreaterThan(planted.secrets.length)
    })

    test.each(formats)(
      'no hidden value is in any byte: %s',
      async (format) => {
        const parts = await readable(made.pack, safe, format)
        expect(findSecrets(parts, secrets, numbersOf(safe)).slice(0, 20)).toEqual([])
      },
      120_000,
    )

    test('none can be subtracted', () => {
      expect(subtract(safe, planted.secrets)).toEqual([])
    })
  },
)

/** Without protection the same search must find the same secrets, or it looks in the wrong places. */
describe.each(['gender-pay-gap', 'specialisation'])('the search finds what was not hidden: %s', (id) => {
  const planted = plantedCells.find(({ pack }) => pack === id)
  if (planted === undefined) throw new Error(id)
  let pack: Pack
  let open: RunRecord
  beforeAll(async () => {
    const made = await runPlanted(planted)
    const { disclosure } = await protectOne(made.pack, made.record)
    pack = made.pack
    open = { ...made.record, disclosure }
  }, 120_000)

  test.each(formats.filter((format) => format !== 'svg'))(
    '%s',
    async (format) => {
      const found = findSecrets(await readable(pack, open, format), planted.secrets)
      expect(found.length).toBeGreaterThan(0)
      // What a report keeps of itself, packed, is searched as well.
      if (['html', 'docx', 'xlsx'].includes(format)) {
        expect(found.filter(({ path }) => path.includes('!base64-'))).not.toEqual([])
      }
      // Pages round to a few digits; cells of a workbook are whole.
      if (format === 'xlsx') expect(found.filter(({ path }) => !path.includes('!base64-'))).not.toEqual([])
    },
    120_000,
  )

  test('subtracting', () => {
    expect(subtract(open, planted.secrets)).not.toEqual([])
  })
})
