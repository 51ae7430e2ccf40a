import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A project for one command, gone afterwards whatever happens. */
export async function withTemporaryProject<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'workbench-'))
  try {
    return await work(join(folder, 'project.duckdb'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
