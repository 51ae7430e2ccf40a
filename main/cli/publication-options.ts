import { extname, resolve } from 'node:path'
import type { DisclosureRules } from '../../analyses/model/disclosure'
import { refuse } from '../../analyses/model/fault'
import { isLocale, type Locale } from '../../analyses/model/locale'
import { changedRules, rulesFor } from '../commands/disclosure-commands'
import { endingOf } from '../commands/file-names'
import { exportFormats } from '../commands/run-commands'
import { type Invocation, requireText, textOption, UsageError } from './arguments'
import type { CliContext } from './context'
import { readNamedFile } from './import-options'

export type ExportFormat = (typeof exportFormats)[number]

/** Whole documents: what `--to all` means. */
const documents: readonly ExportFormat[] = ['html', 'docx', 'pdf', 'xlsx', 'csvw', 'json']

/** The formats of `--to`: one, several with commas, or `all` documents. */
export function chosenFormats(options: Invocation['options']): readonly ExportFormat[] {
  const to = requireText(options, 'to')
  if (to === 'all') return documents
  return to.split(',').map((word) => {
    const format = exportFormats.find((candidate) => candidate === word.trim())
    if (format !== undefined) return format
    throw new UsageError(`--to is all or some of ${exportFormats.join(', ')}, not "${word}"`)
  })
}

/** The path of one format; `--out` gives the ending where there is one format only. */
export const pathFor = (out: string, format: ExportFormat, of: number): string =>
  of === 1 ? out : `${out.slice(0, out.length - extname(out).length)}.${endingOf(format)}`

export function secondLanguage(options: Invocation['options']): Locale | undefined {
  const second = textOption(options, 'two-language')
  if (second === undefined || isLocale(second)) return second
  throw new UsageError(`--two-language is one of cs, en, pl, not "${second}"`)
}

/** Rules of `--rules` and `--minimum` for this one export; undefined where the project's own hold. */
export async function givenRules({
  invocation,
  session,
  terminal,
}: CliContext): Promise<DisclosureRules | undefined> {
  const file = textOption(invocation.options, 'rules')
  const minimum = textOption(invocation.options, 'minimum')
  if (file === undefined && minimum === undefined) return undefined
  const path = file === undefined ? undefined : resolve(terminal.cwd, file)
  const said = path === undefined ? {} : parseJson(await readNamedFile(path), path)
  const base = changedRules(await rulesFor(session), said, path)
  if (minimum === undefined) return base
  if (!/^\d+$/.test(minimum)) throw new UsageError(`--minimum is a whole number, not "${minimum}"`)
  return changedRules(base, { minimum: Number(minimum) })
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('report.bad-rules', { detail: 'JSON' }, path)
  }
}

/** Opens the project of `--project`, where one is given. */
export async function openGiven({ invocation, session, terminal, job }: CliContext): Promise<void> {
  const project = textOption(invocation.options, 'project')
  if (project !== undefined) await session.openAt(resolve(terminal.cwd, project), false, job)
}
