import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const entry = resolve(root, 'out/cli/index.js')

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command line in plain Node, as a person would, and waits for it. */
export function workbench(
  args: readonly string[],
  cwd = root,
  env: Record<string, string> = {},
): Promise<Outcome> {
  if (!existsSync(entry)) throw new Error('out/cli/index.js is missing: npm run build comes first')
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd,
      env: { ...process.env, LANG: 'C', ...env },
    })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.once('error', reject)
    child.once('close', (code) => done({ code, out, err }))
  })
}

/** The one JSON document on standard output. */
export async function workbenchJson(args: readonly string[], cwd = root) {
  const outcome = await workbench([...args, '--json'], cwd)
  return { ...outcome, document: JSON.parse(outcome.out) }
}
