import { build } from './build.mjs'
import { dependenciesFit, installDependencies } from './dependencies.mjs'
import { getRuntime } from './get-runtime.mjs'
import { withLock } from './lock.mjs'
import { findRuntime } from './runtime.mjs'
import { say, step } from './say.mjs'

/** @typedef {import('./runtime.mjs').Runtime} Runtime */

const titles = {
  dependencies: { cs: 'Součásti', en: 'Dependencies', pl: 'Składniki' },
  build: { cs: 'Sestavení', en: 'Build', pl: 'Budowanie' },
  runtime: { cs: 'Běhové prostředí Electron', en: 'Electron runtime', pl: 'Środowisko Electron' },
}

const waiting = () =>
  say({
    cs: 'Jiný příkaz právě připravuje totéž, čekám na něj.',
    en: 'Another command is setting up the same things, waiting for it.',
    pl: 'Inne polecenie właśnie przygotowuje to samo, czekam na nie.',
  })

/** @param {string} root */
export const prepareDependencies = (root) =>
  withLock(root, () => step(titles.dependencies, (progress) => installDependencies(root, progress)), waiting)

/** @param {string} root */
export const prepareBuild = (root) => withLock(root, () => step(titles.build, () => build(root)), waiting)

/**
 * @param {string} root
 * @returns {Promise<Runtime | null>}
 */
export const prepareRuntime = async (root) => {
  await withLock(root, () => step(titles.runtime, (progress) => getRuntime(root, progress)), waiting)
  const runtime = findRuntime(root)
  if (runtime?.kind === 'older') {
    say({
      cs: `    (verze ${runtime.version}; tu, se kterou se aplikace vydává, odtud nelze stáhnout)`,
      en: `    (version ${runtime.version}; the one the application ships with cannot be downloaded from here)`,
      pl: `    (wersja ${runtime.version}; tej, z którą aplikacja jest wydawana, nie można stąd pobrać)`,
    })
  }
  return runtime
}

/**
 * Dependencies and build without a word when nothing is to be done.
 * @param {string} root
 */
export const prepareQuietly = async (root) => {
  if (!dependenciesFit(root)) await prepareDependencies(root)
  await withLock(root, () => build(root), waiting)
}
