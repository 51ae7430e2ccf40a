import { resolve } from 'node:path'
import { publish } from '../../commands/publish'
import { readRunRecord } from '../../commands/read-run-record'
import { exportFormats, single } from '../../commands/run-commands'
import { requireText, UsageError } from '../arguments'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { readNamedFile } from '../import-options'
import { numberedPath } from '../numbered-path'

/** Writes run records as reports or as parts of reports. Several records become several numbered files. */
export const reportCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, locale } = context
  if (invocation.words.length === 0) throw new UsageError('report takes at least one RUN.json')
  const to = requireText(invocation.options, 'to')
  const format = exportFormats.find((candidate) => candidate === to)
  if (format === undefined) throw new UsageError(`--to is one of ${exportFormats.join(', ')}, not "${to}"`)
  const out = resolve(terminal.cwd, requireText(invocation.options, 'out'))
  const { part } = invocation.options
  const files: { readonly path: string; readonly bytes: number }[] = []
  for (const [index, file] of invocation.words.entries()) {
    const source = resolve(terminal.cwd, file)
    const record = readRunRecord(await readNamedFile(source), source)
    const path = numberedPath(out, index, invocation.words.length)
    const chosen = typeof part === 'string' ? { part } : {}
    files.push(await publish(session, single(record), { locale, format, path, ...chosen }, job))
  }
  context.print({ files }, () => files.map((file) => context.say('report.wrote', { ...file })).join('\n'))
  return exitCode.done
}
