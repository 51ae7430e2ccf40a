/**
 * Runs JSONTestSuite over our JSON reader: `npx tsx tests/real/json-suite.ts FOLDER`, where FOLDER holds its y_, n_ and
 * i_ files. y_ files must load, n_ files must end in a fault, i_ files may do either; the account of records must hold
 * in all. Exit code 1 when one does not.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FaultError } from '../../analyses/model/fault'
import { readTables } from '../helpers/read-tables'

const folder = process.argv[2]
const files =
  folder !== undefined && existsSync(folder) ? readdirSync(folder).filter((file) => /^[yni]_/.test(file)) : []
if (folder === undefined || files.length === 0) {
  console.log('JSONTestSuite: skipped, no folder with its files was given.')
} else {
  await runSuite(folder)
}

async function runSuite(root: string): Promise<void> {
  const tally = new Map<string, number>()
  const wrong: string[] = []
  for (const file of files.sort()) {
    const answer = await answerOf(join(root, file))
    const kind = file.slice(0, 1)
    const good = kind === 'i' || (kind === 'y') === (answer === 'loads')
    if (!good || answer.startsWith('broke')) wrong.push(`${file}: ${answer}`)
    tally.set(`${kind} ${answer}`, (tally.get(`${kind} ${answer}`) ?? 0) + 1)
  }
  for (const [what, count] of [...tally].sort()) console.log(`${count}\t${what}`)
  console.log(`right ${files.length - wrong.length} of ${files.length}`)
  for (const each of wrong) console.log(`WRONG\t${each}`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

async function answerOf(path: string): Promise<string> {
  try {
    await readTables(path)
    return 'loads'
  } catch (error) {
    if (error instanceof FaultError) return error.fault.code
    return `broke: ${error instanceof Error ? error.message : String(error)}`
  }
}
