import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import { locales } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { Block, ReportDocument, TableBlock } from '../../analyses/model/report-document'
import type { RunRecord } from '../../analyses/model/run-record'
import { fittingRun, instantiate } from '../../analyses/model/template-make'
import { buildComposition } from '../../analyses/report'
import { loadPacks } from '../../main/packs'
import { loadTemplates } from '../../main/packs/load-templates'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { quiet, runCase } from '../helpers/pack-case'

/** A golden case of every pack the templates are made of, so that each report has something to say. */
const cases: Readonly<Record<string, string>> = {
  benchmark: 'by-hand',
  'cost-effectiveness': 'by-hand',
  'difference-in-differences': 'women-and-men',
  'gender-gap': 'two-districts',
  'gender-pay-gap': 'by-hand',
  'interrupted-time-series': 'by-hand',
  'pay-gap-decomposition': 'by-hand',
  'ris3-monitoring': 'women-and-men',
  'synthetic-control': 'twin',
}

const ours = (name: string) => resolve(import.meta.dirname, `../../analyses/${name}`)
const folder = scratchFolder('templates')
const { templates } = await loadTemplates([ours('templates')])
const packs = new Map(
  (await loadPacks([ours('packs')], { cases: true })).packs.map((pack) => [pack.id, pack] as const),
)
const runs = new Map<string, { readonly pack: Pack; readonly record: RunRecord }>()
let project: Project

beforeAll(async () => {
  project = await openProject(join(folder, 'templates.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quiet,
  })
  for (const [id, name] of Object.entries(cases)) {
    const pack = packs.get(id)
    const golden = pack?.cases.find((one) => one.name === name)
    if (pack === undefined || golden === undefined) throw new Error(`no case ${id}/${name}`)
    const record = await runCase(project, folder, pack, golden)
    if (record instanceof FaultError) throw record
    runs.set(id, { pack, record })
  }
}, 240_000)
afterAll(async () => {
  await project.close()
  rmSync(folder, { recursive: true, force: true })
})

const tablesOf = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : []))

describe.each(templates.map((template) => ({ id: template.id, template })))('$id', ({ template }) => {
  const build = (
    locale: (typeof locales)[number],
    change: (record: RunRecord) => RunRecord = (one) => one,
  ) => {
    const fitting = [...runs].map(([id, { record }]) => fittingRun(id, record))
    const composition = instantiate(template, { runs: fitting, locale })
    const chosen = Object.entries(composition.runs).flatMap(([slot, { run }]) => {
      const found = runs.get(run ?? '')
      return found === undefined ? [] : [[slot, { ...found, record: change(found.record) }] as const]
    })
    return buildComposition({ composition, runs: new Map(chosen), locale })
  }

  test('says the same numbers in every language, with every number of its texts found', () => {
    const documents = new Map<string, ReportDocument>()
    for (const locale of locales) documents.set(locale, build(locale))
    const values = [...documents.values()].map(({ blocks }) =>
      tablesOf(blocks)
        .filter(({ id }) => !/^(runs|.*-sample-flow)$/.test(id))
        .map(({ id, rows, columns }) => [
          id,
          rows.map((row) => row.flatMap(({ value }, at) => (columns[at]?.numeric ? [value] : []))),
        ]),
    )
    expect(values[1]).toEqual(values[0])
    expect(values[2]).toEqual(values[0])
    for (const { blocks } of documents.values()) {
      const text = JSON.stringify(blocks, (key, value: unknown) => (key === 'spec' ? undefined : value))
      expect(/.{60}(?:\[\?\]|\bundefined\b|\bNaN\b|\{\{|\$territory)/.exec(text)?.[0]).toBeUndefined()
    }
  })

  test('has no heading without something under it and no id twice', () => {
    const { blocks } = build('cs')
    blocks.forEach((block, index) => {
      const next = blocks[index + 1]
      if (block.kind !== 'heading') return
      const bare = next === undefined || (next.kind === 'heading' && next.level <= block.level)
      expect(bare, block.text).toBe(false)
    })
    const ids = blocks.flatMap((block) =>
      block.kind === 'chart' ? [block.id] : 'id' in block ? [block.id] : [],
    )
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('keeps its texts when its analyses are run again, and the numbers follow', () => {
    const doubled = (record: RunRecord): RunRecord => ({
      ...record,
      tables: Object.fromEntries(
        Object.entries(record.tables).map(([name, rows]) => [
          name,
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([column, value]) => [
                column,
                typeof value === 'number' && !/^(rank|year|.*_year|event_time)$/.test(column)
                  ? value * 1.5
                  : value,
              ]),
            ),
          ),
        ]),
      ),
    })
    const headings = (document: ReportDocument) =>
      document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    const [before, after] = [build('en'), build('en', doubled)]
    expect(headings(after)).toEqual(headings(before))
    const same = JSON.stringify(tablesOf(after.blocks)) === JSON.stringify(tablesOf(before.blocks))
    expect(same).toBe(false)
  })
})
