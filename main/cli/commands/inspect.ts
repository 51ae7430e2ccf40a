import { basename, resolve } from 'node:path'
import type { Column, ImportOptions } from '../../../analyses/model/data-set'
import { problemText } from '../../../analyses/model/problem-text'
import { inspectSource } from '../../commands/data-commands'
import { UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { readImportOptions } from '../import-options'
import { textTable } from '../output'

/** What is in a file: encoding, dialect, header, columns, counts, problems. Writes nothing. */
export const inspectCommand: CliCommand = async (context) => {
  const [file, ...more] = context.invocation.words
  if (file === undefined || more.length > 0) throw new UsageError('inspect takes one FILE')
  const { options, cwd } = { options: context.invocation.options['options'], cwd: context.terminal.cwd }
  const chosen: ImportOptions =
    typeof options === 'string' ? await readImportOptions(resolve(cwd, options)) : {}
  const preview = await inspectSource(resolve(cwd, file), chosen, context.job)
  const { dialect, rows } = preview
  context.print(preview, () =>
    [
      context.say('inspect.file', {
        file: basename(file),
        bytes: preview.bytes,
        encoding: preview.encoding,
        format: dialect.format,
      }),
      context.say('inspect.dialect', {
        delimiter: JSON.stringify(dialect.delimiter),
        decimal: dialect.decimal,
        header: dialect.headerLine ?? 'none',
        preamble: dialect.preambleLines,
        footer: dialect.footerLines,
      }),
      context.say('inspect.rows', { ...rows }),
      columnTable(context, preview.columns),
      ...preview.problems.map((problem) => `! ${problemText(problem, context.locale)}`),
    ].join('\n'),
  )
  return exitCode.done
}

export const columnTable = ({ say }: CliContext, columns: readonly Column[]): string =>
  textTable(
    [
      say('column.name'),
      say('column.label'),
      say('column.type'),
      say('column.role'),
      say('column.missing'),
      say('column.distinct'),
    ],
    columns.map(({ name, label, type, role, missing, distinct }) => [
      name,
      label,
      type,
      role,
      missing,
      distinct,
    ]),
  )
