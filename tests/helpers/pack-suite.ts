import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import { locales } from '../../analyses/model/locale'
import type { NamedCase, Pack } from '../../analyses/model/pack'
import type { PackArea } from '../../analyses/model/pack-manifest'
import type { RunRecord } from '../../analyses/model/run-record'
import { findingTexts } from '../../analyses/runner'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from './engine'
import { compareRows, quiet, runCase, writeExpected } from './pack-case'

const packFolder = resolve(import.meta.dirname, '../../analyses/packs')
const update = process.env['GOLDEN_UPDATE'] === '1'

/**
 * Every golden case of the packs of one area, in a project of its own: the expected rows, findings, charts and
 * faults; then the same run in other words, which must be the same numbers and must speak whole sentences.
 */
export async function packSuite(area: PackArea): Promise<void> {
  const folder = scratchFolder(`packs-${area}`)
  const { packs, broken } = await loadPacks([packFolder], { cases: true })
  let project: Project

  beforeAll(async () => {
    project = await openProject(join(folder, 'cases.duckdb'), {
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

  test('every pack of ours can be read', () => {
    expect(broken).toEqual([])
    expect(packs.filter((pack) => pack.manifest.area === area).length).toBeGreaterThan(0)
  })

  const runIn = (pack: Pack, golden: NamedCase, locale: 'en' | 'pl') =>
    runCase(project, folder, pack, golden, locale)

  describe.each(packs.filter((pack) => pack.manifest.area === area).map((pack) => ({ id: pack.id, pack })))(
    '$id',
    ({ pack }) => {
      test('has golden cases: few people or units, gaps, and one sex missing where it knows sexes', () => {
        const names = pack.cases.map(({ name }) => name)
        const roles = Object.values(pack.manifest.needs).flatMap(({ columns }) => Object.values(columns))
        const knowsSex = roles.some(({ role }) => role === 'sex')
        expect(names).toEqual(
          expect.arrayContaining(['small-cells', 'gaps', ...(knowsSex ? ['missing-sex'] : [])]),
        )
      })

      test.each(pack.cases.map((golden) => ({ name: golden.name, golden })))(
        'case $name',
        async ({ golden }) => {
          const record = await runIn(pack, golden, 'en')
          if (record instanceof FaultError) {
            expect([record.fault.code], JSON.stringify(record.fault)).toEqual(golden.expect.faults)
            return
          }
          checkCase(pack, golden, record)
          if (!update) checkWords(pack, record, await runIn(pack, golden, 'pl'))
        },
      )
    },
  )
}

function checkCase(pack: Pack, golden: NamedCase, record: RunRecord): void {
  expect(golden.expect.faults).toEqual([])
  for (const [table, path] of Object.entries(golden.expect.rows)) {
    const rows = record.tables[table] ?? []
    const expected = golden.files.get(path) ?? ''
    if (update)
      writeFileSync(join(packFolder, pack.id, 'cases', golden.name, path), writeExpected(rows, expected))
    else expect(compareRows(table, rows, expected, golden.tolerance)).toEqual([])
  }
  if (golden.expect.findings !== undefined)
    expect(record.findings.map(({ id }) => id)).toEqual(golden.expect.findings)
  if (golden.expect.charts !== undefined) {
    const drawn = pack.charts.filter(({ data }) => (record.tables[data] ?? []).length > 0)
    expect(drawn.map(({ id }) => id)).toEqual(golden.expect.charts)
  }
}

/** A second run in another language: every number is the same, and every sentence is one in each language. */
function checkWords(pack: Pack, english: RunRecord, polish: RunRecord | FaultError): void {
  if (polish instanceof FaultError) throw polish
  const silent = (record: RunRecord) =>
    JSON.stringify({ ...record, findings: record.findings.map(({ text: _text, ...rest }) => rest) })
  expect(silent(polish)).toBe(silent(english))
  expect(findingTexts(pack, english, 'pl').map(({ text }) => text)).toEqual(
    polish.findings.map(({ text }) => text),
  )
  for (const locale of locales)
    for (const { text } of findingTexts(pack, english, locale)) {
      expect(text.length).toBeGreaterThan(20)
      expect(text).not.toMatch(/NaN|null|undefined|blank|[{}]/)
    }
}
