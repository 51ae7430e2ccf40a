import { join } from 'node:path'

export interface ResourceQuestion {
  /** Folder with package.json: the checkout, or app.asar in an installed app. */
  readonly root: string
  /** Electron's `process.resourcesPath` in an installed app, null in a checkout. */
  readonly installed: string | null
}

export interface ResourcePaths {
  readonly engine: string
  readonly cli: string
  readonly preload: string
  readonly renderer: string
  readonly workerPath: string
  readonly packFolder: string
  readonly templateFolder: string
  readonly sampleFolder: string
  readonly fontFolder: string
}

/**
 * Where everything lies that the app reads at run time. Built code may sit inside app.asar; packs, templates, sample
 * data and fonts may not: people look at packs, and the PNG renderer opens fonts without Node, so it cannot look into an asar.
 */
export function resourcePaths({ root, installed }: ResourceQuestion): ResourcePaths {
  const out = (...parts: string[]) => join(root, 'out', ...parts)
  const plain = installed ?? root
  return {
    engine: out('engine', 'index.js'),
    cli: out('cli', 'index.js'),
    preload: out('preload', 'bridge.cjs'),
    renderer: out('renderer'),
    workerPath: out('db', 'worker.js'),
    packFolder: join(plain, 'analyses', 'packs'),
    templateFolder: join(plain, 'analyses', 'templates'),
    sampleFolder: join(plain, 'sample-data', 'region'),
    fontFolder:
      installed === null ? join(root, 'node_modules', 'source-sans', 'TTF') : join(installed, 'fonts'),
  }
}
