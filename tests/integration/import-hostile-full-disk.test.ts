import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { importSource, listDataSets } from '../../main/workspace/data-sets'
import { openProject } from '../../main/workspace/open-project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { makeZip } from '../helpers/make-archive'
import { makeXlsx } from '../helpers/make-workbook'

vi.setConfig({ testTimeout: 240_000 })
const folder = scratchFolder('plný disk')
const files = importFolder()
const disk = join(folder, 'disk')
mkdirSync(disk)

/** A small file system of its own, which only root on Linux may make. */
function mount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
const mounted = mount()
if (!mounted) console.log('import-hostile-full-disk.test.ts is skipped: no small file system can be mounted')
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', disk])
  files.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Some 25 MB of texts that pack badly, whatever they are. */
const rows = Array.from({ length: 250_000 }, (_, i) => [String(i), randomBytes(72).toString('base64')])
const csv = `id;text\n${rows.map((row) => row.join(';')).join('\n')}\n`
const made: readonly (readonly [string, () => string | Uint8Array])[] = [
  ['text.csv', () => csv],
  ['stlačený.zip', () => makeZip([{ name: 'a.csv', content: csv }])],
  ['záznamy.json', () => JSON.stringify(rows.map(([id, text]) => ({ id, text })))],
  ['kniha.xlsx', () => makeXlsx([{ name: 'A', rows: rows.slice(0, 200_000) }])],
]

describe.skipIf(!mounted)('a disk that runs full in the middle of an import', () => {
  test.each(made)(
    '%s: one fault, the project as before and still good for small files',
    async (name, make) => {
      const path = join(disk, 'projekt.duckdb')
      const open = { create: true, workerPath: engineWorker(), app: 'Test', job: quietJob }
      const project = await openProject(path, open)
      try {
        const small = files.write('malý.csv', 'a;b\n1;2\n')
        await importSource(project, small, {}, quietJob)
        const fault = await faultOf(
          importSource(project, files.write(name, make()), { name: 'velky' }, quietJob),
        )
        expect(fault.code).toBe('engine.disk-full')
        const left = await project.database.rows(
          `select table_name from information_schema.tables where table_name = 'velky'`,
        )
        expect(left).toEqual([])
        await importSource(project, small, { name: 'dalsi' }, quietJob)
        expect((await listDataSets(project.database)).map((each) => each.name)).toEqual(['maly', 'dalsi'])
      } finally {
        await project.close()
        for (const file of readdirSync(disk)) rmSync(join(disk, file), { recursive: true, force: true })
      }
    },
  )
})
