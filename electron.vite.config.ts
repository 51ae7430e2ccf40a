import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Bundles must run on the oldest Electron the end-to-end tests use, not only on the one that ships.
process.env['ELECTRON_MAJOR_VER'] ??= '33'

const here = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out',
      emptyOutDir: false,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          'app/index': here('main/app/index.ts'),
          'engine/index': here('main/engine/index.ts'),
          'cli/index': here('main/cli/index.ts'),
          'db/worker': here('main/db/worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { bridge: here('preload/bridge/index.ts') },
        // A sandboxed preload must be CommonJS, whatever package.json "type" says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      rolldownOptions: { input: here('renderer/index.html') },
      minify: 'oxc',
      // Inlined assets would be data: URLs, which the content security policy keeps out of scripts and styles.
      assetsInlineLimit: 0,
    },
  },
})
