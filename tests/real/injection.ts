/*
 * Puts every payload of public lists (CSV injection, the Big List of Naughty Strings) as a label through every
 * document format: `npx tsx tests/real/injection.ts FOLDER...`. A folder holds `.txt` (one payload a line, `#` for
 * remarks) or `.json` (a list).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { effectsOf } from '../helpers/injection'

function payloadsIn(folder: string): readonly string[] {
  const files = readdirSync(folder)
  const json = files.filter((file) => file.endsWith('.json'))
  if (json.length > 0)
    return json.flatMap((file) => {
      const list: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return Array.isArray(list) ? list.map(String) : []
    })
  return files
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\r?\n/))
    .filter((line) => line !== '' && !line.startsWith('# '))
}

/** Texts that share a report: few enough to find the one that does something. */
const together = 20

const run = async () => {
  const payloads = [...new Set(process.argv.slice(2).flatMap(payloadsIn))]
  let wrong = 0
  for (let at = 0; at < payloads.length; at += together) {
    const some = payloads.slice(at, at + together)
    const effects = await effectsOf(some).catch((error: unknown) => [
      `thrown: ${String(error).slice(0, 200)}`,
    ])
    wrong += effects.length
    console.log(`${at + some.length} of ${payloads.length}`, ...effects.slice(0, 6))
  }
  console.log(`${payloads.length} payloads, ${wrong} effects`)
  process.exitCode = wrong === 0 ? 0 : 1
}
void run()
