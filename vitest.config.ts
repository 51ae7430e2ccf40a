import { defineConfig } from 'vitest/config'

export default defineConfig({
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
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
