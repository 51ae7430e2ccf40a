import { randomBytes } from 'node:crypto'
import { access, chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { refuse } from '../../analyses/model/fault'

/** Keeps one secret key for each project, outside the project: whoever gets the file cannot undo its pseudonyms. */
export interface KeyStore {
  /** The 256-bit key of a project, made when it is first asked for. Refuses with `project.key-*`. */
  key(project: string): Promise<Uint8Array>
}

export const KEY_BYTES = 32

/** Seals keys with the system's key store; absent where there is none. */
export interface Sealer {
  seal(key: Uint8Array): Promise<Uint8Array>
  unseal(sealed: Uint8Array): Promise<Uint8Array>
}

/** Folder of the user's own settings of the workbench, as Electron names it. */
export function userFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const name = 'Regional Workbench'
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name)
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), name)
}

/**
 * Keys as files only their owner can read, sealed where a sealer is given. A key that was sealed stays so: without
 * the sealer it is refused, because a second key would give the same person a second pseudonym.
 */
export function fileKeyStore(folder: string, sealer: Sealer | null = null): KeyStore {
  const pathOf = (project: string, kind: 'key' | 'sealed') => {
    if (!/^[\w-]{8,64}$/.test(project)) throw new Error('not the identity of a project')
    return join(folder, `${project}.${kind}`)
  }
  return {
    async key(project) {
      const sealed = pathOf(project, 'sealed')
      const plain = pathOf(project, 'key')
      if (await exists(sealed)) {
        if (sealer === null) return refuse('project.key-sealed', {}, sealed)
        return checked(
          await sealer.unseal(await readKey(sealed)).catch(() => refuse('project.key-sealed', {}, sealed)),
          sealed,
        )
      }
      if (await exists(plain)) return checked(await readKey(plain), plain)
      const key = randomBytes(KEY_BYTES)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await (sealer === null ? writeNew(plain, key) : writeNew(sealed, await sealer.seal(key)))
      return key
    },
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const readKey = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse('project.key-unreadable', { detail: error.code ?? 'unknown' }, path),
  )

function checked(key: Uint8Array, path: string): Uint8Array {
  return key.length === KEY_BYTES
    ? key
    : refuse('project.key-unreadable', { detail: `${key.length} B` }, path)
}

/** On the disk before it is used: a key lost after its first use could never be matched again. */
async function writeNew(path: string, content: Uint8Array): Promise<void> {
  // Beside it and then renamed: half a key under its final name would be refused for ever.
  const aside = `${path}.${process.pid}`
  try {
    const file = await open(aside, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await chmod(aside, 0o600)
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    refuse('project.key-unwritable', { detail: code }, path)
  }
}
