import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { FaultError, refuse } from '../../analyses/model/fault'
import { openDatabase } from './duckdb-database'
import { checkWhole } from './project-check'
import { syncFile } from './project-copies'
import { syncFolder } from './runtime'

/**
 * A `.wal` beside the file means that another program (the DuckDB command line) was killed: part of the
 * data is only in that log. This build reads such a log but writes to it wrongly, so the log is played
 * into a copy, the copy is checked whole, and only then takes the file's place:
 *   1 copy + log → `.recovering`, checkpointed and checked   2 rename to `.recovered` = complete
 *   3 log → `.wal.replayed`   4 `.recovered` → the file   5 delete `.wal.replayed`
 * A crash at any step leaves either the old pair or a step that `finishRecovery` completes.
 */
export async function replayLog(path: string, workerPath: string): Promise<boolean> {
  finishRecovery(path)
  const log = `${path}.wal`
  if (!existsSync(log)) return false
  if (statSync(log).size === 0) {
    rmSync(log)
    return false
  }
  const copy = `${path}.recovering`
  try {
    copyFileSync(path, copy)
    copyFileSync(log, `${copy}.wal`)
    await checkpointCopy(copy, workerPath)
    rmSync(`${copy}.wal`, { force: true })
    syncFile(copy)
    renameSync(copy, `${path}.recovered`)
  } catch (error) {
    rmSync(copy, { force: true })
    rmSync(`${copy}.wal`, { force: true })
    if (error instanceof FaultError && error.fault.code === 'engine.disk-full') throw error
    return refuse('project.damaged', { file: basename(path), reason: 'log' }, path)
  }
  renameSync(log, `${path}.wal.replayed`)
  finishRecovery(path)
  return true
}

async function checkpointCopy(copy: string, workerPath: string): Promise<void> {
  const writing = await openDatabase({ path: copy, workerPath, create: false, replayWal: true })
  await writing.close()
  rmSync(`${copy}.wal`, { force: true })
  const reading = await openDatabase({ path: copy, workerPath, readOnly: true })
  try {
    await checkWhole(copy, reading, null, {})
  } finally {
    await reading.close()
  }
}

/** Completes steps 4 and 5 after a crash; does nothing otherwise. */
export function finishRecovery(path: string): void {
  const recovered = `${path}.recovered`
  const replayed = `${path}.wal.replayed`
  if (existsSync(recovered) && existsSync(replayed) && !existsSync(`${path}.wal`)) {
    renameSync(recovered, path)
    syncFolder(dirname(path))
  }
  rmSync(recovered, { force: true })
  rmSync(replayed, { force: true })
}
