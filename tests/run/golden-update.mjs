// `npm run golden:update`: writes the packs' expected files anew. Say in the commit why the numbers moved.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../main/setup/runtime.mjs'

const root = projectRoot()
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(
  process.execPath,
  [vitest, 'run', 'tests/integration/packs.test.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    env: { ...process.env, GOLDEN_UPDATE: '1' },
    stdio: 'inherit',
  },
)
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
