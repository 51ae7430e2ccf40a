import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBirthNumber } from '../../analyses/methods/personal-data/birth-number'
import { holdsEmail } from '../../analyses/methods/personal-data/contacts'
import type { ImportOptions } from '../../analyses/model/data-set'
import type { Recipe } from '../../analyses/model/recipe'
import { redact } from '../../main/ingest/personal-data/redact'
import { RowBatches } from '../../main/ingest/tables/row-batches'
import { unitInCell } from '../../main/ingest/types/number-readings'
import { importSource } from '../../main/workspace/data-sets'
import { recipeOf, retype } from '../../main/workspace/describe-data-set'
import { openProject } from '../../main/workspace/open-project'
import { dataSetPages, PageViews } from '../../main/workspace/pages'
import { profileDataSet } from '../../main/workspace/profile/profile-data-set'
import type { Project } from '../../main/workspace/project'
import { engineWorker } from '../helpers/engine'
import { faultOf, quietJob } from '../helpers/import-files'

/** What a reader who had not written the import found in it; each case gave a wrong answer once. */
const folder = mkdtempSync(join(tmpdir(), 'okraje '))
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

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function writeFolder(name: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, name))
  for (const [file, content] of Object.entries(files)) write(join(name, file), content)
  return join(folder, name)
}

const key = async () => new Uint8Array(32).fill(7)
const load = (path: string, options: ImportOptions = {}, recipe: Recipe | null = null) =>
  importSource(project, path, options, quietJob, { key, recipe })
const rowsOf = (sql: string) => project.database.rows(sql)

/** Made-up birth numbers: dates of 1970 with endings that pass the check. */
const birthNumbers = Array.from({ length: 600 }, (_, i) => String(7001010000 + (i % 28) * 10_000 + i * 7))
  .filter((text) => readBirthNumber(text) !== null)
  .slice(0, 30)

describe('times', () => {
  test('an offset among local times is not dropped unread', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => {
      const hour = String(10 + (i % 10)).padStart(2, '0')
      return `2024-01-01T${hour}:00:00${i > 1300 ? '-05:00' : ''};${i}`
    })
    await load(write('posun.csv', `cas;n\n${rows.join('\n')}\n`))
    const [row] = await rowsOf('select cas::varchar as cas from main.posun where n = 1302')
    expect(row).toEqual({ cas: '2024-01-01T12:00:00-05:00' })
  })

  test('the clock of a zone is known for every year of the column, whatever its first rows show', async () => {
    const days = Array.from(
      { length: 1100 },
      (_, i) => `2020-01-${String(1 + (i % 28)).padStart(2, '0')};${i}`,
    )
    const path = write('hodiny.csv', `cas;n\n${days.join('\n')}\n2024-07-01 12:00:00;5000\n`)
    const receipt = await load(path, { columns: { cas: { zone: 'Europe/Prague' } } })
    expect(receipt.dataSets[0]?.columns[0]?.time).toMatchObject({ last: '2024-07-01 12:00:00' })
    const [row] = await rowsOf('select cas_utc::varchar as utc from main.hodiny where n = 5000')
    expect(row).toEqual({ utc: '2024-07-01 10:00:00' })
  })
})

describe('long to wide', () => {
  const steps = [{ kind: 'long-to-wide', names: 'co', values: 'n' } as const]

  test('rows without a name are not lost', async () => {
    const receipt = await load(write('bez_nazvu.csv', 'obec;co;n\nA;x;1\nA;y;2\nA;;3\nB;x;4\n'), { steps })
    expect(await rowsOf('select * from main.bez_nazvu order by obec')).toEqual([
      { obec: 'A', x: 1, y: 2, column_4: 3 },
      { obec: 'B', x: 4, y: null, column_4: null },
    ])
    expect(receipt.dataSets[0]?.columns.at(-1)).toMatchObject({ name: 'column_4', missing: 1 })
  })

  test('a status finds a free name beside a value that is called so', async () => {
    const rows = ['A;x;1', 'A;x status;-', 'B;x;:', 'B;x status;7', 'C;x;5', 'C;x status;8']
    await load(write('stavy.csv', `obec;co;n\n${rows.join('\n')}\n`), { steps })
    expect((await rowsOf('select * from main.stavy order by obec'))[1]).toEqual({
      obec: 'B',
      x: null,
      x_status_2: 'not-available',
      x_status: 7,
      x_status_status: null,
    })
  })
})

test('wide to long: the status finds a free name beside a column that is called so', async () => {
  const path = write(
    'dlouha.csv',
    'obec;hodnota_status;2021;2022\n500011;a;1;:\n500012;b;2;4\n500013;b;2;4\n',
  )
  const receipt = await load(path, {
    steps: [
      {
        kind: 'wide-to-long',
        columns: ['c_2021', 'c_2022'],
        into: [{ name: 'rok', values: ['2021', '2022'], role: 'period' }],
        value: 'hodnota',
      },
    ],
  })
  const names = receipt.dataSets[0]?.columns.map(({ name }) => name)
  expect(names).toEqual(['obec', 'hodnota_status', 'rok', 'hodnota', 'hodnota_status_2'])
  expect(
    await rowsOf(`select hodnota_status from main.dlouha where hodnota_status_2 = 'not-available'`),
  ).toEqual([{ hodnota_status: 'a' }])
})

