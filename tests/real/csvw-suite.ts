/**
 * Runs the W3C's CSVW validation tests over our validator: `npx tsx tests/real/csvw-suite.ts FOLDER`, where FOLDER
 * holds `manifest-validation.jsonld` and the files it names. Prints a line per entry and the total. Nothing is fetched:
 * addresses of the suite's site are files of the folder. Exit code 1 when an entry that could be run came out wrong.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve as resolvePath } from 'node:path'
import { z } from 'zod'
import { type Finding, Findings } from '../../main/ingest/csvw/findings'
import { loadGroup, locateGroup, type Web } from '../../main/ingest/csvw/locate'
import { bareGroup, lastPart, validateGroup } from '../../main/ingest/csvw/validate'
import { openSource } from '../../main/ingest/source/byte-source'

const SITE = 'http://www.w3.org/2013/csvw/tests/'
/** What the site answers at `/.well-known/csvm`. */
const LOCATIONS = ['{+url}-metadata.json', 'csv-metadata.json', '{+url}.json', 'csvm.json']

const entrySchema = z.object({
  id: z.string(),
  type: z.enum(['csvt:PositiveValidationTest', 'csvt:NegativeValidationTest', 'csvt:WarningValidationTest']),
  name: z.string(),
  action: z.string(),
  option: z.object({ metadata: z.string().optional() }).optional(),
  httpLink: z.string().optional(),
  implicit: z.array(z.string()).optional(),
})
type Entry = z.infer<typeof entrySchema>
const manifestSchema = z.object({ entries: z.array(entrySchema) })

type Answer = 'valid' | 'invalid' | 'warned' | 'files absent'

const folder = process.argv[2]
const manifest = folder === undefined ? undefined : join(folder, 'manifest-validation.jsonld')
if (folder === undefined || manifest === undefined || !existsSync(manifest)) {
  console.log('CSVW validation suite: skipped, no folder with manifest-validation.jsonld was given.')
} else {
  await runSuite(resolvePath(folder), manifest)
}

async function runSuite(root: string, path: string): Promise<void> {
  const { entries } = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const wanted = process.argv.slice(3)
  let right = 0
  const wrong: string[] = []
  const absent: string[] = []
  for (const entry of entries) {
    const id = entry.id.replace(/^.*#/, '')
    if (wanted.length > 0 && !wanted.includes(id)) continue
    const { answer, findings } = await runEntry(root, entry)
    const good = isRight(entry, answer)
    if (good) right++
    else (answer === 'files absent' ? absent : wrong).push(id)
    const verdict = good ? 'right' : answer === 'files absent' ? 'not run' : 'WRONG'
    console.log(`${verdict}\t${id}\t${entry.type.slice(5, 13)}\t${answer}\t${entry.name}`)
    if (wanted.length > 0 || verdict === 'WRONG') for (const each of findings) console.log(`\t\t${say(each)}`)
  }
  console.log(`right ${right} of ${entries.length}, wrong ${wrong.length}, files absent ${absent.length}`)
  if (wrong.length > 0) console.log(`wrong: ${wrong.join(' ')}`)
  if (absent.length > 0) console.log(`files absent from the folder: ${absent.join(' ')}`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

function isRight({ type }: Entry, answer: Answer): boolean {
  if (type === 'csvt:PositiveValidationTest') return answer === 'valid'
  return answer === (type === 'csvt:NegativeValidationTest' ? 'invalid' : 'warned')
}

async function runEntry(
  root: string,
  entry: Entry,
): Promise<{ answer: Answer; findings: readonly Finding[] }> {
  const findings = new Findings()
  const named = [entry.action, ...(entry.implicit ?? [])].map((name) => name.replace(/\?.*$/, ''))
  if (named.some((name) => !existsSync(join(root, name)))) return { answer: 'files absent', findings: [] }
  const web = folderWeb(root)
  const job = { signal: new AbortController().signal, report: () => {} }
  const url = new URL(entry.action, SITE).href
  const group = await groupOf(entry, url, web, findings)
  if (group !== null) await validateGroup(group, web, findings, job)
  await web.close()
  const answer = findings.errors.length > 0 ? 'invalid' : findings.warnings.length > 0 ? 'warned' : 'valid'
  return { answer, findings: findings.all }
}

async function groupOf(entry: Entry, url: string, web: Web, findings: Findings) {
  const user = entry.option?.metadata
  if (user !== undefined) return loadGroup(new URL(user, SITE).href, web, findings)
  if (new URL(url).pathname.endsWith('.json')) return loadGroup(url, web, findings)
  const link = /^<([^>]*)>;.*rel="describedby"/.exec(entry.httpLink ?? '')?.[1]
  const hints = { locations: LOCATIONS, ...(link === undefined ? {} : { link }) }
  return (await locateGroup(url, web, findings, hints)) ?? bareGroup(url, lastPart(url))
}

function folderWeb(root: string): Web & { close(): Promise<void> } {
  const opened: { close(): Promise<void> }[] = []
  return {
    async open(url) {
      if (!url.startsWith(SITE)) return null
      const path = join(root, decodeURIComponent(new URL(url).pathname.slice(new URL(SITE).pathname.length)))
      if (!path.startsWith(root) || !existsSync(path)) return null
      const source = await openSource(path)
      opened.push(source)
      return source
    },
    async close() {
      for (const each of opened) await each.close()
    },
  }
}

function say({ severity, code, file, at, line, field, count, detail }: Finding): string {
  const place = line === null ? at : `${at} line ${line}${field === null ? '' : ` field ${field}`}`
  return `${severity} ${code} ${file} ${place} ${detail} x${count}`
}
