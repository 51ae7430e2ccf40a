// The older runtime comes without Electron's default app: this one opens the folder named on the command line.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const words = process.argv.slice(1)
const preloaded = []
let folder = null
while (words.length > 0 && folder === null) {
  const word = words.shift()
  if (word === '-r' || word === '--require') preloaded.push(words.shift())
  else if (!word.startsWith('-')) folder = resolve(word)
}

// Test tools hook themselves in by -r before the app's first line runs.
const require = createRequire(join(process.cwd(), 'start.js'))
for (const module of preloaded) require(module)

if (folder === null) {
  process.stderr.write('No app folder was named.\n')
  app.exit(2)
} else {
  const card = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  app.name = card.productName ?? card.name
  app.setVersion(card.version)
  app.setAppPath(folder)
  // Awaited at top level, so `ready` waits for the app's own first turn (privileged schemes are declared there).
  await import(pathToFileURL(join(folder, card.main)).href)
}
