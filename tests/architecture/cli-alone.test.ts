import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const alone = mkdtempSync(join(tmpdir(), 'workbench alone '))

/** All the command line may need besides its own bundle; electron, React and the rest are not there. */
const needed = [
  'package.json',
  'out',
  'analyses/packs',
  'analyses/reference',
  'node_modules/@resvg',
  'node_modules/source-sans/TTF',
  'node_modules/source-sans/WOFF2/TTF',
]

beforeAll(() => {
  for (const path of needed) {
    mkdirSync(dirname(join(alone, path)), { recursive: true })
    if (existsSync(join(root, path)))
      cpSync(join(root, path), join(alone, path), { recursive: true, dereference: true })
  }
  rmSync(join(alone, 'out/app'), { recursive: true, force: true })
  rmSync(join(alone, 'out/renderer'), { recursive: true, force: true })
})
afterAll(() => rmSync(alone, { recursive: true, force: true }))

const cli = (...words: string[]) =>
  execFileSync(process.execPath, [join(alone, 'out/cli/index.js'), ...words], {
    cwd: alone,
    encoding: 'utf8',
  })

test('the command line imports, runs and reports where electron is not installed', () => {
  expect(existsSync(join(alone, 'node_modules/electron'))).toBe(false)
  const rows = ['A;2023;F;56;70', 'A;2023;M;48;80', '']
  writeFileSync(join(alone, 'people.csv'), ['territory;period;sex;count;population', ...rows].join('\n'))
  const record = cli('run', 'gender-gap', '--input', 'people=people.csv', '--json')
  writeFileSync(join(alone, 'run.json'), record)
  expect(JSON.parse(record).tables.gap[0].women).toBe(0.8)
  for (const format of ['html', 'png', 'docx', 'xlsx'])
    cli('report', 'run.json', '--to', format, '--out', `report.${format}`)
  expect(readFileSync(join(alone, 'report.html'), 'utf8')).toContain('</html>')
  expect(readFileSync(join(alone, 'report.png')).subarray(1, 4).toString()).toBe('PNG')
  for (const format of ['docx', 'xlsx'])
    expect(
      readFileSync(join(alone, `report.${format}`))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
})

test('no bundle of the command line or the engine names electron', () => {
  for (const entry of ['out/cli/index.js', 'out/engine/index.js', 'out/db/worker.js'])
    expect(readFileSync(join(root, entry), 'utf8')).not.toMatch(
      /from\s*["']electron["']|require\(["']electron["']\)/,
    )
})
