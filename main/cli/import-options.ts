import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ImportOptions, importOptionsSchema } from '../../analyses/model/data-set'
import { refuse } from '../../analyses/model/fault'
import type { CliContext } from './context'

/** Text of a file the user named, or the fault that says why not. */
export const readNamedFile = async (path: string): Promise<string> =>
  (await readNamedBytes(path)).toString('utf8')

export async function readNamedBytes(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse('cli.unreadable', { file: path, detail: error.code ?? 'error' }, path),
  )
}

/** The path of an option that names a file; undefined when the option is not given. */
export function namedPath({ invocation, terminal }: CliContext, option: string): string | undefined {
  const said = invocation.options[option]
  return typeof said === 'string' ? resolve(terminal.cwd, said) : undefined
}

/** The document of `--options`: the same choices the window's preview offers. */
export async function readImportOptions(path: string): Promise<ImportOptions> {
  const text = await readNamedFile(path)
  const parsed = importOptionsSchema.strict().safeParse(parseJson(text, path))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return refuse(
    'cli.bad-options',
    { file: path, detail: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() },
    path,
  )
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return refuse(
      'cli.bad-options',
      { file: path, detail: error instanceof Error ? error.message : 'JSON' },
      path,
    )
  }
}
