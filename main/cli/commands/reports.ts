import { resolve } from 'node:path'
import { reportList } from '../../commands/report-commands'
import { requireText } from '../arguments'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { textTable } from '../output'

/** The reports kept in a project, newest first. */
export const reportsCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, locale, say } = context
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  const reports = await reportList(session, locale)
  context.print(reports, () =>
    textTable(
      [
        say('reports.id'),
        say('table.title'),
        say('reports.sections'),
        say('reports.runs'),
        say('reports.missing'),
      ],
      reports.map(({ id, title, sections, runs, missing }) => [id, title, sections, runs, missing]),
    ),
  )
  return exitCode.done
}
