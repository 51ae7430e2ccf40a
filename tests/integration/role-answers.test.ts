import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DataSetReceipt, ImportOptions } from '../../analyses/model/data-set'
import { recipeSchema } from '../../analyses/model/recipe'
import { inspectFile } from '../../main/ingest'
import { projectCodeLists } from '../../main/workspace/code-lists'
import { findDataSet, importSource } from '../../main/workspace/data-sets'
import { recipeOf, retype } from '../../main/workspace/describe-data-set'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { registerCodeList, removeCodeList } from '../../main/workspace/territories'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { faultOf, quietJob } from '../helpers/import-files'

const folder = scratchFolder('role-answers')
let project: Project

const write = (name: string, lines: readonly string[]) => {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

async function load(path: string, options: ImportOptions = {}) {
  const { dataSets } = await importSource(project, path, options, quietJob)
  const [dataSet] = dataSets
  if (dataSet === undefined) throw new Error('no data set')
  return dataSet
}

const columnOf = ({ columns }: Pick<DataSetReceipt, 'columns'>, wanted: string) =>
  columns.find(({ name }) => name === wanted)
const codesOf = ({ problems }: Pick<DataSetReceipt, 'problems'>, column: string) =>
  problems.flatMap((each) => (each.column === column ? [each.code] : []))

beforeAll(async () => {
  project = await openProject(join(folder, 'p.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quietJob,
  })
})
afterAll(() => project.close())

const fourDigits = ['kod_uzemi;pocet', '6201;5', '6202;7', '6203;9', '9999;1']

test('which list four digits are of is answered, and what the list does not know is told', async () => {
  const open = await load(write('otevrene', fourDigits.slice(0, 4)))
  expect(codesOf(open, 'kod_uzemi')).toContain('column.code-list-open')
  const path = write('okresy', fourDigits)
  const columns = { kod_uzemi: { codeList: 'cz-orp/csu' } }
  const preview = await inspectFile(path, { columns }, quietJob)
  const loaded = await load(path, { columns })
  for (const found of [preview, loaded]) {
    expect(columnOf(found, 'kod_uzemi')).toMatchObject({
      role: 'territory',
      evidence: { by: 'said', codeList: 'cz-orp/csu', judged: 4, matched: 3, unmatched: ['9999'] },
    })
    expect(codesOf(found, 'kod_uzemi')).toEqual(['column.codes-unmatched'])
  }
  expect(loaded.problems.find(({ column }) => column === 'kod_uzemi')?.example_line).toBe(5)
})

test('a list that is not there is told, and asked for by name when a data set is read anew', async () => {
  const path = write('neni', fourDigits.slice(0, 4))
  const columns = { kod_uzemi: { codeList: 'moje-obvody' } }
  const dataSet = await load(path, { columns })
  expect(codesOf(dataSet, 'kod_uzemi')).toEqual(['column.code-list-missing', 'column.code-list-open'])
  expect(await faultOf(retype(project, 'neni', columns, quietJob))).toMatchObject({
    code: 'territories.no-list',
    values: { id: 'moje-obvody' },
  })
})

test('answers given later are kept by the data set and by its recipe', async () => {
  const rows = ['CZ010', 'CZ020', 'CZ031'].flatMap((geo, i) => [
    `${geo};1;620${i + 1};3`,
    `${geo};2;620${i + 1};4`,
  ])
  const path = write('pozdeji', ['geo;pohlavi;uzemi;pocet', ...rows])
  const before = await load(path)
  expect(codesOf(before, 'pohlavi')).toEqual(['column.sex-digits'])
  await retype(project, 'pozdeji', { pohlavi: { coding: { 1: 'F', 2: 'M' } } }, quietJob)
  const { receipt } = await retype(project, 'pozdeji', { uzemi: { codeList: 'cz-okres/election' } }, quietJob)
  const expected = (of: Pick<DataSetReceipt, 'columns' | 'problems'>) => {
    expect(columnOf(of, 'pohlavi')).toMatchObject({
      role: 'sex',
      evidence: { by: 'said', codes: { 1: 'F', 2: 'M' } },
    })
    expect(columnOf(of, 'uzemi')).toMatchObject({
      role: 'territory',
      evidence: { by: 'said', codeList: 'cz-okres/election' },
    })
    expect(codesOf(of, 'pohlavi')).toEqual([])
  }
  expected(receipt)
  const recipe = recipeSchema.parse(
    JSON.parse(JSON.stringify(await recipeOf(project.database, 'pozdeji', 'x'))),
  )
  const next = await importSource(
    project,
    write('dalsi', ['geo;pohlavi;uzemi;pocet', ...rows]),
    {},
    quietJob,
    {
      recipe,
    },
  )
  for (const dataSet of next.dataSets) expected(dataSet)
  expect((await findDataSet(project.database, 'dalsi')).receipt.problems).toEqual(next.dataSets[0]?.problems)
})

test('a value that the stated coding does not know is told', async () => {
  const rows = ['pohlavi;pocet', '1;3', '2;4', '9;7']
  const dataSet = await load(write('devet', rows), { columns: { pohlavi: { coding: { 1: 'M', 2: 'F' } } } })
  expect(columnOf(dataSet, 'pohlavi')?.evidence).toMatchObject({ matched: 2, judged: 3, unmatched: ['9'] })
  expect(codesOf(dataSet, 'pohlavi')).toEqual(['column.sex-unsaid'])
})

test('a preview knows the lists of the project it would load into', async () => {
  await load(write('ctvrti', ['kod;nazev', 'QA1;Stará', 'QA2;Dolní', 'QA3;Horní']))
  await registerCodeList(project, { id: 'ctvrti', dataSet: 'ctvrti', code: 'kod', level: 'čtvrť' })
  const path = write('skoly', ['misto;zaci', 'QA1;5', 'QA2;6', 'QA3;7'])
  const codeLists = await projectCodeLists(project.database)
  const preview = await inspectFile(path, {}, quietJob, null, { codeLists })
  expect(columnOf(preview, 'misto')).toMatchObject({ role: 'territory', evidence: { codeList: 'ctvrti' } })
  expect(columnOf(await inspectFile(path, {}, quietJob), 'misto')?.role).not.toBe('territory')
  await removeCodeList(project, 'ctvrti')
})

test('names of places without codes are places; other words under such a name are not', async () => {
  const named = await load(write('jmena', ['okres;pocet', 'Benešov;1', 'Beroun;2', 'Kladno;3']))
  expect(columnOf(named, 'okres')).toMatchObject({ role: 'territory', evidence: { by: 'name', matched: 0 } })
  const words = ['near the old mill', 'corner of two streets', 'unknown, ask Mary']
  const free = await load(write('slova', ['district;count', ...words.map((text, i) => `"${text}";${i}`)]))
  expect(columnOf(free, 'district')?.role).toBe('category')
  expect(codesOf(free, 'district')).toEqual([])
})

test('where the format says which dimension is a place, no other is', async () => {
  const cube = {
    version: '2.0',
    class: 'dataset',
    id: ['geo', 'birth', 'time'],
    size: [2, 3, 1],
    role: { geo: ['geo'], time: ['time'] },
    dimension: {
      geo: { category: { index: ['CZ010', 'CZ020'] } },
      birth: { category: { index: ['CZ', 'PL', 'SK'] } },
      time: { category: { index: ['2021'] } },
    },
    value: [1, 2, 3, 4, 5, 6],
  }
  const path = join(folder, 'narozeni.json')
  writeFileSync(path, JSON.stringify(cube))
  const preview = await inspectFile(path, {}, quietJob)
  const loaded = await load(path)
  for (const found of [preview, loaded]) {
    expect(columnOf(found, 'geo')?.role).toBe('territory')
    expect(columnOf(found, 'birth')).toMatchObject({ role: 'category', evidence: { matched: 3 } })
  }
})
