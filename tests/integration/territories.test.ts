import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convertDataSet } from '../../main/workspace/convert-data-set'
import { importSource, removeDataSet } from '../../main/workspace/data-sets'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import {
  findCodeList,
  listCodeLists,
  registerCodeList,
  removeCodeList,
} from '../../main/workspace/territories'
import {
  listCorrespondences,
  registerCorrespondence,
  removeCorrespondence,
} from '../../main/workspace/territory-changes'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { faultOf, quietJob } from '../helpers/import-files'

const folder = scratchFolder('territories')
let project: Project

const load = (name: string, lines: readonly string[]) => {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return importSource(project, path, {}, quietJob)
}

beforeAll(async () => {
  project = await openProject(join(folder, 'p.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quietJob,
  })
  await load('obvody', [
    'kod;nazev;od;do',
    'AA1;Stará;01.01.2000;31.12.2015',
    'AA1;Nová;01.01.2016;09.09.9999',
    'AA2;Dolní;01.01.2000;09.09.9999',
    'AA3;Horní;01.01.2000;31.12.2015',
  ])
  await load('zmeny', [
    'z;na;den;vaha',
    'AA1;AA1;01.01.2016;0.25',
    'AA1;AA4;01.01.2016;0.75',
    'AA3;AA2;01.01.2016;1',
    'AA4;AA9;01.01.2020;1',
  ])
  await load('lide', [
    'obvod;rok;pocet',
    'AA1;2010;100',
    'AA2;2010;10',
    'AA3;2010;5',
    'AA1;2011;200',
    'AA2;2011;20',
    'AA3;2011;',
  ])
})
afterAll(() => project.close())

test('a data set becomes a code list, with the codes of a day or the last ones', async () => {
  const request = {
    dataSet: 'obvody',
    code: 'kod',
    label: 'nazev',
    validFrom: 'od',
    validTo: 'do',
    level: 'obvod',
  }
  expect(await registerCodeList(project, { ...request, id: 'obvody' })).toMatchObject({
    id: 'obvody',
    size: 3,
    own: true,
  })
  expect(await registerCodeList(project, { ...request, id: 'obvody-2018', on: '2018-01-01' })).toMatchObject({
    size: 2,
  })
  expect((await findCodeList(project.database, 'obvody')).items.get('AA1')?.label).toBe('Nová')
  expect((await listCodeLists(project.database)).slice(0, 2).map(({ id }) => id)).toEqual([
    'obvody',
    'obvody-2018',
  ])
})

test('what cannot be a code list is refused, and nothing is kept of it', async () => {
  const request = { dataSet: 'obvody', code: 'kod', label: 'nazev', level: 'obvod' }
  expect((await faultOf(registerCodeList(project, { ...request, id: 'obvody' }))).code).toBe(
    'territories.list-taken',
  )
  expect((await faultOf(registerCodeList(project, { ...request, id: 'nuts-2021' }))).code).toBe(
    'territories.list-taken',
  )
  expect(await faultOf(registerCodeList(project, { ...request, id: 'x' }))).toMatchObject({
    code: 'territories.code-repeated',
    values: { code: 'AA1', count: 1 },
  })
  expect((await faultOf(registerCodeList(project, { ...request, id: 'x', code: 'neni' }))).code).toBe(
    'territories.no-column',
  )
  const none = { ...request, id: 'x', validFrom: 'od', validTo: 'do', on: '1990-01-01' }
  expect((await faultOf(registerCodeList(project, none))).code).toBe('territories.no-codes')
  expect((await listCodeLists(project.database)).filter(({ own }) => own)).toHaveLength(2)
})

