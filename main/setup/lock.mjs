import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** @param {number} pid */
const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {string} folder */
const owner = (folder) => {
  try {
    return readFileSync(join(folder, 'owner'), 'utf8')
  } catch {
    return ''
  }
}

/**
 * @param {string} lock
 * @returns {boolean} whether the lock is now ours
 */
const take = (lock) => {
  // Filled first, then renamed: a lock is never seen without its owner. Renaming onto a full folder fails everywhere.
  const mine = `${lock}.${process.pid}`
  mkdirSync(mine, { recursive: true })
  writeFileSync(join(mine, 'owner'), String(process.pid))
  try {
    renameSync(mine, lock)
    return true
  } catch {
    rmSync(mine, { recursive: true, force: true })
    return false
  }
}

// Longer than any set-up: a process number that was given to somebody else must not hold us up for ever.
const oldMs = 30 * 60_000

/**
 * A set-up that was killed leaves its lock: whoever renames the folder away first may throw it out.
 * @param {string} lock
 */
const clearStale = (lock) => {
  const holder = owner(lock)
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  if (holder === '' || (alive(Number(holder)) && Date.now() - since < oldMs)) return
  const aside = `${lock}.stale.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  // Somebody may have cleared it and locked again between our look and our rename: then it goes back.
  if (owner(aside) !== holder) renameSync(aside, lock)
  else rmSync(aside, { recursive: true, force: true })
}

/**
 * Two commands started at once set up one after the other; the second then finds everything ready.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @param {() => void} waiting told once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export const withLock = async (root, work, waiting) => {
  const lock = join(root, '.cache', 'setup.lock')
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (let turn = 0; !take(lock); turn++) {
    if (turn === 0 && alive(Number(owner(lock)))) waiting()
    clearStale(lock)
    await pause(turn === 0 ? 50 : 300)
  }
  const letGo = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', letGo)
  try {
    return await work()
  } finally {
    process.removeListener('exit', letGo)
    letGo()
  }
}
