import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

// The database worker alone, exactly as electron.vite.config.ts builds it, into a folder given by the caller.
process.env['ELECTRON_MAJOR_VER'] ??= '33'

export default defineConfig({
  main: {
    build: {
      outDir: process.env['WORKBENCH_ENGINE_OUT'] ?? 'out',
      emptyOutDir: false,
      externalizeDeps: true,
      rolldownOptions: {
        input: { 'db/worker': resolve(import.meta.dirname, '../../main/db/worker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
})
