import { execFileSync } from 'node:child_process'
import { measure, words } from './measure'

// The sqlite3 shell's `.import`, all texts. Its memory is the child's and is not told here.
const [file = '', folder = ''] = words(2)
await measure(async () => {
  const database = `${folder}/sqlite.db`
  const script = `.mode csv\n.import "${file.replaceAll('"', '\\"')}" readings\nselect count(*) from readings;\n`
  const printed = execFileSync('sqlite3', [database], { input: script, encoding: 'utf8' })
  return { rows: Number(printed.trim()) }
})
