import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAudit } from '../../main/workspace/audit'
import { importSource } from '../../main/workspace/data-sets'
import { describeSource, recipeOf, retype } from '../../main/workspace/describe-data-set'
import { openProject } from '../../main/workspace/open-project'
import { profileDataSet } from '../../main/workspace/profile/profile-data-set'
import type { Project } from '../../main/workspace/project'
import { engineWorker } from '../helpers/engine'
import { faultOf, quietJob } from '../helpers/import-files'

const folder = mkdtempSync(join(tmpdir(), 'popis '))
let project: Project

beforeAll(async () => {
  project = await openProject(join(folder, 'p.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quietJob,
  })
})
afterAll(async () => {
  await project.close()
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const rows = Array.from(
  { length: 40 },
  (_, i) => `${500000 + i};${2020 + (i % 2)};${i === 39 ? 9000 : 10 + (i % 7)};${i % 4 === 0 ? '' : 'a'};1`,
)

test('the profile counts what is there', async () => {
  await importSource(
    project,
    write('profil.csv', `obec;rok;počet;poznámka;stejné\n${rows.join('\n')}\n${rows[0]}\n`),
    {},
    quietJob,
  )
  const profile = await profileDataSet(project.database, 'profil', quietJob)
  const of = (name: string) => profile.columns.find(({ column }) => column.name === name)
  expect(profile.rows).toBe(41)
  expect(of('pocet')?.numbers).toMatchObject({ least: 10, greatest: 9000, outliers: 1 })
  expect(of('pocet')?.numbers?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(41)
  expect(of('poznamka')).toMatchObject({ missing: 11, distinct: 1, constant: false })
  expect(of('poznamka')?.frequent).toEqual([{ value: 'a', count: 30 }])
  expect(of('stejne')?.constant).toBe(true)
  expect(profile.key).toEqual(['obec', 'rok'])
  expect(profile.duplicates).toBe(2)
  expect(profile.findings.map(({ problem }) => problem.code)).toEqual(
    expect.arrayContaining([
      'quality.duplicate-keys',
      'quality.outliers',
      'quality.missing',
      'quality.constant',
    ]),
  )
  expect(profile.findings[0]?.severity).toBe('serious')
})

test('a column read anew keeps its texts, and can be read back', async () => {
  await importSource(project, write('typy.csv', 'kod;pocet\n007;1\n008;2\n'), {}, quietJob)
  const before = await project.database.rows('select * from main.typy')
  expect(before).toEqual([
    { kod: '007', pocet: 1 },
    { kod: '008', pocet: 2 },
  ])
  const changed = await retype(
    project,
    'typy',
    { kod: { type: 'integer' }, pocet: { type: 'text' } },
    quietJob,
  )
  expect(changed.receipt.columns.map(({ type }) => type)).toEqual(['integer', 'text'])
  expect(await project.database.rows('select * from main.typy')).toEqual([
    { kod: 7, pocet: '1' },
    { kod: 8, pocet: '2' },
  ])
  await retype(project, 'typy', { kod: { type: 'code' }, pocet: { type: 'integer' } }, quietJob)
  expect(await project.database.rows('select * from main.typy')).toEqual(before)
  expect(await faultOf(retype(project, 'typy', { nic: { type: 'text' } }, quietJob))).toMatchObject({
    code: 'data.no-column',
  })
})

test('the source card is stored and goes into the recipe’s data set', async () => {
  const card = { producer: 'ČSÚ', licence: 'CC BY 4.0', retrievedOn: '2026-11-22' }
  expect((await describeSource(project, 'typy', card)).source.card).toEqual(card)
  const recipe = await recipeOf(project.database, 'typy', 'Typy')
  expect(recipe.tables[0]?.columns.map(({ name }) => name)).toEqual(['kod', 'pocet'])
})

test('a data set is replaced by its next edition, and the audit log remembers every decision', async () => {
  const path = write('osoby.csv', 'email;n\na@obec.cz;1\nb@obec.cz;2\nc@obec.cz;3\n')
  const personal = { action: 'keep', ground: 'souhlas účastníků ze dne 1. 3. 2026' } as const
  await importSource(project, path, { columns: { email: { personal } } }, quietJob)
  const again = { replace: true, columns: { email: { personal: { action: 'drop' } } } } as const
  await importSource(project, path, again, quietJob)
  expect(await project.database.rows('select * from main.osoby order by n')).toEqual([
    { n: 1 },
    { n: 2 },
    { n: 3 },
  ])
  const audit = await readAudit(project.database)
  expect(audit.map(({ decision }) => [decision.column, decision.action])).toEqual([
    ['email', 'keep'],
    ['email', 'drop'],
  ])
  expect(JSON.stringify(audit)).not.toContain('@')
})
