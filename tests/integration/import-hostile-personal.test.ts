import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { readBirthNumber } from '../../analyses/methods/personal-data/birth-number'
import { readPesel } from '../../analyses/methods/personal-data/pesel'
import type { PersonalDecision } from '../../analyses/model/personal-data'
import { runCli } from '../../main/cli/run-cli'
import { createCommands } from '../../main/commands'
import { fileKeyStore } from '../../main/commands/key-store'
import { fileLog } from '../../main/commands/log'
import { createJobTable } from '../../main/engine/job-table'
import type { WireReply } from '../../preload/contract/wire'
import { engineWorker } from '../helpers/engine'
import { importFolder, seeded } from '../helpers/import-files'

vi.setConfig({ testTimeout: 240_000 })
const files = importFolder()
const root = resolve(import.meta.dirname, '../..')
const environment = {
  workerPath: engineWorker(),
  packFolders: [join(root, 'analyses/packs')],
  templateFolders: [join(root, 'analyses/templates')],
  sampleFolder: join(root, 'sample-data/sample-region'),
  fontFolder: join(root, 'main/export/pdf/fonts'),
  appVersion: 'test',
  client: 'window',
  pdfPrinter: null,
  keys: fileKeyStore(join(files.path, 'klíče')),
}
const logFile = join(files.path, 'protokol.log')
const commands = createCommands(environment)
const jobs = createJobTable(commands.table, fileLog(logFile, 'engine'))
afterAll(async () => {
  await jobs.drain()
  await commands.close()
  files.remove()
})

const { below } = seeded(17)
const found = (count: number, digits: number, read: (text: string) => unknown): readonly string[] => {
  const all = new Set<string>()
  while (all.size < count) {
    const text = String(10 ** (digits - 1) + below(9 * 10 ** (digits - 1))).slice(0, digits)
    if (read(text) !== null) all.add(text)
  }
  return [...all]
}
const birth = found(25, 10, readBirthNumber).map((number) => `${number.slice(0, 6)}/${number.slice(6)}`)
/** Columns of every kind, made up; each text is long enough not to stand in a log by chance. */
const people: Readonly<Record<string, readonly string[]>> = {
  rodne_cislo: birth,
  pesel: found(25, 11, readPesel),
  email: birth.map((_, i) => `osoba.vymyslena${i}@posta${i}.example`),
  telefon: birth.map(
    (_, i) => `+420 7${String(31_234_567 + i * 7_919).replace(/(\d{2})(\d{3})(\d{3})/, '$1 $2 $3')}`,
  ),
  ucet: birth.map((_, i) => `CZ65080000001920001453${90 + (i % 9)}`),
  prijmeni: birth.map((_, i) => `Vymyšlená${String.fromCharCode(65 + i)}xová`),
  datum_narozeni: birth.map((_, i) => `${1 + i}. 7. 19${50 + i}`),
}
const names = Object.keys(people)
const table = [names.join(';'), ...birth.map((_, i) => names.map((name) => people[name]?.[i]).join(';'))]
const values = Object.values(people).flat()

/** Calls the engine as a window does; what comes back, progress apart. */
let calls = 0
function call(method: string, body: unknown): Promise<WireReply> {
  const id = ++calls
  return new Promise((done) => {
    const postMessage = (reply: WireReply) => {
      if (reply.kind !== 'progress') done(reply)
    }
    jobs.receive({ postMessage }, { kind: 'call', id, method, body })
  })
}
const leaks = (text: string): readonly string[] => values.filter((value) => text.includes(value))

const actions: readonly PersonalDecision[] = [
  { action: 'drop', derive: ['sex', 'birth_year', 'age_band'] },
  { action: 'pseudonymise' },
  { action: 'keep', ground: 'zákon 110/2006 Sb., § 51' },
  { action: 'not-personal' },
]
/** Broken in ways that faults and rejects speak of. */
const broken: Readonly<Record<string, string>> = {
  'celé.csv': `${table.join('\n')}\n`,
  'krátké řádky.csv': `${table.map((line, i) => (i % 5 === 4 ? line.split(';').slice(0, 3).join(';') : line)).join('\n')}\n`,
  'uvozovka.csv': `${table.join('\n')}\n"${birth[0]};${people['email']?.[0]}`,
  'rozbité.json': JSON.stringify(
    birth.map((_, i) => Object.fromEntries(names.map((name) => [name, people[name]?.[i]]))),
  ).replace(/\}\]$/, `,"x":"${birth[3]}" "${people['email']?.[5]}"}]`),
  'řádky.jsonl': birth
    .map(
      (_, i) =>
        `${JSON.stringify(Object.fromEntries(names.map((name) => [name, people[name]?.[i]])))}${i === 9 ? `"${birth[9]}` : ''}`,
    )
    .join('\n'),
}

test('no value of a person is in a fault, a receipt, an output or the log, whatever is decided', async () => {
  const project = join(files.path, 'projekt.duckdb')
  expect((await call('project.open', { path: project, create: true })).kind).toBe('done')
  const said: string[] = []
  for (const [name, text] of Object.entries(broken)) {
    const path = files.write(name, text)
    said.push(JSON.stringify(await call('source.import', { path, options: {} })))
    for (const [i, personal] of actions.entries()) {
      const columns = Object.fromEntries(names.map((column) => [column, { personal }]))
      const options = { columns, name: `d${calls}_${i}`, maxRejectedShare: i % 2 === 0 ? 1 : 0 }
      said.push(JSON.stringify(await call('source.import', { path, options })))
    }
    const bad = {
      columns: Object.fromEntries(
        names.map((column) => [column, { type: 'integer', personal: { action: 'not-personal' } }]),
      ),
    }
    said.push(
      JSON.stringify(await call('source.import', { path, options: { ...bad, name: `bad_${calls}` } })),
    )
    said.push(JSON.stringify(await call('source.import', { path, options: { columns: 1, name: birth[0] } })))
  }
  expect(said.filter((text) => text.includes('"kind":"done"')).length).toBeGreaterThan(5)
  expect(said.filter((text) => text.includes('import.personal-data')).length).toBeGreaterThan(2)
  for (const text of said) expect(leaks(text)).toEqual([])
  expect(leaks(existsSync(logFile) ? readFileSync(logFile, 'utf8') : '')).toEqual([])
})

test('the command line says no value either, with and without --json', async () => {
  const project = join(files.path, 'řádka.duckdb')
  const options = join(files.path, 'volby.json')
  let said = ''
  const terminal = {
    out: (data: string | Uint8Array) => {
      said += String(data)
    },
    err: (text: string) => {
      said += text
    },
    cwd: files.path,
    env: {},
    interactive: false,
  }
  for (const [n, name] of ['krátké řádky.csv', 'rozbité.json'].entries()) {
    files.write(name, broken[name] ?? '')
    for (const [i, personal] of [undefined, ...actions.slice(1, 3)].entries()) {
      const columns = Object.fromEntries(names.map((column) => [column, { personal }]))
      writeFileSync(options, JSON.stringify(personal === undefined ? {} : { columns, name: `c${n}_${i}` }))
      const words = ['import', join(files.path, name), '--project', project, '--options', options]
      for (const more of i === 0 ? [[], ['--json']] : [i % 2 === 0 ? ['--json'] : []]) {
        await runCli(
          [...words, ...more],
          terminal,
          { ...environment, client: 'command line' },
          new AbortController().signal,
        )
      }
    }
  }
  expect(said).toContain('import.personal-data')
  expect(leaks(said)).toEqual([])
})
