import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One window at a time: the engine wants a core of its own, and a second window would take the first one's keys.
  workers: 1,
  // Waits, not promises: an old computer may be slow and still be right. Latencies are measured elsewhere.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  // A trace records every request and slows the window; screenshots are taken by the tests that want them.
  use: { trace: 'off' },
})
