import { resolve } from 'node:path'
import { problemText } from '../../../analyses/model/problem-text'
import { profileOf } from '../../commands/data-commands'
import { requireText, UsageError } from '../arguments'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { textTable } from '../output'

/** How the values of a data set lie, and what is to be known of its quality. */
export const profileCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, say, locale } = context
  const [name, ...more] = invocation.words
  if (name === undefined || more.length > 0) throw new UsageError('profile takes one DATASET')
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  const profile = await profileOf(session, name, job)
  const heads = [
    say('column.name'),
    say('column.type'),
    say('column.missing'),
    say('column.distinct'),
    say('profile.least'),
    say('profile.median'),
    say('profile.greatest'),
    say('profile.outliers'),
  ]
  context.print(profile, () =>
    [
      textTable(
        heads,
        profile.columns.map(({ column, missing, distinct, numbers, range }) => [
          column.name,
          column.type,
          missing,
          distinct,
          numbers?.least ?? range?.first ?? '',
          numbers?.median ?? '',
          numbers?.greatest ?? range?.last ?? '',
          numbers?.outliers ?? '',
        ]),
      ),
      ...profile.findings.map(({ problem }) => `! ${problemText(problem, locale)}`),
    ].join('\n'),
  )
  return exitCode.done
}