test('digits that a double does not give back are told, others not', async () => {
  const receipt = await load(
    write('cislice.csv', 'a;b\n9007199254740993.5;0.30000000000000004\n1.5;0.1234567890123456\n'),
  )
  const lost = receipt.dataSets[0]?.problems.filter(({ code }) => code === 'column.digits-lost')
  expect(lost).toEqual([{ code: 'column.digits-lost', count: 1, example_line: 2, column: 'a' }])
})

test('cells called like what every object has are cells', async () => {
  const path = write('slova.csv', 'a;b\n1;1\nconstructor;2\n3;3\ntoString;4\n5;3\n6;3\n')
  const receipt = await load(path, { columns: { a: { type: 'integer', special: { x: 'missing' } } } })
  const problems = receipt.dataSets[0]?.problems.map(({ code, count }) => ({ code, count }))
  expect(problems).toContainEqual({ code: 'column.cells-of-other-type', count: 2 })
})

describe('several files', () => {
  test('a file called like what every object has is loaded under its name', async () => {
    const path = writeFolder('jmena', {
      constructor: 'obec;n\n500011;1\n500012;2\n',
      'b.csv': 'obec;n;p\n500011;1;x\n',
    })
    const receipt = await load(path, { tables: { 'b.csv': { name: 'bbb' } } })
    expect(receipt.dataSets.map(({ name }) => name)).toEqual(['bbb', 'jmena_constructor'])
  })

  test('two tables of one name are refused, also where data sets may be replaced', async () => {
    const path = writeFolder('dve', { 'a.csv': 'obec;n\n500011;1\n', 'b.csv': 'obec;n\n500012;2\n' })
    const tables = { 'a.csv': { name: 'sama' }, 'b.csv': { name: 'sama' } }
    expect(await faultOf(load(path, { replace: true, tables }))).toMatchObject({ code: 'import.name-taken' })
  })

  test('what is said of how a file is written holds for the file in an archive', async () => {
    const path = write('jeden.csv.gz', gzipSync('a|b;c\n1|2;3\n4|5;6\n'))
    const receipt = await load(path, { delimiter: '|' })
    expect(receipt.dataSets[0]?.columns.map(({ label }) => label)).toEqual(['a', 'b;c'])
  })
})

describe('recipes', () => {
  test('of appended files: nothing is missing when the same files come again', async () => {
    const path = writeFolder('mesice', {
      'a.csv': 'obec;n\n500011;1\n500012;2\n',
      'b.csv': 'obec;n;p\n500011;1;x\n500012;2;y\n',
    })
    const first = await load(path, { append: true, columns: { p: { type: 'text', role: 'category' } } })
    const recipe = await recipeOf(project.database, 'mesice', 'x')
    const again = await load(path, { name: 'mesice_2' }, recipe)
    expect(again.dataSets[0]?.problems).toEqual(first.dataSets[0]?.problems)
    expect(again.dataSets[0]?.columns).toEqual(first.dataSets[0]?.columns)
  })

  test('of columns derived from identifiers: they come again by themselves', async () => {
    const path = write('odvozene.csv', `rc;n\n${birthNumbers.map((text, i) => `${text};${i}`).join('\n')}\n`)
    const personal = { action: 'pseudonymise', derive: ['sex', 'age_band'] } as const
    await load(path, { columns: { rc: { personal: { ...personal, derive: [...personal.derive] } } } })
    const recipe = await recipeOf(project.database, 'odvozene', 'x')
    const again = await load(path, { name: 'odvozene_2' }, recipe)
    expect(again.dataSets[0]?.problems).toEqual([])
    expect(again.dataSets[0]?.columns.map(({ name }) => name)).toEqual(['rc', 'rc_sex', 'rc_age_band', 'n'])
  })
})

