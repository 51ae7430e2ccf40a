import { resolve } from 'node:path'
import type { DataSet } from '../../../analyses/model/data-set'
import { problemText } from '../../../analyses/model/problem-text'
import { convert } from '../../commands/territory-commands'
import { requireText, textOption, textOptions, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { textTable } from '../output'
import { columnTable } from './inspect'

const ISO_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** Makes a data set of another one on the map of another day, by a correspondence table. */
export const convertCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job } = context
  const { options } = invocation
  const [dataSet, ...more] = invocation.words
  if (dataSet === undefined || more.length > 0) throw new UsageError('convert takes one DATASET')
  const request = {
    dataSet,
    as: requireText(options, 'as'),
    table: requireText(options, 'with'),
    on: dayOf(requireText(options, 'on'), 'on'),
    of: dayOf(textOption(options, 'of'), 'of'),
    territory: textOption(options, 'territory'),
    dimensions: textOptions(options, 'by'),
    measures: textOptions(options, 'measure'),
  }
  await session.openAt(resolve(terminal.cwd, requireText(options, 'project')), false, job)
  const made = await convert(session, request, job)
  context.print(made, () => madeText(context, made))
  return exitCode.done
}

function dayOf<T extends string | undefined>(day: T, option: string): T {
  if (day !== undefined && !ISO_DATE.test(day))
    throw new UsageError(`--${option} takes YYYY-MM-DD, not "${day}"`)
  return day
}

function madeText(context: CliContext, { name, rows, receipt }: DataSet): string {
  const { say, locale } = context
  const { made, columns, problems } = receipt
  return [
    say('convert.made', {
      name,
      rows,
      from: made?.from ?? '',
      table: made?.table ?? '',
      of: made?.of ?? '',
      on: made?.on ?? '',
    }),
    textTable(
      [say('column.name'), say('convert.before'), say('convert.after'), say('convert.hidden')],
      (made?.totals ?? []).map(({ column, before, after, hidden }) => [column, before, after, hidden]),
    ),
    columnTable(context, columns),
    ...problems.map((problem) => `! ${problemText(problem, locale)}`),
  ].join('\n')
}
