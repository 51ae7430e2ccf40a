import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { importSource, listDataSets, removeDataSet } from '../../main/workspace/data-sets'
import { openProject } from '../../main/workspace/open-project'
import { dataSetPages, type PageRequest, PageViews } from '../../main/workspace/pages'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from '../helpers/engine'

const folder = scratchFolder('workspace')
const path = join(folder, 'kraj.duckdb')
const job: JobContext = { signal: new AbortController().signal, report: () => {} }
const open = (create = false) => openProject(path, { create, workerPath: engineWorker(), app: 'test', job })
const digest = () => createHash('sha256').update(readFileSync(path)).digest('hex')

const names = ['Cheb', 'Čáslav', 'Hodonín', 'Chrudim', 'Ivančice', 'Zlín', 'Žatec', 'Řevnice', 'Rokycany']
const rowCount = 12_345
let project: Project

beforeAll(async () => {
  const rows = Array.from(
    { length: rowCount },
    (_, i) => `${String(i).padStart(6, '0')};${names[i % names.length]};${i % 7},5`,
  )
  writeFileSync(join(folder, 'obce.csv'), ['kod;nazev;hodnota', ...rows, ''].join('\r\n'))
  project = await open(true)
  await importSource(project, join(folder, 'obce.csv'), {}, job)
})
afterAll(() => project.close())

const every: Omit<PageRequest, 'offset' | 'limit'> = { sort: [], filter: [], locale: 'cs' }

async function wholeColumn(request: Omit<PageRequest, 'offset' | 'limit'>, column: string, limit = 1000) {
  const views = new PageViews(project.database)
  const table = await dataSetPages(project.database, 'obce')
  const seen: unknown[] = []
  for (let offset = 0; ; offset += limit) {
    const page = await views.page(table, { ...request, offset, limit })
    seen.push(...(tableFromIPC(page.ipc).getChild(column)?.toArray() ?? []))
    if (offset + limit >= page.total) return { seen, total: page.total }
  }
}

describe('pages', () => {
  test('the table as it was read, each row once, codes with their zeros', async () => {
    const { seen, total } = await wholeColumn(every, 'kod')
    expect(total).toBe(rowCount)
    expect(seen.slice(0, 3)).toEqual(['000000', '000001', '000002'])
    expect(new Set(seen).size).toBe(rowCount)
  })

  test('a sort with many equal values shows each row once, and keeps their order', async () => {
    const { seen } = await wholeColumn(
      { ...every, sort: [{ column: 'hodnota', direction: 'descending' }] },
      'kod',
      997,
    )
    expect(new Set(seen).size).toBe(rowCount)
    expect(seen.slice(0, 2)).toEqual(['000006', '000013'])
  })

  test('text is sorted by the Czech alphabet', async () => {
    const { seen } = await wholeColumn(
      { ...every, sort: [{ column: 'nazev', direction: 'ascending' }] },
      'nazev',
    )
    expect([...new Set(seen)]).toEqual([
      'Čáslav',
      'Hodonín',
      'Cheb',
      'Chrudim',
      'Ivančice',
      'Rokycany',
      'Řevnice',
      'Zlín',
      'Žatec',
    ])
  })

  test('a filter without diacritics finds what it means, numbers are compared as numbers', async () => {
    const { seen } = await wholeColumn(
      {
        ...every,
        filter: [
          { column: 'nazev', operator: 'starts-with', value: 'zat' },
          { column: 'hodnota', operator: 'greater', value: '5,4' },
        ],
      },
      'nazev',
    )
    expect(new Set(seen)).toEqual(new Set(['Žatec']))
    expect(seen.length).toBe(
      Array.from({ length: rowCount }, (_, i) => i).filter((i) => i % 9 === 6 && i % 7 >= 5).length,
    )
  })

  test('a column that is not there is a fault', async () => {
    const failure = wholeColumn(
      { ...every, sort: [{ column: 'x"; drop table', direction: 'ascending' }] },
      'kod',
    )
    await expect(failure).rejects.toMatchObject({ fault: { code: 'table.no-column' } })
  })
})

test('a cancelled import leaves no trace', async () => {
  const abort = new AbortController()
  const before = await listDataSets(project.database)
  const cancelled = importSource(
    project,
    join(folder, 'obce.csv'),
    { name: 'druha' },
    {
      signal: abort.signal,
      report: () => abort.abort(),
    },
  )
  await expect(cancelled).rejects.toBeInstanceOf(Error)
  expect(await listDataSets(project.database)).toEqual(before)
  const left = await project.database.rows(
    `select table_name from duckdb_tables() where table_name = 'druha'`,
  )
  expect(left).toEqual([])
})

test('a removed data set is gone with its raw table and view', async () => {
  await importSource(project, join(folder, 'obce.csv'), { name: 'navic' }, job)
  await removeDataSet(project, 'navic')
  expect((await listDataSets(project.database)).map(({ name }) => name)).toEqual(['obce'])
  const left = await project.database.rows(
    `select table_name as name from duckdb_tables() where table_name = 'navic' union all select view_name from duckdb_views() where view_name = 'navic'`,
  )
  expect(left).toEqual([])
})

test('a project from a newer workbench is refused and stays as it is', async () => {
  await project.write((transaction) =>
    transaction.execute(`insert into workbench.migration values (99, 'tomorrow')`),
  )
  await project.close()
  const before = digest()
  const refusal = await open().then(
    () => null,
    (error: unknown) => (error instanceof FaultError ? error.fault.code : error),
  )
  expect(refusal).toBe('project.newer')
  expect(digest()).toBe(before)
})
