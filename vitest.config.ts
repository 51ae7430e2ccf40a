import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const asset = '?asset'
/** `?asset` imports are paths, as electron-vite gives them in a build; here of the package's own file. */
const assetPaths = {
  name: 'asset-paths',
  enforce: 'pre' as const,
  resolveId: (id: string, importer?: string) =>
    id.endsWith(asset) && importer !== undefined
      ? createRequire(importer).resolve(id.slice(0, -asset.length)) + asset
      : null,
  load: (id: string) =>
    id.endsWith(asset) ? `export default ${JSON.stringify(id.slice(0, -asset.length))}` : null,
}

export default defineConfig({
  plugins: [assetPaths],
  test: {
    include: [
      'analyses/**/*.test.ts',
      'main/**/*.test.ts',
      'preload/**/*.test.ts',
      'renderer/**/*.test.ts',
      'sample-data/**/*.test.ts',
      'tests/{architecture,contract,integration,cli,reference}/**/*.test.ts',
    ],
    globalSetup: ['tests/helpers/build-engine.ts'],
    environment: 'node',
    server: { deps: { inline: [/\?asset$/] } },
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
