import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { SetupError } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean,
 *   os?: string[], cpu?: string[] }} Locked
 */

/**
 * @param {string} path
 * @returns {Record<string, Locked> | null}
 */
const lockedPackages = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return null
  }
}

/** @param {Locked} entry */
const forThisMachine = ({ os, cpu }) =>
  (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))

/**
 * Whether node_modules holds what the lock file asks for. npm writes its own record of what it installed last
 * of all, so an interrupted installation has none; comparing the two needs no stamp of ours.
 * @param {string} root
 */
export const dependenciesFit = (root) => {
  const wanted = lockedPackages(join(root, 'package-lock.json'))
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const here = present[path]
    if (here ? here.version !== entry.version || here.integrity !== entry.integrity : !entry.optional)
      return false
  }
  return Object.entries(present).every(([path, entry]) => wanted[path] && forThisMachine(entry))
}

/**
 * @param {string} root
 * @param {(note: string) => void} progress
 * @returns {Promise<'ready' | 'installed'>}
 */
export const installDependencies = async (root, progress) => {
  if (dependenciesFit(root)) return 'ready'
  const total = Object.keys(lockedPackages(join(root, 'package-lock.json')) ?? {}).length
  const args = ['ci', '--include=dev', '--include=optional']
  const { code, output, offline } = await npm(args, root, (count) => {
    progress(`${Math.min(count, total)}/${total}`)
  })
  if (code === 0) return 'installed'
  if (offline) {
    throw new SetupError({
      cs: 'Součásti aplikace se musí jednou stáhnout a síť teď není dostupná. Připojte počítač a spusťte příkaz znovu.',
      en: 'The parts of the application must be downloaded once and the network cannot be reached now. Please connect the computer and run the command again.',
      pl: 'Składniki aplikacji trzeba raz pobrać, a sieć jest teraz niedostępna. Proszę podłączyć komputer i uruchomić polecenie ponownie.',
    })
  }
  // npm says what is wrong first and how it is used last.
  const said = output.split('\n').filter((line) => line.startsWith('npm error'))
  const reason = said.slice(0, 12).join('\n')
  throw new SetupError({
    cs: `Instalace součástí se nezdařila. npm hlásí:\n${reason}`,
    en: `Installing the dependencies failed. npm says:\n${reason}`,
    pl: `Instalacja składników nie powiodła się. npm zgłasza:\n${reason}`,
  })
}