test('changes of codes are applied by date, weights and sums kept', async () => {
  const card = await registerCorrespondence(project, {
    id: 'zmeny',
    dataSet: 'zmeny',
    from: 'z',
    to: 'na',
    date: { column: 'den' },
    weight: 'vaha',
  })
  expect(card).toMatchObject({ changes: 4, first: '2016-01-01', last: '2020-01-01' })
  expect(await listCorrespondences(project.database)).toEqual([card])
  const conversion = {
    dataSet: 'lide',
    table: 'zmeny',
    of: '2011-12-31',
  }
  const convert = (as: string, on: string) => convertDataSet(project, { ...conversion, as, on }, quietJob)
  const made = await convert('lide_2016', '2016-01-01')
  expect(made.receipt.made).toEqual({
    by: 'correspondence',
    from: 'lide',
    table: 'zmeny',
    of: '2011-12-31',
    on: '2016-01-01',
    territory: 'obvod',
    dimensions: ['rok'],
    measures: ['pocet'],
    left: [],
    changed: 2,
    totals: [{ column: 'pocet', before: 335, after: 315, hidden: 20 }],
  })
  expect(made.receipt.problems.map(({ code }) => code)).toContain('convert.parts-missing')
  expect(made).toMatchObject({ rows: 6, source: { file: 'lide.csv' } })
  await convert('lide_2024', '2024-01-01')
  const read = (name: string) =>
    project.database.rows(`select obvod, rok, pocet from main."${name}" order by rok, obvod`)
  expect(await read('lide_2016')).toEqual([
    { obvod: 'AA1', rok: 2010, pocet: 25 },
    { obvod: 'AA2', rok: 2010, pocet: 15 },
    { obvod: 'AA4', rok: 2010, pocet: 75 },
    { obvod: 'AA1', rok: 2011, pocet: 50 },
    { obvod: 'AA2', rok: 2011, pocet: null },
    { obvod: 'AA4', rok: 2011, pocet: 150 },
  ])
  expect((await read('lide_2024')).filter((row) => row['rok'] === 2010)).toEqual([
    { obvod: 'AA1', rok: 2010, pocet: 25 },
    { obvod: 'AA2', rok: 2010, pocet: 15 },
    { obvod: 'AA9', rok: 2010, pocet: 75 },
  ])
  expect((await faultOf(convert('x', '2000-01-01'))).code).toBe('territories.backwards')
  expect((await faultOf(convert('lide', '2024-01-01'))).code).toBe('territories.name-taken')
  expect((await faultOf(convert('Nový název', '2024-01-01'))).code).toBe('import.bad-name')
})

test('a table that breaks its laws is refused with what is wrong', async () => {
  await load('spatne', ['z;na;vaha', 'AA1;AA4;0.5', 'AA2;AA5;1'])
  const request = { id: 'spatne', dataSet: 'spatne', from: 'z', to: 'na', weight: 'vaha' }
  const fault = await faultOf(registerCorrespondence(project, { ...request, date: { day: '2020-01-01' } }))
  expect(fault).toMatchObject({
    code: 'territories.weights',
    values: { from: 'AA1', date: '2020-01-01', sum: 0.5, count: 1 },
  })
  expect((await faultOf(registerCorrespondence(project, { ...request, date: { day: 'loni' } }))).code).toBe(
    'territories.change-date',
  )
  expect(
    (await faultOf(registerCorrespondence(project, { ...request, id: 'zmeny', date: { day: '2020-01-01' } })))
      .code,
  ).toBe('territories.table-taken')
})

test('a list stays when its data set goes, and an import finds its codes', async () => {
  await removeDataSet(project, 'obvody')
  expect((await findCodeList(project.database, 'obvody')).items.size).toBe(3)
  const receipt = await load('skoly', ['obvod;zaci', 'AA1;5', 'AA2;6', 'AA3;7'])
  const column = receipt.dataSets[0]?.columns.find(({ name }) => name === 'obvod')
  expect(column).toMatchObject({
    role: 'territory',
    evidence: { codeList: 'obvody', matched: 3, judged: 3, unmatched: [] },
  })
  await removeCodeList(project, 'obvody')
  expect((await faultOf(removeCorrespondence(project, 'zmeny'))).code).toBe('territories.table-used')
  await removeDataSet(project, 'lide', { withMade: true })
  await removeCorrespondence(project, 'zmeny')
  expect((await faultOf(findCodeList(project.database, 'obvody'))).code).toBe('territories.no-list')
})
