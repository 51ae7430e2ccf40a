import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { runCli } from '../../main/cli/run-cli'
import { engineWorker, scratchFolder } from '../helpers/engine'

const folder = scratchFolder('territory-words')
mkdirSync(join(folder, 'packs'))

/** One invocation of the command line in this process. */
async function say(...words: readonly string[]) {
  let [out, err] = ['', '']
  const terminal = {
    out: (data: string | Uint8Array) => {
      out += typeof data === 'string' ? data : ''
    },
    err: (text: string) => {
      err += text
    },
    cwd: folder,
    env: { LANG: 'en' },
    interactive: false,
  }
  const environment = {
    workerPath: engineWorker(),
    packFolders: [join(folder, 'packs')],
    templateFolders: [],
    sampleFolder: folder,
    fontFolder: folder,
    appVersion: '0',
    client: 'test',
    keys: { key: () => Promise.reject(new Error('no keys here')) },
    pdfPrinter: null,
  }
  const code = await runCli([...words], terminal, environment, new AbortController().signal)
  return { code, out, err }
}

const inProject = ['--project', 'p.duckdb'] as const

beforeAll(async () => {
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  write('zmeny.csv', ['z;na;vaha', 'QB2;QB1;1', 'QB3;QB4;0,25', 'QB3;QB5;0,75'])
  write('ctvrti.csv', ['kod;nazev', 'QB1;Stará', 'QB2;Nová', 'QB3;Dolní'])
  write('lide.csv', ['misto;rok;pocet', 'QB1;2019;5', 'QB2;2019;7', 'QB3;2019;8'])
  const outcome = await say('import', 'zmeny.csv', 'ctvrti.csv', 'lide.csv', ...inProject)
  expect(outcome.err).toBe('')
}, 240_000)

test('a list is declared, known to a preview, and taken away', async () => {
  const words = ['add', 'ctvrti', '--as', 'ctvrti', '--code', 'kod', '--label', 'nazev', '--level', 'ward']
  const added = await say('codelist', ...words, ...inProject, '--json')
  expect(JSON.parse(added.out)).toMatchObject({ id: 'ctvrti', size: 3, own: true })
  const preview = JSON.parse((await say('inspect', 'lide.csv', ...inProject, '--json')).out)
  expect(preview.columns[0]).toMatchObject({ role: 'territory', evidence: { codeList: 'ctvrti' } })
  expect((await say('codelist', 'remove', 'ctvrti', ...inProject)).code).toBe(0)
  const { out } = await say('codelist', ...inProject)
  expect(out).toMatch(/^cz-okres\/lau1 +\d+ /m)
  expect(out).not.toContain('ctvrti')
}, 240_000)

test('a table is declared and a data set converted by it; the sums are printed', async () => {
  const words = ['add', 'zmeny', '--as', 'zmeny', '--from', 'z', '--to', 'na', '--weight', 'vaha']
  expect((await say('correspondence', ...words, '--day', '2020-01-01', ...inProject)).code).toBe(0)
  const order = ['lide', '--with', 'zmeny', '--as', 'lide_2024', ...inProject]
  const made = await say('convert', ...order, '--on', '2024-01-01')
  expect(made.err).toBe('')
  expect(made.out).toContain(
    'lide_2024: 3 rows, converted from lide by the table zmeny, from 2019-12-31 to 2024-01-01',
  )
  expect(made.out).toMatch(/^pocet +20 +20 +0$/m)
  const read = await say(
    'query',
    ...inProject,
    'select misto, pocet from lide_2024 order by 1',
    '--to',
    'csv',
  )
  expect(read.out.trim().split(/\r?\n/).slice(1)).toEqual(['QB1,12', 'QB4,2', 'QB5,6'])
}, 240_000)

test.each([
  [['codelist', 'fly', ...inProject]],
  [['codelist', 'add', 'lide', ...inProject]],
  [['correspondence', 'list', 'x', ...inProject]],
  [['correspondence', 'add', 'zmeny', '--as', 'a', '--from', 'z', '--to', 'na', ...inProject]],
  [['convert', 'lide', '--with', 'zmeny', '--as', 'x', '--on', '1. 1. 2024', ...inProject]],
  [['convert', ...inProject]],
])('%j is wrong usage', async (words) => {
  expect((await say(...words)).code).toBe(2)
})
