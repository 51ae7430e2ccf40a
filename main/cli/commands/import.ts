import { basename, resolve } from 'node:path'
import type { ImportReceipt } from '../../../analyses/model/data-set'
import { problemText } from '../../../analyses/model/problem-text'
import { importInto } from '../../commands/data-commands'
import { requireText, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { namedPath, readImportOptions } from '../import-options'
import { columnTable } from './inspect'

/** Loads files into a project, which is made when it is missing, and prints the receipts. */
export const importCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job } = context
  const files = invocation.words
  if (files.length === 0) throw new UsageError('import takes at least one FILE')
  const name = invocation.options['as']
  if (typeof name === 'string' && files.length > 1) throw new UsageError('--as names one FILE, not several')
  const { options } = invocation.options
  const read = typeof options === 'string' ? await readImportOptions(resolve(terminal.cwd, options)) : {}
  const { append, replace } = invocation.options
  const chosen = {
    ...read,
    ...(append === true ? { append } : {}),
    ...(replace === true ? { replace } : {}),
  }
  const recipe = namedPath(context, 'recipe')
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), true, job)
  const receipts: ImportReceipt[] = []
  for (const file of files) {
    const named = typeof name === 'string' ? { ...chosen, name } : chosen
    receipts.push(
      await importInto(session, { path: resolve(terminal.cwd, file), options: named, recipe }, job),
    )
  }
  const document = receipts.length === 1 ? receipts[0] : { format: 'workbench-receipts/1', receipts }
  context.print(document, () => receipts.map((receipt) => receiptText(context, receipt)).join('\n\n'))
  return exitCode.done
}

function receiptText(context: CliContext, { source, dataSets }: ImportReceipt): string {
  const { say, locale } = context
  const parts = dataSets.flatMap((dataSet) => [
    say('import.rows', { name: dataSet.name, ...dataSet.rows }),
    ...(dataSet.observations === undefined
      ? []
      : [say('import.observations', { count: dataSet.observations })]),
    ...(dataSet.rejects === null ? [] : [say('import.rejects', { table: dataSet.rejects })]),
    columnTable(context, dataSet.columns),
    ...dataSet.problems.map((problem) => `! ${problemText(problem, locale)}`),
  ])
  return [
    `${basename(source.file)} (${source.encoding}, SHA-256 ${source.sha256.slice(0, 12)}…)`,
    ...parts,
  ].join('\n')
}
