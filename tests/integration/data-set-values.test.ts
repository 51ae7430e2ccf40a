import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCommands } from '../../main/commands'
import { fileKeyStore } from '../../main/commands/key-store'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'

const files = importFolder()
const root = resolve(import.meta.dirname, '../..')
const { table, close } = createCommands({
  workerPath: engineWorker(),
  packFolders: [join(root, 'analyses/packs')],
  templateFolders: [join(root, 'analyses/templates')],
  sampleFolder: join(root, 'sample-data/region'),
  fontFolder: join(root, 'main/export/pdf/fonts'),
  appVersion: 'test',
  client: 'window',
  pdfPrinter: null,
  keys: fileKeyStore(join(files.path, 'klíče')),
})
afterAll(async () => {
  await close()
  files.remove()
})

const rows = [
  'obec;"od ""kdy""";podíl;platí;den',
  'Žďár;2018;10;ano;2023-02-01',
  'Adamov;2020;9;ne;2023-01-15',
  ';2018;9,5;ano;',
  'Adamov;;;ne;2023-01-15',
]
/** One more value than is offered at once. */
const many = ['kod', ...Array.from({ length: 1001 }, (_, index) => `K${String(index).padStart(4, '0')}`)]

beforeAll(async () => {
  await table['project.open']({ path: join(files.path, 'kraj.duckdb'), create: true }, quietJob)
  for (const [name, lines] of Object.entries({ obce: rows, kody: many, par: many.slice(0, 1001) })) {
    const path = files.write(`${name}.csv`, `${lines.join('\n')}\n`)
    await table['source.import']({ path, options: { name } }, quietJob)
  }
})

const values = async (name: string, column: string) => table['dataSet.values']({ name, column }, quietJob)

test('every value once, gaps apart, numbers in the order of numbers, as texts', async () => {
  expect(await values('obce', 'obec')).toEqual({ values: ['Adamov', 'Žďár'], more: false })
  expect((await values('obce', 'podil')).values.map(Number)).toEqual([9, 9.5, 10])
  expect((await values('obce', 'den')).values).toEqual(['2023-01-15', '2023-02-01'])
})

test('a name that needs quoting is a column like any other', async () => {
  const columns = (await table['dataSet.list']({}, quietJob)).find(({ name }) => name === 'obce')?.receipt
    .columns
  const second = columns?.[1]?.name ?? ''
  expect((await values('obce', second)).values).toEqual(['2018', '2020'])
})

test('beyond a thousand the list is cut and says so; at a thousand it is whole', async () => {
  const cut = await values('kody', 'kod')
  expect([cut.values.length, cut.values[0], cut.more]).toEqual([1000, 'K0000', true])
  const whole = await values('par', 'kod')
  expect([whole.values.length, whole.more]).toEqual([1000, false])
})

test('a column or data set that is not there is refused', async () => {
  const column = await faultOf(values('obce', 'x" from main.kody --'))
  expect([column.code, column.values]).toMatchObject(['data.no-column', { dataSet: 'obce' }])
  expect((await faultOf(values('nic', 'obec'))).code).toBe('project.no-data-set')
})

test('territories come in the order of their codes, each once, with their names', async () => {
  const lines = ['kod;nazev;osoby', '0502;Žďár;20', '0501;Adamov;10', '0501;Adamov;12']
  const path = files.write('mista.csv', `${lines.join('\n')}\n`)
  await table['source.import']({ path, options: { name: 'mista' } }, quietJob)
  const found = await table['dataSet.territories']({ name: 'mista', column: 'kod' }, quietJob)
  expect(found).toEqual([
    { code: '0501', name: 'Adamov' },
    { code: '0502', name: 'Žďár' },
  ])
  const missing = table['dataSet.territories']({ name: 'mista', column: 'kde' }, quietJob)
  expect((await faultOf(missing)).code).toBe('report.no-such-column')
})