describe('personal data', () => {
  const drop = { action: 'drop' } as const

  test('a derived column finds a free name', async () => {
    const path = write(
      'kolize.csv',
      `rc;rc_sex;n\n${birthNumbers.map((text, i) => `${text};x;${i}`).join('\n')}\n`,
    )
    const receipt = await load(path, { columns: { rc: { personal: { ...drop, derive: ['sex'] } } } })
    expect(receipt.dataSets[0]?.columns.map(({ name }) => name)).toEqual(['rc_sex_2', 'rc_sex', 'n'])
  })

  test('identifiers after a thousand marks for missing values stop the import too', async () => {
    const rows = [
      ...Array.from({ length: 1200 }, (_, i) => `.;${i}`),
      ...birthNumbers.map((text) => `${text};1`),
    ]
    expect(await faultOf(load(write('pozde.csv', `rc;n\n${rows.join('\n')}\n`)))).toMatchObject({
      code: 'import.personal-data',
    })
  })

  test('a table of which nothing is left is refused', async () => {
    const path = write('nic.csv', `rc\n${birthNumbers.join('\n')}\n`)
    expect(await faultOf(load(path, { columns: { rc: { personal: drop } } }))).toMatchObject({
      code: 'import.nothing-left',
    })
  })

  test('names that were left out are not in the rejected records either', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `Jan Vymyšlený;1.2.19${10 + i};${i}`)
    const path = write('osoby.csv', `jmeno;datum_narozeni;n\n${rows.join('\n')}\nPetr Tajný;3.4.1980;7;8;9\n`)
    await load(path, { columns: { jmeno: { personal: drop }, datum_narozeni: { personal: drop } } })
    const [reject] = await rowsOf('select raw from rejects.osoby')
    expect(String(reject?.['raw'])).not.toMatch(/\p{L}|\p{N}/u)
  })

  test('the profile of a column that was kept shows none of its values', async () => {
    const path = write(
      'ponechane.csv',
      `cislo;n\n${birthNumbers.map((text, i) => `${text};${i}`).join('\n')}\n`,
    )
    const keep = { action: 'keep', ground: 'smyšlený důvod pro test' } as const
    await load(path, { columns: { cislo: { type: 'integer', personal: keep } } })
    const profile = await profileDataSet(project.database, 'ponechane', quietJob)
    const [column] = profile.columns
    expect(column).toMatchObject({ distinct: 30, numbers: null, range: null, frequent: [] })
    expect(birthNumbers.some((text) => JSON.stringify(profile).includes(text))).toBe(false)
  })
})

describe('pages', () => {
  const page = { offset: 0, limit: 10, sort: [], filter: [], locale: 'cs' } as const

  test('of a data set whose shape was changed', async () => {
    await load(write('tvar.csv', 'obec;2021;2022\n500011;1,5;2\n500012;3,5;3\n'), {
      steps: [
        {
          kind: 'wide-to-long',
          columns: ['c_2021', 'c_2022'],
          into: [{ name: 'rok', values: ['2021', '2022'], role: 'period' }],
          value: 'hodnota',
        },
      ],
    })
    const table = await dataSetPages(project.database, 'tvar')
    const views = new PageViews(project.database)
    const shown = await views.page(table, page)
    expect(shown.total).toBe(4)
    expect(tableFromIPC(shown.ipc).numRows).toBe(4)
    const sorted = await views.page(table, {
      ...page,
      sort: [{ column: 'hodnota', direction: 'descending' }],
    })
    expect(tableFromIPC(sorted.ipc).getChild('hodnota')?.toArray()).toEqual(Float64Array.of(3.5, 3, 2, 1.5))
  })

  test('are sorted anew when a column is read as another type', async () => {
    await load(write('razeni.csv', 'a;b\n10;x\n9;y\n100;z\n'), { columns: { a: { type: 'text' } } })
    const views = new PageViews(project.database)
    const sorted = async () => {
      const table = await dataSetPages(project.database, 'razeni')
      const { ipc } = await views.page(table, { ...page, sort: [{ column: 'a', direction: 'ascending' }] })
      return [...(tableFromIPC(ipc).getChild('b')?.toArray() ?? [])]
    }
    expect(await sorted()).toEqual(['x', 'z', 'y'])
    await retype(project, 'razeni', { a: { type: 'integer' } }, quietJob)
    expect(await sorted()).toEqual(['y', 'x', 'z'])
  })
})

describe('long cells', () => {
  const within = (work: () => unknown) => {
    const start = performance.now()
    work()
    return performance.now() - start
  }

  test('take time in proportion to their length', () => {
    const letters = 'a'.repeat(200_000)
    expect(within(() => holdsEmail(letters))).toBeLessThan(3000)
    expect(within(() => holdsEmail(`@${letters}`))).toBeLessThan(3000)
    expect(within(() => redact(letters))).toBeLessThan(3000)
    expect(within(() => unitInCell(`1${' '.repeat(200_000)}!`))).toBeLessThan(3000)
    expect(holdsEmail(`${letters} jan@obec.example `)).toBe(true)
    expect(redact('napište na jan.novak@obec.example, děkujeme')).toBe('napište na •••, děkujeme')
  })

  test('are handed on before they fill the memory', async () => {
    const sizes: number[] = []
    const sink = {
      rows: async ({ rows }: { readonly rows: number }) => {
        sizes.push(rows)
      },
      rejects: async () => {},
    }
    const batches = new RowBatches(sink, 1)
    for (let line = 1; line <= 40; line++) await batches.add(['x'.repeat(1024 ** 2)], line)
    await batches.flush()
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16)
    expect(sizes.reduce((sum, rows) => sum + rows, 0)).toBe(40)
  })
})
