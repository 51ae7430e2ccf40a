import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Factory } from '@journeyapps/wa-sqlite'
import make from '@journeyapps/wa-sqlite/dist/wa-sqlite.mjs'
import { MemoryVFS } from '@journeyapps/wa-sqlite/src/examples/MemoryVFS.js'

const wasmPath = createRequire(import.meta.url).resolve('@journeyapps/wa-sqlite/dist/wa-sqlite.wasm')

/** The bytes of a SQLite file in which these statements were run. */
export async function makeSqlite(sql: string): Promise<Buffer> {
  const module = await make({ wasmBinary: readFileSync(wasmPath) })
  const sqlite = Factory(module)
  const files = new MemoryVFS('memory', module)
  sqlite.vfs_register(files, true)
  const database = await sqlite.open_v2('made')
  await sqlite.exec(database, 'pragma journal_mode = off')
  await sqlite.exec(database, sql)
  await sqlite.close(database)
  const made: unknown = files.mapNameToFile.get('/made')
  if (made === null || typeof made !== 'object' || !('data' in made) || !(made.data instanceof ArrayBuffer))
    throw new Error('no file was made')
  const size = 'size' in made ? Number(made.size) : made.data.byteLength
  return Buffer.from(made.data.slice(0, size))
}
