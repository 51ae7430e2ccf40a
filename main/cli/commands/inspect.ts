import { basename, resolve } from 'node:path'
import {
  type Column,
  type Dialect,
  type ImportOptions,
  isTextDialect,
  type SourcePreview,
} from '../../../analyses/model/data-set'
import { problemText } from '../../../analyses/model/problem-text'
import { inspectSource } from '../../commands/data-commands'
import { UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { namedPath, readImportOptions } from '../import-options'
import { textTable } from '../output'

/** What is in a file: encoding, dialect, header, columns, counts, problems. Writes nothing. */
export const inspectCommand: CliCommand = async (context) => {
  const [file, ...more] = context.invocation.words
  if (file === undefined || more.length > 0) throw new UsageError('inspect takes one FILE')
  const { options, cwd } = { options: context.invocation.options['options'], cwd: context.terminal.cwd }
  const chosen: ImportOptions =
    typeof options === 'string' ? await readImportOptions(resolve(cwd, options)) : {}
  const project = namedPath(context, 'project')
  if (project !== undefined) await context.session.openAt(project, false, context.job)
  const preview = await inspectSource(
    context.session,
    { path: resolve(cwd, file), options: chosen, recipe: namedPath(context, 'recipe') },
    context.job,
  )
  const { dialect, rows } = preview
  context.print(preview, () =>
    [
      context.say('inspect.file', {
        file: basename(file),
        bytes: preview.bytes,
        encoding: preview.encoding,
        format: dialect.format,
      }),
      ...dialectLines(context, dialect),
      ...(preview.tables.length > 1 ? [tableList(context, preview.tables)] : []),
      context.say('inspect.rows', { ...rows }),
      columnTable(context, preview.columns),
      ...preview.problems.map((problem) => `! ${problemText(problem, context.locale)}`),
    ].join('\n'),
  )
  return exitCode.done
}

function dialectLines({ say }: CliContext, dialect: Dialect): string[] {
  if (!isTextDialect(dialect)) return Object.entries(dialect.facts).map(([name, fact]) => `${name}: ${fact}`)
  const { delimiter, decimal, headerLine, preambleLines: preamble, footerLines: footer } = dialect
  const header = headerLine ?? 'none'
  return [say('inspect.dialect', { delimiter: JSON.stringify(delimiter), decimal, header, preamble, footer })]
}

const tableList = ({ say }: CliContext, tables: SourcePreview['tables']): string =>
  textTable(
    [say('table.id'), say('table.title'), say('table.columns'), say('table.records'), say('table.name')],
    tables.map(({ id, title, columns, records, name, byDefault }) => [
      id,
      title,
      columns,
      records ?? '?',
      byDefault ? name : `(${name})`,
    ]),
  )

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
