import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test, vi } from 'vitest'
import { workbench, workbenchJson } from './cli'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })
const folder = mkdtempSync(join(tmpdir(), 'workbench publication '))
const file = (name: string) => join(folder, name)
const at = (format: string) => file(join('out', `gap-between-women-and-men.${format}`))

/** In 0002 seven women of twelve have work: enough for the analysis as set below, too few to leave. */
const people = [
  'territory;period;sex;count;population',
  '0001;2023;F;56;70',
  '0001;2023;M;48;80',
  '0002;2023;F;7;12',
  '0002;2023;M;30;41',
  '0003;2023;F;33;40',
  '0003;2023;M;30;40',
  '0004;2023;F;61;90',
  '0004;2023;M;70;90',
  '',
].join('\n')
const secret = /0\.58333333|58[.,]3\s*%/

beforeAll(async () => {
  writeFileSync(file('people.csv'), people)
  const run = await workbench(
    [
      ...['run', 'gender-gap', '--input', 'people=people.csv', '--param', 'smallest_cell=3'],
      ...['--subjects', 'people=persons', '--out', 'run.json'],
    ],
    folder,
  )
  expect([run.code, run.err]).toEqual([0, ''])
  const report = await workbench(
    ['report', 'run.json', '--to', 'html,docx,xlsx,csvw,json', '--out', 'out/'],
    folder,
  )
  expect([report.code, report.err]).toEqual([0, ''])
})

const partsOf = (path: string) => unzipSync(new Uint8Array(readFileSync(path)))

/** The report with every mention of a text in its readable parts changed. */
function changed(format: string, part: RegExp, from: string, to: string): string {
  const path = at(format)
  const name = file(`changed.${format}`)
  if (format === 'html') {
    writeFileSync(name, readFileSync(path, 'utf8').replace(from, to))
  } else {
    const parts = Object.entries(partsOf(path)).map(([one, bytes]) => [
      one,
      part.test(one) ? strToU8(strFromU8(bytes).replace(from, to)) : bytes,
    ])
    writeFileSync(name, zipSync(Object.fromEntries(parts)))
  }
  expect(readFileSync(name).equals(readFileSync(path))).toBe(false)
  return name
}

test('a folder takes one file of each format, named by the title, and none holds the small cell', () => {
  expect(readdirSync(file('out')).sort()).toEqual(
    ['docx', 'html', 'json', 'xlsx', 'zip'].map((ending) => `gap-between-women-and-men.${ending}`),
  )
  for (const format of ['html', 'json'])
    expect([format, secret.test(readFileSync(at(format), 'utf8'))]).toEqual([format, false])
  for (const format of ['docx', 'xlsx', 'zip'])
    for (const [name, bytes] of Object.entries(partsOf(at(format))))
      expect([format, name, secret.test(strFromU8(bytes))]).toEqual([format, name, false])
})

test.each(['html', 'docx', 'xlsx', 'zip', 'json'])('%s is verified from the inputs', async (format) => {
  const { code, document } = await workbenchJson(
    ['verify', at(format), '--input', 'people=people.csv'],
    folder,
  )
  expect([code, document.same, document.differences]).toEqual([0, true, []])
  expect(document.numbers).toBeGreaterThan(10)
  expect(document.hidden).toBeGreaterThan(3)
})

test.each([
  ['html', /./, 'data-value="0.8">80.0<', 'data-value="0.8">80.1<', '80.1'],
  ['xlsx', /worksheets\/sheet2\.xml$/, '<v>0.8</v>', '<v>0.9</v>', '0.9'],
  ['docx', /word\/document\.xml$/, '>80.0<', '>80.1<', '80.1'],
] as const)('a digit changed in the %s is named', async (format, part, from, to, now) => {
  const path = changed(format, part, from, to)
  const { code, document } = await workbenchJson(['verify', path, '--input', 'people=people.csv'], folder)
  expect([code, document.same]).toEqual([1, false])
  expect(document.file.map((one: { file: string }) => one.file)).toEqual([now])
})

test('a changed input is a fault of its own', async () => {
  writeFileSync(file('other.csv'), people.replace(';56;', ';57;'))
  const { code, document } = await workbenchJson(
    ['verify', at('html'), '--input', 'people=other.csv'],
    folder,
  )
  expect([code, document.faults[0].code]).toEqual([1, 'verify.input-changed'])
})

test('a protected record with its hidden number put back is neither published nor verified', async () => {
  const record = JSON.parse(readFileSync(at('json'), 'utf8'))
  const row = record.tables.gap.find(({ territory }: { territory: string }) => territory === '0002')
  expect(row.women).toBe(null)
  row.women = 7 / 12
  writeFileSync(file('forged.json'), JSON.stringify(record))
  for (const words of [
    ['report', 'forged.json', '--to', 'csv', '--out', 'forged.csv'],
    ['verify', 'forged.json', '--input', 'people=people.csv'],
  ]) {
    const { code, document } = await workbenchJson(words, folder)
    expect([code, document.faults[0].code]).toEqual([1, 'publish.not-protected'])
  }
  expect(readdirSync(folder)).not.toContain('forged.csv')
})

test('a folder takes all tables of a format that holds one', async () => {
  const { code, document } = await workbenchJson(
    ['report', 'run.json', '--to', 'csv', '--out', 'out'],
    folder,
  )
  expect(code).toBe(0)
  const names = document.files.map(({ path }: { path: string }) => path.slice(file('out').length + 1))
  expect(names).toContain('gap-between-women-and-men-gap.csv')
  expect(names.length).toBeGreaterThan(1)
  expect(new Set(names).size).toBe(names.length)
})
